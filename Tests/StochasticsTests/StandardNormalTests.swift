import TestSupport
import Testing

@testable import Stochastics

@Suite struct StandardNormalTests {
  /// Published in M. J. Wichura, "The percentage points of the normal distribution", Applied
  /// Statistics 37 (1988) 477, as the test values of PPND16.
  @Test(arguments: [
    (0.25, -0.6744897501960817), (0.001, -3.090232306167814), (1e-20, -9.262340089798408),
  ])
  func quantileAsPublished(p: Double, z: Double) {
    let lower = StandardNormal.quantile(TailProbability(probability: p, tail: .lower))
    let upper = StandardNormal.quantile(TailProbability(probability: p, tail: .upper))
    #expect(relativeError(lower, z) <= 1e-15)
    #expect(upper == -lower)
  }

  /// To 38 standard deviations, in both tails.
  @Test(arguments: FunctionValues.normalUpperQuantile)
  func quantile(p: Double, z: Double) {
    let upper = StandardNormal.quantile(TailProbability(probability: p, tail: .upper))
    let lower = StandardNormal.quantile(TailProbability(probability: p, tail: .lower))
    #expect(relativeError(upper, z) <= 1e-15)
    #expect(lower == -upper)
  }

  @Test(arguments: FunctionValues.normalUpperTail)
  func tails(z: Double, probability: Double) {
    #expect(relativeError(StandardNormal.complementary(z), probability) <= 1e-15)
    #expect(StandardNormal.cumulative(-z) == StandardNormal.complementary(z))
    #expect(relativeError(StandardNormal.cumulative(z), 1 - probability) <= 5e-16)
  }

  @Test func endsOfTheDomain() {
    #expect(StandardNormal.cumulative(-.infinity) == 0)
    #expect(StandardNormal.cumulative(.infinity) == 1)
    #expect(StandardNormal.cumulative(-39) == 0)
    #expect(StandardNormal.cumulative(.nan).isNaN)
    #expect(StandardNormal.complementary(.nan).isNaN)
    #expect(StandardNormal.density(.infinity) == 0)
    #expect(StandardNormal.density(.nan).isNaN)
  }
}
