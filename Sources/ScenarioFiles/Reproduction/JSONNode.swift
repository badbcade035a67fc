/// A value in JSON (RFC 8259) as it stands in a file: numbers with their digits, and each value with its place.
struct JSONNode: Sendable, Equatable {
  enum Value: Sendable, Equatable {
    case null
    case bool(Bool)
    /// As it is written.
    case number(String)
    case text(String)
    case list([JSONNode])
    case object([Member])
  }

  /// A key of an object, with its value.
  struct Member: Sendable, Equatable {
    let key: String
    let value: JSONNode
  }

  let value: Value
  /// The bytes of the file that it takes.
  let range: Range<Int>

  /// The value of a key; nil for what is no object or does not have it.
  subscript(_ key: String) -> JSONNode? { members?.first { $0.key == key }?.value }

  var members: [Member]? { if case .object(let members) = value { members } else { nil } }

  var text: String? { if case .text(let text) = value { text } else { nil } }

  /// A whole number that is not negative.
  var count: UInt64? {
    if case .number(let digits) = value { UInt64(digits) } else { nil }
  }

  /// The object without one of its keys; anything else as it is.
  func without(_ key: String) -> JSONNode {
    guard let members else { return self }
    return JSONNode(value: .object(members.filter { $0.key != key }), range: range)
  }
}

extension JSONNode {
  /// The value as text that does not depend on how it was laid out: without blanks, keys sorted by their bytes, a
  /// number as the shortest decimal that reads back as it.
  var canonicalText: String {
    var text = ""
    addCanonical(to: &text)
    return text
  }

  private func addCanonical(to text: inout String) {
    switch value {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .number(let digits): text += Self.canonical(digits)
    case .text(let string): Self.addQuoted(string, to: &text)
    case .list(let items):
      for (place, item) in items.enumerated() {
        text += place == 0 ? "[" : ","
        item.addCanonical(to: &text)
      }
      text += items.isEmpty ? "[]" : "]"
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (place, member) in sorted.enumerated() {
        text += place == 0 ? "{" : ","
        Self.addQuoted(member.key, to: &text)
        text += ":"
        member.value.addCanonical(to: &text)
      }
      text += members.isEmpty ? "{}" : "}"
    }
  }

  /// A number as it is compared: 1, 1.0 and 10e-1 are the same.
  static func canonical(_ digits: String) -> String {
    if let whole = Int64(digits) { return String(whole) }
    if let whole = UInt64(digits) { return String(whole) }
    guard let number = Double(digits), number.isFinite else { return digits }
    return Int64(exactly: number).map(String.init) ?? number.description
  }

  private static func addQuoted(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
