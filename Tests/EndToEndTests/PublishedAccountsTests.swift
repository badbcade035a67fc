import GrowthModel
import TestSupport
import Testing

/// The accounts by quarter against published growth: of the country by 23 parts, of Sơn La by levels.
@Suite struct PublishedAccountsTests {
  private func evaluate(
    _ economy: Economy, inputs: [String: Double] = [:]
  ) throws -> [String: Double] {
    let graph = try economy.quantityGraph()
    let values = nodeValues(graph, inputs: inputs)
    return Dictionary(
      uniqueKeysWithValues: graph.quantities.map { ($0.path, values[$0.node.index]) })
  }

  /// GDP growth of 2024 in percent as the statistics office gave it with the fourth quarter: quarters and
  /// year, the year's sectors (cafef.vn, 10 January 2025), and product taxes from its levels.
  @Test func vietNam2024() throws {
    let values = try evaluate(NationalAccounts().economy(year: 2024))
    let published: [(path: String, percent: Double)] = [
      ("growth.2024Q1", 5.98), ("growth.2024Q2", 7.25), ("growth.2024Q3", 7.43),
      ("growth.2024Q4", 7.55), ("growth", 7.09), ("growth.2024", 7.09),
      ("agriculture-forestry-fishery.growth", 3.27), ("industry-construction.growth", 8.24),
      ("services.growth", 7.38), ("taxes.growth", 5.65),
    ]
    for (path, percent) in published {
      let found = try #require(values[path], "\(path)")
      #expect(abs(100 * found - percent) < 0.0051, "\(path): \(100 * found), not \(percent)")
    }
  }

  /// Year-to-date growth against the sums of published GDP, which the model does not see.
  @Test(arguments: [2012, 2020, 2021, 2024]) func yearToDate(year: Int) throws {
    let accounts = try NationalAccounts()
    let values = try evaluate(accounts.economy(year: year))
    for span in Period.Span.allCases {
      let period = Period(year: year, span: span)
      let expected = try accounts.gdp(period) / accounts.gdp(period.yearEarlier) - 1
      let growth = try #require(values["growth.\(period)"])
      // The parts are rounded to 0.0001 billion VND, and so are 24 of them to 1e-8 of a quarter.
      #expect(abs(growth - expected) < 1e-8, "\(period)")
      let volume = try #require(values["grdp.volume.\(period)"])
      #expect(abs(volume - (try accounts.gdp(period))) < 0.01, "\(period)")
    }
  }

  @Test func quartersSumToTheYear() throws {
    let economy = try NationalAccounts().economy(year: 2024)
    let values = try evaluate(economy)
    for path in ["grdp.volume"] + economy.allActivities.map({ $0.id + ".volume" }) {
      func volume(_ suffix: String) throws -> Double {
        try #require(values["\(path).2024\(suffix)"], "\(path) \(suffix)")
      }
      let quarters = try (1...4).map { try volume("Q\($0)") }
      let parts = [
        ("", quarters.reduce(0, +)), ("H1", quarters[0] + quarters[1]),
        ("H2", quarters[2] + quarters[3]), ("M9", quarters[0] + quarters[1] + quarters[2]),
      ]
      for (suffix, sum) in parts {
        #expect(abs(try volume(suffix) - sum) <= 1e-14 * sum.magnitude, "\(path) \(suffix)")
      }
    }
  }

  /// Growth of every leaf and quarter drawn at random, an effect on levels and a shock that lasts: what
  /// groups and GDP grow by is what their parts add.
  @Test(arguments: 1...20) func contributionsAddUp(seed: Int) throws {
    var economy = try NationalAccounts().economy(year: 2024)
    economy.shocks = ShockProcess(
      activities: ["manufacturing", "services"], persistence: [[0.6, 0.1], [0, 0.3]],
      start: [0.01, -0.02])
    economy.effects = [
      Effect(
        id: "flood", name: "flood", activities: ["agriculture-forestry-fishery", "trade"],
        basis: .level,
        source: .event(
          Event(
            occurrence: .uncertain("flood.occurrence"), size: .uncertain("flood.size"),
            recovery: .uncertain("flood.recovery"))))
    ]
    var random = SplitMix64(seed: UInt64(seed))
    let graph = try economy.quantityGraph()
    let inputs = Dictionary(
      uniqueKeysWithValues: graph.inputNames.map { ($0, random.nextUniform() / 4) })
    let values = try evaluate(economy, inputs: inputs)
    for period in economy.timeline.periods {
      func contribution(_ activity: Activity) throws -> Double {
        try #require(values["\(activity.id).contribution.\(period)"])
      }
      let growth = try #require(values["growth.\(period)"])
      let top = try economy.activities.map(contribution).reduce(0, +)
      #expect(abs(top - growth) < 1e-12)
      for group in economy.allActivities where !group.children.isEmpty {
        let parts = try group.children.map(contribution).reduce(0, +)
        #expect(abs(parts - (try contribution(group))) < 1e-12, "\(group.id) \(period)")
      }
      let causes = try ["baseline", "shocks", "flood"].map {
        try #require(values["\($0).contribution.\(period)"])
      }
      #expect(abs(causes.reduce(0, +) - growth) < 1e-12, "\(period)")
    }
  }

  /// Sơn La in 2025, billion VND at constant 2010 prices: 16,541 in the first half
  /// (thongtindoingoai.sonla.gov.vn, content-1148) on 15,209, and 27,094 in nine months (dantri.com.vn, 9
  /// November 2025) on 25,498, are growth of 8.76% and 6.26%. How a half divides into quarters is not
  /// published, and must not matter.
  @Test(arguments: [
    (0.5, 0.5), (0.47, 0.44), (0.38, 0.55),
  ])
  func sonLa2025(firstQuarter: (Double, Double)) throws {
    // First half, third quarter, fourth quarter; the last of 2025 is made to reach 8% in the year.
    let base = (half: 15_209.0, third: 25_498.0 - 15_209, fourth: 36_274.0 - 25_498)
    let year = (half: 16_541.0, third: 27_094.0 - 16_541, fourth: 1.08 * 36_274 - 27_094)
    let volumes = [
      base.half * firstQuarter.0, base.half * (1 - firstQuarter.0), base.third, base.fourth,
    ]
    let later = [
      year.half * firstQuarter.1, year.half * (1 - firstQuarter.1), year.third, year.fourth,
    ]
    let growth = zip(volumes, later).enumerated().map { k, pair in
      (Period(year: 2025, quarter: k + 1), Input.constant(pair.1 / pair.0 - 1))
    }
    let economy = Economy(
      timeline: Timeline(baseYear: 2024, lastYear: 2025, step: .quarter), priceYear: 2010,
      currency: "VND", hasLevels: true,
      activities: [
        Activity(
          id: "all", name: "all",
          content: .leaf(
            Leaf(
              volumes: volumes, values: nil,
              growth: .byPeriod(Dictionary(uniqueKeysWithValues: growth)), deflator: nil)))
      ])
    let values = try evaluate(economy)
    func percent(_ path: String) throws -> Double { 100 * (try #require(values[path])) }
    #expect(abs(try percent("growth.2025H1") - 8.76) < 0.005)
    #expect(abs(try percent("growth.2025M9") - 6.26) < 0.005)
    // Worked out from the published levels: 2.56% and 12.12%.
    #expect(abs(try percent("growth.2025Q3") - 2.56) < 0.011)
    #expect(abs(try percent("growth.2025Q4") - 12.12) < 0.011)
    #expect(abs(try percent("growth.2025") - 8) < 1e-12)
    #expect(abs(try #require(values["grdp.volume.2025H1"]) - 16_541) < 1e-9)
    #expect(abs(try #require(values["grdp.volume.2025M9"]) - 27_094) < 1e-9)
  }
}
