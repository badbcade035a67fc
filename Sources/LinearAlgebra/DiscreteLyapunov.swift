/// The discrete Lyapunov equation X = A X Aᵀ + Q, whose solution is the covariance of a stable linear
/// process.
public enum DiscreteLyapunov {
  /// The symmetric X with X = A X Aᵀ + Q.
  ///
  /// The sum of A^k Q (Aᵀ)^k by doubling: with X the sum of the first m terms and B = A^m, that of the
  /// first 2 m is X + B X Bᵀ, and A^(2 m) is B^2. R. A. Smith, "Matrix equation XA + BX = C", SIAM J.
  /// Appl. Math. 16 (1968) 198-201, doi:10.1137/0116017.
  ///
  /// - Parameters:
  ///   - matrix: A, n x n, all of its eigenvalues below one in magnitude.
  ///   - constant: Q, n x n, symmetric.
  /// - Accuracy: n units in the last place of X for each doubling, of which there are about
  ///   log2(18 / (1 - r)), r the largest magnitude of an eigenvalue. The nearer r is to one, the more
  ///   X itself moves with the last digits of A.
  /// - Throws: `LinearAlgebraError.noConvergence` where the sum does not end; `.overflow`,
  ///   `.notSquare`, `.dimensionMismatch`, `.asymmetric`, `.notFinite`.
  /// - Complexity: O(n^3) a doubling.
  public static func solve(
    _ matrix: Matrix, _ constant: Matrix
  ) throws(LinearAlgebraError) -> Matrix {
    try requireSquare(matrix)
    try requireFinite(matrix)
    try requireSymmetric(constant)
    try requireCount(constant.rows, matrix.rows, of: "rows of the constant")
    var power = matrix
    var sum = try constant.symmetricPart()
    for _ in 0..<largestDoublings {
      let added = try (power * sum * power.transposed).symmetricPart()
      try requireRepresentable(added.columnMajor)
      var isNegligible = true
      for j in 0..<sum.columns {
        for i in 0..<sum.rows {
          // Against the variances of the two variables, so that units do not matter.
          let scale = (sum[i, i].magnitude * sum[j, j].magnitude).squareRoot()
          if added[i, j].magnitude > 0.5 * 1.0.ulp * scale { isNegligible = false }
          sum[i, j] += added[i, j]
        }
      }
      try requireRepresentable(sum.columnMajor)
      if isNegligible { return sum }
      power = try power * power
      try requireRepresentable(power.columnMajor)
    }
    throw .noConvergence
  }

  /// With 2^60 terms every eigenvalue that a `Double` can tell from one has died out.
  private static let largestDoublings = 60
}
