import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

@Suite struct DependenceFindingTests {
  /// Two activities of equal size, whose growth is normal.
  static func scenario(_ dependence: Dependence) throws -> Scenario {
    func leaf(_ id: String) -> Activity {
      Activity(
        id: id, name: id,
        content: .leaf(
          Leaf(baseVolume: 50, baseValue: nil, growth: .uncertain(id + ".growth"), deflator: nil)))
    }
    return Scenario(
      name: "Two",
      economy: try Economy(
        baseYear: 2024, year: 2025, priceYear: nil, currency: "VND", hasLevels: false,
        activities: [leaf("a"), leaf("b")], population: nil),
      uncertainty: try JointDistribution(
        variables: ["a.growth", "b.growth"].map {
          .init(name: $0, marginal: try NormalDistribution(mean: 0.05, standardDeviation: 0.02))
        }, groups: [dependence]),
      targets: [
        Target(
          id: "growth", name: "growth", quantity: "growth", comparison: .atLeast, threshold: 0.06)
      ])
  }

  static func gaussian(_ r: Double) throws -> GaussianCopula {
    try GaussianCopula(names: ["a.growth", "b.growth"], correlation: [[1, r], [r, 1]])
  }

  private func dependence(
    _ simulation: Simulation, _ sampler: JointSampler
  ) -> [DependenceFinding] {
    let pairs = simulation.joinedPairs
    let samples = simulation.firstDraws(of: pairs, sampler).mapValues(RankedSample.init)
    return simulation.dependence(of: pairs, in: samples, sampling: .pseudoRandom)
  }

  /// 300 seeds: what is found is off from what is asked by its standard error, as a chi-square of 300 degrees of
  /// freedom within 4.5 of its standard deviations; nothing is said to be off.
  @Test(arguments: [false, true])
  func findingsAreWithinTheirErrors(_ isStudentT: Bool) throws {
    let copula = try Self.gaussian(0.6)
    let simulation = try Simulation(
      Self.scenario(
        isStudentT ? .studentT(StudentTCopula(copula, degreesOfFreedom: 3)) : .gaussian(copula)))
    let seeds = 300
    var squares = 0.0
    let asked = simulation.scenario.uncertainty.rankDependence { _ in true }
    #expect(asked.count == 1)
    #expect(asked[0].family == (isStudentT ? .studentT : .gaussian))
    for seed in 0..<seeds {
      let sampler = try JointSampler(simulation.scenario.uncertainty, seed: UInt64(seed))
      let found = dependence(simulation, sampler)
      #expect(found.count == 1)
      #expect(found[0].asked == asked[0].spearman)
      #expect(!found[0].isOff(among: 1))
      let error = (found[0].found - found[0].asked) / found[0].standardError
      squares += error * error
    }
    #expect((squares - Double(seeds)).magnitude < 4.5 * Double(2 * seeds).squareRoot())
  }

  /// 6 / pi asin(r / 2) at r = 2 sin(pi / 12) is one half; variables that determine each other are not off.
  @Test func askedIsTheClosedForm() throws {
    let r = (6.0.squareRoot() - 2.0.squareRoot()) / 2
    let joint = try Self.scenario(.gaussian(Self.gaussian(r))).uncertainty
    #expect((joint.rankDependence { _ in true }[0].spearman - 0.5).magnitude < 1e-12)
    #expect(joint.rankDependence { $0 == 0 }.isEmpty)
    let simulation = try Simulation(Self.scenario(.gaussian(Self.gaussian(-1))))
    let sampler = try JointSampler(simulation.scenario.uncertainty, seed: 1)
    let found = dependence(simulation, sampler)
    #expect(found.first?.asked == -1)
    #expect(found.first?.isOff(among: 1) == false)
  }

  /// Sums of normal numbers with a Student t copula are not normal, so that no linear control knows their
  /// probability; of those with a Gaussian copula it does.
  @Test func studentTHasNoLinearControl() throws {
    let copula = try Self.gaussian(0.2)
    let plain = try Self.scenario(.gaussian(copula))
    let heavy = try Self.scenario(.studentT(StudentTCopula(copula, degreesOfFreedom: 3)))
    let graph = try plain.economy.quantityGraph()
    #expect(plain.linearControls(graph)[0] != nil)
    #expect(heavy.linearControls(graph)[0] == nil)
  }

  /// Rows of a history: the row number is a dimension of its own, a staircase with its values.
  @Test func limitStatesKnowWhatDimensionsAre() throws {
    let rows = try HistoryRows(
      steps: [["a.growth", "b.growth"]], columns: [[0.01, 0.02, 0.09], [0.03, 0.01, 0.08]])
    var scenario = try Self.scenario(.gaussian(.independent))
    scenario.uncertainty = try JointDistribution(
      variables: zip(["a.growth", "b.growth"], rows.marginals).map {
        .init(name: $0, marginal: $1)
      },
      groups: [.rows(rows)])
    let limits = try [
      scenario, Self.scenario(.studentT(StudentTCopula(Self.gaussian(0), degreesOfFreedom: 3))),
    ]
    .map { scenario in
      let plan = try Plan(scenario, recording: .standard)
      return try LimitState(
        plan: plan, goal: plan.goals[0], event: .met, uncertainty: scenario.uncertainty, seed: 1)
    }
    #expect(limits[0].names == ["row(a.growth, b.growth)"])
    #expect(limits[0].isStaircase == [true])
    #expect(limits[0].steps[0]?.count == 3)
    // The third row alone reaches 6%.
    #expect(limits[0].evaluate([[-1], [0], [1]]).map { $0 <= 0 } == [false, false, true])
    #expect(limits[1].names == ["a.growth", "b.growth", "mixing(a.growth, b.growth)"])
    #expect(limits[1].isStaircase == [false, false, false])
    // Further out with a larger common number.
    let distances = limits[1].evaluate([[1, 1, -1], [1, 1, 0], [1, 1, 1]])
    #expect(distances[0] > distances[1] && distances[1] > distances[2])
  }
}
