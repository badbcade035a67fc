/// Checks JSON against a schema: the part of JSON Schema (draft 2020-12) that this project's schemas use.
///
/// A keyword that it does not know is an error, so that no rule is passed over in silence.
public struct JSONSchema {
  /// A rule that is broken, or one that is not known.
  public struct Violation: Equatable, CustomStringConvertible, Sendable {
    /// Where in the JSON, such as `/targets/0/id`.
    public let place: String
    public let message: String

    public var description: String { (place.isEmpty ? "/" : place) + ": " + message }
  }

  /// Says nothing about the JSON.
  private static let remarks: Set = ["$schema", "$id", "$comment", "$defs", "title", "description"]

  private let root: JSONValue

  /// - Parameter text: of the schema.
  public init(_ text: String) throws { root = try JSONValue(text) }

  /// What in the JSON breaks the schema.
  public func violations(in value: JSONValue) -> [Violation] { check(value, root, "") }

  private func check(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [Violation] {
    guard let rules = schema.object else {
      return [Violation(place: place, message: "a schema that is no object")]
    }
    return rules.sorted { $0.key < $1.key }.flatMap { keyword, rule in
      check(value, keyword, rule, rules, place)
    }
  }

  private func check(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ rules: [String: JSONValue],
    _ place: String
  ) -> [Violation] {
    func wrong(_ message: String) -> [Violation] { [Violation(place: place, message: message)] }
    switch keyword {
    case _ where Self.remarks.contains(keyword): return []
    case "type":
      let types = rule.array?.compactMap(\.string) ?? [rule.string].compactMap(\.self)
      return types.contains { Self.isOf(value, $0) } ? [] : wrong("is not of type \(types)")
    case "const": return value == rule ? [] : wrong("is not the constant")
    case "enum":
      return rule.array?.contains(value) == true ? [] : wrong("is none of those that are allowed")
    case "anyOf":
      let choices = rule.array ?? []
      let found = choices.map { check(value, $0, place) }
      guard !found.contains(where: \.isEmpty) else { return [] }
      // The choice that comes closest says most.
      return found.max { ($0.map(\.place.count).max() ?? 0) < ($1.map(\.place.count).max() ?? 0) }
        ?? wrong("fits none of no choices")
    case "$ref":
      let prefix = "#/$defs/"
      guard let name = rule.string, name.hasPrefix(prefix),
        let definition = root["$defs"]?[String(name.dropFirst(prefix.count))]
      else { return wrong("refers to what is not there") }
      return check(value, definition, place)
    case "properties":
      return (rule.object ?? [:]).flatMap { name, schema in
        value[name].map { check($0, schema, place + "/" + name) } ?? []
      }
    case "required":
      return (rule.array ?? []).compactMap(\.string).flatMap { name in
        value.object != nil && value[name] == nil ? wrong("has no '\(name)'") : []
      }
    case "additionalProperties":
      let known = rules["properties"]?.object ?? [:]
      return (value.object ?? [:]).filter { known[$0.key] == nil }.flatMap { name, part in
        rule == .bool(false)
          ? wrong("has '\(name)', which nobody named") : check(part, rule, place + "/" + name)
      }
    case "items":
      return (value.array ?? []).enumerated().flatMap { check($1, rule, place + "/\($0)") }
    case "minItems":
      guard let count = value.array?.count, let least = rule.number else { return [] }
      return Double(count) >= least ? [] : wrong("has fewer than \(least) items")
    case "maxItems":
      guard let count = value.array?.count, let most = rule.number else { return [] }
      return Double(count) <= most ? [] : wrong("has more than \(most) items")
    case "minimum":
      guard let number = value.number, let least = rule.number else { return [] }
      return number >= least ? [] : wrong("\(number) is below \(least)")
    case "maximum":
      guard let number = value.number, let most = rule.number else { return [] }
      return number <= most ? [] : wrong("\(number) is above \(most)")
    case "pattern":
      guard let text = value.string, let pattern = rule.string else { return [] }
      guard let expression = try? Regex(pattern) else { return wrong("a pattern that is none") }
      return text.contains(expression) ? [] : wrong("'\(text)' does not match \(pattern)")
    default: return wrong("the keyword '\(keyword)' is not known")
    }
  }

  private static func isOf(_ value: JSONValue, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.bool, "boolean"), (.string, "string"), (.array, "array"),
      (.object, "object"), (.number, "number"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}
