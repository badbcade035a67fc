import Languages

/// A text that people read: one for all languages, or one for each of several.
struct Wording: Sendable, Hashable {
  struct Text: Sendable, Hashable {
    /// Nil where it is for all languages.
    let language: Language?
    let text: String
  }

  /// The keys whose values are such texts.
  static let keys = ["source", "notes", "name", "owner"]

  /// At least one, in the order of the file.
  let texts: [Text]

  /// What a node says; nil where it is neither a text nor a group of languages with texts.
  init?(_ node: SyntaxNode) {
    switch node.content {
    case .scalar(let text, _):
      guard !node.isEmpty else { return nil }
      texts = [Text(language: nil, text: text)]
    case .mapping(let entries):
      texts = entries.compactMap { entry in
        guard let language = Language(rawValue: entry.key), let text = entry.value.text,
          !entry.value.isEmpty
        else { return nil }
        return Text(language: language, text: text)
      }
      guard !texts.isEmpty else { return nil }
    case .sequence: return nil
    }
  }

  /// The text in the language of what is being written now, or else the first one.
  var text: String {
    (texts.first { $0.language == .current } ?? texts[0]).text
  }

  /// What both say in some language, if there is such a text: of a text for all languages it is the other's.
  func shared(with other: Wording) -> String? {
    for text in texts {
      let isShared = other.texts.contains {
        $0.text == text.text
          && ($0.language == text.language || $0.language == nil || text.language == nil)
      }
      if isShared { return text.text }
    }
    return nil
  }

  /// How a source begins, in each language, that says that there is none.
  private static let assumptionWords = ["assumption", "giả định"]

  /// Whether a source says that the figure is assumed.
  static func isAssumption(_ source: String) -> Bool {
    let start = source.lowercased()
    return assumptionWords.contains { start.hasPrefix($0) }
  }
}

extension SyntaxNode {
  /// Whether the value of one of `Wording.keys` can be nothing but a text for people: an activity may have
  /// such a key for its name.
  var isWording: Bool {
    entries?.allSatisfy { Language(rawValue: $0.key) != nil } ?? (items == nil)
  }
}

extension ReadingContext {
  /// The text of a value that people read; reports a value that is none, and languages that this program does not
  /// speak.
  func wording(_ entry: SyntaxNode.Entry) -> Wording? {
    guard let entries = entry.value.entries else {
      if entry.value.text == nil {
        findings.report(
          KeyFact.notText(entry.key, shape: entry.value.shape), at: entry.value.place)
      }
      return Wording(entry.value)
    }
    if entries.isEmpty {
      findings.report(WordingFact.noLanguage(entry.key), at: entry.value.place)
    }
    for item in entries {
      if Language(rawValue: item.key) == nil {
        findings.report(
          WordingFact.unknownLanguage(item.key, of: entry.key), at: item.keyPlace)
      } else if item.value.isEmpty {
        findings.report(KeyFact.noValue(item.key), at: item.keyPlace)
      } else if item.value.text == nil {
        findings.report(
          KeyFact.notText("\(entry.key).\(item.key)", shape: item.value.shape), at: item.value.place
        )
      }
    }
    let wording = Wording(entry.value)
    if entry.key == "source", let texts = wording?.texts,
      Set(texts.map { Wording.isAssumption($0.text) }).count > 1
    {
      findings.report(WordingFact.assumptionInPart, at: entry.value.place)
    }
    return wording
  }

  /// Notes a text for people among the values, each language by itself.
  func record(_ path: String, wording node: SyntaxNode) {
    if let text = node.text { record(path, text, at: node.place) }
    for item in node.entries ?? [] {
      guard let text = item.value.text else { continue }
      record("\(path).\(item.key)", text, at: item.value.place)
    }
  }
}
