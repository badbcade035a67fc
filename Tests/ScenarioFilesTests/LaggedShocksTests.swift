import GrowthModel
import LinearAlgebra
import MonteCarlo
import TestSupport
import Testing

@testable import ScenarioFiles

/// Shocks that look back two steps.
@Suite struct LaggedShocksTests {
  private static func scenario(_ name: String) throws -> Scenario {
    let reading = ScenarioReader.read(path: TestFiles.path("Valid/\(name).yaml"))
    #expect(reading.diagnostics.allSatisfy { $0.severity == .warning })
    return try #require(reading.scenario)
  }

  /// A matrix for each lag, by activity for the second.
  @Test func reads() throws {
    let shocks = try #require(try Self.scenario("lags").economy.shocks)
    #expect(shocks.persistence == [[[0.5, 0.1], [-0.2, 0.4]], [[0.3, 0], [0, 0.25]]])
    #expect(shocks.start == [[-0.01, 0.02], [0.03, 0]])
  }

  /// Growth of eight quarters: its mean is the baseline and what the start leaves, its covariance that of the companion form.
  @Test func runsLikeTheCompanionMatrix() throws {
    let scenario = try Self.scenario("lags")
    let steps = scenario.economy.timeline.steps
    #expect(steps.count == 8)
    let shocks = try #require(scenario.economy.shocks)
    let paths = steps.flatMap { ["farming.growth.\($0)", "making.growth.\($0)"] }
    let draws = 40_000
    let found = try Simulation(scenario).sample(paths, draws: 0..<draws, seed: 21)
    let process = try VectorAutoregression(
      lagCoefficients: shocks.persistence.map { try Matrix(rows: $0) },
      innovationCovariance: Matrix(rows: [[1e-4, 0.3 * 2e-4], [0.3 * 2e-4, 4e-4]]))
    let expected = try process.expectedPath(from: shocks.start, steps: 8).flatMap(\.self)
    let covariance = process.pathCovariance(steps: 8)
    let n = Double(draws)
    let means = found.map { $0.reduce(0, +) / n }
    for i in paths.indices {
      let mean = [0.02, 0.04][i % 2] + expected[i]
      #expect((means[i] - mean).magnitude < 4 * (covariance[i, i] / n).squareRoot(), "\(paths[i])")
      for j in 0...i {
        var sum = 0.0
        for (x, y) in zip(found[i], found[j]) { sum += (x - means[i]) * (y - means[j]) }
        let product = covariance[i, i] * covariance[j, j]
        let error = ((product + covariance[i, j] * covariance[i, j]) / n).squareRoot()
        #expect(
          (sum / (n - 1) - covariance[i, j]).magnitude < 4 * error, "\(paths[i]), \(paths[j])")
      }
    }
    // The second lag is felt: without it the start of two steps before would be forgotten.
    #expect((expected[0] - (0.5 * -0.01 + 0.1 * 0.02 + 0.3 * 0.03)).magnitude < 1e-16)
  }

  /// `lags: 2` of a history is the same estimate, and starts from its last two quarters.
  @Test func historiesHaveLags() throws {
    let path = TestFiles.path("Valid/shocks.yaml")
    let reading = ScenarioReader.read(path: path, overrides: ["shocks.history.lags=2"])
    let shocks = try #require(reading.scenario?.economy.shocks)
    #expect(shocks.persistence.count == 2 && shocks.start.count == 2)
    let file = HistoryFile(path: TestFiles.path("Valid/shocks.csv"))
    let rows = try #require(file.history?.selecting(["farming", "industry"]))
    let values = rows.periods.indices.map { row in rows.columns.map { $0.values[row] ?? .nan } }
    let estimate = try VectorAutoregressionEstimate(
      fitting: [values], lags: 2, persistence: .diagonal, shrinkage: .none)
    for lag in 0..<2 {
      for i in 0..<2 {
        let wanted = estimate.process.lagCoefficients[lag][i, i]
        #expect((shocks.persistence[lag][i][i] - wanted).magnitude <= 1e-11 * wanted.magnitude)
        let start = estimate.lastDeviations[lag][i]
        #expect((shocks.start[lag][i] - start).magnitude <= 1e-11 * start.magnitude)
      }
    }
    #expect(reading.values.contains { $0.path == "shocks.persistence.lag-2.making" })
  }

  /// Ledoit and Wolf's shrinkage of a history: that of the estimate.
  @Test func historiesAreShrunk() throws {
    let path = TestFiles.path("Valid/shocks.yaml")
    let reading = ScenarioReader.read(
      path: path, overrides: ["shocks.history.shrinkage=ledoit-wolf"])
    let scenario = try #require(reading.scenario)
    let file = HistoryFile(path: TestFiles.path("Valid/shocks.csv"))
    let rows = try #require(file.history?.selecting(["farming", "industry"]))
    let values = rows.periods.indices.map { row in rows.columns.map { $0.values[row] ?? .nan } }
    let estimate = try VectorAutoregressionEstimate(
      fitting: [values], lags: 1, persistence: .diagonal, shrinkage: .ledoitWolf)
    let covariance = estimate.process.innovationCovariance
    for (i, activity) in ["farming", "making"].enumerated() {
      let name = ShockProcess.innovation(of: activity, in: Period(year: 2025, quarter: 1))
      let variance = try #require(scenario.uncertainty.marginal(of: name)?.variance)
      #expect((variance / covariance[i, i] - 1).magnitude < 1e-10)
    }
  }
}
