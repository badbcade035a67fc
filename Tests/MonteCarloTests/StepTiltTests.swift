import Stochastics
import Testing

@testable import MonteCarlo

/// Values of staircases drawn with other probabilities.
@Suite struct StepTiltTests {
  private func tilt() throws -> StepTilt {
    try #require(StepTilt(try DiscreteDistribution(values: [1, 2, 5], weights: [0.5, 0.3, 0.2])))
  }

  /// The mass of each value under the density, by the midpoint rule over its ranges of scores, is the tilted
  /// probability; and the scores that draws are moved to have these shares.
  @Test func massesAreTheTiltedProbabilities() throws {
    let tilt = try tilt().with([0.1, 0.1, 0.8])
    let wanted = zip([0.1, 0.1, 0.8], [0.5, 0.3, 0.2]).map { 0.95 * $0 + 0.05 * $1 }
    for (found, expected) in zip(tilt.probabilities, wanted) {
      #expect(abs(found - expected) < 1e-15)
    }
    var masses = [0.0, 0, 0]
    let width = 1e-4
    for i in -80_000..<80_000 {
      let z = (Double(i) + 0.5) * width
      masses[tilt.step(of: z)] +=
        NormalDistribution.standard.density(z) * PortableMath.exp(tilt.logRatio(z)) * width
    }
    // A cell of the rule may lie astride a cut.
    for (mass, expected) in zip(masses, wanted) { #expect(abs(mass - expected) < 5e-4) }
    let count = 10_000
    var shares = [0.0, 0, 0]
    for i in 0..<count {
      let z = NormalDistribution.standard.quantile((Double(i) + 0.5) / Double(count))
      shares[tilt.step(of: tilt.tilted(z))] += 1 / Double(count)
    }
    for (share, expected) in zip(shares, wanted) { #expect(abs(share - expected) < 2e-4) }
  }

  /// A tilted score is that in the middle of its value's range, and its place among the tilted ones that of the
  /// score which it was.
  @Test func scoresOfAValueAreItsMiddle() throws {
    let normal = NormalDistribution.standard
    let tilt = try tilt().with([0.1, 0.1, 0.8])
    let middles = [0.25, 0.65, 0.9].map(normal.quantile)
    var below = 0.0
    for (step, share) in tilt.probabilities.enumerated() {
      for place in [1e-9, 0.2, 0.5, 1 - 1e-9] {
        let score = normal.quantile(below + place * share)
        #expect(abs(tilt.tilted(score) - middles[step]) < 1e-12)
        #expect(tilt.step(of: tilt.tilted(score)) == step)
      }
      below += share
    }
    let own = try self.tilt()
    for z in [-5, -1.5, 0, 0.3, 2, 4] {
      #expect(own.step(of: own.tilted(z)) == own.step(of: z))
      #expect(own.logRatio(z) == 0)
    }
    for z in [-40.0, 40] { #expect(tilt.tilted(z) == (z < 0 ? middles[0] : middles[2])) }
  }

  /// Too many values, none but one, or one that is all but impossible.
  @Test func whatIsNotTilted() throws {
    #expect(StepTilt(NormalDistribution.standard) == nil)
    #expect(StepTilt(try BernoulliDistribution(probability: 1)) == nil)
    #expect(StepTilt(try BernoulliDistribution(probability: 1e-14)) == nil)
    #expect(StepTilt(try EmpiricalDistribution(values: (0..<40).map(Double.init))) == nil)
    #expect(StepTilt(try BernoulliDistribution(probability: 0.3))?.count == 2)
  }
}
