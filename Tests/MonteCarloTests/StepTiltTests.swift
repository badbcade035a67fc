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

  /// Inside a value's range scores keep the normal density: the median of the upper 20% is at 90%.
  @Test func scoresInsideAValueAreNormal() throws {
    let normal = NormalDistribution.standard
    let tilt = try tilt().with([0.1, 0.1, 0.8])
    let upper = tilt.probabilities[2]
    let middle = tilt.tilted(normal.quantile(1 - upper / 2))
    #expect(abs(middle - normal.quantile(0.9)) < 1e-12)
    let own = try self.tilt()
    for z in [-5, -1.5, 0, 0.3, 2, 4] {
      #expect(abs(own.tilted(z) - z) < 1e-9)
      #expect(own.logRatio(z) == 0)
    }
    for z in [-40.0, 40] { #expect(own.tilted(z).isFinite) }
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
