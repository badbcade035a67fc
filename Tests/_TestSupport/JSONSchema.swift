import Foundation

/// A JSON Schema that values are held against: the part of draft 2020-12 that the program's schemas use.
///
/// A keyword that is not known here is a problem of the schema, so that none is passed over.
public final class JSONSchema {
  private let root: JSONValue
  private var expressions: [String: NSRegularExpression] = [:]

  /// Keywords that say nothing of what is valid.
  private static let annotations: Set = [
    "$schema", "$id", "$comment", "$defs", "title", "description", "examples", "default",
  ]

  /// - Parameter root: the schema.
  public init(_ root: JSONValue) { self.root = root }

  /// - Parameter text: the schema as JSON.
  /// - Throws: where the text is no JSON.
  public convenience init(_ text: String) throws { self.init(try JSONValue(text)) }

  /// What is wrong with a value, each with where it is; nothing of a valid one.
  ///
  /// - Parameter value: to be held against the schema.
  public func problems(in value: JSONValue) -> [String] { problems(value, root, at: "") }

  private func problems(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
    if case .bool(let accepts) = schema { return accepts ? [] : ["\(path): nothing may be here"] }
    guard let keywords = schema.object else { return ["\(path): the schema is no object"] }
    var problems: [String] = []
    func report(_ text: String) { problems.append((path.isEmpty ? "/" : path) + ": " + text) }
    for (keyword, rule) in keywords.sorted(by: { $0.key < $1.key }) {
      switch keyword {
      case "$ref":
        guard let target = definition(rule.string ?? "") else {
          report("there is no definition \(rule)")
          continue
        }
        problems += self.problems(value, target, at: path)
      case "type":
        let types = (rule.array ?? [rule]).compactMap(\.string)
        if !types.contains(where: { value.isOf(type: $0) }) {
          report("is no \(types.joined(separator: " or "))")
        }
      case "const": if value != rule { report("is not \(rule)") }
      case "enum": if !(rule.array ?? []).contains(value) { report("is none of \(rule)") }
      case "minimum":
        if let number = value.number, let bound = rule.number, number < bound {
          report("is below \(bound)")
        }
      case "maximum":
        if let number = value.number, let bound = rule.number, number > bound {
          report("is above \(bound)")
        }
      case "pattern":
        if let text = value.string, let pattern = rule.string, !matches(text, pattern) {
          report("'\(text)' does not match \(pattern)")
        }
      case "required":
        guard let members = value.object else { continue }
        for key in (rule.array ?? []).compactMap(\.string) where members[key] == nil {
          report("lacks '\(key)'")
        }
      case "properties":
        for (key, own) in (rule.object ?? [:]).sorted(by: { $0.key < $1.key }) {
          if let member = value[key] {
            problems += self.problems(member, own, at: path + "/" + key)
          }
        }
      case "patternProperties":
        for (pattern, own) in rule.object ?? [:] {
          for (key, member) in value.object ?? [:] where matches(key, pattern) {
            problems += self.problems(member, own, at: path + "/" + key)
          }
        }
      case "additionalProperties":
        for (key, member) in (value.object ?? [:]).sorted(by: { $0.key < $1.key }) {
          let patterns = keywords["patternProperties"]?.object ?? [:]
          let isKnown =
            keywords["properties"]?[key] != nil || patterns.keys.contains { matches(key, $0) }
          if !isKnown { problems += self.problems(member, rule, at: path + "/" + key) }
        }
      case "minProperties":
        if let count = value.object?.count, let bound = rule.number, Double(count) < bound {
          report("has \(count) members, fewer than \(bound)")
        }
      case "items":
        for (index, item) in (value.array ?? []).enumerated() {
          problems += self.problems(item, rule, at: "\(path)/\(index)")
        }
      case "minItems":
        if let count = value.array?.count, let bound = rule.number, Double(count) < bound {
          report("has \(count) items, fewer than \(bound)")
        }
      case "maxItems":
        if let count = value.array?.count, let bound = rule.number, Double(count) > bound {
          report("has \(count) items, more than \(bound)")
        }
      case "anyOf":
        let failures = (rule.array ?? []).map { self.problems(value, $0, at: path) }
        if !failures.contains(where: \.isEmpty) {
          let nearest = failures.min { $0.count < $1.count }?.first ?? ""
          report("is none of the choices, such as: \(nearest)")
        }
      case "if":
        let branch = self.problems(value, rule, at: path).isEmpty ? "then" : "else"
        if let own = keywords[branch] { problems += self.problems(value, own, at: path) }
      case "then", "else": continue
      default:
        if !Self.annotations.contains(keyword) { report("the keyword '\(keyword)' is not known") }
      }
    }
    return problems
  }

  /// What a reference such as `#/$defs/figure` leads to.
  private func definition(_ reference: String) -> JSONValue? {
    let parts = reference.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.first == "#" else { return nil }
    return parts.dropFirst().reduce(root) { (value: JSONValue?, part) in value?[String(part)] }
  }

  private func matches(_ text: String, _ pattern: String) -> Bool {
    if expressions[pattern] == nil {
      expressions[pattern] = try? NSRegularExpression(pattern: pattern)
    }
    let range = NSRange(text.startIndex..., in: text)
    return expressions[pattern]?.firstMatch(in: text, range: range) != nil
  }
}

extension JSONValue {
  fileprivate func isOf(type: String) -> Bool {
    switch (type, self) {
    case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string),
      ("array", .array), ("object", .object):
      true
    case ("integer", .number(let value)): value == value.rounded()
    default: false
    }
  }
}
