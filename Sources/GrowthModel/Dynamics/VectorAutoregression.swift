import LinearAlgebra

/// A vector autoregression: deviations that partly last,
///
///     e[t] = A1 e[t - 1] + ... + Ap e[t - p] + u[t],   u of mean zero and covariance S, independent over time
///
/// Of p lags it is one of first order in (e[t], ..., e[t - p + 1]), whose coefficients are the companion matrix F: A1 to Ap side
/// by side in the first n rows, and below them ones that hand each deviation on. H. Lütkepohl, "New introduction to
/// multiple time series analysis" (2005), chapter 2, doi:10.1007/978-3-540-27752-1.
public struct VectorAutoregression: Sendable, Equatable {
  /// A1 to Ap, n x n each, one at least: row i, column j of Ak is the part of variable j's deviation of k steps ago that
  /// variable i keeps.
  public let lagCoefficients: [Matrix]

  /// S, n x n, positive semidefinite; in the product of the variables' units.
  public let innovationCovariance: Matrix

  /// The largest magnitude of an eigenvalue of F: the factor by which a deviation shrinks, or grows,
  /// in a step of the long run.
  public let spectralRadius: Double

  /// Creates a process of one lag, stable or not.
  ///
  /// - Throws: `VectorAutoregressionError.wrongOrder`, `.coefficients` or `.covariance`.
  /// - Complexity: O(n^3).
  public init(
    coefficients: Matrix, innovationCovariance: Matrix
  ) throws(VectorAutoregressionError) {
    try self.init(lagCoefficients: [coefficients], innovationCovariance: innovationCovariance)
  }

  /// Creates a process, stable or not.
  ///
  /// - Parameters:
  ///   - lagCoefficients: A1 to Ap; none is the same as one of zeros.
  ///   - innovationCovariance: S.
  /// - Throws: `VectorAutoregressionError.wrongOrder`, `.coefficients` or `.covariance`.
  /// - Complexity: O(n^3 p^3).
  public init(
    lagCoefficients: [Matrix], innovationCovariance: Matrix
  ) throws(VectorAutoregressionError) {
    let order = innovationCovariance.rows
    let lags =
      lagCoefficients.isEmpty ? [Matrix(rows: order, columns: order)] : lagCoefficients
    for matrix in lags where matrix.rows != matrix.columns {
      throw .coefficients(.notSquare(rows: matrix.rows, columns: matrix.columns))
    }
    do {
      _ = try PivotedCholesky(innovationCovariance)
    } catch {
      throw .covariance(error)
    }
    for matrix in lags where matrix.rows != order {
      throw .wrongOrder(coefficients: matrix.rows, covariance: order)
    }
    do {
      spectralRadius = try Eigenvalues(Self.companion(lags)).spectralRadius
    } catch {
      throw .coefficients(error)
    }
    self.lagCoefficients = lags
    self.innovationCovariance = innovationCovariance
  }

  /// A1: all there is where there is one lag.
  public var coefficients: Matrix { lagCoefficients[0] }

  /// The number of variables, n.
  public var order: Int { innovationCovariance.rows }

  /// The number of lags, p.
  public var lags: Int { lagCoefficients.count }

  /// Whether deviations die out in the end.
  public var isStable: Bool { spectralRadius < 1 }

  /// F, of n p rows and columns: A1 itself where there is one lag.
  public var companion: Matrix { Self.companion(lagCoefficients) }

  /// The companion matrix of square matrices of one order.
  ///
  /// - Parameter lags: A1 to Ap, n x n each.
  /// - Returns: n p x n p.
  public static func companion(_ lags: [Matrix]) -> Matrix {
    let order = lags.first?.rows ?? 0
    var result = Matrix(rows: order * lags.count, columns: order * lags.count)
    for (lag, matrix) in lags.enumerated() {
      for j in 0..<order {
        for i in 0..<order { result[i, order * lag + j] = matrix[i, j] }
        if lag > 0 { result[order * lag + j, order * (lag - 1) + j] = 1 }
      }
    }
    return result
  }

  /// The expected deviations of the steps t = 1 ... `steps` from those of step 0: A^t e[0] where there is one lag.
  ///
  /// - Throws: `VectorAutoregressionError.wrongCount` unless there is a start for each variable, `.wrongStart` where the process has
  ///   more lags than one.
  /// - Complexity: O(steps x n^2).
  public func expectedPath(
    from start: [Double], steps: Int
  ) throws(VectorAutoregressionError) -> [[Double]] {
    try expectedPath(from: [start], steps: steps)
  }

  /// The expected deviations of the steps t = 1 ... `steps` from those of steps 0, -1, ..., 1 - p.
  ///
  /// - Parameters:
  ///   - starts: p rows of n deviations, the last step first.
  ///   - steps: how many.
  /// - Throws: `VectorAutoregressionError.wrongCount` unless there is a start for each variable, `.wrongStart` for fewer or more than
  ///   p of them.
  /// - Complexity: O(steps x n^2 p).
  public func expectedPath(
    from starts: [[Double]], steps: Int
  ) throws(VectorAutoregressionError) -> [[Double]] {
    for start in starts where start.count != order {
      throw .wrongCount(variables: order, count: start.count)
    }
    guard starts.count == lags else { throw .wrongStart(lags: lags, count: starts.count) }
    var path: [[Double]] = []
    var past = starts
    for _ in 0..<max(steps, 0) {
      let deviation = (0..<order).map { i in
        zip(lagCoefficients, past).reduce(0) { sum, pair in
          (0..<order).reduce(sum) { $0 + pair.0[i, $1] * pair.1[$1] }
        }
      }
      path.append(deviation)
      past = [deviation] + past.dropLast()
    }
    return path
  }

  /// The covariance of e[1], ..., e[`steps`] from a start that is known.
  ///
  /// With V[0] = 0 and V[t] = F V[t - 1] Fᵀ + S (S in the first n rows and columns, zeros elsewhere), the block of steps s <= t is
  /// the first n rows and columns of V[s] (Fᵀ)^(t - s).
  ///
  /// - Returns: (steps n) x (steps n), symmetric; variable i of step t is at n (t - 1) + i. Infinite
  ///   where an unstable process leaves the range of a `Double`.
  /// - Complexity: O(steps^2 x n^3 p^3).
  public func pathCovariance(steps: Int) -> Matrix {
    let steps = max(steps, 0)
    var result = Matrix(rows: steps * order, columns: steps * order)
    let (step, new) = (companion, companionCovariance)
    var variance = new
    for first in 0..<steps {
      if first > 0 {
        variance = Self.sum(new, Self.product(Self.product(step, variance), step.transposed))
      }
      var block = variance
      for second in first..<steps {
        if second > first { block = Self.product(step, block) }
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

  /// The covariance that the deviations of a step have in the long run: the first n rows and columns of V = F V Fᵀ + S.
  ///
  /// - Throws: `VectorAutoregressionError.unstable`; `.estimation` where V is past the largest
  ///   `Double`.
  /// - Complexity: O(n^3 p^3) for each of some twenty doublings.
  public func stationaryCovariance() throws(VectorAutoregressionError) -> Matrix {
    guard isStable else { throw .unstable(spectralRadius: spectralRadius) }
    do {
      let whole = try DiscreteLyapunov.solve(companion, companionCovariance)
      var result = innovationCovariance
      for j in 0..<order { for i in 0..<order { result[i, j] = whole[i, j] } }
      return result
    } catch .noConvergence {
      throw .unstable(spectralRadius: spectralRadius)
    } catch {
      throw .estimation(error)
    }
  }

  /// S as the covariance of what is new in the companion form.
  private var companionCovariance: Matrix {
    var result = Matrix(rows: order * lags, columns: order * lags)
    for j in 0..<order { for i in 0..<order { result[i, j] = innovationCovariance[i, j] } }
    return result
  }

  /// The product of two square matrices of one order.
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
