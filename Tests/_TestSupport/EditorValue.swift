import Foundation
import Yams

/// A YAML file as an editor's language server sees it: by the core schema of YAML 1.2.
public enum EditorValue {
  /// The value of a file with one document.
  ///
  /// - Parameter text: of the file.
  /// - Throws: where the text is no YAML.
  public static func read(_ text: String) throws -> JSONValue {
    guard let node = try Yams.compose(yaml: text) else { return .null }
    return value(node)
  }

  private static func value(_ node: Node) -> JSONValue {
    switch node {
    case .scalar(let scalar):
      return scalar.style == .plain ? plain(scalar.string) : .string(scalar.string)
    case .sequence(let items): return .array(items.map(value))
    case .mapping(let pairs):
      return .object(
        Dictionary(
          pairs.map { ($0.key.scalar?.string ?? "", value($0.value)) },
          uniquingKeysWith: { first, _ in first }))
    case .alias: return .null
    }
  }

  private static func plain(_ text: String) -> JSONValue {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default:
      let isNumber =
        text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil
      return isNumber ? Double(text).map { .number($0) } ?? .string(text) : .string(text)
    }
  }
}
