import Stochastics
import TestSupport
import Testing

@Suite struct TwoPieceNormalTests {
  /// mean = m + sqrt(2/pi) (s2 - s1), variance = (1 - 2/pi) (s2 - s1)^2 + s1 s2, as in Wallis (2014);
  /// the numbers by hand, from sqrt(2/pi) = 0.79788456080287.
  @Test func momentsOfWallis() throws {
    let fan = try TwoPieceNormalDistribution(
      mode: 2, standardDeviationBelow: 1, standardDeviationAbove: 3)
    #expect(relativeError(fan.mean, 3.59576912160573) <= 1e-14)
    #expect(relativeError(fan.variance, 4.45352091052967) <= 1e-14)
  }

  @Test func equalSidesAreANormalDistribution() throws {
    let fan = try TwoPieceNormalDistribution(
      mode: 5.5, standardDeviationBelow: 1.25, standardDeviationAbove: 1.25)
    let normal = try NormalDistribution(mean: 5.5, standardDeviation: 1.25)
    for p in MarginalTests.tails {
      #expect(relativeError(fan.quantile(p), normal.quantile(p)) <= 1e-15)
    }
    for x in [-3.0, 2, 5, 5.5, 7, 20] {
      #expect(relativeError(fan.density(x), normal.density(x)) <= 1e-15)
      #expect(relativeError(fan.cumulative(x), normal.cumulative(x)) <= 1e-15)
    }
  }

  @Test func densityIsContinuousAtTheMode() throws {
    let fan = try TwoPieceNormalDistribution(
      mode: 0, standardDeviationBelow: 0.7, standardDeviationAbove: 1.1)
    let peak = 0.7978845608028654 / 1.8
    #expect(relativeError(fan.density(0), peak) <= 1e-15)
    #expect(relativeError(fan.density(-1e-9), peak) <= 1e-15)
    #expect(relativeError(fan.density(1e-9), peak) <= 1e-15)
    #expect(relativeError(fan.cumulative(0), 0.7 / 1.8) <= 1e-15)
    #expect(fan.kinks == [0.7 / (0.7 + 1.1)])
    #expect(fan.quantile(0.7 / 1.8).magnitude <= 1e-15)
  }

  /// The Bank's skew is the mean less the mode: positive means the mean, the median and the wider
  /// side above the mode.
  @Test(arguments: [-2.5, -0.3, -1e-6, 1e-6, 0.12, 0.3, 1, 40])
  func skewIsMeanLessMode(skew: Double) throws {
    let fan = try TwoPieceNormalDistribution(mode: 2, uncertainty: 0.8, skew: skew)
    #expect((fan.mean - fan.mode - skew).magnitude <= 1e-14 * max(1, skew.magnitude))
    #expect((fan.standardDeviationAbove > fan.standardDeviationBelow) == (skew > 0))
    #expect((fan.quantile(0.5) > fan.mode) == (skew > 0))
    #expect((fan.cumulative(fan.mode) < 0.5) == (skew > 0))
    // 1/s1^2 + 1/s2^2 = (1 - g)/s^2 + (1 + g)/s^2 whatever g is.
    let below = fan.standardDeviationBelow
    let above = fan.standardDeviationAbove
    let precision = 1 / (below * below) + 1 / (above * above)
    #expect(relativeError(precision, 2 / (0.8 * 0.8)) <= 1e-14)
  }

  /// g = -0.6: s1 = 1/sqrt(1.6), s2 = 1/sqrt(0.4) = 2 s1, skew = sqrt(2/pi) s1.
  @Test func uncertaintyAndSkewByHand() throws {
    let narrow = 0.7905694150420949
    let skew = 0.6307831305050401
    let up = try TwoPieceNormalDistribution(mode: 0, uncertainty: 1, skew: skew)
    #expect(relativeError(up.standardDeviationBelow, narrow) <= 1e-14)
    #expect(relativeError(up.standardDeviationAbove, 2 * narrow) <= 1e-14)
    let down = try TwoPieceNormalDistribution(mode: 0, uncertainty: 1, skew: -skew)
    #expect(down.standardDeviationBelow == up.standardDeviationAbove)
    #expect(down.standardDeviationAbove == up.standardDeviationBelow)
  }

  @Test func noSkewIsANormalDistribution() throws {
    let fan = try TwoPieceNormalDistribution(mode: 1.34, uncertainty: 0.2249, skew: 0)
    #expect(fan.standardDeviationBelow == 0.2249)
    #expect(fan.standardDeviationAbove == 0.2249)
    #expect(fan.mean == 1.34)
  }
}
