import Foundation
import GrowthModel

extension SweepRow {
  /// The row as one line of JSON in the format `growth.sweep/1`.
  ///
  /// Numbers are in base units; what does not exist is null.
  ///
  /// - Parameters:
  ///   - paths: those that are varied, in the order of the row's values.
  ///   - context: where the scenario came from.
  ///   - scenario: its name.
  public func json(paths: [String], context: RunContext, scenario: String) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = SweepRowJSON(self, paths: paths, context: context, scenario: scenario)
    return String(decoding: try encoder.encode(json), as: UTF8.self) + "\n"
  }

  /// What a finished line says of a target.
  ///
  /// - Parameters:
  ///   - line: a row as `json(paths:context:scenario:)` writes it.
  ///   - target: the id of the target.
  /// - Returns: nil where the line is no such row.
  public static func point(json line: String, target: String) -> SweepPoint? {
    let decoded = try? JSONDecoder().decode(FinishedLine.self, from: Data(line.utf8))
    guard let found = decoded?.targets.first(where: { $0.id == target }), found.interval.count == 2
    else { return nil }
    return SweepPoint(
      probability: found.probability, low: found.interval[0], high: found.interval[1])
  }

  private struct FinishedLine: Decodable {
    struct Target: Decodable {
      let id: String
      let probability: Double
      let interval: [Double]
    }

    let targets: [Target]
  }
}

/// The keys of `growth.sweep/1`: scripts depend on them, so they may be added to and not changed.
private struct SweepRowJSON: Encodable {
  let format = "growth.sweep/1"
  let scenario: JSONScenario
  let variant: Int
  let values: [String: JSONOptional<String>]
  let seed: UInt64
  let draws: Int
  let sampling: String
  let version: String
  let targets: [JSONJoined<JSONJoined<JSONTarget, JSONProbability>, SweepTargetJSON>]
  let allTargets: JSONOptional<JSONProbability>
  let quantities: [String: SweepQuantityJSON]

  init(_ row: SweepRow, paths: [String], context: RunContext, scenario name: String) {
    scenario = JSONScenario(name: name, file: context.file, digest: row.digest)
    variant = row.variant
    values = Dictionary(
      zip(paths, row.values.map { JSONOptional($0.isEmpty ? nil : $0) }),
      uniquingKeysWith: { first, _ in first })
    seed = row.seed
    draws = row.draws
    sampling = row.sampling
    version = context.version
    targets = row.targets.map {
      JSONJoined(JSONJoined(JSONTarget($0), JSONProbability($0.outcome)), SweepTargetJSON($0))
    }
    allTargets = JSONOptional(row.allTargets.map(JSONProbability.init))
    quantities = Dictionary(
      row.quantities.map { ($0.path, SweepQuantityJSON($0)) },
      uniquingKeysWith: { first, _ in first })
  }
}

private struct SweepTargetJSON: Encodable {
  let meanShortfall: JSONNumber
  let method: String

  init(_ target: TargetReport) {
    meanShortfall = JSONNumber(target.meanShortfall)
    method = target.outcome.method.name
  }
}

private struct SweepQuantityJSON: Encodable {
  let unit: String
  let mean: JSONNumber
  let standardDeviation: JSONNumber
  let quantiles: [String: JSONNumber]

  init(_ quantity: QuantityReport) {
    unit = quantity.unitName
    mean = JSONNumber(quantity.distribution.mean)
    standardDeviation = JSONNumber(quantity.distribution.standardDeviation)
    quantiles = Dictionary(
      SweepRow.quantiles.map { ($0, JSONNumber(quantity.distribution.quantile($0) ?? nil)) },
      uniquingKeysWith: { first, _ in first })
  }
}
