import Foundation

/// A number or null in JSON: what is not finite has no number there.
struct JSONNumber: Encodable {
  let value: Double?

  init(_ value: Double?) { self.value = value.flatMap { $0.isFinite ? $0 : nil } }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}

/// A value or null in JSON, where a plain optional would leave its key out.
struct JSONOptional<Value: Encodable>: Encodable {
  let value: Value?

  init(_ value: Value?) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}

/// The scenario, as all JSON formats name it.
struct JSONScenario: Encodable {
  let name: String
  let file: String
  let digest: String
}

/// What every answer about one scenario says of itself.
struct JSONHead: Encodable {
  let format: String
  let scenario: JSONScenario
  let asOf: JSONOptional<String>
  let year: Int
  let currency: String
  let seed: UInt64
  let draws: Int
  let version: String
  let overrides: [String]
  let warnings: [WarningJSON]

  init(
    _ format: String, scenario: String, year: Int, currency: String, seed: UInt64, draws: Int,
    _ context: RunContext
  ) {
    self.format = format
    self.scenario = JSONScenario(name: scenario, file: context.file, digest: context.digest)
    asOf = JSONOptional(context.asOf)
    self.year = year
    self.currency = currency
    self.seed = seed
    self.draws = draws
    version = context.version
    overrides = context.overrides
    warnings = context.warnings.map(WarningJSON.init)
  }
}

/// The keys of two values in one object.
struct JSONJoined<First: Encodable, Second: Encodable>: Encodable {
  private let first: First
  private let second: Second

  init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  func encode(to encoder: any Encoder) throws {
    try first.encode(to: encoder)
    try second.encode(to: encoder)
  }
}

/// JSON with sorted keys, so that equal reports are equal text, and a line break at its end.
func jsonText(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
}
