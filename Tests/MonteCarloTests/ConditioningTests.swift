import GrowthModel
import LinearAlgebra
import Stochastics
import Testing

@testable import MonteCarlo

/// Draws that agree with published figures, against the Kalman filter and against weighted plain draws.
@Suite struct ConditioningTests {
  /// The state of the linear economy: deviations of farms and mills, their baselines, and what the year has
  /// grown by so far, a Gaussian vector.
  private struct Filter {
    var mean: [Double]
    var covariance: [[Double]]

    /// The quarter's transition: deviations by the autoregression, growth of the year by what the quarter adds.
    mutating func step(_ transition: [[Double]], add: [Double], noise: [[Double]]) {
      let size = mean.count
      mean = (0..<size).map { i in
        add[i] + (0..<size).reduce(0) { $0 + transition[i][$1] * mean[$1] }
      }
      var next = noise
      for i in 0..<size {
        for j in 0..<size {
          for k in 0..<size {
            for l in 0..<size {
              next[i][j] += transition[i][k] * covariance[k][l] * transition[j][l]
            }
          }
        }
      }
      covariance = next
    }

    /// The update of Kalman (1960) by one observation `h x + c = y` with an error of its own.
    mutating func observe(_ row: [Double], constant: Double, value: Double, variance: Double) {
      let size = mean.count
      let through = (0..<size).map { i in
        (0..<size).reduce(0) { $0 + covariance[i][$1] * row[$1] }
      }
      let innovation = value - constant - (0..<size).reduce(0) { $0 + row[$1] * mean[$1] }
      let total = (0..<size).reduce(variance) { $0 + row[$1] * through[$1] }
      for i in 0..<size { mean[i] += through[i] * innovation / total }
      for i in 0..<size {
        for j in 0..<size { covariance[i][j] -= through[i] * through[j] / total }
      }
    }
  }

  private struct Observation {
    var quarter: Int
    /// Nil for the total.
    var activity: Int?
    var value: Double
    var revision = 0.0
  }

  /// Mean and standard deviation of the year's growth of the linear economy, given observations of quarters.
  private static func kalman(_ observations: [Observation]) -> (mean: Double, deviation: Double) {
    typealias Case = LinearGaussianTests
    let a = Case.persistence
    let sizes = Case.deviations
    let cross = Case.correlation * sizes[0] * sizes[1]
    let effect = [0, 0.01, 0.0125, 0.013125]
    let ends = [90.0, 181, 273, 365].map { 2025 + $0 / 365 }
    let built = ends.map { 4 * max($0 - 2025.25, 0) * max($0 - 2025.25, 0) }
    let year = Case.volumes.reduce(0) { $0 + $1.reduce(0, +) }
    var filter = Filter(
      mean: Case.start + Case.baselines.map(\.mean) + [0],
      covariance: (0..<5).map { i in
        (0..<5).map { j in
          i == j && (i == 2 || i == 3) ? Case.baselines[i - 2].sd * Case.baselines[i - 2].sd : 0
        }
      })
    for q in 0..<4 {
      let weights = (0..<2).map { Case.volumes[$0][q] / year }
      // The plant's volume of the quarter, and the lever's effect on mills.
      let plant = built[q] - (q > 0 ? built[q - 1] : 0)
      let constant = plant / year + weights[1] * effect[q]
      let transition = [
        [a[0][0], a[0][1], 0, 0, 0], [a[1][0], a[1][1], 0, 0, 0], [0, 0, 1, 0, 0],
        [0, 0, 0, 1, 0],
        [
          weights[0] * a[0][0] + weights[1] * a[1][0], weights[0] * a[0][1] + weights[1] * a[1][1],
          weights[0], weights[1], 1,
        ],
      ]
      let own = [
        [sizes[0] * sizes[0], cross], [cross, sizes[1] * sizes[1]],
      ]
      var noise = [[Double]](repeating: [Double](repeating: 0, count: 5), count: 5)
      let loadings = [[1.0, 0], [0, 1], [0, 0], [0, 0], weights]
      for i in 0..<5 {
        for j in 0..<5 {
          for k in 0..<2 {
            for l in 0..<2 { noise[i][j] += loadings[i][k] * own[k][l] * loadings[j][l] }
          }
        }
      }
      filter.step(transition, add: [0, 0, 0, 0, constant], noise: noise)
      for observation in observations where observation.quarter == q {
        var row = [0.0, 0, 0, 0, 0]
        var fixed = 0.0
        if let activity = observation.activity {
          row[activity] = 1
          row[2 + activity] = 1
          fixed = activity == 1 ? effect[q] + plant / Case.volumes[1][q] : 0
        } else {
          let total = Case.volumes[0][q] + Case.volumes[1][q]
          for i in 0..<2 {
            row[i] = Case.volumes[i][q] / total
            row[2 + i] = row[i]
          }
          fixed = (plant + Case.volumes[1][q] * effect[q]) / total
        }
        filter.observe(
          row, constant: fixed, value: observation.value,
          variance: observation.revision * observation.revision)
      }
    }
    return (filter.mean[4], filter.covariance[4][4].squareRoot())
  }

  private static func actual(_ observation: Observation) -> Actual {
    let path = (observation.activity.map { LinearGaussianTests.names[$0] + "." } ?? "") + "growth"
    return Actual(
      quantity: "\(path).2025Q\(observation.quarter + 1)", value: observation.value,
      revision: observation.revision)
  }

  static let nothing: [(Int, Int?, Double, Double)] = []

  @Test(
    arguments: [
      [],
      [(0, nil, 0.09, 0)],
      [(0, nil, 0.03, 0), (1, nil, 0.11, 0)],
      [(0, 1, 0.02, 0), (1, nil, 0.06, 0), (2, 0, 0.08, 0)],
      [(0, nil, 0.09, 0.01), (1, 0, 0.01, 0.02), (2, nil, 0.05, 0)],
    ] as [[(Int, Int?, Double, Double)]])
  func agreesWithTheKalmanFilter(
    _ observed: [(quarter: Int, activity: Int?, value: Double, revision: Double)]
  ) async throws {
    let observations = observed.map {
      Observation(
        quarter: $0.quarter, activity: $0.activity, value: $0.value, revision: $0.revision)
    }
    let (mean, deviation) = Self.kalman(observations)
    var scenario = try LinearGaussianTests.scenario()
    scenario.actuals = observations.map(Self.actual)
    let draws = 200_000
    let ensemble = try await Simulation(scenario).run(draws: draws, seed: 7, threads: 2)
    let growth = try #require(ensemble.summary("growth"))
    let n = Double(draws)
    #expect(abs(growth.mean - mean) < 4 * deviation / n.squareRoot())
    #expect(abs(growth.standardDeviation - deviation) < 4 * deviation / (2 * n).squareRoot())
    let outcome = try #require(ensemble.targets.first { $0.target.id == "year" })
    let p = try NormalDistribution(mean: mean, standardDeviation: deviation).complementary(0.07)
    #expect(abs(outcome.estimate.probability - p) < 4 * (p * (1 - p) / n).squareRoot())
    if !observations.isEmpty {
      // All draws of a linear model count the same.
      let conditioning = try #require(ensemble.conditioning)
      #expect(abs(conditioning.effectiveDraws / n - 1) < 1e-3)
      #expect(conditioning.unsolved == 0)
    } else {
      #expect(ensemble.conditioning == nil)
    }
  }

  @Test func publishedFiguresHoldInEveryDraw() throws {
    var scenario = try LinearGaussianTests.scenario()
    scenario.actuals = [
      Actual(quantity: "growth.2025H1", value: 0.0876),
      Actual(quantity: "growth.2025M9", value: 0.0626),
    ]
    let samples = try Simulation(scenario).sample(
      ["growth.2025H1", "growth.2025M9", "growth.2025Q3", "growth.2025Q4"], draws: 0..<4096, seed: 3
    )
    #expect(samples[0].count > 3900)
    for row in samples[0].indices {
      #expect(abs(samples[0][row] - 0.0876) < 1e-12)
      #expect(abs(samples[1][row] - 0.0626) < 1e-12)
    }
    // The third quarter follows from both; the fourth does not.
    let third = samples[2]
    #expect(third.allSatisfy { abs($0 - third[0]) < 1e-11 })
    #expect(Set(samples[3]).count > 3000)
  }

  @Test func theSameBitsOnAnyNumberOfThreads() async throws {
    var scenario = try LinearGaussianTests.scenario()
    scenario.actuals = [Actual(quantity: "growth.2025Q1", value: 0.05, revision: 0.003)]
    let simulation = try Simulation(scenario)
    var found: [[Double]] = []
    for threads in [1, 2, 5] {
      let ensemble = try await simulation.run(draws: 50_000, seed: 1, threads: threads)
      let growth = try #require(ensemble.summary("growth"))
      found.append(
        [growth.mean, growth.standardDeviation, growth.quantile(0.1)]
          + ensemble.targets.map(\.estimate.probability))
    }
    #expect(found[0] == found[1])
    #expect(found[0] == found[2])
  }

  @Test func theSumOfQuartersThatAreKnownAddsNothing() async throws {
    var scenario = try LinearGaussianTests.scenario()
    let quarters = [
      Actual(quantity: "growth.2025Q1", value: 0.05),
      Actual(quantity: "growth.2025Q2", value: 0.07),
    ]
    scenario.actuals = quarters
    let plain = try await Simulation(scenario).run(draws: 20_000, seed: 1)
    let half = try #require(
      Simulation(scenario).sample(["growth.2025H1"], draws: 0..<1024, seed: 1)[0].first)
    scenario.actuals = quarters + [Actual(quantity: "growth.2025H1", value: half + 0.0001)]
    let more = try await Simulation(scenario).run(draws: 20_000, seed: 1)
    #expect(more.conditioning?.implied.map(\.quantity) == ["growth.2025H1"])
    #expect(more.summary("growth")?.mean == plain.summary("growth")?.mean)
    scenario.actuals = quarters + [Actual(quantity: "growth.2025H1", value: half + 0.01)]
    let error = await #expect(throws: SimulationError.self) {
      try await Simulation(scenario).run(draws: 20_000, seed: 1)
    }
    guard case .contradictingActual("growth.2025H1", let implied) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(abs(implied - half) < 1e-9)
  }

  @Test func aFigureThatNothingMovesIsAnError() async throws {
    var scenario = try LinearGaussianTests.scenario()
    scenario.actuals = [Actual(quantity: "credit.2025Q1", value: 0.2)]
    await #expect(throws: SimulationError.actualThatNothingMoves("credit.2025Q1")) {
      try await Simulation(scenario).run(draws: 1000, seed: 1)
    }
  }

  @Test func spreadOutDrawsAreRefused() async throws {
    var scenario = try LinearGaussianTests.scenario()
    scenario.actuals = [Actual(quantity: "growth.2025Q1", value: 0.05)]
    await #expect(throws: SimulationError.actualsNeedIndependentDraws) {
      try await Simulation(scenario).run(draws: 1000, seed: 1, sampling: .sobol)
    }
    #expect(throws: SimulationError.actualsExcludeControls) {
      try Simulation(scenario).controlled(seed: 1)
    }
  }
}
