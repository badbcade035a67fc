/// The JSON Schema (draft 2020-12) of what a command answers in JSON.
///
/// Keys may be added to a format without its number changing; a schema is that of this version of the
/// program, and exact: it names every key.
public enum OutputSchema: String, Sendable, CaseIterable {
  /// Of the command of the same name.
  case run, check, show, reconcile, reach, explain, sensitivity, compare, sweep, update, calibrate,
    backtest
  /// Of the command of the same name.
  case distributions, verify

  /// The schema as JSON text.
  public func json() throws -> String { try jsonText(Document(self)) }

  /// What the format calls itself, such as `growth.run/1`.
  public var format: String { "growth.\(rawValue)/1" }

  var title: String {
    switch self {
    case .run: "The forecast of growth run: targets, quantities, contributions"
    case .check: "The problems that growth check found in scenario files"
    case .show: "The values of a scenario and where they are from, of growth show"
    case .reconcile: "The nearest plan that agrees with itself, of growth reconcile"
    case .reach: "What a probability takes, of growth reach"
    case .explain: "What must be true for a target, of growth explain"
    case .sensitivity: "Which inputs matter, of growth sensitivity"
    case .compare: "How scenarios differ and why, of growth compare"
    case .sweep: "One variant of growth sweep: a line of its output"
    case .update: "What published figures changed, of growth update"
    case .calibrate: "What a history says, of growth calibrate"
    case .distributions: "The catalogue of growth distributions"
    case .verify: "Whether an answer comes out the same again, of growth verify"
    case .backtest: "How forecasts of the past would have fared, of growth backtest"
    }
  }

  /// The answer as a whole.
  var shape: OutputShape {
    switch self {
    case .run: Self.runShape
    case .check: Self.checkShape
    case .show: Self.showShape
    case .reconcile: Self.reconcileShape
    case .reach: Self.reachShape
    case .explain: Self.explainShape
    case .sensitivity: Self.sensitivityShape
    case .compare: Self.compareShape
    case .sweep: Self.sweepShape
    case .update: Self.updateShape
    case .calibrate: Self.calibrateShape
    case .backtest: Self.backtestShape
    case .distributions: Self.distributionsShape
    case .verify: Self.verifyShape
    }
  }
}

/// A whole schema, with what its parts refer to.
private struct Document: Encodable {
  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case id = "$id"
    case definitions = "$defs"
    case title
    case comment = "$comment"
  }

  let schema: OutputSchema

  init(_ schema: OutputSchema) { self.schema = schema }

  func encode(to encoder: any Encoder) throws {
    try schema.shape.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("https://json-schema.org/draft/2020-12/schema", forKey: .schema)
    try container.encode("urn:growth:" + schema.rawValue + ":1", forKey: .id)
    try container.encode(schema.title, forKey: .title)
    try container.encode(
      "Numbers are in base units: fractions (0.08 is 8%), units of the currency. What does not exist is null.",
      forKey: .comment)
    try container.encode(OutputShape.definitions, forKey: .definitions)
  }
}
