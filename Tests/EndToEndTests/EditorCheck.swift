import TestSupport
import Yams

/// What an editor with the schema of `growth schema` says of a scenario.
enum EditorCheck {
  private static let schema = Result { try JSONValue(Program.run("schema").output) }

  /// - Throws: where the text is no YAML, or `growth schema` no JSON.
  static func problems(_ text: String) throws -> [String] {
    guard let node = try Yams.compose(yaml: text) else { return ["nothing is there"] }
    return try JSONSchema(schema.get()).problems(in: value(node))
  }

  private static func value(_ node: Node) -> JSONValue {
    switch node {
    case .scalar(let scalar):
      let isNumber =
        scalar.style == .plain && scalar.string.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil
      return isNumber
        ? Double(scalar.string).map { .number($0) } ?? .null : .string(scalar.string)
    case .sequence(let items): return .array(items.map(value))
    case .mapping(let pairs):
      return .object(
        Dictionary(
          pairs.map { ($0.key.scalar?.string ?? "", value($0.value)) },
          uniquingKeysWith: { first, _ in first }))
    case .alias: return .null
    }
  }
}
