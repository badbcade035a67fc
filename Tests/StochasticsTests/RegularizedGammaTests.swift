import TestSupport
import Testing

@testable import Stochastics

@Suite struct RegularizedGammaTests {
  /// Q(1, x) = e^-x, Q(1/2, x) = 2 Phi(-sqrt(2x)), and for whole shapes the sum of e^-x x^k / k!, which
  /// `ChiSquare` takes: Q(k/2, x/2) is the upper tail of chi-square with k degrees of freedom.
  @Test(arguments: [0.001, 0.5, 1, 1.4, 2, 5, 12, 40, 150])
  func closedForms(x: Double) {
    let exponential = RegularizedGamma(shape: 1)
    let tails = exponential.tails(exponential.argument(x))
    #expect(relativeError(tails.upper, Elementary.exp(-x)) <= 2e-14)
    #expect(relativeError(tails.lower, -Elementary.expm1(-x)) <= 1e-14)
    for k in [1, 2, 3, 4, 7, 10, 25, 60] {
      let gamma = RegularizedGamma(shape: 0.5 * Double(k))
      let upper = gamma.tails(gamma.argument(x)).upper
      let reference = ChiSquare.upperTail(2 * x, degreesOfFreedom: k)
      #expect(relativeError(upper, reference) <= 3e-14)
    }
  }

  @Test(arguments: [0.01, 0.1, 0.5, 1, 1.001, 3.5, 60, 4_000, 1e6])
  func inverse(shape: Double) {
    let gamma = RegularizedGamma(shape: shape)
    for logTail in [-744.0, -100, -10, -1, -0.7, -0.5] {
      let lower = gamma.argument(logRatio: gamma.logRatio(logLower: logTail))
      let upper = gamma.argument(logRatio: gamma.logRatio(logUpper: logTail))
      #expect(lower.logRatio.isFinite && upper.logRatio.isFinite)
      let tolerance = 1e-11 + 2e-15 * logTail.magnitude
      // Below the smallest number only the logarithm of the argument is left.
      if lower.value > 0 && logTail > -700 {
        let value = Elementary.log(gamma.tails(lower).lower)
        #expect((value - logTail).magnitude <= tolerance)
      }
      guard logTail > -700 else { continue }
      let value = Elementary.log(gamma.tails(upper).upper)
      #expect((value - logTail).magnitude <= tolerance)
    }
  }

  /// Both sides of the change from the series to the continued fraction.
  @Test(arguments: [0.2, 0.9, 1, 2.5, 100])
  func seriesAndFractionMeet(shape: Double) {
    let gamma = RegularizedGamma(shape: shape)
    let turn = shape < 1 ? 0.5 * (shape + 1) : shape + 1
    let before = gamma.tails(gamma.argument(turn.nextDown))
    let after = gamma.tails(gamma.argument(turn))
    #expect(relativeError(before.lower, after.lower) <= 1e-14)
    #expect(relativeError(before.upper, after.upper) <= 2e-14)
  }
}
