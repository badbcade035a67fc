import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// First-order and total indices against closed forms.
@Suite struct SobolIndexTests {
  #if DEBUG
    static let seeds: ClosedRange<UInt64> = 1...60
    /// 0.95 less 4 standard errors of a share of 60.
    static let each = 0.83...1.0
    static let together = 0.9...1.0
  #else
    static let seeds: ClosedRange<UInt64> = 1...300
    /// 0.95 and 3.3 standard errors of a share of 300.
    static let each = 0.908...0.992
    static let together = 0.93...0.97
  #endif

  static let cases: [SobolCase] =
    (try? [
      .ishigami(), .gFunction([0, 1, 4.5, 9, 99]), .gFunction([0, 0, 0]), .sum([3, 2, 1, 0.1]),
    ]) ?? []

  private func indices(_ test: SobolCase, _ found: SensitivityFindings) throws -> [SobolIndices
    .Part]
  {
    let target = found.targets[0]
    let parts = try #require(target.sobol).parts
    return try test.names.map { name in
      try #require(parts.first { target.variables[$0.variables[0]].name == name })
    }
  }

  /// 95% intervals hold the truth in 93% to 97% of the runs, for each kind of index of each function;
  /// each index, a share of fewer runs, in a wider band.
  @Test(arguments: cases)
  func intervalsCover(_ test: SobolCase) async throws {
    let analysis = try test.analysis()
    var first = [Coverage](repeating: Coverage(), count: test.names.count)
    var total = first
    var interactions = Coverage()
    for seed in Self.seeds {
      let found = try await analysis.run(draws: 4096, seed: seed, threads: 2)
      for (i, part) in try indices(test, found).enumerated() {
        first[i].add(part.first, test.first[i])
        total[i].add(part.total, test.total[i])
      }
      interactions.add(
        try #require(found.targets[0].sobol).interactions, 1 - test.first.reduce(0, +))
    }
    for kind in [first, total] {
      var all = Coverage()
      for one in kind {
        #expect(Self.each.contains(one.share), "\(one.share)")
        // The mean of 300 standardized errors.
        #expect(abs(one.bias) < 4 / Double(one.count).squareRoot(), "\(one.bias)")
        all.add(one)
      }
      #expect(Self.together.contains(all.share), "\(all.share)")
    }
    #expect(Self.each.contains(interactions.share))
  }

  /// A million draws come as near as their standard errors say, and those are small.
  @Test(arguments: cases)
  func manyDrawsAgree(_ test: SobolCase) async throws {
    let found = try await test.analysis().run(draws: 1_000_000, seed: 3, threads: 2)
    let target = found.targets[0]
    for (i, part) in try indices(test, found).enumerated() {
      #expect(abs(part.first.value - test.first[i]) < 4 * part.first.standardError + 1e-12)
      #expect(abs(part.total.value - test.total[i]) < 4 * part.total.standardError + 1e-12)
      #expect(part.first.standardError < 0.002 && part.total.standardError < 0.002)
    }
    #expect(abs(target.mean - test.mean) < 4 * (test.variance / 2e6).squareRoot())
    #expect(abs(target.standardDeviation / test.variance.squareRoot() - 1) < 0.005)
  }

  /// Draws that are spread evenly: 16 replicates, whose intervals cover too.
  @Test(arguments: [Sampling.sobol, .antithetic, .latinHypercube])
  func waysOfSampling(_ sampling: Sampling) async throws {
    var all = Coverage()
    for test in Self.cases {
      let analysis = try test.analysis()
      for seed in Self.seeds.prefix(60) {
        let found = try await analysis.run(
          draws: 16_384, seed: seed, sampling: sampling, threads: 2)
        #expect(found.draws == 16_384 && found.replicates == 16)
        for (i, part) in try indices(test, found).enumerated() {
          all.add(part.first, test.first[i])
          all.add(part.total, test.total[i])
        }
      }
    }
    #expect(Self.together.contains(all.share), "\(all.share)")
  }

  /// Whether `w1 x1 + w2 x2` is above its mean: by the arcsine law for orthants of correlated normal
  /// numbers, S[i] = 2 asin(r) / pi with r the share of w[i] in the variance.
  @Test func indicesOfTheProbability() async throws {
    let test = try SobolCase.sum([2, 1])
    let analysis = try test.analysis(measure: .probability, threshold: 3)
    let found = try await analysis.run(draws: 1_000_000, seed: 5, threads: 2)
    let parts = try indices(test, found)
    // asin(0.8) and asin(0.2)
    let first = [0.9272952180016122, 0.2013579207903308].map { 2 * $0 / .pi }
    for i in 0..<2 {
      #expect(abs(parts[i].first.value - first[i]) < 4 * parts[i].first.standardError)
      #expect(abs(parts[i].total.value - (1 - first[1 - i])) < 4 * parts[i].total.standardError)
      #expect(parts[i].first.standardError < 0.003)
    }
    #expect(abs(found.targets[0].mean - 0.5) < 4 * 0.5 / 2e6.squareRoot())
  }

  /// Inputs that hang together are one input, and independent of the others.
  @Test func correlatedInputsAreOne() async throws {
    let test = try SobolCase.sum([3, 2, 1, 0.5])
    let groups = [
      Dependence.gaussian(
        try GaussianCopula(
          names: ["x1", "x2", "x3", "x4"],
          correlation: [[1, 0, 0.5, 0], [0, 1, 0, 0], [0.5, 0, 1, 0], [0, 0, 0, 1]]))
    ]
    let found = try await test.analysis(groups: groups).run(draws: 200_000, seed: 2, threads: 2)
    let target = found.targets[0]
    let parts = try #require(target.sobol).parts
    #expect(parts.map(\.kind) == [.gaussian, .single, .single])
    #expect(parts[0].variables.map { target.variables[$0].name } == ["x1", "x3"])
    let together = 9 + 1 + 2 * 0.5 * 3
    for (part, share) in zip(parts, [together, 4, 0.25]) {
      let truth = share / (together + 4.25)
      #expect(abs(part.first.value - truth) < 4 * part.first.standardError)
      #expect(abs(part.total.value - truth) < 4 * part.total.standardError)
    }
  }

  /// A group of independent inputs: with V[i] the variances of the factors of the G-function,
  /// `((1 + V[2]) (1 + V[3]) - 1) / V` alone.
  @Test func groupsOfIndependentInputs() async throws {
    let test = try SobolCase.gFunction([0, 1, 4.5])
    let group = InputGroup(name: "pair", variables: ["x3", "x2"])
    let found = try await test.analysis(inputs: [group]).run(draws: 500_000, seed: 2, threads: 2)
    let target = found.targets[0]
    let parts = try #require(target.sobol).parts
    #expect(parts.map(\.name) == [nil, "pair"] && parts.map(\.kind) == [.single, .single])
    #expect(parts[1].variables.map { target.variables[$0].name } == ["x2", "x3"])
    let together = (1 + 1.0 / 12) * (1 + 1 / (3 * 5.5 * 5.5)) - 1
    #expect(abs(parts[1].first.value - together / test.variance) < 4 * parts[1].first.standardError)
    #expect(abs(parts[1].total.value - (1 - test.first[0])) < 4 * parts[1].total.standardError)
    #expect(parts[1].total.standardError < 0.002)
    #expect(target.tornado.count == 3)
  }

  /// Inputs drawn from rows are one, and so are those of a Student t copula of one degree of freedom: the
  /// share of the variance of a sum that is theirs together.
  @Test func rowsAndCauchyAreTakenWhole() async throws {
    let columns = [[1.0, 2, 4, 3, 5], [5, 7, 6, 8, 9]]
    let rows = try HistoryRows(steps: [["r1", "r2"]], columns: columns)
    let student = try StudentTCopula(
      names: ["x1", "x2"], correlation: [[1, 0.5], [0.5, 1]], degreesOfFreedom: 1)
    let test = SobolCase(
      testDescription: "joint", formula: "x1 + x2 + x3 + r1 + r2",
      variables: ["x1", "x2", "x3"].map { .init(name: $0, marginal: NormalDistribution.standard) }
        + zip(rows.names, rows.marginals).map { .init(name: $0, marginal: $1) },
      first: [], total: [], shapley: [], mean: 10, variance: 0)
    let found = try await test.analysis(groups: [.studentT(student), .rows(rows)])
      .run(draws: 200_000, seed: 7, threads: 2).targets[0]
    let parts = try #require(found.sobol).parts
    // Sums of rows: 6, 9, 10, 11, 14 about 10.
    let ofRows = (16.0 + 1 + 0 + 1 + 16) / 5
    #expect(parts.map(\.kind) == [.rows, .studentT, .single])
    #expect(parts.map(\.variables.count) == [2, 2, 1])
    let variance = found.standardDeviation * found.standardDeviation
    for (part, own) in [(parts[0], ofRows), (parts[2], 1)] {
      #expect(abs(part.first.value - own / variance) < 4 * part.first.standardError + 0.002)
      #expect(abs(part.total.value - own / variance) < 4 * part.total.standardError + 0.002)
    }
    #expect(found.shapley == nil)
    #expect(found.tornado.map { found.variables[$0.variable].name } == ["x3"])
    // With one correlated pair more, the others stay whole in the Shapley effects too.
    let normal = try GaussianCopula(names: ["x3", "x4"], correlation: [[1, 0.5], [0.5, 1]])
    let wider = SobolCase(
      testDescription: "wider", formula: test.formula + " + x4",
      variables: test.variables + [.init(name: "x4", marginal: NormalDistribution.standard)],
      first: [], total: [], shapley: [], mean: 10, variance: 0)
    let more = try await wider.analysis(
      groups: [.studentT(student), .rows(rows), .gaussian(normal)]
    ).run(draws: 200_000, seed: 7, threads: 2).targets[0]
    let effects = try #require(more.shapley)
    #expect(effects.map(\.variables.count).sorted() == [1, 1, 2, 2])
    #expect(abs(effects.reduce(0) { $0 + $1.effect.value } - 1) < 0.01)
    let all = more.standardDeviation * more.standardDeviation
    #expect(
      abs(effects[0].effect.value - ofRows / all) < 4 * effects[0].effect.standardError + 0.002)
  }

  /// Bit for bit, whatever the threads and whatever else is uncertain.
  @Test(arguments: [Sampling.pseudoRandom, .antithetic])
  func bitsDoNotDepend(_ sampling: Sampling) async throws {
    let test = try SobolCase.gFunction([0, 1, 4.5])
    let groups = [
      Dependence.gaussian(
        try GaussianCopula(names: ["x1", "x2"], correlation: [[1, 0.5], [0.5, 1]]))
    ]
    let one = try await test.analysis(groups: groups).run(
      draws: 5000, seed: 9, sampling: sampling, threads: 1)
    let many = try await test.analysis(groups: groups).run(
      draws: 5000, seed: 9, sampling: sampling, threads: 5)
    let extra = [
      JointDistribution.Variable(name: "a", marginal: NormalDistribution.standard),
      JointDistribution.Variable(name: "x11", marginal: NormalDistribution.standard),
    ]
    let wider = try await test.analysis(groups: groups, extra: extra).run(
      draws: 5000, seed: 9, sampling: sampling, threads: 2)
    for other in [many, wider] {
      let (a, b) = (one.targets[0], other.targets[0])
      #expect(a.mean == b.mean && a.standardDeviation == b.standardDeviation)
      #expect(a.sobol?.parts.map(\.first) == b.sobol?.parts.map(\.first))
      #expect(a.sobol?.parts.map(\.total) == b.sobol?.parts.map(\.total))
      #expect(a.shapley == b.shapley && a.shapley?.count == 3)
      #expect(a.tornado == b.tornado && a.tornado.count == 3)
      #expect(a.variables == b.variables)
    }
  }

  /// What is the same in every draw has no causes; what is no number says so.
  @Test func nothingToFind() async throws {
    let still = SobolCase(
      testDescription: "still", formula: "x1 - x1 + 3", variables: try SobolCase.sum([1]).variables,
      first: [], total: [], shapley: [], mean: 3, variance: 0)
    let found = try await still.analysis().run(draws: 2000, seed: 1)
    #expect(found.targets[0].sobol == nil && found.targets[0].shapley == nil)
    #expect(found.targets[0].mean == 3 && found.targets[0].standardDeviation == 0)
    let wild = SobolCase(
      testDescription: "wild", formula: "exp(1000 * x1) - exp(999 * x1)",
      variables: try SobolCase.sum([1]).variables, first: [], total: [], shapley: [], mean: 0,
      variance: 0)
    await #expect(throws: SimulationError.notFinite(quantity: "f0")) {
      try await wild.analysis().run(draws: 2000, seed: 1)
    }
    await #expect(throws: SimulationError.drawsOutOfRange(0)) {
      try await still.analysis().run(draws: 0, seed: 1)
    }
    #expect(throws: SimulationError.unknownTarget("nope")) {
      try SensitivityAnalysis(PlainCase.scenario(), targets: ["nope"])
    }
  }

  /// What two draws in a hundred thousand show has no causes yet.
  @Test func tooRare() async throws {
    let test = try SobolCase.sum([2, 1])
    let analysis = try test.analysis(measure: .probability, threshold: 3 + 4 * 5.0.squareRoot())
    let found = try await analysis.run(draws: 50_000, seed: 1).targets[0]
    #expect(found.isTooRare && found.sobol == nil && found.shapley == nil)
    #expect(found.tornado.count == 2)
  }

  @Test func cancellation() async throws {
    let analysis = try SobolCase.ishigami().analysis()
    let task = Task { try await analysis.run(draws: Simulation.maximumDraws, seed: 1) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
