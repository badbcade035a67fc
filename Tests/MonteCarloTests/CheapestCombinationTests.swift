import GrowthModel
import Stochastics
import TestSupport
import Testing

@testable import MonteCarlo

/// The cheapest combination of levers against the closed form: growth is normal with a mean linear in the settings
/// and a variance quadratic in them, so that the settings that reach a probability above one half are a
/// second-order cone, and the cheapest of them is a convex problem.
@Suite struct CheapestCombinationTests {
  private static let draws = 200_000

  private func reach(
    _ example: LinearLeverCase, _ p: Double, seed: UInt64 = 1, draws: Int = draws
  ) async throws -> CombinationReach {
    let found = try await ReachAnalysis(example.scenario(), target: "growth").run(
      probability: p, isCombined: true, draws: draws, seed: seed, threads: 2)
    return try #require(found.combination)
  }

  /// The least cost at which the closed form has the probability: the last lever's setting follows from those of
  /// the others, and the cost is convex in these, so that a search by thirds in each, one within the other,
  /// finds the least.
  private func leastCost(_ example: LinearLeverCase, _ p: Double) throws -> Double {
    func least(_ fixed: [Double]) throws -> Double {
      let k = fixed.count
      let choice = example.choices[k]
      let (start, end) = (choice.present, choice.range.upperBound)
      let price = try #require(choice.cost)
      if k == example.choices.count - 1 {
        guard try example.probability(fixed + [end]) >= p else { return .infinity }
        guard try example.probability(fixed + [start]) < p else { return 0 }
        var (a, b) = (start, end)
        for _ in 0..<50 {
          let middle = (a + b) / 2
          if try example.probability(fixed + [middle]) < p { a = middle } else { b = middle }
        }
        return price * (b - start)
      }
      func cost(_ setting: Double) throws -> Double {
        try price * (setting - start) + least(fixed + [setting])
      }
      // What is too low to be made up for by the others costs infinitely much: leave it out first.
      var (a, b) = (start, end)
      if try cost(a) == .infinity {
        var (low, high) = (a, b)
        for _ in 0..<40 {
          let middle = (low + high) / 2
          if try cost(middle) == .infinity { low = middle } else { high = middle }
        }
        a = high
      }
      for _ in 0..<40 {
        let (first, second) = (a + (b - a) / 3, b - (b - a) / 3)
        if try cost(first) <= cost(second) { b = second } else { a = first }
      }
      return try cost((a + b) / 2)
    }
    return try least([])
  }

  private static let cases = [
    (1, 2, true), (2, 2, false), (3, 2, false), (4, 2, false), (5, 3, false), (6, 3, true),
    (7, 3, false), (8, 3, false),
  ].map { LinearLeverCase.random(UInt64($0.0), levers: $0.1, isCertain: $0.2) }

  /// A probability above one half that the levers reach together, and that most of them do not alone.
  private func asked(_ example: LinearLeverCase) throws -> Double {
    let best = try example.probability(example.choices.map(\.range.upperBound))
    return max(0.55, 0.4 * example.probabilityOrZero(example.present) + 0.6 * best - 0.05)
  }

  @Test(arguments: cases) func costAgreesWithTheConvexProblem(_ example: LinearLeverCase)
    async throws
  {
    let p = try asked(example)
    let truth = try leastCost(example, p)
    try #require(truth.isFinite && truth > 0)
    let found = try await reach(example, p)
    guard case .reached(let reached) = found.outcome else {
      Issue.record("\(found.outcome)")
      return
    }
    // What the error of the probability is worth: the least cost a standard error further up.
    let error = (p * (1 - p) / Double(Self.draws)).squareRoot()
    let worth = try (leastCost(example, p + error) - leastCost(example, p - error)) / 2
    #expect(reached.exact.cost > truth - 4 * worth, "\(reached.exact.cost), \(truth), \(worth)")
    // The surface costs a little where effects are uncertain.
    #expect(
      reached.exact.cost < truth * 1.01 + 4 * worth, "\(reached.exact.cost), \(truth), \(worth)")
    #expect(reached.exact.estimate.probability >= p)
    #expect(reached.rounded.estimate.probability >= p)
    #expect(reached.rounded.cost >= reached.exact.cost * (1 - 1e-9))
    // A run with the levers there finds the same draws.
    for setting in [reached.exact, reached.rounded] {
      var moved = example
      for (k, position) in setting.positions.enumerated() { moved.choices[k].present = position }
      let run = try await Simulation(moved.scenario()).run(draws: Self.draws, seed: 1)
      #expect(run.targets[0].estimate.hits == setting.estimate.hits)
      let cost = zip(example.choices, setting.positions).reduce(0) {
        $0 + ($1.0.cost ?? 0) * abs($1.1 - $1.0.present)
      }
      #expect(abs(cost - setting.cost) < 1e-9 * cost)
    }
  }

  /// Intervals of the least cost over 200 seeds: 190 with a standard deviation of 3.1, and a point or two for the
  /// little that the surface costs.
  @Test func intervalsCover() async throws {
    let example = Self.cases[1]
    let p = try asked(example)
    let truth = try leastCost(example, p)
    var covered = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      let found = try await reach(example, p, seed: seed, draws: 4000)
      guard case .reached(let reached) = found.outcome else { continue }
      covered +=
        reached.low ?? 0 <= truth && truth <= reached.high ?? .infinity ? 1 : 0
    }
    #expect(covered >= 176 && covered <= 200, "\(covered) of 200")
  }

  @Test func outOfReachTogether() async throws {
    let example = Self.cases[1]
    let ends = example.choices.map(\.range.upperBound)
    let best = try example.probability(ends)
    let found = try await reach(example, best + (1 - best) / 2)
    guard case .outOfReach(let there) = found.outcome else {
      Issue.record("\(found.outcome)")
      return
    }
    #expect(there.positions == ends)
    #expect(abs(there.estimate.probability - best) < 4 * there.estimate.standardError)
  }

  @Test func whoTakesPart() async throws {
    var example = LinearLeverCase.random(7, levers: 3, isCertain: true)
    example.choices[1].cost = nil
    let some = try await reach(example, example.probability(example.present) + 0.02)
    #expect(some.levers == ["lever0", "lever2"] && some.left == ["lever1"])
    #expect(
      try await reach(example, example.probability(example.present) - 0.02).outcome == .already)
    example.choices[0].cost = nil
    example.choices[2].cost = nil
    let none = try await reach(example, example.probability(example.present) + 0.02)
    #expect(none.outcome == .noLevers && none.left.count == 3)
  }

  // MARK: The surface

  /// A quadratic function is its own surface.
  @Test func aSurfaceThroughAQuadratic() {
    func value(_ x: [Double]) -> Double {
      1 + 2 * x[0] - x[1] + 0.5 * x[2] + x[0] * x[0] - 0.3 * x[0] * x[1] + 0.7 * x[1] * x[2]
    }
    let centre = [0.5, 0.3, 0.9]
    let half = [0.5, 0.2, 0.1]
    let surface = QuadraticSurface(
      centre: centre, half: half,
      values: QuadraticSurface.points(centre: centre, half: half).map(value))
    for point in [[0.1, 0.2, 0.3], [1, 1, 1], [-2, 0.5, 4]] {
      #expect(abs(surface.value(at: point) - value(point)) < 1e-12)
      let slopes = [
        2 + 2 * point[0] - 0.3 * point[1], -1 - 0.3 * point[0] + 0.7 * point[2],
        0.5 + 0.7 * point[1],
      ]
      for (found, slope) in zip(surface.gradient(at: point), slopes) {
        #expect(abs(found - slope) < 1e-12)
      }
    }
  }

  /// The cheapest point above a height on `a x + b y - c (x^2 + y^2) / 2`, by Lagrange's conditions
  /// `w = m (a - c x)`, and at a corner where a coordinate ends.
  @Test func theCheapestPointOfASurface() throws {
    func surface(_ slopes: [Double], _ c: Double) -> QuadraticSurface {
      func value(_ x: [Double]) -> Double {
        zip(slopes, x).reduce(0) { $0 + $1.0 * $1.1 - c * $1.1 * $1.1 / 2 }
      }
      let centre = slopes.map { _ in 0.5 }
      return QuadraticSurface(
        centre: centre, half: centre,
        values: QuadraticSurface.points(centre: centre, half: centre).map(value))
    }
    let (slopes, weights, c) = ([2.0, 1.5], [1.0, 1.0], 1.0)
    // x = 0.8 and y = 0.3: a - c x = 1.2 for both.
    let height = 2 * 0.8 + 1.5 * 0.3 - (0.64 + 0.09) / 2
    let point = try #require(surface(slopes, c).cheapest(height: height, weights: weights))
    #expect(abs(point[0] - 0.8) < 1e-3 && abs(point[1] - 0.3) < 1e-3)
    #expect(abs(point[0] + point[1] - 1.1) < 1e-5)
    // A plane: the better of the two first, the other for the rest.
    let plane = try #require(surface([1, 0.5], 0).cheapest(height: 1.2, weights: [1, 1]))
    #expect(abs(plane[0] - 1) < 1e-5 && abs(plane[1] - 0.4) < 1e-5)
    let other = try #require(surface([1, 0.5], 0).cheapest(height: 0.8, weights: [3, 1]))
    #expect(abs(other[1] - 1) < 1e-5 && abs(other[0] - 0.3) < 1e-5)
    #expect(surface([1, 0.5], 0).cheapest(height: 1.6, weights: [1, 1]) == nil)
  }
}

extension LinearLeverCase {
  fileprivate func probabilityOrZero(_ settings: [Double]) -> Double {
    (try? probability(settings)) ?? 0
  }
}
