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

  /// The rational functions of the halves of octaves, from end to end of each, against those of the paper.
  @Test func nearTail() {
    for half in 0..<16 {
      let start = Double(
        sign: .plus, exponent: half / 2 - 13, significand: half % 2 == 0 ? 1 : 1.5)
      let end = (half % 2 == 0 ? 1.5 : 4.0 / 3) * start
      for k in 0...1000 {
        let p = k == 1000 ? end.nextDown : start + (end - start) * Double(k) / 1000
        let r = (-Elementary.log(p)).squareRoot()
        let published = StandardNormal.shoulder(r - 1.6)
        #expect(relativeError(StandardNormal.upperQuantile(p), published) <= 2e-15)
      }
    }
  }

  /// Where one function follows another, none steps back by more than its rounding.
  @Test func seams() {
    let edges = (0..<17).map { (half: Int) in
      Double(sign: .plus, exponent: half / 2 - 13, significand: half % 2 == 0 ? 1 : 1.5)
    }
    #expect(edges.first == StandardNormal.nearTailEdge)
    #expect(edges.last == StandardNormal.middleEdge)
    for edge in edges {
      let above = StandardNormal.upperQuantile(edge)
      let below = StandardNormal.upperQuantile(edge.nextDown)
      #expect(relativeError(above, below) <= 1e-15)
    }
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
