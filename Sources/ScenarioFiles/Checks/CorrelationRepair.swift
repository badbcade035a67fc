import LinearAlgebra

/// The correlations nearest to some that no variables can have.
enum CorrelationRepair {
  /// The decimal places of what it moves.
  static let places = 6

  /// One over the unit of the last of them, and so over the distance up to which an entry stays as it
  /// is. Dividing by it gives the number that a file would mean by the same digits.
  private static let scale = 1e6

  /// Moves the correlations that are not kept as little as possible, in the sum of squares.
  ///
  /// What comes out enters every draw, and the last digits of LAPACK's eigenvalues depend on the
  /// machine. Entries are therefore rounded to six decimals, four digits of a correlation more than
  /// anybody knows and ten fewer than the solver's: of a million entries, one or two might come out
  /// differently elsewhere. The solver keeps its eigenvalues so far above zero that neither the rounding
  /// nor the entries that are left as they are, each a change of at most one unit, take them below:
  /// a change of n x n entries by e each moves eigenvalues by at most n e.
  ///
  /// - Throws: `RepairFact.keptContradict` where those that are kept exclude each other, `.keptTight`
  ///   where they all but do.
  static func nearest(
    to values: [[Double]], isKept: (Int, Int) -> Bool
  ) throws(RepairFact) -> [[Double]] {
    guard let matrix = try? Matrix(rows: values) else { throw .keptTight }
    var kept: [NearestCorrelation.Entry] = []
    for i in values.indices {
      for j in 0..<i where isKept(i, j) { kept.append(NearestCorrelation.Entry(i, j)) }
    }
    let nearest: Matrix
    do {
      nearest = try NearestCorrelation(
        matrix, pinned: kept, smallestEigenvalue: 2 * Double(values.count) / scale
      ).matrix
    } catch {
      throw contradict(kept, in: matrix) ? .keptContradict : .keptTight
    }
    return values.indices.map { i in
      values.indices.map { j in
        let (old, new) = (values[i][j], nearest[i, j])
        return (new - old).magnitude <= 1 / scale ? old : (new * scale).rounded() / scale
      }
    }
  }

  /// Whether no correlation matrix has the entries, not even one without any distance from the edge.
  private static func contradict(_ kept: [NearestCorrelation.Entry], in matrix: Matrix) -> Bool {
    do {
      _ = try NearestCorrelation(matrix, pinned: kept)
      return false
    } catch {
      return error == .incompatible
    }
  }
}
