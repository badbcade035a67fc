import GrowthModel
import Testing

@Suite struct EconomyTests {
  static func leaf(
    _ id: String, _ volume: Double, _ growth: Double, value: Double? = nil,
    deflator: Double? = nil, kind: Activity.Kind = .industry
  ) -> Activity {
    Activity(
      id: id, name: id, kind: kind,
      content: .leaf(
        Leaf(
          baseVolume: volume, baseValue: value, growth: .constant(growth),
          deflator: deflator.map(Input.constant))))
  }

  static func economy(
    _ activities: [Activity], hasLevels: Bool = true, population: Double? = nil,
    indicators: [Series] = []
  ) throws(EconomyError) -> Economy {
    try Economy(
      baseYear: 2017, year: 2018, priceYear: 2010, currency: "VND", hasLevels: hasLevels,
      activities: activities, population: population.map(Input.constant), indicators: indicators)
  }

  /// Sơn La 2018: growth of 6.18, 4.33, 6.33 and 5.67% on constant-price shares of 22.65, 33.26,
  /// 37.91 and 6.17% gives contributions of 1.40, 1.44, 2.40 and 0.35 points, and growth of 5.59%, as
  /// published in the article "Sơn La" of the Vietnamese Wikipedia, section on the economy. The shares
  /// are contribution over growth, so the check is to the two printed digits.
  @Test func sonLa2018() throws {
    let published: [(id: String, share: Double, growth: Double, contribution: Double)] = [
      ("agriculture", 0.2265, 0.0618, 1.40), ("industry-construction", 0.3326, 0.0433, 1.44),
      ("services", 0.3791, 0.0633, 2.40), ("taxes", 0.0617, 0.0567, 0.35),
    ]
    let economy = try Self.economy(
      published.map { Self.leaf($0.id, $0.share, $0.growth) }, hasLevels: false)
    let values = evaluate(try economy.quantityGraph())
    for row in published {
      let found = try #require(values[row.id + ".contribution"])
      #expect(abs(100 * found - row.contribution) < 0.005)
    }
    let growth = try #require(values["growth"])
    #expect(abs(100 * growth - 5.59) < 0.005)
  }

  /// Viet Nam 2024, from levels at constant 2010 prices of the General Statistics Office (billion
  /// VND): growth 7.09%, and by sector 3.27, 8.24, 7.38 and 5.65%, as published.
  @Test func vietNam2024() throws {
    // 2024 levels, and 2023 levels from the growth rates 3.273, 8.24, 7.379, 5.65%.
    let rows = [
      ("agriculture", 653_355.0, 0.03273), ("industry", 2_287_202, 0.0824),
      ("services", 2_774_081, 0.07379), ("taxes", 554_571, 0.0565),
    ]
    let economy = try Self.economy(rows.map { Self.leaf($0.0, $0.1 / (1 + $0.2), $0.2) })
    let values = evaluate(try economy.quantityGraph())
    #expect(abs(try #require(values["growth"]) - 0.0709) < 5e-5)
    #expect(abs(try #require(values["grdp.volume"]) - 6_269_209) < 1)
  }

  /// Every quantity of a small economy against sums by hand.
  @Test func quantitiesByHand() throws {
    let economy = try Self.economy(
      [
        Activity(
          id: "agriculture", name: "agriculture",
          content: .group([
            Self.leaf("crops", 60, 0.05, value: 100, deflator: 0.02),
            Self.leaf("livestock", 40, 0.10, value: 50, deflator: 0),
          ])), Self.leaf("services", 90, 0.20, value: 120, deflator: 0.10),
        Self.leaf("taxes", 10, 0, value: 30, deflator: -0.05, kind: .taxesLessSubsidies),
      ], population: 1000,
      indicators: [
        Series(
          id: "tourism.visits", name: "visits", unit: .count("visits"),
          course: .growing(base: 500, growth: .constant(0.1))),
        Series(
          id: "disbursed", name: "disbursed", unit: .rate, course: .level(.constant(0.9))),
      ])
    let values = evaluate(try economy.quantityGraph())
    let cropsValue = 100 * 1.05 * 1.02
    let livestockValue = 50 * 1.10
    let servicesValue = 120 * 1.2 * 1.1
    let taxesValue = 30 * 0.95
    let total = cropsValue + livestockValue + servicesValue + taxesValue
    let expected: [String: Double] = [
      "growth": (3.0 + 4 + 18) / 200,
      "agriculture.growth": 0.07, "crops.growth": 0.05,
      "agriculture.contribution": 7.0 / 200, "services.contribution": 18.0 / 200,
      "gva.growth": 25.0 / 190, "grdp.volume": 225, "agriculture.volume": 107,
      "grdp": total, "agriculture.value": cropsValue + livestockValue,
      "services.share": servicesValue / total, "taxes.share": taxesValue / total,
      "agriculture.deflator": (cropsValue + livestockValue) / 150 / 1.07 - 1,
      "crops.deflator": 0.02, "grdp.deflator": total / 300 / 1.125 - 1,
      "population": 1000, "grdp.perPerson": total / 1000,
      "tourism.visits": 550, "tourism.visits.growth": 0.1, "disbursed": 0.9,
    ]
    for (path, value) in expected {
      let found = try #require(values[path], "\(path) is missing")
      #expect(abs(found - value) < 1e-12 * max(abs(value), 1), "\(path): \(found), not \(value)")
    }
  }

  @Test func withoutValuesThereIsNoStructure() throws {
    let graph = try Self.economy(
      [Self.leaf("a", 0.6, 0.1), Self.leaf("b", 0.4, 0)], hasLevels: false
    ).quantityGraph()
    #expect(graph.quantity("a.share") == nil)
    #expect(graph.quantity("grdp") == nil)
    #expect(graph.quantity("a.volume") == nil)
    #expect(graph.quantity("gva.growth") == nil)
    #expect(graph.quantity("a.growth")?.unit == .rate)
    #expect(graph.quantity("a.contribution")?.unit == .percentagePoints)
  }

  @Test func impossibleAccounts() throws {
    let a = Self.leaf("a", 1, 0)
    #expect(throws: EconomyError.noActivities) { try Self.economy([]) }
    #expect(throws: EconomyError.duplicateName("a")) { try Self.economy([a, a]) }
    #expect(throws: EconomyError.emptyGroup("g")) {
      try Self.economy([a, Activity(id: "g", name: "g", content: .group([]))])
    }
    #expect(throws: EconomyError.zeroVolume("z")) { try Self.economy([a, Self.leaf("z", 0, 0)]) }
    #expect(throws: EconomyError.zeroVolume("z")) {
      try Self.economy([a, Self.leaf("z", .nan, 0)])
    }
    #expect(throws: EconomyError.missingDeflator("v")) {
      try Self.economy([Self.leaf("v", 1, 0, value: 3)])
    }
    #expect(throws: EconomyError.partialValues(missing: ["a"])) {
      try Self.economy([a, Self.leaf("v", 1, 0, value: 3, deflator: 0)])
    }
    #expect(throws: EconomyError.zeroVolume("the whole economy")) {
      try Self.economy([a, Self.leaf("s", -2, 0, kind: .taxesLessSubsidies)])
    }
  }

  /// Growing from the implied base shares lands on the planned structure.
  @Test func impliedBaseSharesLeadToThePlan() throws {
    let planned = [0.23, 0.29, 0.42, 0.06]
    let growth = [0.04, 0.10, 0.08, 0.05]
    let deflator = [0.03, 0.01, 0.025, 0]
    let base = try #require(
      impliedBaseShares(plannedShares: planned, growth: growth, deflator: deflator))
    #expect(abs(base.reduce(0, +) - 1) < 1e-15)
    let values = base.indices.map { base[$0] * (1 + growth[$0]) * (1 + deflator[$0]) }
    for i in planned.indices {
      #expect(abs(values[i] / values.reduce(0, +) - planned[i]) < 1e-15)
    }
    #expect(impliedBaseShares(plannedShares: [1], growth: [-1], deflator: [0]) == nil)
    #expect(impliedBaseShares(plannedShares: [1], growth: [], deflator: [0]) == nil)
  }

  @Test func targetShortfalls() {
    func target(_ comparison: Target.Comparison) -> Target {
      Target(id: "t", name: "t", quantity: "growth", comparison: comparison, threshold: 0.08)
    }
    #expect(target(.atLeast).shortfall(of: 0.08) == 0)
    #expect(abs(target(.atLeast).shortfall(of: 0.07) - 0.01) < 1e-16)
    #expect(abs(target(.atMost).shortfall(of: 0.10) - 0.02) < 1e-16)
    #expect(target(.atMost).shortfall(of: 0.05) < 0)
    #expect(abs(target(.within(tolerance: 0.01)).shortfall(of: 0.05) - 0.02) < 1e-16)
    #expect(target(.within(tolerance: 0.01)).shortfall(of: 0.085) < 0)
  }
}
