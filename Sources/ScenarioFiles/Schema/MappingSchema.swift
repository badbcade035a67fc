/// The keys that a mapping of the scenario file may have.
struct MappingSchema: Sendable {
  struct Key: Sendable {
    let name: String
    let isNeeded: Bool

    static func needed(_ name: String) -> Key { Key(name: name, isNeeded: true) }
    static func optional(_ name: String) -> Key { Key(name: name, isNeeded: false) }
  }

  /// What the mapping describes, with its article.
  let what: String
  let keys: [Key]

  var names: [String] { keys.map(\.name) }

  init(_ what: String, needed: [String] = [], optional: [String] = []) {
    self.what = what
    keys = needed.map(Key.needed) + optional.map(Key.optional)
  }
}

/// The format `growth.scenario/1`, mapping by mapping.
extension MappingSchema {
  static let format = "growth.scenario/1"

  static let scenario = MappingSchema(
    "a scenario",
    needed: ["format", "name", "currency", "base-year", "year", "activities"],
    optional: [
      "extends", "as-of", "notes", "price-year", "weights", "source", "base", "population",
      "indicators",
      "history", "correlation", "targets", "statements", "run",
    ])

  static let base = MappingSchema("`base`", optional: ["volume", "value", "source", "notes"])

  static let leaf = MappingSchema(
    "an activity", needed: ["growth"],
    optional: [
      "name", "kind", "base-volume", "base-volume-share", "base-value", "base-value-share",
      "planned-share", "deflator", "source", "notes",
    ])

  static let group = MappingSchema(
    "a group of activities", needed: ["activities"],
    optional: ["name", "kind", "source", "notes"])

  static let indicator = MappingSchema(
    "an indicator", optional: ["name", "base", "growth", "level", "source", "notes"])

  static let history = MappingSchema(
    "`history`", needed: ["file", "period", "columns"], optional: ["source", "notes"])

  static let correlation = MappingSchema(
    "`correlation`", needed: ["variables", "matrix"], optional: ["source", "notes"])

  static let target = MappingSchema(
    "a target", needed: ["quantity"],
    optional: ["name", "at-least", "at-most", "near", "within", "source", "notes"])

  static let statement = MappingSchema(
    "a statement", needed: ["quantity"],
    optional: ["name", "equals", "at-least", "at-most", "near", "within", "source", "notes"])

  static let run = MappingSchema("`run`", optional: ["draws", "seed"])

  static let figure = MappingSchema("a figure", needed: ["value"], optional: ["source", "notes"])
}
