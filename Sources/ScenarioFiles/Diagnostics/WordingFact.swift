import Languages

/// What is wrong with a text for people that is given in several languages.
enum WordingFact: Fact {
  case unknownLanguage(String, of: String)
  case noLanguage(String)
  case assumptionInPart
}

extension WordingFact {
  private static let languages = Language.allCases.map(\.rawValue)

  var message: String {
    switch self {
    case .unknownLanguage(let language, let key):
      localized(
        "'\(key)' is a text or one for each language, but '\(language)' is no language known here")
    case .noLanguage(let key): localized("'\(key)' has a text in no language")
    case .assumptionInPart:
      localized("the source is an assumption in one language and none in another")
    }
  }

  var hint: String? {
    switch self {
    case .unknownLanguage:
      localized("the languages are: \(Self.languages.joined(separator: ", "))")
    case .noLanguage(let key):
      localized("write a text, or one for each language: `\(key): {en: ..., vi: ...}`")
    case .assumptionInPart:
      localized("begin each with the word: `assumption` in English, `giả định` in Vietnamese")
    }
  }
}
