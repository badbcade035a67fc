import Foundation
import GrowthModel
import Stochastics
import Testing

@testable import ScenarioFiles

/// A file that uses every key, against the scenario it means.
@Suite struct FullScenarioTests {
  let reading = ScenarioReader.read(path: TestFiles.path("Valid/full.yaml"))

  @Test func hasOnlyTheExpectedWarning() {
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.diagnostics.first?.message.contains("only 4 observations") == true)
    #expect(reading.draws == 250_000)
    #expect(reading.seed == 2025)
    #expect(reading.name == "Sơn La 2025")
  }

  @Test func readsTheHeader() throws {
    let scenario = try #require(reading.scenario)
    #expect(scenario.name == "Sơn La 2025")
    #expect(scenario.asOf == "2025-02-27")
    #expect(scenario.notes == "A case for the tests.")
    #expect(scenario.historyObservations == 4)
    #expect(!scenario.hasImpliedBaseValues)
    let economy = scenario.economy
    #expect(economy.baseYear == 2024)
    #expect(economy.year == 2025)
    #expect(economy.priceYear == 2010)
    #expect(economy.currency == "VND")
    #expect(economy.weighting == .baseVolumes)
    #expect(economy.hasLevels)
  }

  @Test func readsActivities() throws {
    let economy = try #require(reading.scenario).economy
    #expect(economy.activities.map(\.id) == ["agriculture", "industry", "services", "taxes"])
    #expect(economy.activities.map(\.kind).last == .taxesLessSubsidies)
    #expect(economy.activities[1].children.map(\.id) == ["electricity", "construction"])
    #expect(economy.activities[1].name == "Industry and construction")
    #expect(economy.activities[1].children[1].name == "construction")
    // Shares of 22, 20, 10, 42 and 6.05 percent are scaled to their sum of 100.05.
    let volumes = economy.leaves.map(\.leaf.baseVolume)
    for (volume, share) in zip(volumes, [22, 20, 10, 42, 6.05]) {
      #expect(abs(volume - 36274 * share / 100.05) < 1e-9)
    }
    #expect(abs(economy.baseVolume - 36274) < 1e-9)
    let values = economy.leaves.compactMap(\.leaf.baseValue)
    for (value, share) in zip(values, [25, 16, 12, 41, 6]) {
      #expect(abs(value - 74800 * Double(share) / 100) < 1e-9)
    }
    #expect(economy.leaves[0].leaf.growth == .uncertain("agriculture.growth"))
    #expect(economy.leaves[1].leaf.deflator == .constant(0.01))
    #expect(economy.leaves[4].leaf.growth == .constant(-0.015))
    #expect(economy.population == .population(.uncertain("population")))
  }

  @Test func readsIndicators() throws {
    let indicators = try #require(reading.scenario).economy.indicators
    #expect(
      indicators == [
        Series(
          id: "tourism.visits", name: "Tourist visits", unit: .count("visits"),
          course: .growing(base: 4_900_000, growth: .uncertain("tourism.visits.growth"))),
        Series(
          id: "investment.disbursement", name: "Public investment disbursed", unit: .rate,
          course: .level(.uncertain("investment.disbursement"))),
      ])
  }

  @Test func readsDistributions() throws {
    let joint = try #require(reading.scenario).uncertainty
    #expect(
      joint.variables.map(\.name) == [
        "agriculture.growth", "agriculture.deflator", "electricity.growth",
        "construction.growth", "construction.deflator", "services.growth", "services.deflator",
        "population", "tourism.visits.growth", "investment.disbursement",
      ])
    func marginal<M: Marginal>(_ name: String, _ type: M.Type) -> M? {
      joint.marginal(of: name) as? M
    }
    #expect(
      try marginal("agriculture.growth", NormalDistribution.self)
        == NormalDistribution(mean: 0.04, standardDeviation: 0.012))
    let deflator = try #require(marginal("agriculture.deflator", TriangularDistribution.self))
    #expect(deflator.support == 0...0.06)
    #expect(abs(deflator.mean - 0.03) < 1e-15)
    let electricity = try #require(marginal("electricity.growth", StudentTDistribution.self))
    #expect(abs(electricity.mean - 0.02) < 1e-15)
    // scale^2 v / (v - 2)
    #expect(abs(electricity.variance - 0.09 * 0.09 * 5 / 3) < 1e-15)
    let pert = try #require(marginal("tourism.visits.growth", PERTDistribution.self))
    // (low + 4 mode + high) / 6
    #expect(abs(pert.mean - (4 * 0.08 + 0.15) / 6) < 1e-15)
    #expect(marginal("construction.deflator", UniformDistribution.self)?.support == 0.01...0.04)
    let services = try #require(marginal("services.growth", TwoPieceNormalDistribution.self))
    // mode + sqrt(2 / pi) (above - below)
    #expect(abs(services.mean - (0.09 - 0.797884560802865 * 0.01)) < 1e-14)
    let bank = try #require(marginal("services.deflator", TwoPieceNormalDistribution.self))
    #expect(abs(bank.mean - 0.032) < 1e-14)
    let population = try #require(marginal("population", NormalDistribution.self))
    #expect(population.mean == 1_339_600)
    #expect(population.standardDeviation == 2000)
  }

  @Test func estimatesFromHistory() throws {
    let joint = try #require(reading.scenario).uncertainty
    let growth = try #require(
      joint.marginal(of: "construction.growth") as? NormalDistribution)
    // 3, 5, 4, 8: mean 5, sum of squared deviations 14.
    #expect(abs(growth.mean - 0.05) < 1e-16)
    #expect(abs(growth.standardDeviation - (14.0 / 3).squareRoot() / 100) < 1e-16)
  }

  @Test func readsCorrelation() throws {
    let dependence = try #require(reading.scenario?.uncertainty.groups.first)
    #expect(dependence.names == ["agriculture.growth", "electricity.growth"])
    #expect(dependence.correlation == [[1, 0.3], [0.3, 1]])
  }

  @Test func readsTargets() throws {
    let targets = try #require(reading.scenario).targets
    #expect(
      targets == [
        Target(
          id: "growth", name: "GRDP growth", quantity: "growth", comparison: .atLeast,
          threshold: 0.08),
        Target(
          id: "agriculture-share", name: "Agriculture, forestry and fishery, share of GRDP",
          quantity: "agriculture.share", comparison: .within(tolerance: 0.005),
          threshold: 0.23),
        Target(
          id: "per-person", name: "GRDP per person", quantity: "grdp.perPerson",
          comparison: .atMost, threshold: 0.0618),
        Target(
          id: "visits", name: "Tourist visits", quantity: "tourism.visits", comparison: .atLeast,
          threshold: 5_300_000),
      ])
  }

  @Test func readsStatements() throws {
    let statements = try #require(reading.scenario).statements
    #expect(
      statements == [
        Target(
          id: "level", name: "GRDP", quantity: "grdp", comparison: .within(tolerance: 0),
          threshold: 82_789),
        Target(
          id: "services", name: "Services, share of GRDP", quantity: "services.share",
          comparison: .within(tolerance: 0.01), threshold: 0.42),
      ])
    let paths = reading.values.map(\.path)
    #expect(paths.contains("statements.level.equals"))
  }

  @Test func plannedStructureWeightsGrowthAndImpliesValues() throws {
    let reading = ScenarioReader.read(path: TestFiles.path("Valid/planned.yaml"))
    let scenario = try #require(reading.scenario)
    #expect(scenario.economy.weighting == .plannedStructure)
    #expect(!scenario.economy.hasLevels)
    #expect(scenario.hasImpliedBaseValues)
    #expect(scenario.economy.leaves.map(\.leaf.baseVolume) == [0.4, 0.6])
    // 40 / 1.05 against 60 / (1.25 x 1.2), of 100 trillion.
    let parts = [40 / 1.05, 60 / 1.5]
    for (leaf, part) in zip(scenario.economy.leaves, parts) {
      let value = try #require(leaf.leaf.baseValue)
      #expect(abs(value - 100_000 * part / (parts[0] + parts[1])) < 1e-9)
    }
    let implied = reading.values.filter { $0.origin == .implied }
    #expect(
      implied.map(\.path) == [
        "activities.agriculture.base-value-share", "activities.services.base-value-share",
      ])
    #expect(implied.map(\.value) == ["48.7805%", "51.2195%"])
    #expect(reading.diagnostics.map(\.severity) == [.warning, .warning])
  }

  /// The scenarios that come with the program.
  @Test(arguments: [
    "son-la-2025", "son-la-2025-low-water", "son-la-2025-full-disbursement",
    "son-la-2025-delayed-projects", "son-la-2025-planned-weights", "son-la-2026-2030",
    "viet-nam-2025-sectors", "viet-nam-2025", "viet-nam-2026-2030", "bac-giang-2025",
    "lai-chau-2024", "miller-blair", "son-la-2025-h1", "son-la-2025-9m", "viet-nam-2025-q1",
    "viet-nam-2025-h1", "viet-nam-2025-9m",
  ])
  func readsTheScenariosOfTheProject(_ name: String) {
    let reading = ScenarioReader.read(path: TestFiles.path("../../Scenarios/\(name).yaml"))
    #expect(reading.diagnostics.filter { $0.severity == .error } == [])
    #expect(reading.scenario != nil)
  }
}
