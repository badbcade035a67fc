/// Coefficients a[k] = E[f(Z) h[k](Z)] of functions of a standard normal Z in the Hermite polynomials
/// h[k] = He[k] / sqrt(k!), which are orthonormal.
///
/// With f and g of such coefficients, E[f(Z) g(W)] is the sum of `a[k] b[k] r^k` for scores Z and W of
/// correlation r: F. G. Mehler (1866); see H. Cramer, "Mathematical methods of statistics" (1946), 12.6.
enum HermiteExpansion {
  /// The coefficients a[1] ... a[degree] of a function of the probability below the score.
  ///
  /// - Parameter cuts: ascending probabilities between which the function is smooth.
  static func coefficients(
    degree: Int, cuts: [Double], _ function: (TailProbability) -> Double
  ) -> [Double] {
    let recurrence = Recurrence(degree: degree)
    var result = [Double](repeating: 0, count: degree)
    TailQuadrature.visit(cuts: cuts) { p, weight in
      // Where a weight has vanished, the function may be past the largest number.
      let value = weight > 0 ? weight * function(p) : 0
      guard value != 0, value.isFinite else { return }
      recurrence.add(value, at: StandardNormal.quantile(p), to: &result)
    }
    return result
  }

  /// The coefficients of the staircase that rises by `rises[i]` at `scores[i]`: those of a step at s
  /// are `h[k - 1](s) phi(s) / sqrt(k)`.
  static func coefficients(degree: Int, steps scores: [Double], _ rises: [Double]) -> [Double] {
    let recurrence = Recurrence(degree: degree)
    var sums = [Double](repeating: 0, count: degree)
    var total = 0.0
    for (score, rise) in zip(scores, rises) {
      let value = rise * StandardNormal.density(score)
      total += value
      recurrence.add(value, at: score, to: &sums)
    }
    // The sums hold h[1] and so on; h[0] is one.
    let shifted = [total] + sums.dropLast()
    return shifted.enumerated().map { index, sum in sum / Double(index + 1).squareRoot() }
  }

  /// h[k + 1] = (z h[k] - sqrt(k) h[k - 1]) / sqrt(k + 1).
  private struct Recurrence {
    private let roots: [Double]
    private let inverseRoots: [Double]

    init(degree: Int) {
      roots = (0...degree).map { Double($0).squareRoot() }
      inverseRoots = roots.map { 1 / $0 }
    }

    /// Adds `factor` h[k](z) to entry k - 1, for each k from one.
    func add(_ factor: Double, at z: Double, to result: inout [Double]) {
      var last = 0.0
      var value = factor
      for k in result.indices {
        let next = (z * value - roots[k] * last) * inverseRoots[k + 1]
        last = value
        value = next
        result[k] += value
      }
    }
  }
}
