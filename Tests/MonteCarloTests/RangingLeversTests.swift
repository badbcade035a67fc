import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// Levers that lie anywhere in their ranges beside what is uncertain.
@Suite struct RangingLeversTests {
  private static let test = LinearLeverCase(
    volumes: [30, 50, 20], growth: [(0.04, 0.02), (0.06, 0.015), (0.05, 0.03)],
    choices: [
      .init(leaf: 0, mean: 0.4, deviation: 0, reference: 0.1, present: 0.1, range: 0...0.2),
      .init(leaf: 1, mean: 0.3, deviation: 0, reference: 0.05, present: 0.05, range: 0...0.1),
    ], threshold: 0.08)

  /// The variance of a sum: each growth's part is (weight sd)^2, each lever's (weight effect width)^2 / 12.
  @Test func sharesOfTheVariance() async throws {
    let (scenario, moved, left) = try Self.test.scenario().withRangingLevers()
    #expect(moved == ["lever0", "lever1"] && left.isEmpty)
    let found = try await SensitivityAnalysis(scenario, targets: ["growth"])
      .run(draws: 65_536, seed: 5, threads: 2)
    let weights = Self.test.weights
    var variances: [String: Double] = [:]
    for (i, growth) in Self.test.growth.enumerated() {
      variances["leaf\(i).growth"] = weights[i] * weights[i] * growth.deviation * growth.deviation
    }
    for (k, choice) in Self.test.choices.enumerated() {
      let width = choice.range.upperBound - choice.range.lowerBound
      let effect = weights[choice.leaf] * choice.mean * width
      variances["lever\(k)"] = effect * effect / 12
    }
    let total = variances.values.reduce(0, +)
    let target = found.targets[0]
    #expect((target.standardDeviation / total.squareRoot() - 1).magnitude < 0.01)
    let parts = try #require(target.sobol?.parts)
    #expect(parts.count == 5)
    for part in parts {
      let name = target.names[part.variables[0]]
      let truth = try #require(variances[name]) / total
      #expect((part.first.value - truth).magnitude < 4 * part.first.standardError)
      #expect((part.total.value - truth).magnitude < 4 * part.total.standardError)
    }
    let groups = try SensitivityAnalysis.groups(of: scenario, by: .kind)
    #expect(groups.first { $0.name == "Levers" }?.variables == ["lever0", "lever1"])
  }

  /// A lever without a range, or with numbers of its own in several periods, stays.
  @Test func leversThatStay() throws {
    var scenario = try Self.test.scenario()
    let lever = scenario.economy.levers[0]
    scenario.economy.levers[0] = Lever(setting: lever.setting, reference: lever.reference)
    let ranging = try scenario.withRangingLevers()
    #expect(ranging.moved == ["lever1"] && ranging.left == ["lever0"])
    #expect(ranging.scenario.economy.levers[0] == scenario.economy.levers[0])
    #expect(ranging.scenario.uncertainty.variables.count == 4)
  }
}

extension TargetSensitivity {
  fileprivate var names: [String] { variables.map(\.name) }
}
