import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// Ways of spreading draws: the same answers, and intervals that say how good they are.
@Suite struct SamplingTests {
  /// Bit for bit, whatever the number of threads.
  @Test(arguments: Sampling.allCases)
  func threadsDoNotMatter(_ sampling: Sampling) async throws {
    let simulation = try Simulation(SmallEconomy.scenario())
    let one = try await simulation.run(draws: 70_000, seed: 9, sampling: sampling, threads: 1)
    for threads in [2, 7] {
      let many = try await simulation.run(
        draws: 70_000, seed: 9, sampling: sampling, threads: threads)
      #expect(InvarianceTests.figures(one) == InvarianceTests.figures(many))
      #expect(one.quantities.map(\.standardError) == many.quantities.map(\.standardError))
      #expect(one.targets.map(\.estimate) == many.targets.map(\.estimate))
    }
  }

  /// A variable that nothing uses, and the order of declaration, do not move a bit.
  @Test(arguments: Sampling.allCases)
  func unrelatedVariablesDoNotMatter(_ sampling: Sampling) async throws {
    let scenario = try SmallEconomy.scenario()
    var other = scenario
    let more = JointDistribution.Variable(
      name: "tourism.spending", marginal: try NormalDistribution(mean: 0, standardDeviation: 1))
    other.uncertainty = try JointDistribution(
      variables: [more] + scenario.uncertainty.variables.reversed(),
      groups: scenario.uncertainty.groups)
    let one = try await Simulation(scenario).run(draws: 40_000, seed: 3, sampling: sampling)
    let two = try await Simulation(other).run(draws: 40_000, seed: 3, sampling: sampling)
    #expect(InvarianceTests.figures(one) == InvarianceTests.figures(two))
    // Nor does one that is drawn too: each keeps its own numbers.
    let names = scenario.uncertainty.variables.map(\.name)
    let places = Set(names.indices)
    let own = try JointSampler(scenario.uncertainty, seed: 3, sampling: sampling)
    let among = try JointSampler(other.uncertainty, seed: 3, sampling: sampling)
    #expect(own.dimensions.map(\.variable) == places.sorted())
    let count = 1024
    var columns = [Double](repeating: 0, count: names.count * count)
    var others = [Double](repeating: 0, count: (names.count + 1) * count)
    columns.withUnsafeMutableBufferPointer {
      own.fill(columns: $0.baseAddress!, stride: count, count: count, firstDraw: 2048)
    }
    others.withUnsafeMutableBufferPointer {
      among.fill(columns: $0.baseAddress!, stride: count, count: count, firstDraw: 2048)
    }
    for (place, name) in names.enumerated() {
      let twin = other.uncertainty.variables.firstIndex { $0.name == name } ?? 0
      #expect(
        columns[place * count..<(place + 1) * count] == others[twin * count..<(twin + 1) * count])
    }
  }

  @Test(arguments: [
    (Sampling.pseudoRandom, 100_001, 100_001), (.antithetic, 100_001, 100_016),
    (.latinHypercube, 100_001, 100_352), (.sobol, 100_001, 114_688), (.sobol, 1, 16_384),
    (.sobol, Int(UInt32.max), 4_294_950_912),
  ])
  func wholeUnits(sampling: Sampling, asked: Int, made: Int) {
    #expect(Simulation.draws(asked, sampling: sampling) == made)
  }

  /// Replicates by hand: three of unequal length.
  @Test func spreadOfReplicates() {
    var replicates = Replicates(count: 16, records: 1, goals: 1)
    for (replicate, hits, draws, sum) in [(0, 30, 100, 4.0), (1, 50, 100, 6.0), (5, 30, 50, 1.0)] {
      replicates.add(draws: draws, to: replicate)
      replicates.add(hits: hits, goal: 0, to: replicate)
      replicates.add(sum: sum, record: 0, to: replicate)
    }
    // Residuals of the hits about 0.44 a draw: -14, 6 and 8.
    let spread = replicates.spread(goal: 0)
    #expect(spread.replicates == 3)
    #expect((spread.variance - (196 + 36 + 64) * 1.5 / 62_500).magnitude < 1e-15)
    // Of the sums about 0.044 a draw: -0.4, 1.6 and -1.2.
    let ofSums = replicates.spread(record: 0)
    #expect((ofSums.variance - (0.16 + 2.56 + 1.44) * 1.5 / 62_500).magnitude < 1e-15)
  }

  /// Where replicates agree to the last hit, or there are none, no interval is a point.
  @Test func intervalsWithoutSpread() {
    let spread = ReplicateSpread(replicates: 16, variance: 0)
    let half = ProbabilityEstimate(hits: 8000, draws: 16_000, spread: spread)
    #expect(half.standardError == 0.5 / 16_000)
    #expect(half.halfWidth() > half.standardError)
    let none = ProbabilityEstimate(hits: 0, draws: 16_000, spread: spread)
    #expect(none.interval() == ProbabilityEstimate(hits: 0, draws: 16_000).interval())
    let few = ProbabilityEstimate(
      hits: 10, draws: 4096, spread: ReplicateSpread(replicates: 4, variance: 1))
    #expect(few == ProbabilityEstimate(hits: 10, draws: 4096))
  }

  /// 1,000 seeds of the plain case, 32,768 draws each: the 95% intervals of the probability and of the
  /// mean hold the closed form in 93.5% to 96.5% of the runs.
  @Test(arguments: Sampling.allCases)
  func intervalsCover(_ sampling: Sampling) async throws {
    let simulation = try Simulation(PlainCase.scenario(), recording: Recording(.named))
    let student = try StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: 15)
    let critical =
      sampling == .pseudoRandom
      ? NormalDistribution.standard.quantile(0.975) : student.quantile(0.975)
    var (held, heldMean) = (0, 0)
    let seeds = 1_000
    for seed in 1...seeds {
      let ensemble = try await simulation.run(
        draws: 32_768, seed: UInt64(seed), sampling: sampling)
      let estimate = ensemble.targets[0].estimate
      if estimate.interval().contains(PlainCase.probability) { held += 1 }
      let growth = try #require(ensemble.summary("growth"))
      let distance = (growth.mean - PlainCase.mean).magnitude
      if distance <= critical * growth.standardError { heldMean += 1 }
      // The mean of opposite pairs is exact in a linear model; nothing is left but rounding.
      if sampling == .antithetic { #expect(distance < 1e-15) }
    }
    #expect(935...965 ~= held, "\(sampling): probability \(held)")
    #expect(
      sampling == .antithetic || 935...965 ~= heldMean, "\(sampling): mean \(heldMean)")
  }

  /// 1,000 seeds of runs that end at a precision: the interval at the end holds the closed form as often as
  /// it says, the estimate has no bias, and every one is as narrow as was asked for.
  @Test(arguments: Sampling.allCases)
  func intervalsCoverAtAPrecision(_ sampling: Sampling) async throws {
    let simulation = try Simulation(PlainCase.scenario(), recording: Recording(.named))
    let seeds = 1_000
    var (held, draws) = (0, 0)
    var scores = 0.0
    for seed in 1...seeds {
      let ensemble = try await simulation.run(
        precision: 0.004, maximumDraws: 10_000_000, seed: UInt64(seed), sampling: sampling)
      let estimate = ensemble.targets[0].estimate
      #expect(estimate.halfWidth() <= 0.004)
      if estimate.interval().contains(PlainCase.probability) { held += 1 }
      scores += (estimate.probability - PlainCase.probability) / estimate.standardError
      draws += ensemble.draws
    }
    #expect(935...965 ~= held, "\(sampling): \(held), \(draws / seeds) draws")
    // The mean of 1,000 scores has a standard error of 0.032.
    #expect((scores / Double(seeds)).magnitude < 0.13)
  }

  /// What the ways of sampling are for: the same mean growth with fewer draws. The variances of 64
  /// runs, each known to a factor of 1.8 with 99.9% confidence.
  @Test(arguments: [(Sampling.antithetic, 100.0), (.latinHypercube, 100), (.sobol, 1000)])
  func variancesFall(sampling: Sampling, factor: Double) async throws {
    let simulation = try Simulation(SmallEconomy.scenario(), recording: Recording(.named))
    func variance(_ sampling: Sampling) async throws -> Double {
      var means: [Double] = []
      for seed in 1...64 {
        let ensemble = try await simulation.run(
          draws: 32_768, seed: UInt64(seed), sampling: sampling)
        means.append(try #require(ensemble.summary("growth")).mean)
      }
      let mean = means.reduce(0, +) / 64
      return means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 63
    }
    let gain = try await variance(.pseudoRandom) / variance(sampling)
    #expect(gain > factor, "\(sampling): \(gain)")
  }
}
