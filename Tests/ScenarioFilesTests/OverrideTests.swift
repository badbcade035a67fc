import GrowthModel
import Stochastics
import Testing

@testable import ScenarioFiles

@Suite struct OverrideTests {
  func read(_ overrides: String...) -> ScenarioReading {
    ScenarioReader.read(path: TestFiles.path("Valid/full.yaml"), overrides: overrides)
  }

  @Test func findsActivitiesWhereverTheyStand() throws {
    let reading = read("electricity.growth=5%")
    let scenario = try #require(reading.scenario)
    #expect(scenario.economy.leaves[1].leaf.growth == .constant(0.05))
    // A variable that is fixed leaves the correlations, with a warning.
    #expect(scenario.uncertainty.groups.isEmpty)
    #expect(reading.diagnostics.contains { $0.message.contains("its correlations are left out") })
  }

  @Test func prefersTheLongestKey() throws {
    let reading = read("tourism.visits.growth=9%", "tourism.visits.base=5 million visits")
    #expect(
      try #require(reading.scenario).economy.indicators[0].course
        == .growing(base: 5_000_000, growth: .constant(0.09)))
  }

  @Test func setsTheLevelOfAnIndicatorByItsName() throws {
    let scenario = try #require(read("investment.disbursement=95%").scenario)
    #expect(scenario.economy.indicators[1].course == .level(.constant(0.95)))
  }

  @Test func followsKeysFromTheTop() throws {
    let reading = read("targets.growth.at-least=7.5%", "run.seed=7", "base.value=75 trillion VND")
    #expect(try #require(reading.scenario).targets[0].threshold == 0.075)
    #expect(reading.seed == 7)
    #expect(abs(try #require(reading.scenario?.economy.baseValue) - 75_000) < 1e-9)
  }

  @Test func takesMappings() throws {
    let reading = read("agriculture.growth={distribution: normal, mean: 5%, sd: 2%}")
    let marginal = try #require(
      reading.scenario?.uncertainty.marginal(of: "agriculture.growth") as? NormalDistribution)
    #expect(try marginal == NormalDistribution(mean: 0.05, standardDeviation: 0.02))
    let mean = try #require(reading.values.first { $0.path.hasSuffix("agriculture.growth.mean") })
    guard case .commandLine(let text) = mean.origin else {
      Issue.record("\(mean.origin)")
      return
    }
    #expect(text == "agriculture.growth={distribution: normal, mean: 5%, sd: 2%}")
    // The sources of the file do not cover it.
    #expect(mean.source == nil)
  }

  @Test func addsKeysThatTheFormatKnows() throws {
    let path = TestFiles.path("Valid/planned.yaml")
    let reading = ScenarioReader.read(
      path: path, overrides: ["run.draws=10k", "population=1.3 million persons"])
    #expect(reading.draws == 10_000)
    #expect(reading.scenario?.economy.population == .population(.constant(1_300_000)))
  }

  @Test func theLastWins() throws {
    let scenario = try #require(read("taxes.growth=1%", "taxes.growth=2%").scenario)
    #expect(scenario.economy.leaves[4].leaf.growth == .constant(0.02))
  }

  @Test func changesTheDigest() {
    let plain = read()
    #expect(read().digest == plain.digest)
    #expect(read("taxes.growth=1%").digest != plain.digest)
    #expect(read("taxes.growth=1%").digest != read("taxes.growth=2%").digest)
  }
}
