/// A JSON value whose objects keep the order of their keys.
indirect enum JSONTree: Equatable, Sendable {
  case string(String)
  case bool(Bool)
  case number(Int)
  case array([JSONTree])
  case object([Member])

  /// A key of an object, with its value.
  struct Member: Equatable, Sendable {
    let key: String
    let value: JSONTree
  }

  static func object(_ members: KeyValuePairs<String, JSONTree>) -> JSONTree {
    .object(members.map { Member(key: $0.key, value: $0.value) })
  }

  /// The object with more members behind its own; anything else as it is.
  func with(_ members: KeyValuePairs<String, JSONTree>) -> JSONTree {
    guard case .object(let own) = self else { return self }
    return .object(own + members.map { Member(key: $0.key, value: $0.value) })
  }

  /// The widest line that holds a whole value.
  private static let width = 100

  /// The value as text, with what fits into a line on one line.
  ///
  /// - Parameter indent: of the line that it begins on, in blanks.
  func text(indent: Int = 0) -> String {
    let flat = flat
    if flat.utf8.count + indent <= Self.width { return flat }
    let margin = String(repeating: " ", count: indent + 2)
    let end = "\n" + String(repeating: " ", count: indent)
    switch self {
    case .array(let items):
      let lines = items.map { margin + $0.text(indent: indent + 2) }
      return "[\n" + lines.joined(separator: ",\n") + end + "]"
    case .object(let members):
      let lines = members.map {
        margin + Self.quoted($0.key) + ": " + $0.value.text(indent: indent + 2)
      }
      return "{\n" + lines.joined(separator: ",\n") + end + "}"
    default: return flat
    }
  }

  private var flat: String {
    switch self {
    case .string(let text): Self.quoted(text)
    case .bool(let value): value ? "true" : "false"
    case .number(let value): String(value)
    case .array(let items): "[" + items.map(\.flat).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.key) + ": " + $0.value.flat }.joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
