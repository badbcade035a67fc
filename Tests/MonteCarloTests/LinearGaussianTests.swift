import GrowthModel
import LinearAlgebra
import Stochastics
import Testing

@testable import MonteCarlo

/// Quarters with a lever, a project at a fixed date and autoregressive shocks: linear in normal inputs,
/// so that mean and covariance follow by matrix algebra.
@Suite struct LinearGaussianTests {
  static let volumes = [[30.0, 25, 20, 35], [20, 30, 30, 30]]
  static let baselines = [(mean: 0.04, sd: 0.01), (mean: 0.07, sd: 0.02)]
  static let persistence = [[0.6, 0.2], [-0.1, 0.4]]
  static let deviations = [0.015, 0.03]
  static let correlation = 0.5
  static let start = [0.02, -0.01]
  static let names = ["farms", "mills"]

  static func scenario() throws -> Scenario {
    let timeline = Timeline(baseYear: 2024, lastYear: 2025, step: .quarter)
    let economy = Economy(
      timeline: timeline, currency: "VND", hasLevels: true,
      activities: names.indices.map { i in
        Activity(
          id: names[i], name: names[i],
          content: .leaf(
            Leaf(
              volumes: volumes[i], values: nil, growth: .uncertain(names[i] + ".growth"),
              deflator: nil)))
      },
      levers: [
        Lever(
          setting: Series(
            id: "credit", name: "Credit", unit: .rate, course: .level(.constant(0.16)),
            frequency: .quarter))
      ],
      effects: [
        Effect(
          id: "loans", name: "Loans", activities: ["mills"], basis: .growth,
          source: .elasticity(
            Elasticity(
              driver: "credit", reference: .constant(0.14), isRelative: false,
              elasticity: .constant(0.5), lag: 1, persistence: .constant(0.25))))
      ],
      projects: [
        Project(
          id: "plant", name: "Plant", activity: "mills", goAhead: .constant(1),
          start: .constant(2025.25), ramp: .constant(1), capacity: .constant(8))
      ],
      shocks: ShockProcess(activities: names, persistence: persistence, start: start))
    var variables = try names.indices.map { i in
      JointDistribution.Variable(
        name: names[i] + ".growth",
        marginal: try NormalDistribution(
          mean: baselines[i].mean, standardDeviation: baselines[i].sd))
    }
    var groups: [Dependence] = []
    for step in timeline.steps {
      let innovations = names.map { ShockProcess.innovation(of: $0, in: step) }
      for i in names.indices {
        variables.append(
          .init(
            name: innovations[i],
            marginal: try NormalDistribution(mean: 0, standardDeviation: deviations[i])))
      }
      groups.append(
        .gaussian(
          try GaussianCopula(
            names: innovations, correlation: [[1, correlation], [correlation, 1]])))
    }
    return Scenario(
      name: "Linear", economy: economy,
      uncertainty: try JointDistribution(variables: variables, groups: groups),
      targets: [
        Target(
          id: "year", name: "year", quantity: "growth", comparison: .atLeast, threshold: 0.07),
        Target(
          id: "half", name: "half", quantity: "growth.2025H1", comparison: .atLeast,
          threshold: 0.08),
      ])
  }

  /// Mean and covariance of growth in the first half and in the year.
  private static func closedForm() throws -> (means: [Double], covariance: [[Double]]) {
    let process = try VectorAutoregression(
      coefficients: Matrix(rows: persistence),
      innovationCovariance: Matrix(rows: [
        [deviations[0] * deviations[0], correlation * deviations[0] * deviations[1]],
        [correlation * deviations[0] * deviations[1], deviations[1] * deviations[1]],
      ]))
    let path = process.pathCovariance(steps: 4)
    let expected = try process.expectedPath(from: start, steps: 4)
    // The lever's effect on mills: 0.5 x 2 points from the second quarter, a quarter of the last kept.
    let effect = [0, 0.01, 0.0125, 0.013125]
    // The plant opens with the second quarter and ramps for a year: 8 x^2 / 2 after x years. Quarters
    // end after 90, 181, 273 and 365 days; the date 2025.25 lies a little inside the second one.
    let ends = [90.0, 181, 273, 365].map { 2025 + $0 / 365 }
    let built = ends.map { 4 * max($0 - 2025.25, 0) * max($0 - 2025.25, 0) }
    var means: [Double] = []
    var loadings: [[Double]] = []
    for quarters in [0..<2, 0..<4] {
      let total = volumes.reduce(0) { $0 + $1[quarters].reduce(0, +) }
      var mean = built[quarters.upperBound - 1] / total
      var loading = [Double](repeating: 0, count: 8)
      var baseline = [0.0, 0]
      for q in quarters {
        for i in 0..<2 {
          let weight = volumes[i][q] / total
          mean += weight * (baselines[i].mean + expected[q][i] + (i == 1 ? effect[q] : 0))
          loading[2 * q + i] = weight
          baseline[i] += weight
        }
      }
      means.append(mean)
      loadings.append(loading + baseline)
    }
    func covariance(_ a: [Double], _ b: [Double]) -> Double {
      var sum = 0.0
      for i in 0..<8 { for j in 0..<8 { sum += a[i] * path[i, j] * b[j] } }
      for i in 0..<2 { sum += a[8 + i] * b[8 + i] * baselines[i].sd * baselines[i].sd }
      return sum
    }
    return (means, loadings.map { a in loadings.map { covariance(a, $0) } })
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func agreesWithTheClosedForm(seed: UInt64) async throws {
    let (means, covariance) = try Self.closedForm()
    let draws = 200_000
    let simulation = try Simulation(Self.scenario())
    let ensemble = try await simulation.run(draws: draws, seed: seed, threads: 2)
    let paths = ["growth.2025H1", "growth"]
    let thresholds = ["growth.2025H1": 0.08, "growth": 0.07]
    let samples = try simulation.sample(paths, draws: 0..<draws, seed: seed)
    for (k, path) in paths.enumerated() {
      let summary = try #require(ensemble.summary(path))
      let sd = covariance[k][k].squareRoot()
      let n = Double(draws)
      #expect(abs(summary.mean - means[k]) < 4 * sd / n.squareRoot(), "\(path): mean")
      #expect(
        abs(summary.standardDeviation - sd) < 4 * sd / (2 * n).squareRoot(), "\(path): deviation")
      let outcome = try #require(ensemble.targets.first { $0.target.quantity == path })
      let normal = try NormalDistribution(mean: means[k], standardDeviation: sd)
      let p = normal.complementary(try #require(thresholds[path]))
      #expect(
        abs(outcome.estimate.probability - p) < 4 * (p * (1 - p) / n).squareRoot(),
        "\(path): probability")
    }
    // The covariance of half and year; its sampling error from the fourth moments of normal variables.
    var sum = 0.0
    for i in 0..<draws { sum += (samples[0][i] - means[0]) * (samples[1][i] - means[1]) }
    let error =
      ((covariance[0][0] * covariance[1][1] + covariance[0][1] * covariance[0][1])
      / Double(draws)).squareRoot()
    #expect(abs(sum / Double(draws) - covariance[0][1]) < 4 * error)
  }
}
