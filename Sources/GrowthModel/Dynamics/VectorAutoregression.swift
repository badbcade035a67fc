import LinearAlgebra

/// A vector autoregression of first order: deviations that partly last,
///
///     e[t] = A e[t - 1] + u[t],   u of mean zero and covariance S, independent over time
///
/// H. Lütkepohl, "New introduction to multiple time series analysis" (2005), chapter 2,
/// doi:10.1007/978-3-540-27752-1.
public struct VectorAutoregression: Sendable, Equatable {
  /// A, n x n: row i, column j is the part of variable j's last deviation that variable i keeps.
  public let coefficients: Matrix

  /// S, n x n, positive semidefinite; in the product of the variables' units.
  public let innovationCovariance: Matrix

  /// The largest magnitude of an eigenvalue of A: the factor by which a deviation shrinks, or grows,
  /// in a step of the long run.
  public let spectralRadius: Double

  /// Creates a process, stable or not.
  ///
  /// - Throws: `VectorAutoregressionError.wrongOrder`, `.coefficients` or `.covariance`.
  /// - Complexity: O(n^3).
  public init(
    coefficients: Matrix, innovationCovariance: Matrix
  ) throws(VectorAutoregressionError) {
    do {
      spectralRadius = try Eigenvalues(coefficients).spectralRadius
    } catch {
      throw .coefficients(error)
    }
    do {
      _ = try PivotedCholesky(innovationCovariance)
    } catch {
      throw .covariance(error)
    }
    guard coefficients.rows == innovationCovariance.rows else {
      throw .wrongOrder(
        coefficients: coefficients.rows, covariance: innovationCovariance.rows)
    }
    self.coefficients = coefficients
    self.innovationCovariance = innovationCovariance
  }

  /// The number of variables, n.
  public var order: Int { coefficients.rows }

  /// Whether deviations die out in the end.
  public var isStable: Bool { spectralRadius < 1 }

  /// The expected deviations A^t e[0] of the steps t = 1 ... `steps`.
  ///
  /// - Throws: `VectorAutoregressionError.wrongCount` unless there is a start for each variable.
  /// - Complexity: O(steps x n^2).
  public func expectedPath(
    from start: [Double], steps: Int
  ) throws(VectorAutoregressionError) -> [[Double]] {
    guard start.count == order else {
      throw .wrongCount(variables: order, count: start.count)
    }
    var path: [[Double]] = []
    var deviation = start
    for _ in 0..<max(steps, 0) {
      deviation = (0..<order).map { i in
        (0..<order).reduce(0) { $0 + coefficients[i, $1] * deviation[$1] }
      }
      path.append(deviation)
    }
    return path
  }

  /// The covariance of e[1], ..., e[`steps`] from a start e[0] that is known.
  ///
  /// With V[0] = 0 and V[t] = A V[t - 1] Aᵀ + S, the block of steps s <= t is V[s] (Aᵀ)^(t - s).
  ///
  /// - Returns: (steps n) x (steps n), symmetric; variable i of step t is at n (t - 1) + i. Infinite
  ///   where an unstable process leaves the range of a `Double`.
  /// - Complexity: O(steps^2 x n^3).
  public func pathCovariance(steps: Int) -> Matrix {
    let steps = max(steps, 0)
    var result = Matrix(rows: steps * order, columns: steps * order)
    var variance = innovationCovariance
    for first in 0..<steps {
      if first > 0 {
        variance = Self.sum(
          innovationCovariance,
          Self.product(Self.product(coefficients, variance), coefficients.transposed))
      }
      var block = variance
      for second in first..<steps {
        if second > first { block = Self.product(coefficients, block) }
        // `block` is the covariance of e[second] with e[first].
        for j in 0..<order {
          for i in 0..<order {
            let (row, column) = (order * second + i, order * first + j)
            let value = second == first ? 0.5 * (block[i, j] + block[j, i]) : block[i, j]
            result[row, column] = value
            result[column, row] = value
          }
        }
      }
    }
    return result
  }

  /// The covariance that deviations have in the long run: V = A V Aᵀ + S.
  ///
  /// - Throws: `VectorAutoregressionError.unstable`; `.estimation` where V is past the largest
  ///   `Double`.
  /// - Complexity: O(n^3) for each of some twenty doublings.
  public func stationaryCovariance() throws(VectorAutoregressionError) -> Matrix {
    guard isStable else { throw .unstable(spectralRadius: spectralRadius) }
    do {
      return try DiscreteLyapunov.solve(coefficients, innovationCovariance)
    } catch .noConvergence {
      throw .unstable(spectralRadius: spectralRadius)
    } catch {
      throw .estimation(error)
    }
  }

  /// The product of two matrices of this order.
  private static func product(_ left: Matrix, _ right: Matrix) -> Matrix {
    var result = Matrix(rows: left.rows, columns: right.columns)
    for j in 0..<right.columns {
      for k in 0..<left.columns {
        let factor = right[k, j]
        for i in 0..<left.rows { result[i, j] += left[i, k] * factor }
      }
    }
    return result
  }

  private static func sum(_ left: Matrix, _ right: Matrix) -> Matrix {
    var result = left
    for j in 0..<left.columns {
      for i in 0..<left.rows { result[i, j] += right[i, j] }
    }
    return result
  }
}
