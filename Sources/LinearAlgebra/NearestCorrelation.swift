import Languages

/// The correlation matrix nearest to a symmetric matrix: X that minimises ||X - A|| in the Frobenius
/// norm, with ones on the diagonal, no eigenvalue below a bound, and chosen entries as they are in A.
///
/// The problem is that of N. J. Higham, "Computing the nearest correlation matrix", IMA J. Numer.
/// Anal. 22 (2002) 329-343, doi:10.1093/imanum/22.3.329, with fixed entries as in N. J. Higham and
/// N. Strabic, "Anderson acceleration of the alternating projections method for computing the
/// nearest correlation matrix", Numer. Algorithms 72 (2016) 1021-1042,
/// doi:10.1007/s11075-015-0078-3. It is solved by Newton's method on the dual: H. Qi and D. Sun, "A
/// quadratically convergent Newton method for computing the nearest correlation matrix", SIAM J.
/// Matrix Anal. Appl. 28 (2006) 360-385, doi:10.1137/050624509, with the preconditioner of R.
/// Borsdorf and N. J. Higham, IMA J. Numer. Anal. 30 (2010) 94-107, doi:10.1093/imanum/drn085. The
/// dual has one unknown for each diagonal and each pinned entry.
public struct NearestCorrelation: Sendable, Equatable {
  /// An entry off the diagonal and the one mirrored to it.
  public struct Entry: Hashable, Sendable {
    /// The smaller of the two indices, from zero.
    public let row: Int
    /// The larger of the two indices.
    public let column: Int

    /// Names an entry by its indices, in either order.
    public init(_ first: Int, _ second: Int) {
      row = min(first, second)
      column = max(first, second)
    }
  }

  /// The correlation matrix: symmetric to the last bit, with ones on the diagonal and the pinned
  /// entries exactly as they were.
  public let matrix: Matrix

  /// The Frobenius norm of the change off the diagonal.
  public let distance: Double

  /// The number of eigenvalue decompositions that it took.
  public let decompositions: Int

  /// How far the entries that are fixed may be off before they are put right.
  static let accuracy = 1e-10

  /// Solves the problem.
  ///
  /// - Parameters:
  ///   - matrix: A, symmetric; its diagonal does not matter.
  ///   - pinned: the entries that stay, each in [-1, 1]; the order and repetitions do not matter.
  ///   - smallestEigenvalue: the bound below which no eigenvalue lies, in [0, 1).
  /// - Accuracy: the solution is the nearest matrix for a bound that is higher by 2e-10. What is
  ///   left of the iteration's error moves eigenvalues by less, so that the bound itself holds, to
  ///   the rounding of an eigenvalue decomposition, also with the fixed entries exact.
  /// - Throws: `NearestCorrelationError.incompatible` where no correlation matrix within the bound
  ///   has the pinned entries; `.noConvergence` where they leave so little room that the iteration
  ///   does not end; `.pinnedOutOfRange`; `.algebra` for a matrix that is not square, symmetric and
  ///   finite.
  /// - Complexity: O(n^3) for each of about eight steps, and O(k n) for k pinned entries in each
  ///   of their inner iterations.
  /// - Precondition: pinned entries lie inside the matrix and off its diagonal; the bound is in [0, 1).
  public init(
    _ matrix: Matrix, pinned: [Entry] = [], smallestEigenvalue: Double = 0
  ) throws(NearestCorrelationError) {
    precondition(smallestEigenvalue >= 0 && smallestEigenvalue < 1, "the bound is in [0, 1)")
    do {
      try requireSymmetric(matrix)
    } catch {
      throw .algebra(error)
    }
    let pinned = Set(pinned).sorted { ($0.column, $0.row) < ($1.column, $1.row) }
    for entry in pinned {
      precondition(
        entry.row >= 0 && entry.row < entry.column && entry.column < matrix.rows,
        "a pinned entry lies inside the matrix and off its diagonal")
      guard matrix[entry.column, entry.row].magnitude <= 1 else { throw .pinnedOutOfRange(entry) }
    }
    var target = matrix
    for j in 0..<matrix.columns {
      target[j, j] = 1
      for i in 0..<j { target[i, j] = matrix[j, i] }
    }
    let bound = smallestEigenvalue + 2 * Self.accuracy
    guard bound < 1 else { throw .incompatible }
    var dual = NearestCorrelationDual(target, pinned: pinned, bound: bound)
    var result = try dual.solve()
    decompositions = dual.decompositions
    var squares = 0.0
    for j in 0..<matrix.columns {
      for i in 0..<j {
        result[i, j] = result[j, i]
        let change = result[i, j] - target[i, j]
        squares += change * change
      }
      result[j, j] = 1
    }
    for entry in pinned {
      let value = target[entry.row, entry.column]
      result[entry.row, entry.column] = value
      result[entry.column, entry.row] = value
    }
    self.matrix = result
    distance = (2 * squares).squareRoot()
  }
}

/// Why there is no nearest correlation matrix.
public enum NearestCorrelationError: Error, Equatable, Sendable {
  /// No correlation matrix whose eigenvalues keep the bound has all of the pinned entries.
  case incompatible
  /// The pinned entries leave hardly any correlation matrix, or the entries are too large.
  case noConvergence
  /// A pinned entry is no correlation.
  case pinnedOutOfRange(NearestCorrelation.Entry)
  /// A decomposition failed, or the matrix is not square, symmetric and finite.
  case algebra(LinearAlgebraError)
}

extension NearestCorrelationError: CustomStringConvertible {
  public var description: String { message.text() }

  /// The fact, without a full stop; rows and columns count from one.
  public var message: Phrase {
    switch self {
    case .incompatible: "no correlation matrix has all of the pinned entries"
    case .noConvergence: "the search for the nearest correlation matrix did not converge"
    case .pinnedOutOfRange(let entry):
      "the pinned entry in row \(entry.row + 1), column \(entry.column + 1) is outside -1 ... 1"
    case .algebra(let error): error.message
    }
  }
}
