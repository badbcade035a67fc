import TestSupport
import Testing

/// The instruments themselves, against published values.
@Suite struct TestSupportTests {
  /// The first outputs of the reference implementation for this seed.
  @Test func splitMix() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
    #expect(generator.next() == 9_817_491_932_198_370_423)
  }

  /// Critical values of Kolmogorov's distribution: 1.2238 (10%), 1.3581 (5%), 1.6276 (1%).
  @Test(arguments: [
    (1.2238478702170825, 0.1), (1.3580986393225507, 0.05), (1.6276236115189504, 0.01),
  ])
  func kolmogorov(x: Double, probability: Double) {
    #expect(relativeError(KolmogorovSmirnov.complementary(x), probability) <= 1e-12)
  }

  @Test func kolmogorovsTwoSeriesMeet() {
    let below = KolmogorovSmirnov.complementary(1.0.nextDown)
    #expect(relativeError(below, KolmogorovSmirnov.complementary(1)) <= 1e-14)
  }

  @Test func statistic() {
    let test = KolmogorovSmirnov([0.9, 0.1, 0.2, 0.3], cumulative: { $0 })
    #expect((test.statistic - 0.45).magnitude <= 1e-15)
  }

  @Test func moments() {
    let moments = SampleMoments([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(moments.mean == 5)
    #expect(relativeError(moments.variance, 32.0 / 7) <= 1e-15)
    #expect(relativeError(moments.standardErrorOfMean, (4.0 / 7).squareRoot()) <= 1e-15)
  }

  @Test func distances() {
    #expect(ulpDistance(1, 1.0.nextUp.nextUp) == 2)
    #expect(ulpDistance(-0.0, 0) == 0)
    #expect(ulpDistance(-0x1p-1074, 0x1p-1074) == 2)
    #expect(ulpDistance(.nan, 1) == .max)
  }

  @Test func quadrature() {
    #expect(relativeError(integrateOverUnitInterval { s, _ in s * s }, 1.0 / 3) <= 1e-14)
    #expect(relativeError(integrateOverUnitInterval { s, _ in 1 / s.squareRoot() }, 2) <= 1e-14)
  }
}
