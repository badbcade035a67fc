import Languages
import LinearAlgebra

/// A matrix that was adjusted to given row and column totals.
public struct BalancedMatrix: Sendable, Equatable {
  /// The adjusted matrix, of the shape of the one that was given.
  public let matrix: Matrix
  /// What each row was multiplied by, where positive; negative entries were divided by it.
  public let rowFactors: [Double]
  /// What each column was multiplied by, where positive; negative entries were divided by it.
  public let columnFactors: [Double]
  /// How often rows and columns were scaled.
  public let iterations: Int
  /// The largest difference between a row's or column's sum and its total, relative to the sum of
  /// the magnitudes in it.
  public let residual: Double
}

/// Why a matrix cannot be adjusted to totals.
public enum BalancingError: Error, Equatable, Sendable {
  /// There is not one total for each row and each column.
  case dimensionMismatch(rows: Int, columns: Int, rowTotals: Int, columnTotals: Int)
  /// An entry or a total is infinite or not a number.
  case notFinite
  /// The totals of the rows add up to something else than those of the columns.
  case unequalTotals(rows: Double, columns: Double)
  /// The row has no entry of the sign that its total needs.
  case unreachableRow(Int, total: Double)
  /// The column has no entry of the sign that its total needs.
  case unreachableColumn(Int, total: Double)
  /// Zeros stand where the totals would need something, or the adjustment is very slow.
  case noConvergence(iterations: Int, residual: Double)
}

extension BalancingError: CustomStringConvertible {
  public var description: String { message.text() }

  /// The fact, without a full stop; rows and columns count from one.
  public var message: Phrase {
    switch self {
    case .dimensionMismatch(let rows, let columns, let rowTotals, let columnTotals):
      """
      the matrix is \(rows) x \(columns), but there are \(rowTotals) row totals and \(columnTotals) \
      column totals
      """
    case .notFinite: "an entry or a total is not a finite number"
    case .unequalTotals(let rows, let columns):
      "the row totals add up to \(rows.description), the column totals to \(columns.description)"
    case .unreachableRow(let row, let total):
      "row \(row + 1) has no entry that could make its total \(total.description)"
    case .unreachableColumn(let column, let total):
      "column \(column + 1) has no entry that could make its total \(total.description)"
    case .noConvergence(let iterations, let residual):
      """
      after \(iterations) scalings the totals are still off by \(residual.description) of themselves: zeros may \
      stand where they would need something
      """
    }
  }
}

/// Adjustment of a matrix to row and column totals by multiplying rows and columns.
///
/// For entries that are not negative the RAS method: Deming and Stephan, "On a least squares
/// adjustment of a sampled frequency table when the expected marginal totals are known", Ann. Math.
/// Stat. 11 (1940) 427-444, doi:10.1214/aoms/1177731829; Stone, Input-Output and National Accounts
/// (1961). Its result diag(r) A diag(s) has, of all matrices with the totals, the least relative
/// entropy to A: the sum of x ln(x/a) - x + a.
///
/// With negative entries the generalised RAS method, A = P - N and the result
/// diag(r) P diag(s) - diag(1/r) N diag(1/s): Junius and Oosterhaven, "The solution of updating or
/// regionalizing a matrix with both positive and negative entries", Econ. Syst. Res. 15 (2003) 87-96,
/// doi:10.1080/0953531032000056954, with the objective of Lenzen, Wood and Gallego, "Some comments on
/// the GRAS method", Econ. Syst. Res. 19 (2007) 461-465, doi:10.1080/09535310701698613, by which a
/// matrix that has the totals already stays as it is.
public enum BiproportionalAdjustment {
  static let mostIterations = 20_000
  /// Relative to the magnitudes in a row: rounding of sums of a few thousand entries.
  static let tolerance = 1e-13

  /// Adjusts a matrix.
  ///
  /// Zeros stay zeros. A row or column of zeros stays, its factor one, where its total is zero.
  ///
  /// - Parameters:
  ///   - matrix: m x n, of any signs.
  ///   - rowTotals: m totals.
  ///   - columnTotals: n totals, with the same sum to 1e-9 of their magnitudes.
  /// - Throws: `BalancingError`.
  /// - Complexity: O(m n) a scaling; the number of scalings grows as totals come near what zeros allow.
  public static func balanced(
    _ matrix: Matrix, rowTotals: [Double], columnTotals: [Double]
  ) throws(BalancingError) -> BalancedMatrix {
    try check(matrix, rowTotals, columnTotals)
    let transposed = matrix.transposed
    var r = [Double](repeating: 1, count: matrix.rows)
    var s = [Double](repeating: 1, count: matrix.columns)
    var best: BalancedMatrix?
    var iteration = 0
    while iteration < mostIterations {
      iteration += 1
      r = factors(transposed, across: s, totals: rowTotals)
      s = factors(matrix, across: r, totals: columnTotals)
      let result = scaled(matrix, r, s)
      let residual = max(
        error(result.transposed, totals: rowTotals), error(result, totals: columnTotals))
      // Factors that ran away leave entries that are no numbers, which a maximum does not notice.
      guard residual.isFinite, result.columnMajor.allSatisfy(\.isFinite) else { break }
      if residual < best?.residual ?? .infinity {
        best = BalancedMatrix(
          matrix: result, rowFactors: r, columnFactors: s, iterations: iteration,
          residual: residual)
      }
      if residual <= tolerance { break }
    }
    guard let best, best.residual <= 1e-12 else {
      throw .noConvergence(iterations: iteration, residual: best?.residual ?? .infinity)
    }
    return best
  }

  private static func check(
    _ matrix: Matrix, _ rowTotals: [Double], _ columnTotals: [Double]
  ) throws(BalancingError) {
    guard rowTotals.count == matrix.rows, columnTotals.count == matrix.columns else {
      throw .dimensionMismatch(
        rows: matrix.rows, columns: matrix.columns, rowTotals: rowTotals.count,
        columnTotals: columnTotals.count)
    }
    guard (matrix.columnMajor + rowTotals + columnTotals).allSatisfy(\.isFinite) else {
      throw .notFinite
    }
    let (left, right) = (rowTotals.reduce(0, +), columnTotals.reduce(0, +))
    let size = (rowTotals + columnTotals).reduce(0) { $0 + $1.magnitude }
    guard (left - right).magnitude <= 1e-9 * size else {
      throw .unequalTotals(rows: left, columns: right)
    }
    for (i, total) in rowTotals.enumerated() where !isReachable(total, matrix.row(i)) {
      throw .unreachableRow(i, total: total)
    }
    for (j, total) in columnTotals.enumerated() where !isReachable(total, matrix.column(j)) {
      throw .unreachableColumn(j, total: total)
    }
  }

  private static func isReachable(_ total: Double, _ entries: [Double]) -> Bool {
    total == 0 || entries.contains { total > 0 ? $0 > 0 : $0 < 0 }
  }

  /// The factor of each column of a matrix whose rows have these factors: the positive root x of
  /// p x - n / x = total.
  private static func factors(
    _ matrix: Matrix, across others: [Double], totals: [Double]
  ) -> [Double] {
    (0..<matrix.columns).map { j in
      var (p, n) = (0.0, 0.0)
      for i in 0..<matrix.rows {
        let entry = matrix[i, j]
        if entry > 0 { p += entry * others[i] }
        if entry < 0 { n -= entry / others[i] }
      }
      let total = totals[j]
      if p == 0, n == 0 { return 1 }
      // A column that must add up to zero is emptied: of negative entries, by dividing.
      if p == 0 { return total == 0 ? .infinity : -n / total }
      if n == 0 { return total / p }
      let root = (total * total + 4 * p * n).squareRoot()
      // The form without cancellation for either sign of the total.
      return total >= 0 ? (total + root) / (2 * p) : 2 * n / (root - total)
    }
  }

  private static func scaled(_ matrix: Matrix, _ r: [Double], _ s: [Double]) -> Matrix {
    var result = matrix
    for j in 0..<matrix.columns {
      for i in 0..<matrix.rows {
        let factor = r[i] * s[j]
        let entry = matrix[i, j]
        result[i, j] = entry > 0 ? entry * factor : entry < 0 ? entry / factor : 0
      }
    }
    return result
  }

  /// The largest relative error of a column's sum.
  private static func error(_ matrix: Matrix, totals: [Double]) -> Double {
    totals.indices.reduce(0) { worst, j in
      let column = matrix.column(j)
      let size = column.reduce(totals[j].magnitude) { $0 + $1.magnitude }
      let difference = (column.reduce(0, +) - totals[j]).magnitude
      return max(worst, size > 0 ? difference / size : 0)
    }
  }
}
