import LinearAlgebra

/// Dependence through correlated normal scores.
///
/// The correlations are those of the normal scores: for normal marginals they are the Pearson
/// correlations of the variables themselves.
public struct GaussianCopula: Sendable {
  /// The variables it joins, in the order of the rows.
  public let names: [String]
  /// Row i, column j: the correlation of the scores of variables i and j.
  public let correlation: [[Double]]
  /// The variables in the order of their names, which is that of the rows of `factor`: what is
  /// drawn does not depend on the order of declaration.
  let factorOrder: [String]
  /// Row i holds the weights w of the independent scores z that make up score i of `factorOrder`:
  /// `w[0] z[0] + ... + w[i] z[i]`, a lower triangular factor of the correlations.
  let factor: [[Double]]

  /// No dependence at all.
  public static let independent = GaussianCopula()

  private init() {
    names = []
    correlation = []
    factorOrder = []
    factor = []
  }

  /// Joins variables by a correlation matrix, positive semidefinite.
  ///
  /// - Throws: `DependenceError`, the first fact that makes the matrix impossible.
  /// - Complexity: O(n^3) for n variables.
  public init(names: [String], correlation: [[Double]]) throws(DependenceError) {
    try Self.requireDistinct(names)
    try Self.requireCorrelations(correlation, count: names.count)
    try Self.requireSemidefinite(correlation)
    self.names = names
    self.correlation = correlation
    let order = names.indices.sorted { names[$0] < names[$1] }
    factorOrder = order.map { names[$0] }
    factor = Self.factorize(order.map { row in order.map { correlation[row][$0] } })
  }

  /// The same dependence among other variables, such as the shocks of the next quarter.
  ///
  /// The factor is shared with this copula where the new names sort in the order of the old ones.
  ///
  /// - Parameter newName: the name of the variable that takes the place of the one named.
  /// - Throws: `DependenceError.duplicateVariable`.
  /// - Complexity: O(n log n), and O(n^3) where the names sort in another order.
  public func renamed(_ newName: (String) -> String) throws(DependenceError) -> GaussianCopula {
    try GaussianCopula(names: names.map(newName), like: self)
  }

  private init(names: [String], like other: GaussianCopula) throws(DependenceError) {
    try Self.requireDistinct(names)
    self.names = names
    correlation = other.correlation
    let order = names.indices.sorted { names[$0] < names[$1] }
    factorOrder = order.map { names[$0] }
    if order.map({ other.names[$0] }) == other.factorOrder {
      factor = other.factor
    } else {
      factor = Self.factorize(order.map { row in order.map { other.correlation[row][$0] } })
    }
  }

  private static func requireDistinct(_ names: [String]) throws(DependenceError) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted { throw .duplicateVariable(name) }
  }

  private static func requireCorrelations(
    _ matrix: [[Double]], count: Int
  ) throws(DependenceError) {
    guard matrix.count == count else {
      throw .wrongShape(variables: count, row: nil, length: matrix.count)
    }
    for (i, row) in matrix.enumerated() where row.count != count {
      throw .wrongShape(variables: count, row: i, length: row.count)
    }
    for i in 0..<count {
      guard matrix[i][i] == 1 else { throw .diagonal(row: i, value: matrix[i][i]) }
      for j in 0..<count where !(-1...1).contains(matrix[i][j]) {
        throw .outOfRange(row: i, column: j, value: matrix[i][j])
      }
      for j in 0..<i where matrix[i][j] != matrix[j][i] {
        throw .asymmetric(row: i, column: j, value: matrix[i][j], mirrored: matrix[j][i])
      }
    }
  }

  /// Rounding moves the eigenvalues of an n x n matrix of numbers up to one by a few n ulps.
  private static func tolerance(_ order: Int) -> Double { 16 * Double(order) * 0x1p-52 }

  /// Throws unless the smallest eigenvalue is zero or more, up to rounding.
  ///
  /// With x the eigenvector of the smallest eigenvalue, that eigenvalue is the sum of
  /// `x[i] x[j] r[i,j]`; the most negative term names the pair that does most harm.
  private static func requireSemidefinite(_ matrix: [[Double]]) throws(DependenceError) {
    guard matrix.count > 1 else { return }
    let eigen: SymmetricEigen
    do {
      eigen = try SymmetricEigen(Matrix(rows: matrix))
    } catch {
      throw .factorization("\(error)")
    }
    let smallest = eigen.values[0]
    guard smallest < -tolerance(matrix.count) else { return }
    var worst = (row: 0, column: 1, term: Double.infinity)
    for i in matrix.indices {
      for j in 0..<i {
        let term = eigen.vectors[i, 0] * eigen.vectors[j, 0] * matrix[i][j]
        if term < worst.term { worst = (j, i, term) }
      }
    }
    throw .notPositiveSemidefinite(
      smallestEigenvalue: smallest, row: worst.row, column: worst.column)
  }

  /// The Cholesky factor of a positive semidefinite matrix, with a column of zeros where a variable
  /// is determined by those before it.
  ///
  /// Not LAPACK's, whose last bits depend on the library behind it and so on the machine: the
  /// factor enters every draw, and a seed must give the same draws everywhere.
  package static func factorize(_ matrix: [[Double]]) -> [[Double]] {
    let count = matrix.count
    var factor = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for j in 0..<count {
      var pivot = matrix[j][j]
      for k in 0..<j { pivot -= factor[j][k] * factor[j][k] }
      guard pivot > tolerance(count) else { continue }
      let root = pivot.squareRoot()
      factor[j][j] = root
      for i in j + 1..<count {
        var rest = matrix[i][j]
        for k in 0..<j { rest -= factor[i][k] * factor[j][k] }
        factor[i][j] = rest / root
      }
    }
    return factor
  }
}
