import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// The event that a formula of uncertain numbers is at most zero.
struct RareCase {
  let plan: Plan
  let uncertainty: JointDistribution

  init(
    _ formula: String, _ variables: [(String, any Marginal)],
    dependence: GaussianCopula = .independent,
    comparison: Target.Comparison = .atMost, threshold: Double = 0
  ) throws {
    uncertainty = try JointDistribution(
      variables: variables.map { .init(name: $0.0, marginal: $0.1) }, dependence: dependence)
    let target = Target(
      id: "limit", name: "limit", quantity: "f0", comparison: comparison, threshold: threshold)
    plan = try FormulaModel([formula]).plan(variables.map(\.0), targets: [target])
  }

  func finding(
    seed: UInt64, event: TargetEvent = .met, precision: Double = 0.01,
    mostEvaluations: Int = 200_000
  ) throws -> RareTargetFinding {
    var sampling = RareTargetSampling(
      plan: plan, goal: try #require(plan.goals.first), event: event, uncertainty: uncertainty,
      seed: seed)
    sampling.precision = precision
    sampling.mostEvaluations = mostEvaluations
    return try sampling.finding()
  }

  func estimate(
    seed: UInt64, event: TargetEvent = .met, precision: Double = 0.01,
    mostEvaluations: Int = 200_000
  ) throws -> RareTargetEstimate {
    let finding = try finding(
      seed: seed, event: event, precision: precision, mostEvaluations: mostEvaluations)
    guard case .estimated(let estimate) = finding else {
      throw Missing(finding: finding)
    }
    return estimate
  }

  struct Missing: Error { let finding: RareTargetFinding }
}

extension RareCase {
  /// mean - x1 a1 - ... - xn an <= 0 with standard normal x: P = Phi(-mean / |a|).
  static func linear(beta: Double) throws -> RareCase {
    let weights = [3.0, 4, 12]  // of length 13
    let names = weights.indices.map { "x\($0)" }
    let sum = zip(weights, names).map { "\($0) * \($1)" }.joined(separator: " - ")
    return try RareCase(
      "\(13 * beta) - \(sum)", names.map { ($0, NormalDistribution.standard) })
  }
}
