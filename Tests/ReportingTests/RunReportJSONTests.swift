import MonteCarlo
import TestSupport
import Testing

@testable import Reporting

@Suite struct RunReportJSONTests {
  /// The keys that scripts depend on: they may not change, more may be added.
  @Test func keysOfTheContract() throws {
    let json = try JSONValue(Samples.provinceRun.get().2.json())
    #expect(json["format"] == .string("growth.run/1"))
    func require(_ keys: [String], of value: JSONValue?) throws {
      let object = try #require(value?.object)
      for key in keys { #expect(object[key] != nil, "the key \(key) is missing") }
    }
    try require(
      [
        "format", "scenario", "seed", "draws", "sampling", "version", "targets", "allTargets",
        "quantities", "contributions", "warnings",
      ], of: json)
    try require(["name", "file", "digest"], of: json["scenario"])
    for target in try #require(json["targets"]?.array) {
      try require(
        [
          "id", "quantity", "comparison", "threshold", "unit", "probability", "interval",
          "standardError", "meanShortfall",
        ], of: target)
    }
    try require(["probability", "interval"], of: json["allTargets"])
    let quantiles = ["0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95"]
    for quantity in try #require(json["quantities"]?.object).values {
      try require(["mean", "standardDeviation", "standardError", "quantiles"], of: quantity)
      #expect(quantity["quantiles"]?.object?.keys.sorted() == quantiles)
    }
    for contribution in try #require(json["contributions"]?.object).values {
      try require(["mean", "quantiles", "weight"], of: contribution)
      #expect(contribution["quantiles"]?.object?.keys.sorted() == quantiles)
    }
    for warning in try #require(json["warnings"]?.array) {
      try require(["path", "line", "column", "message"], of: warning)
    }
  }

  @Test func quantitiesAreThoseOfTheEnsemble() throws {
    let (_, ensemble, report) = try Samples.provinceRun.get()
    let json = try JSONValue(report.json())
    #expect(json["seed"]?.number == Double(ensemble.seed))
    #expect(json["draws"]?.number == Double(ensemble.draws))
    let quantities = try #require(json["quantities"]?.object)
    #expect(quantities.count == ensemble.quantities.count)
    for summary in ensemble.quantities {
      let quantity = try #require(quantities[summary.quantity.path])
      // The model counts money in billions, JSON in units.
      let isMoney = [.money, .moneyPerPerson].contains(summary.quantity.unit)
      let factor = isMoney ? 1e9 : 1.0
      func same(_ value: JSONValue?, _ expected: Double) throws {
        let value = try #require(value?.number)
        #expect(abs(value - expected * factor) <= 1e-15 * abs(expected * factor))
      }
      try same(quantity["mean"], summary.mean)
      try same(quantity["standardDeviation"], summary.standardDeviation)
      try same(quantity["standardError"], summary.standardError)
      for (key, value) in try #require(quantity["quantiles"]?.object) {
        try same(value, summary.quantile(try #require(Double(key))))
      }
    }
  }

  @Test func targetsAreThoseOfTheEnsemble() throws {
    let (scenario, ensemble, report) = try Samples.provinceRun.get()
    let json = try JSONValue(report.json())
    let targets = try #require(json["targets"]?.array)
    #expect(targets.compactMap { $0["id"]?.string } == scenario.targets.map(\.id))
    for (target, outcome) in zip(targets, ensemble.targets) {
      #expect(target["probability"]?.number == outcome.estimate.probability)
      #expect(target["standardError"]?.number == outcome.estimate.standardError)
      let interval = outcome.estimate.interval()
      #expect(
        target["interval"] == .array([.number(interval.lowerBound), .number(interval.upperBound)]))
      #expect((target["meanShortfall"] == .null) == (outcome.meanShortfall == nil))
    }
    #expect(targets[1]["threshold"]?.number == 61_800_000)
    #expect(targets[1]["unit"]?.string == "VND/person")
    #expect(
      targets.prefix(3).map { $0["comparison"]?.string } == ["at-least", "at-least", "near"])
    #expect(targets[2]["tolerance"]?.number == 0.005)
    #expect(json["allTargets"]?["probability"]?.number == ensemble.allTargets?.probability)
  }

  @Test func contributionsAddUp() throws {
    let json = try JSONValue(Samples.provinceRun.get().2.json())
    let top = try #require(json["contributions"]?.object).values.filter { $0["parent"] == .null }
    #expect(top.count == 4)
    func sum(_ key: String) -> Double { top.reduce(0) { $0 + ($1[key]?.number ?? .nan) } }
    let growth = try #require(json["quantities"]?["growth"]?["mean"]?.number)
    #expect(abs(sum("weight") - 1) < 1e-12)
    #expect(abs(sum("mean") - growth) < 1e-9)
  }

  @Test func whatDoesNotExistIsNull() throws {
    let json = try JSONValue(Samples.report(try Samples.bare()).json())
    #expect(json["allTargets"] == .null)
    #expect(json["targets"] == .array([]))
    #expect(json["warnings"]?[0]?["line"]?.number == 21)
    #expect(json["warnings"]?[1]?["line"] == .null)
    #expect(json["warnings"]?[1]?["column"] == .null)
  }

  @Test func noInfinityReachesJSON() throws {
    let (scenario, ensemble) = try Odd.overflowing()
    let report = RunReport(scenario: scenario, ensemble: ensemble, context: Samples.context)
    let growth = try #require(try JSONValue(report.json())["quantities"]?["growth"])
    for key in ["mean", "standardDeviation", "standardError"] { #expect(growth[key] == .null) }
    #expect(abs(try #require(growth["quantiles"]?["0.5"]?.number) - 0.05) < 1e-5)
  }

  @Test func textIsStable() throws {
    let report = Samples.report(try Samples.bare())
    #expect(try report.json() == report.json())
    try expectSnapshot(try report.json(), "bare.json")
  }
}
