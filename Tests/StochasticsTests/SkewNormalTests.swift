import TestSupport
import Testing

@testable import Stochastics

@Suite struct SkewNormalTests {
  /// A shape above zero: the longer tail, the mean and the median lie above the location.
  @Test(arguments: [0.5, 2, 10, 300])
  func positiveShapeHasTheLongUpperTail(shape: Double) throws {
    let skewed = try SkewNormalDistribution(location: 3, scale: 2, shape: shape)
    #expect(skewed.mean > 3)
    #expect(skewed.quantile(0.5) > 3)
    #expect(skewed.mean > skewed.quantile(0.5))
    let above = skewed.quantile(0.999) - skewed.quantile(0.5)
    let below = skewed.quantile(0.5) - skewed.quantile(0.001)
    #expect(above > below)
    #expect(skewed.complementary(7) > 2 * skewed.cumulative(-1))
  }

  /// The opposite shape is the mirror image, to the last bit of the standard quantile.
  @Test(arguments: [0.25, 4, 50])
  func oppositeShapesMirrorEachOther(shape: Double) throws {
    let up = try SkewNormalDistribution(location: 0, scale: 1, shape: shape)
    let down = try SkewNormalDistribution(location: 0, scale: 1, shape: -shape)
    #expect(up.mean == -down.mean)
    #expect(up.variance == down.variance)
    for p in MarginalTests.tails {
      let opposite = TailProbability(
        probability: p.probability, tail: p.tail == .lower ? .upper : .lower)
      #expect(up.quantile(p) == -down.quantile(opposite))
    }
    for x in [-4.0, -0.5, 0, 0.125, 3] {
      #expect(up.density(x) == down.density(-x))
      #expect(up.cumulative(x) == down.complementary(-x))
    }
  }

  @Test func noShapeIsANormalDistribution() throws {
    let skewed = try SkewNormalDistribution(location: 5.5, scale: 1.25, shape: 0)
    let normal = try NormalDistribution(mean: 5.5, standardDeviation: 1.25)
    #expect(skewed.mean == 5.5)
    #expect(skewed.variance == 1.5625)
    for p in MarginalTests.tails {
      #expect((skewed.quantile(p) - normal.quantile(p)).magnitude <= 2e-14)
    }
    for x in [-3.0, 2, 5, 5.5, 7, 20] {
      #expect(relativeError(skewed.cumulative(x), normal.cumulative(x)) <= 1e-14)
      #expect(relativeError(skewed.complementary(x), normal.complementary(x)) <= 1e-14)
    }
  }

  /// F(0) = arctan(1/a) / pi, and with a = 1 F(z) = Phi(z)^2.
  @Test func closedForms() {
    let atShapes: [(shape: Double, angle: Double)] = [
      (0, 0.5), (1, 0.25), (1.7320508075688772, 1.0 / 6), (2.414213562373095, 0.125),
      (1_000, 0.0003183097800805589),
    ]
    for (shape, angle) in atShapes {
      #expect(relativeError(SkewNormalTails(shape: shape).lowerTail(0), angle) <= 2e-15)
    }
    let one = SkewNormalTails(shape: 1)
    for z in [-20.0, -6, -1, -0.25, 0, 0.125, 0.5, 1, 3, 8] {
      let below = StandardNormal.cumulative(z)
      let above = StandardNormal.complementary(z)
      #expect(relativeError(one.tails(z).lower, below * below) <= 1e-13)
      #expect(relativeError(one.tails(z).upper, above * (1 + below)) <= 1e-14)
    }
  }

  /// Owen's T is half of what Phi(-h) and F(-h) differ by. Values by quadrature in 30 digits;
  /// scipy.special.owens_t agrees to 2e-15.
  @Test(arguments: [
    (0.0625, 0.25, 0.03891193023470137), (6.5, 0.4375, 2.0005773048508314e-11),
    (7, 0.96875, 6.399062719389869e-13), (4.78125, 0.0625, 1.0632974804687464e-07),
    (2, 0.5, 0.008625077985521507), (1, 0.9999975, 0.0667418089782286),
  ])
  func owensFunction(h: Double, a: Double, value: Double) {
    let tails = SkewNormalTails(shape: a)
    let half = 0.5 * (StandardNormal.complementary(h) - tails.lowerTail(h))
    #expect((half - value).magnitude <= 1e-15 * StandardNormal.complementary(h) + 2e-14 * value)
  }
}
