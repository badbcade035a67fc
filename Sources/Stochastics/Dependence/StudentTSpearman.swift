/// Spearman's rho of a Student t copula, as a function of its correlation r.
///
/// With W[1], W[2], W[3] independent chi-square variables of nu degrees of freedom
///
///     rho(r) = (6 / pi) E[asin(r u[2] u[3])],   u[i] = sqrt(W[i] / (W[1] + W[i]))
///
/// because rho is three times the probability, less that of the opposite, that X and (Y[1], Z[2]) are ordered
/// alike, and given the three W the differences are normal with this correlation: A. Heinen and A.
/// Valdesogo, "Spearman rank correlation of the bivariate Student t and scale mixtures of normal
/// distributions", J. Multivar. Anal. 179 (2020) 104650, doi:10.1016/j.jmva.2020.104650. Given W[1] the
/// other two are independent, so that the series of the arcsine becomes one in r,
///
///     rho(r) = sum over k of c[k] r^(2 k + 1),   c[k] = (6 / pi) a[k] E[E[u^(2 k + 1) | W[1]]^2]
///
/// with a[k] = (2k)! / (4^k k!^2 (2k + 1)) those of the arcsine.
public struct StudentTSpearman: Sendable {
  /// c[0], c[1], ... and one more that makes the sum one, which is rho(1).
  private let coefficients: [Double]

  private static let termCount = 256

  /// - Complexity: 8 million multiplications.
  init(_ scores: StudentTScores) {
    // The trapezoidal rule in the score of W, out to nine standard deviations.
    let step = 0.1
    let nodes = (-90...90).map { Double($0) * step }
    let weights = nodes.map { step * StandardNormal.density($0) }
    let logRatios = nodes.map { -2 * scores.logFactor(score: $0) }
    var squares = [Double](repeating: 0, count: Self.termCount)
    for (first, weight) in zip(logRatios, weights) {
      // u^2, and the powers of u so far with their weights.
      let fractions = logRatios.map { 1 / (1 + Elementary.exp(first - $0)) }
      var powers = zip(fractions, weights).map { $0.squareRoot() * $1 }
      for k in squares.indices {
        var mean = 0.0
        for i in powers.indices {
          mean += powers[i]
          powers[i] *= fractions[i]
        }
        squares[k] += weight * mean * mean
      }
    }
    var arcsine = 1.0
    var coefficients: [Double] = []
    for (k, square) in squares.enumerated() {
      coefficients.append(6 / Double.pi * arcsine / Double(2 * k + 1) * square)
      arcsine *= Double(2 * k + 1) / Double(2 * k + 2)
    }
    self.coefficients = coefficients + [max(0, 1 - coefficients.reversed().reduce(0, +))]
  }

  /// rho at a correlation in [-1, 1].
  ///
  /// - Accuracy: 1e-12 up to |r| = 0.95 and wherever there are three degrees of freedom or more; else
  ///   1e-3 |r|^513 beyond, the terms that the series leaves out.
  public func callAsFunction(correlation r: Double) -> Double {
    if r.magnitude >= 1 { return r < 0 ? -1 : 1 }
    let square = r * r
    return coefficients.reversed().reduce(0) { $0 * square + $1 } * r
  }
}
