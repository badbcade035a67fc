import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// Where an event comes nearest, against points that are known.
@Suite struct DesignPointTests {
  static let normal = NormalDistribution.standard

  /// The point that a search from the origin finds, for the event that the formula is at most zero.
  private func search(_ rare: RareCase, from start: [Double]) throws -> DesignPointSearch.Result {
    let limit = try LimitState(
      plan: rare.plan, goal: try #require(rare.plan.goals.first), event: .met,
      uncertainty: rare.uncertainty, seed: 1)
    let before = limit.evaluations
    let result = try DesignPointSearch(limit: limit).searchWithSteps(from: start)
    #expect(result.evaluations == limit.evaluations - before)
    return result
  }

  /// A plane is found in one step: one evaluation where the search begins, two a dimension for each of two
  /// gradients, and the halved steps.
  @Test func linear() throws {
    let result = try search(.linear(beta: 4), from: [0, 0, 0])
    #expect(result.outcome == .converged)
    #expect(result.iterations == 1)
    #expect(result.evaluations == 1 + 2 * 3 + DesignPointSearch.halvings + 2 * 3)
    for (found, weight) in zip(result.point, [3.0, 4, 12]) {
      #expect(abs(found - 4 * weight / 13) < 1e-8)
    }
    #expect(abs(result.beta - 4) < 1e-8)
  }

  /// Of correlated normal inputs it is their mean given that growth is at the threshold t: mu + S w (t -
  /// w . mu) / (w . S w). Rates of a few hundredths, found to 1e-6 of themselves.
  @Test func isTheConditionalMean() throws {
    let threshold = 0.16
    var scenario = try PlainCase.scenario()
    scenario.targets = [
      Target(
        id: "growth", name: "growth", quantity: "growth", comparison: .atLeast,
        threshold: threshold)
    ]
    let finding = try Simulation(scenario).rareTarget("growth", .met, seed: 5)
    guard case .estimated(let estimate) = try #require(finding) else {
      Issue.record("no estimate")
      return
    }
    let point = try #require(estimate.designPoints.first)
    #expect(estimate.designPoints.count == 1)
    #expect(point.isConverged)
    #expect(estimate.warnings.isEmpty)
    let beta = (threshold - PlainCase.mean) / PlainCase.standardDeviation
    #expect(abs(point.beta - beta) < 1e-6)
    let variance = PlainCase.standardDeviation * PlainCase.standardDeviation
    let inputs = Dictionary(uniqueKeysWithValues: point.inputs.map { ($0.name, $0.value) })
    for i in PlainCase.ids.indices {
      let covariance = PlainCase.ids.indices.reduce(0.0) { sum, j in
        sum + PlainCase.deviations[i] * PlainCase.correlation[i][j] * PlainCase.deviations[j]
          * PlainCase.weights[j]
      }
      let expected =
        PlainCase.means[i] + covariance * (threshold - PlainCase.mean) / variance
      let found = try #require(inputs[PlainCase.ids[i] + ".growth"])
      #expect(abs(found - expected) < 1e-6 * expected)
    }
    let p = Self.normal.complementary(beta)
    #expect(abs(estimate.probability - p) < 4 * estimate.standardError)
  }

  /// RP22 (see `ReliabilityBenchmarkTests`): beta 2.5 at (1.767767, 1.767767), where |z|^2 grows in every
  /// direction along the border u = 2.5 + 0.2 v^2 from v = 0. A start off the diagonal has to bend.
  @Test(arguments: [[0.0, 0], [3, -1], [-2, 2], [0.5, 4]])
  func curved(start: [Double]) throws {
    let rare = try RareCase(
      "2.5 - (x1 + x2) / sqrt(2) + 0.1 * (x1 - x2)^2",
      [("x1", Self.normal), ("x2", Self.normal)])
    let result = try search(rare, from: start)
    #expect(result.outcome == .converged)
    #expect(abs(result.beta - 2.5) < 1e-4)
    for coordinate in result.point { #expect(abs(coordinate - 2.5 * 0.5.squareRoot()) < 5e-4) }
  }

  /// x^3 + y^3 <= 18 for two normal inputs with mean 10 and deviation 5, a known example on which the steps
  /// without a line search go to and fro. By symmetry the point is at x = y = 9^(1/3), so that beta is
  /// sqrt(2) (10 - 9^(1/3)) / 5 = 2.2401.
  @Test func convergesWhereThePlainStepsDoNot() throws {
    let input = try NormalDistribution(mean: 10, standardDeviation: 5)
    let rare = try RareCase("x^3 + y^3 - 18", [("x", input), ("y", input)])
    let result = try search(rare, from: [0, 0])
    let diagonal = (10 - PortableMath.power(9, 1.0 / 3)) / 5
    #expect(result.outcome == .converged)
    #expect(abs(result.beta - diagonal * 2.0.squareRoot()) < 1e-3)
  }

  /// Given that the event happens, which pulls its own score in to the step.
  @Test func staircasesKeepTheirValue() throws {
    let rare = try RareCase(
      "6 - x - 3 * b",
      [("x", Self.normal), ("b", try BernoulliDistribution(probability: 0.01))])
    let step = Self.normal.quantile(TailProbability(upper: 0.01))
    let without = try search(rare, from: [0, 0])
    #expect(abs(without.beta - 6) < 1e-6)
    let with = try search(rare, from: [1, 3])
    #expect(with.outcome == .converged)
    #expect(abs(with.point[0] - 3) < 1e-6)
    // On a grid of sixteenths of where it began.
    #expect(with.point[1] >= step && with.point[1] <= step + 3.0 / 16)
  }

  @Test func nothingToClimb() throws {
    let rare = try RareCase("1 - b", [("b", try BernoulliDistribution(probability: 0.01))])
    #expect(try search(rare, from: [0]).outcome == .flat)
  }
}
