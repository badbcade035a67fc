import GrowthModel
import TestSupport
import Testing

/// What holds in every draw and period, whatever moves the economy.
@Suite struct AccountingIdentityTests {
  static let tops = ["agriculture", "electricity", "construction", "taxes"]
  static let movers = [
    "baseline", "shocks", "supply", "rain", "flood", "works", "dairy",
  ]

  @Test(arguments: [Timeline.Step.quarter, .year], 1...40)
  func identities(step: Timeline.Step, seed: Int) throws {
    let economy = try FullEconomy.economy(step: step)
    let graph = try economy.quantityGraph()
    let values = evaluate(graph, inputs: FullEconomy.inputs(graph, seed: UInt64(seed)))
    func value(_ path: String, _ period: Period) throws -> Double {
      try #require(values["\(path).\(period)"], "\(path).\(period)")
    }
    for period in economy.timeline.periods {
      func sum(_ ids: [String], _ what: String) throws -> Double {
        try ids.reduce(0) { try $0 + value($1 + what, period) }
      }
      let growth = try value("growth", period)
      #expect(abs(try sum(Self.tops, ".contribution") - growth) < 1e-12)
      #expect(
        abs(
          try sum(["crops", "livestock"], ".contribution")
            - value("agriculture.contribution", period)) < 1e-12)
      // Baseline, shocks, effects, demand and projects leave nothing over.
      #expect(abs(try sum(Self.movers, ".contribution") - growth) < 1e-12)
      #expect(abs(try sum(Self.tops, ".share") - 1) < 1e-12)
      #expect(abs(try sum(Self.tops, ".volume") / value("grdp.volume", period) - 1) < 1e-12)
      // Volume by the same period a year earlier, where that is a period of the model too.
      if period.year > 2025 {
        let before = try value("grdp.volume", period.yearEarlier)
        #expect(abs(try value("grdp.volume", period) / before - 1 - growth) < 1e-12)
      }
      // The value index is the volume index times the price index.
      if period.year > 2025 {
        let index = try value("grdp", period) / value("grdp", period.yearEarlier)
        #expect(abs(index / (1 + growth) / (1 + (try value("grdp.deflator", period))) - 1) < 1e-12)
      }
      let steps = economy.timeline.steps(of: period)
      for path in [
        "grdp", "grdp.volume", "crops.value", "dairy.volume", "dairy.spending", "spending",
      ] {
        let parts = try steps.reduce(0) { try $0 + value(path, $1) }
        #expect(abs(parts - (try value(path, period))) <= 1e-12 * max(abs(parts), 1))
      }
    }
    let average = (try value("grdp.volume", Period(year: 2026)) / economy.baseVolume).squareRoot()
    #expect(abs(try #require(values["growth.average"]) - (average - 1)) < 1e-12)
    #expect(values["growth"] == values["growth.2026"])
  }
}
