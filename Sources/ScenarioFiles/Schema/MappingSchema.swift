/// The keys that a mapping of the scenario file may have.
struct MappingSchema: Sendable {
  struct Key: Sendable {
    let name: String
    let isNeeded: Bool

    static func needed(_ name: String) -> Key { Key(name: name, isNeeded: true) }
    static func optional(_ name: String) -> Key { Key(name: name, isNeeded: false) }
  }

  /// What the mapping describes, with its article.
  let what: Noun
  let keys: [Key]

  var names: [String] { keys.map(\.name) }

  init(_ what: Noun, needed: [String] = [], optional: [String] = []) {
    self.what = what
    keys = needed.map(Key.needed) + optional.map(Key.optional)
  }
}

/// The format `growth.scenario/1`, mapping by mapping.
extension MappingSchema {
  static let format = "growth.scenario/1"

  static let scenario = MappingSchema(
    .scenario,
    needed: ["format", "name", "currency", "base-year", "year", "activities"],
    optional: [
      "extends", "as-of", "notes", "price-year", "steps", "weights", "source", "base",
      "quarters", "value-quarters", "population", "levers", "uncertainties", "indicators",
      "effects", "projects", "input-output", "shocks", "history", "correlation", "targets",
      "statements", "actuals", "run",
    ])

  static let base = MappingSchema(.key("base"), optional: ["volume", "value", "source", "notes"])

  static let leaf = MappingSchema(
    .activity, needed: ["growth"],
    optional: [
      "name", "kind", "base-volume", "base-volume-share", "base-value", "base-value-share",
      "planned-share", "deflator", "quarters", "value-quarters", "source", "notes",
    ])

  static let group = MappingSchema(
    .activityGroup, needed: ["activities"],
    optional: ["name", "kind", "quarters", "value-quarters", "source", "notes"])

  static let population = MappingSchema(
    .growingPopulation, needed: ["base", "growth"], optional: ["source", "notes"])

  static let lever = MappingSchema(
    .lever, needed: ["value"],
    optional: ["name", "reference", "range", "cost", "owner"] + course + ["source", "notes"])

  static let uncertainty = MappingSchema(
    .uncertainty,
    optional: ["name", "level", "base", "growth"] + course + ["source", "notes"])

  static let indicator = MappingSchema(
    .indicator,
    optional: ["name", "base", "growth", "level", "formula"] + course + ["source", "notes"])

  /// How a number runs over the periods.
  private static let course = ["quarters", "total", "every", "before"]

  static let elasticity = effect(
    .effectOf(kind: "elasticity"), needed: ["to", "from", "elasticity"],
    optional: ["reference", "lag", "persistence"])

  static let event = effect(
    .effectOf(kind: "event"), needed: ["to", "hazard", "size"], optional: ["recovery"])

  static let formulaEffect = effect(
    .effectOf(kind: "formula"), needed: ["to", "formula"], optional: [])

  private static func effect(
    _ what: Noun, needed: [String], optional: [String]
  ) -> MappingSchema {
    MappingSchema(
      what, needed: ["kind"] + needed, optional: ["name", "on"] + optional + ["source", "notes"])
  }

  static let history = MappingSchema(
    .key("history"), needed: ["file", "period", "columns"], optional: ["source", "notes"])

  static let correlation = MappingSchema(
    .key("correlation"),
    optional: ["variables"] + statedCorrelations + ["bootstrap", "groups", "source", "notes"]
  )

  static let correlationGroup = MappingSchema(
    .correlationGroup,
    optional: ["variables"] + statedCorrelations + ["bootstrap", "source", "notes"])

  static let bootstrap = MappingSchema(
    .key("bootstrap"), needed: ["file", "period", "columns"],
    optional: ["block", "source", "notes"])

  static let shockCorrelation = MappingSchema(
    .key("correlation"), optional: statedCorrelations + ["source", "notes"])

  static let commonFactor = MappingSchema(
    .key("common-factor"), optional: ["loadings", "correlation", "source", "notes"])

  /// How the correlations of one group are given.
  private static let statedCorrelations = [
    "matrix", "pairs", "common-factor", "kind", "repair", "keep", "copula", "degrees-of-freedom",
  ]

  static let target = MappingSchema(
    .target, needed: ["quantity"],
    optional: ["name", "at-least", "at-most", "near", "within", "source", "notes"])

  static let statement = MappingSchema(
    .statement, needed: ["quantity"],
    optional: ["name", "equals", "at-least", "at-most", "near", "within", "source", "notes"])

  static let actual = MappingSchema(
    .publishedFigure, needed: ["value"],
    optional: ["revision", "published", "source", "notes"])

  static let run = MappingSchema(.key("run"), optional: ["draws", "seed", "sampling"])

  static let figure = MappingSchema(.figure, needed: ["value"], optional: ["source", "notes"])
}
