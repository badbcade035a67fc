import LinearAlgebra

/// Figures with their uncertainty, and statements about quantities made of them.
///
/// A nearest plan moves the figures x from their centres c as little as possible,
///
///     D^2 = (x - c)ᵀ S^-1 (x - c),     S the covariance of the figures,
///
/// so that every statement lower <= f(x) <= upper holds: the adjustment of national accounts by
/// Stone, Champernowne and Meade, "The precision of national income estimates", Rev. Econ. Stud. 9
/// (1942) 111-125, doi:10.2307/2967664, for quantities that need not be linear. S may be singular.
public struct PlanProblem: Sendable {
  /// What may be moved.
  public let figures: [PlanFigure]
  /// What is to hold.
  public let statements: [PlanStatement]
  /// F with S = F Fᵀ, so that x = c + F u and D is the length of u; a row for each figure.
  let factor: Matrix
  private let model: @Sendable ([Double]) -> Linearization

  /// Puts a problem together.
  ///
  /// - Parameters:
  ///   - figures: n of them.
  ///   - correlation: n x n, positive semidefinite; nil for figures that are independent.
  ///   - statements: m of them.
  ///   - model: the quantities of the m statements and their derivatives by the n figures. Where it
  ///     is not defined its values are not finite.
  /// - Throws: `LinearAlgebraError.notPositiveSemidefinite` and the like for the correlations,
  ///   `.notFinite` for a figure.
  public init(
    figures: [PlanFigure], correlation: Matrix? = nil, statements: [PlanStatement],
    model: @escaping @Sendable ([Double]) -> Linearization
  ) throws(LinearAlgebraError) {
    for (i, figure) in figures.enumerated()
    where !figure.centre.isFinite || !figure.standardDeviation.isFinite {
      throw .notFinite(row: i, column: 0)
    }
    self.figures = figures
    self.statements = statements
    self.model = model
    // Figures that do not move take no part in the metric.
    let moving = figures.indices.filter { figures[$0].standardDeviation > 0 }
    let correlation = correlation ?? .identity(figures.count)
    guard correlation.rows == figures.count, correlation.columns == figures.count else {
      throw .dimensionMismatch(
        quantity: "rows of the correlation", expected: figures.count, actual: correlation.rows)
    }
    var part = Matrix(rows: moving.count, columns: moving.count)
    for (j, column) in moving.enumerated() {
      for (i, row) in moving.enumerated() { part[i, j] = correlation[row, column] }
    }
    let root = try PivotedCholesky(part).factor
    var factor = Matrix(rows: figures.count, columns: root.columns)
    for (i, row) in moving.enumerated() {
      for j in 0..<root.columns {
        factor[row, j] = figures[row].standardDeviation * root[i, j]
      }
    }
    self.factor = factor
  }

  /// The centres of the figures.
  public var centres: [Double] { figures.map(\.centre) }

  /// The quantities at some values of the figures.
  public func linearization(at values: [Double]) -> Linearization { model(values) }

  /// The standard deviation of each quantity, to first order about the centres.
  public func standardDeviations() throws(LinearAlgebraError) -> [Double] {
    let rows = try model(centres).derivatives * factor
    return (0..<rows.rows).map { row in
      rows.row(row).reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
  }
}

/// Why there is no plan near the figures that says all that the statements say.
public enum NearestPlanError: Error, Equatable, Sendable {
  /// To first order about the centres no figures at all meet these statements together, because
  /// what one says follows from what the others say, and is another figure.
  case incompatible(statements: [Int])
  /// The search found none: the figures would have to leave their domain, or it did not settle.
  case notFound
  /// The quantities do not exist at the centres of the figures.
  case undefinedAtCentres
  /// A factorization failed, as where the covariance is singular.
  case algebra(LinearAlgebraError)
}
