import Languages

/// A value of a YAML file and where it was written, before anything is known of its meaning.
struct SyntaxNode: Sendable {
  enum Content: Sendable {
    case scalar(String, quoted: Bool)
    case sequence([SyntaxNode])
    case mapping([Entry])
  }

  /// A key and its value.
  struct Entry: Sendable {
    var key: String
    var keyPlace: Place
    var value: SyntaxNode
  }

  var content: Content
  var place: Place
  /// What the nearest `source:` says, of those in the same file that stand in the node, beside it or
  /// above it.
  var source: String? { cover?.text }
  /// That source in each language that it is given in.
  var cover: Wording?
  /// The keys of this mapping that a variant removed, and where it says so.
  var removed: [String: Place] = [:]

  /// The text of a scalar.
  var text: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// The entries of a mapping.
  var entries: [Entry]? {
    if case .mapping(let entries) = content { return entries }
    return nil
  }

  /// The items of a sequence.
  var items: [SyntaxNode]? {
    if case .sequence(let items) = content { return items }
    return nil
  }

  /// Whether a key is there but nothing is written behind it.
  var isEmpty: Bool {
    guard case .scalar(let text, quoted: false) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The value of a key, if this is a mapping that has it.
  subscript(key: String) -> SyntaxNode? {
    entries?.first { $0.key == key }?.value
  }

  /// What the node is, for people.
  var shape: Phrase {
    switch content {
    case .scalar: isEmpty ? "nothing" : "a single value"
    case .sequence: "a list"
    case .mapping: "a group of keys"
    }
  }
}
