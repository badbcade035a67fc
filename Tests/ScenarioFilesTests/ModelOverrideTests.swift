import Foundation
import GrowthModel
import Testing

@testable import ScenarioFiles

/// Overrides and variants of what moves growth, and of figures by period.
@Suite struct ModelOverrideTests {
  private func economy(_ overrides: String...) throws -> Economy {
    let reading = ScenarioReader.read(
      path: TestFiles.path("Valid/quarters.yaml"), overrides: overrides)
    #expect(reading.diagnostics.filter { $0.severity == .error }.map(\.description) == [])
    return try #require(reading.scenario).economy
  }

  @Test func leverByItsName() throws {
    let lever = try economy("investment.disbursement=80%").levers[0]
    #expect(lever.setting.course == .level(.constant(0.8)))
    #expect(lever.range == 0.7...1)
    #expect(lever.reference == .constant(0.9))
  }

  @Test func leverByPeriod() throws {
    let lever = try economy("investment.disbursement={2025: 85%, 2026: 90%}").levers[0]
    #expect(
      lever.setting.course
        == .level(
          .byPeriod([Period(year: 2025): .constant(0.85), Period(year: 2026): .constant(0.9)])))
    let single = try economy("investment.disbursement.value.2026=99%").levers[0]
    #expect(
      single.setting.course
        == .level(
          .byPeriod([Period(year: 2025): .constant(0.95), Period(year: 2026): .constant(0.99)])))
  }

  @Test func elasticityAndGrowthOfAPeriod() throws {
    let economy = try economy("effects.disbursing.elasticity=0.3", "construction.growth.2025Q3=8%")
    guard case .elasticity(let elasticity) = economy.effects[0].source else {
      Issue.record("no elasticity")
      return
    }
    #expect(elasticity.elasticity == .constant(0.3))
    #expect(
      economy.leaves[1].leaf.growth[Period(year: 2025, quarter: 3)] == .constant(0.08))
  }

  @Test func uncertaintyByItsName() throws {
    let economy = try economy("price=99 million VND per ton", "water=1")
    #expect(economy.uncertainties[0].course == .level(.constant(1)))
    #expect(economy.uncertainties[1].course == .level(.constant(0.099)))
    #expect(economy.uncertainties[1].name == "Price of coffee")
  }

  @Test func valueOutsideTheRange() {
    let reading = ScenarioReader.read(
      path: TestFiles.path("Valid/quarters.yaml"), overrides: ["investment.disbursement=120%"])
    #expect(
      reading.diagnostics.map(\.message) == [
        "the value of 'investment.disbursement' is 120%, outside its range from 70% to 100%"
      ])
  }

  private func variant(_ body: String) throws -> Economy {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "growth-\(ProcessInfo.processInfo.globallyUniqueString).yaml")
    let text = """
      format: growth.scenario/1
      name: A variant
      extends: \(TestFiles.path("Valid/quarters.yaml"))
      source: assumption

      """
    try (text + body).write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let reading = ScenarioReader.read(path: file.path)
    #expect(reading.diagnostics.filter { $0.severity == .error }.map(\.description) == [])
    return try #require(reading.scenario).economy
  }

  @Test func variantMergesPeriods() throws {
    let economy = try variant(
      "activities: {industry: {activities: {construction: {growth: {2026: 9%}}}}}\n")
    #expect(
      economy.leaves[1].leaf.growth
        == .byPeriod([
          Period(year: 2025): .constant(0.06),
          Period(year: 2025, quarter: 3): .uncertain("construction.growth.2025Q3"),
          Period(year: 2026): .constant(0.09),
        ]))
  }

  @Test func yearOfAVariantReplacesQuarters() throws {
    let economy = try variant(
      "activities: {industry: {activities: {construction: {growth: {2025: 5%}}}}}\n")
    #expect(
      economy.leaves[1].leaf.growth
        == .byPeriod([Period(year: 2025): .constant(0.05), Period(year: 2026): .constant(0.07)]))
  }

  @Test func periodsReplaceADistribution() throws {
    let economy = try variant(
      """
      activities: {services: {growth: {2025: 6%, 2026: 7%}}}
      levers: {investment.disbursement: {value: 99%}}
      uncertainties: {water: {2025: 1, 2026: 0.9}}
      effects: {advertising: {elasticity: 0.1}, visitors: null}
      correlation: null

      """)
    #expect(
      economy.leaves[3].leaf.growth
        == .byPeriod([Period(year: 2025): .constant(0.06), Period(year: 2026): .constant(0.07)]))
    #expect(economy.levers[0].setting.course == .level(.constant(0.99)))
    #expect(economy.levers[0].range == 0.7...1)
    #expect(
      economy.uncertainties[0].course
        == .level(
          .byPeriod([Period(year: 2025): .constant(1), Period(year: 2026): .constant(0.9)])))
    #expect(economy.effects.map(\.id) == ["disbursing", "advertising", "drought", "flood"])
  }

  @Test func distributionReplacesPeriods() throws {
    let economy = try variant(
      """
      activities:
        industry:
          activities:
            construction: {growth: {distribution: normal, mean: 6%, sd: 1 pp}}

      """)
    #expect(economy.leaves[1].leaf.growth == .uncertain("construction.growth"))
  }
}
