import TestSupport
import Testing

@testable import Stochastics

@Suite struct RegularizedBetaTests {
  /// Closed forms: I_x(a, 1) = x^a, I_x(1, b) = 1 - (1 - x)^b, I_x(1/2, 1/2) = 2/pi arcsin sqrt(x)
  /// and, for whole numbers, sums of binomial probabilities.
  @Test(arguments: [
    (2.0, 3.0, 0.25, 0.26171875), (3, 2, 0.75, 0.73828125), (5, 1, 0.5, 0.03125),
    (1, 5, 0.5, 0.96875), (0.5, 0.5, 0.25, 0.3333333333333333),
    (0.5, 0.5, 0.75, 0.6666666666666666),
    (1, 1, 0.3, 0.3), (10, 10, 0.5, 0.5), (1000, 1000, 0.5, 0.5), (0.5, 1, 0.01, 0.1),
  ])
  func closedForms(a: Double, b: Double, x: Double, probability: Double) {
    let tails = RegularizedBeta(a, b).tails(logit: Elementary.log(x / (1 - x)))
    #expect(relativeError(tails.lower, probability) <= 2e-15 * (1 + (a * b).squareRoot()))
    #expect(relativeError(tails.upper, 1 - probability) <= 2e-15 * (1 + (a * b).squareRoot()))
  }

  @Test(arguments: [(1.0, 5.0), (3, 3), (0.5, 0.5), (50, 0.5), (0.5, 1e8), (3e5, 7e5), (1, 1e6)])
  func inverse(a: Double, b: Double) {
    let beta = RegularizedBeta(a, b)
    for logLower in [-700.0, -100, -10, -1, -0.7, -0.5, -0.1] {
      let logit = beta.logit(logLower: logLower)
      #expect(logit.isFinite)
      let lower = Elementary.log(beta.tails(logit: logit).lower)
      #expect((lower - logLower).magnitude <= 1e-11 + 2e-15 * logLower.magnitude)
    }
  }

  @Test func infiniteLogits() {
    let beta = RegularizedBeta(2, 3)
    #expect(beta.tails(logit: -.infinity) == (0, 1))
    #expect(beta.tails(logit: .infinity) == (1, 0))
  }

  /// The table's polynomials against a function with the singularity that they are made for.
  @Test func tableReproducesItsFunction() {
    let table = TailTable { Elementary.log($0) }
    var generator = SplitMix64(seed: 7)
    for _ in 0..<10_000 {
      let l = Elementary.exp(Elementary.log(0.5) + 7.33 * generator.nextUniform())
      #expect((table(l) - Elementary.log(l)).magnitude <= 4e-15)
    }
  }
}
