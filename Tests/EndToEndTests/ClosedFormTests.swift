import Foundation
import MonteCarlo
import ScenarioFiles
import Testing

/// The two scenarios that have a closed form, read from their files and run, against it.
/// Unoptimised builds draw less, and say the same.
@Suite struct ClosedFormTests {
  #if DEBUG
    static let draws = 200_000
    static let seeds: ClosedRange<UInt64> = 1...2
    static let coverageSeeds: ClosedRange<UInt64> = 1...100
    /// 0.95 less 4 standard errors of a share of 100.
    static let coverage = 0.87...1.0
  #else
    static let draws = 10_000_000
    static let seeds: ClosedRange<UInt64> = 1...20
    static let coverageSeeds: ClosedRange<UInt64> = 1...1000
    /// 0.95 and a little over 2 standard errors of a share of 1,000, which is 0.0069.
    static let coverage = 0.935...0.965
  #endif

  static let activities = ["agriculture", "industry-construction", "services", "taxes"]

  private func read(_ file: String) throws -> (ScenarioValues, Simulation) {
    let reading = ScenarioReader.read(path: ScenarioFolder.absolute(file))
    return (ScenarioValues(reading), try Simulation(#require(reading.scenario)))
  }

  /// What the planned weights give: S[i, j] = s[i] s[j] R[i, j].
  private func plannedWeights(_ values: ScenarioValues) throws -> NormalGrowth {
    let names = Self.activities
    let deviations = try names.map { try values.rate("activities.\($0).growth.sd") }
    return NormalGrowth(
      weights: try names.map { try values.rate("activities.\($0).planned-share") },
      means: try names.map { try values.rate("activities.\($0).growth.mean") },
      covariance: try names.indices.map { i in
        try names.indices.map { j in
          try deviations[i] * deviations[j]
            * values.correlation(names[i] + ".growth", names[j] + ".growth")
        }
      })
  }

  /// The numbers that stand at the head of the file, to their last digit.
  @Test func theHeadOfPlannedWeightsIsRight() throws {
    let (values, _) = try read(ScenarioFolder.plannedWeights)
    let growth = try plannedWeights(values)
    #expect(abs(growth.mean - 0.04721) < 0.5e-7)
    #expect(abs(growth.standardDeviation - 0.028_827_727_3) < 0.5e-10)
    #expect(abs(growth.probability(atLeast: 0.08) - 0.127_675_82) < 0.5e-8)
  }

  @Test(arguments: seeds) func plannedWeightsAgree(seed: UInt64) async throws {
    let (values, simulation) = try read(ScenarioFolder.plannedWeights)
    let ensemble = try await simulation.run(draws: Self.draws, seed: seed, threads: 2)
    try plannedWeights(values).expectAgrees(
      with: ensemble, quantity: "growth", target: "growth",
      atLeast: values.rate("targets.growth.at-least"))
  }

  /// The 95% interval of 10,000 draws holds the true probability in about 95 of 100 seeds.
  @Test func intervalsCover() async throws {
    let (values, simulation) = try read(ScenarioFolder.plannedWeights)
    let probability = try plannedWeights(values).probability(
      atLeast: values.rate("targets.growth.at-least"))
    var covered = 0
    for seed in Self.coverageSeeds {
      let ensemble = try await simulation.run(draws: 10_000, seed: seed)
      if ensemble.targets[0].estimate.interval(confidence: 0.95).contains(probability) {
        covered += 1
      }
    }
    let share = Double(covered) / Double(Self.coverageSeeds.count)
    #expect(Self.coverage.contains(share), "\(covered) of \(Self.coverageSeeds.count) seeds")
  }

  /// The national history to 2024, read here line by line: one row for each year, in fractions.
  private func history() throws -> [[Double]] {
    let path = ScenarioFolder.absolute("Scenarios/data/viet-nam-sector-growth.csv")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let header = "year," + Self.activities.map { $0 + " (%)" }.joined(separator: ",")
    try #require(lines.first.map(String.init) == header)
    let known = lines.dropFirst().filter { $0.prefix(4) <= "2024" }
    let rows = try known.map { line in
      try line.split(separator: ",").dropFirst().map { try #require(Double($0)) / 100 }
    }
    try #require(rows.count == 14)
    return rows
  }

  /// Growth of the country and of its sectors: base volumes as weights, and the sample's means and
  /// covariances with n - 1.
  private func vietNam(_ values: ScenarioValues) throws -> (
    all: NormalGrowth, parts: [NormalGrowth]
  ) {
    let rows = try history()
    let n = Double(rows.count)
    let names = Self.activities.indices
    let means = names.map { i in rows.reduce(0) { $0 + $1[i] } / n }
    let covariance = names.map { i in
      names.map { j in
        rows.reduce(0) { $0 + ($1[i] - means[i]) * ($1[j] - means[j]) } / (n - 1)
      }
    }
    let volumes = try Self.activities.map { try values.amount("activities.\($0).base-volume") }
    let total = volumes.reduce(0, +)
    let all = NormalGrowth(
      weights: volumes.map { $0 / total }, means: means, covariance: covariance)
    let parts = names.map {
      NormalGrowth(mean: means[$0], standardDeviation: covariance[$0][$0].squareRoot())
    }
    return (all, parts)
  }

  @Test func theHeadOfVietNamIsRight() throws {
    let (values, _) = try read(ScenarioFolder.vietNamSectors)
    let growth = try vietNam(values).all
    #expect(abs(growth.mean - 0.06228) < 0.5e-5)
    #expect(abs(growth.standardDeviation - 0.01728) < 0.5e-5)
    #expect(abs(growth.probability(atLeast: 0.08) - 0.15253) < 0.5e-5)
  }

  @Test(arguments: seeds) func vietNamAgrees(seed: UInt64) async throws {
    let (values, simulation) = try read(ScenarioFolder.vietNamSectors)
    let ensemble = try await simulation.run(draws: Self.draws, seed: seed, threads: 2)
    let (all, parts) = try vietNam(values)
    try all.expectAgrees(
      with: ensemble, quantity: "growth", target: "growth",
      atLeast: values.rate("targets.growth.at-least"))
    // Product taxes have no target.
    for (name, part) in zip(Self.activities, parts).dropLast() {
      try part.expectAgrees(
        with: ensemble, quantity: name + ".growth", target: name + "-growth",
        atLeast: values.rate("targets.\(name)-growth.at-least"))
    }
    #expect(ensemble.targets.count == 4)
  }
}
