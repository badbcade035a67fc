import GrowthModel
import LinearAlgebra
import MonteCarlo
import ScenarioFiles
import Stochastics
import Testing

/// `viet-nam-2025.yaml` against the accounts that it is made from, and a run of it against its closed
/// form.
@Suite struct VietNamQuartersTests {
  #if DEBUG
    static let draws = 100_000
    static let seeds: ClosedRange<UInt64> = 1...2
  #else
    static let draws = 2_000_000
    static let seeds: ClosedRange<UInt64> = 1...5
  #endif

  private func read(_ overrides: [String] = []) throws -> Scenario {
    let reading = ScenarioReader.read(
      path: ScenarioFolder.absolute(ScenarioFolder.vietNamQuarters), overrides: overrides)
    #expect(reading.diagnostics.filter { $0.severity == .error } == [])
    return try #require(reading.scenario)
  }

  @Test func theBaseYearIsThatOfTheAccounts() throws {
    let economy = try read().economy
    let accounts = try NationalAccounts()
    let current = try NationalAccounts(
      file: "Scenarios/data/viet-nam-quarterly-industries-current.csv")
    #expect(economy.leaves.map(\.id) == accounts.industries)
    #expect(
      economy.allActivities.map(\.id).sorted()
        == (try accounts.economy(year: 2024)).allActivities.map(\.id).sorted())
    for (id, leaf) in economy.leaves {
      #expect(leaf.volumes == (try accounts.levels(id, 2024)), "\(id)")
      #expect(leaf.values == (try current.levels(id, 2024)), "\(id)")
    }
    for quarter in 1...4 {
      let volume = economy.leaves.reduce(0) { $0 + $1.leaf.volumes[quarter - 1] }
      let gdp = try accounts.gdp(Period(year: 2024, quarter: quarter))
      // 23 parts of 0.0001 billion VND.
      #expect(abs(volume - gdp) < 0.0024)
    }
  }

  /// The rule of the file's notes, worked out from the accounts: what it rounds to is what the file says.
  @Test func theDynamicsAreThoseOfTheRule() throws {
    let scenario = try read()
    let shocks = try #require(scenario.economy.shocks)
    let history = try OrdinaryQuarters(NationalAccounts())
    #expect(history.quarters == 44 && history.pairs == 42)
    #expect(shocks.activities == history.industries)
    let first = Period(year: 2025, quarter: 1)
    let names = shocks.activities.map { ShockProcess.innovation(of: $0, in: first) }
    for (i, (id, leaf)) in scenario.economy.leaves.enumerated() {
      guard case .constant(let growth) = leaf.growth[first] else {
        Issue.record("\(id) has uncertain growth")
        continue
      }
      #expect(abs(growth - history.means[i]) < 0.51e-4, "\(id)")
      #expect(abs(shocks.start[0][i] - history.lastDeviations[i]) < 0.51e-4, "\(id)")
      #expect(abs(shocks.persistence[0][i][i] - history.persistence[i]) < 0.51e-2, "\(id)")
      let innovation = try #require(
        scenario.uncertainty.marginal(of: names[i]) as? NormalDistribution)
      #expect(innovation.mean == 0)
      #expect(abs(innovation.standardDeviation - history.spreads[i]) < 0.51e-4, "\(id)")
      for j in 0..<i {
        let correlation = scenario.uncertainty.correlation(names[i], names[j])
        #expect(abs(correlation - history.correlations[i][j]) < 0.51e-2, "\(id) \(names[j])")
        #expect(shocks.persistence[0][i][j] == 0 && shocks.persistence[0][j][i] == 0)
      }
    }
  }

  /// The mean, the standard deviation and the probability at the head of the file.
  @Test func theHeadIsRight() throws {
    let growth = try closedForm(read(), quarters: 1...4)
    #expect(abs(growth.mean - 0.07192) < 0.5e-5)
    #expect(abs(growth.standardDeviation - 0.00610) < 0.5e-5)
    #expect(abs(growth.probability(atLeast: 0.08) - 0.0925) < 0.5e-4)
  }

  @Test(arguments: seeds) func aRunAgreesWithoutTheEpidemic(seed: UInt64) async throws {
    let scenario = try read(["effects.epidemic.hazard=0%"])
    let ensemble = try await Simulation(scenario).run(draws: Self.draws, seed: seed, threads: 2)
    try closedForm(scenario, quarters: 1...4).expectAgrees(
      with: ensemble, quantity: "growth", target: "growth", atLeast: 0.08)
  }

  /// What the parts add is what the whole grows by, in every draw, at every level and in every period.
  @Test func contributionsAddUpInDraws() throws {
    let scenario = try read()
    let economy = scenario.economy
    let groups = economy.allActivities.filter { !$0.children.isEmpty }
    let simulation = try Simulation(scenario)
    for period in economy.timeline.periods {
      let paths =
        ["growth.\(period)"] + economy.allActivities.map { "\($0.id).contribution.\(period)" }
      let values = try simulation.sample(paths, draws: 0..<500, seed: 7)
      let columns = Dictionary(
        uniqueKeysWithValues: zip(["growth"] + economy.allActivities.map(\.id), values))
      for (whole, parts) in [("growth", economy.activities)] + groups.map({ ($0.id, $0.children) })
      {
        let sums = try columnSum(parts.map { try #require(columns[$0.id]) })
        let total = try #require(columns[whole])
        #expect(total.count == 500 && Set(total).count > 400)
        let error = zip(sums, total).map { abs($0 - $1) }.max() ?? .infinity
        #expect(error < 1e-12, "\(whole) in \(period): \(error)")
      }
    }
  }

  private func columnSum(_ columns: [[Double]]) -> [Double] {
    let count = columns.first?.count ?? 0
    return (0..<count).map { n in columns.reduce(0) { $0 + $1[n] } }
  }

  /// Growth over the first quarters of 2025 where nothing strikes: linear in normal innovations.
  ///
  /// With w the part of the base volume that leaf i has in quarter q, b its mean growth, a its
  /// persistence and e its last deviation, an innovation of quarter s weighs the sum over q >= s of w a^(q -
  /// s), and the constant is the sum of w (b + a^q e).
  private func closedForm(_ scenario: Scenario, quarters: ClosedRange<Int>) throws -> NormalGrowth {
    let economy = scenario.economy
    let shocks = try #require(economy.shocks)
    let total = economy.leaves.reduce(0) { sum, item in
      quarters.reduce(sum) { $0 + item.leaf.volumes[$1 - 1] }
    }
    var constant = 0.0
    var names: [String] = []
    var weights: [Double] = []
    for (i, (_, leaf)) in economy.leaves.enumerated() {
      let persistence = shocks.persistence[0][i][i]
      var deviation = shocks.start[0][i]
      for quarter in quarters {
        let step = Period(year: 2025, quarter: quarter)
        guard case .constant(let growth) = leaf.growth[step] else { continue }
        deviation *= persistence
        constant += leaf.volumes[quarter - 1] / total * (growth + deviation)
        var (weight, power) = (0.0, 1.0)
        for later in quarter...quarters.upperBound {
          weight += leaf.volumes[later - 1] / total * power
          power *= persistence
        }
        names.append(ShockProcess.innovation(of: shocks.activities[i], in: step))
        weights.append(weight)
      }
    }
    let uncertainty = scenario.uncertainty
    let spreads = try names.map {
      try #require(uncertainty.marginal(of: $0) as? NormalDistribution).standardDeviation
    }
    let covariance = names.indices.map { i in
      names.indices.map { j in
        i == j
          ? spreads[i] * spreads[i]
          : spreads[i] * spreads[j] * uncertainty.correlation(names[i], names[j])
      }
    }
    // The constant as one more number, without spread.
    return NormalGrowth(
      weights: weights + [1], means: names.map { _ in 0 } + [constant],
      covariance: covariance.map { $0 + [0] } + [[Double](repeating: 0, count: names.count + 1)])
  }
}

/// The quarters of 2011-2019 and 2023-2024: means of growth, and a first-order autoregression of each
/// industry's deviations over the pairs of quarters that follow each other.
private struct OrdinaryQuarters {
  let industries: [String]
  let quarters: Int
  let pairs: Int
  let means: [Double]
  let persistence: [Double]
  /// Of the innovations, with the pairs less two as the divisor.
  let spreads: [Double]
  /// Of the innovations about zero, drawn towards zero.
  let correlations: [[Double]]
  let lastDeviations: [Double]

  init(_ accounts: NationalAccounts) throws {
    industries = accounts.industries
    let growth = try industries.map { try accounts.growth($0) }
    let periods = try #require(growth.first).map(\.quarter)
    let ordinary = periods.map { !(2020...2022).contains($0.year) }
    quarters = ordinary.filter { $0 }.count
    let later = periods.indices.dropFirst().filter { ordinary[$0] && ordinary[$0 - 1] }
    pairs = later.count
    let count = Double(quarters)
    let means = growth.map { series in
      zip(series, ordinary).reduce(0) { $0 + ($1.1 ? $1.0.growth : 0) } / count
    }
    let deviations = zip(growth, means).map { series, mean in series.map { $0.growth - mean } }
    let persistence = deviations.map { series in
      later.reduce(0) { $0 + series[$1] * series[$1 - 1] }
        / later.reduce(0) { $0 + series[$1 - 1] * series[$1 - 1] }
    }
    let innovations = zip(deviations, persistence).map { series, a in
      later.map { series[$0] - a * series[$0 - 1] }
    }
    func product(_ x: [Double], _ y: [Double]) -> Double {
      zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let degrees = Double(pairs - 2)
    spreads = innovations.map { (product($0, $0) / degrees).squareRoot() }
    let rows = (0..<later.count).map { n in innovations.map { $0[n] } }
    let kept = 1 - (try ShrinkageCovariance(observations: Matrix(rows: rows)).intensity)
    correlations = innovations.map { x in
      innovations.map { y in
        kept * product(x, y) / (product(x, x) * product(y, y)).squareRoot()
      }
    }
    lastDeviations = deviations.compactMap(\.last)
    self.means = means
    self.persistence = persistence
  }
}
