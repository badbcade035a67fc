import GrowthModel
import Stochastics

@testable import MonteCarlo

/// Runs of every kind that a state can be of.
enum StateCase: CaseIterable, Sendable {
  case pseudoRandom, antithetic, latinHypercube, sobol
  /// With published figures, whose draws count for more or less.
  case conditional
  case controlled
  /// With targets that hardly any draw meets, or misses.
  case rare
  case withoutTargets
  /// With a column that is infinite in some draws, which no ensemble is made of.
  case overflowing

  static let answering = allCases.filter { $0 != .overflowing }

  var sampling: Sampling {
    switch self {
    case .antithetic: .antithetic
    case .latinHypercube: .latinHypercube
    case .sobol: .sobol
    default: .pseudoRandom
    }
  }

  /// Draws that leave the last block unfinished, where a sampling allows it.
  var draws: Int {
    switch self {
    case .rare: 100_003
    case .conditional: 9_001
    default: 37_009
    }
  }

  func simulation(seed: UInt64) throws -> Simulation {
    var scenario = try SmallEconomy.scenario()
    switch self {
    case .conditional:
      scenario.actuals = [
        Actual(quantity: "industry.growth", value: 0.09, revision: 0.01),
        Actual(quantity: "agriculture.growth", value: 0.035),
      ]
      return try Simulation(scenario)
    case .controlled:
      // Its counts follow the controls to the last one.
      return try Simulation(PlainCase.scenario()).controlled(seed: seed)
    case .rare:
      scenario.targets += [
        Target(
          id: "high", name: "high", quantity: "growth", comparison: .atLeast, threshold: 0.18),
        Target(
          id: "low", name: "low", quantity: "growth", comparison: .atLeast, threshold: -0.08),
      ]
      return try Simulation(scenario)
    case .withoutTargets:
      scenario.targets = []
      return try Simulation(scenario)
    case .overflowing:
      let overflowing = try NormalDistribution(mean: 0, standardDeviation: 1e307)
      scenario.uncertainty = try JointDistribution(
        variables: scenario.uncertainty.variables.map {
          $0.name == "population" ? .init(name: $0.name, marginal: overflowing) : $0
        })
      return try Simulation(scenario)
    default: return try Simulation(scenario)
    }
  }
}
