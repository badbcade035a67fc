import Languages

/// Why numbers do not describe a dependence.
///
/// Rows and columns count from zero, in the order in which the variables were given.
public enum DependenceError: Error, Equatable, Sendable {
  /// The variable stands twice in one group.
  case duplicateVariable(String)
  /// The dependence joins a variable that there is not.
  case unknownVariable(String)
  /// The correlation of one pair is given twice.
  case pairTwice(String, String)
  /// Two groups join the variable: what joins both of them is not said.
  case inTwoGroups(String)
  /// The matrix does not have one row and one column for each variable.
  case wrongShape(variables: Int, row: Int?, length: Int)
  /// A correlation is not a number in [-1, 1].
  case outOfRange(row: Int, column: Int, value: Double)
  /// The correlation of a variable with itself is not 1.
  case diagonal(row: Int, value: Double)
  /// An entry differs from the one mirrored to it.
  case asymmetric(row: Int, column: Int, value: Double, mirrored: Double)
  /// No random variables have these correlations: the smallest eigenvalue is negative. The pair is
  /// the entry that does most to make it so.
  case notPositiveSemidefinite(smallestEigenvalue: Double, row: Int, column: Int)
  /// The degrees of freedom of a Student t copula are not a number that it is computed for.
  case degreesOfFreedom(Double)
  /// The observations do not have one column for each variable, all of one length.
  case raggedRows(column: Int)
  /// There are so many observations, fewer than two.
  case tooFewRows(Int)
  /// An observation is infinite or not a number.
  case rowNotFinite(row: Int, column: Int)
  /// A block has no row, or more rows than there are.
  case blockLength(Int, rows: Int)
  /// A step does not have the same number of variables as the others.
  case unevenSteps(step: Int)
  /// A variable that is drawn from rows has another marginal than its column.
  case notMarginalOfRows(String)
  /// Two groups, or a group and a variable, have one name for their random numbers.
  case duplicateStream(String)
  /// The factorization failed for a reason of its own.
  case factorization(String)
}

extension DependenceError: CustomStringConvertible {
  public var description: String { message.text() }

  /// The fact, without a full stop; rows and columns count from one.
  public var message: Phrase {
    switch self {
    case .duplicateVariable(let name): "the variable '\(name)' appears twice"
    case .unknownVariable(let name): "there is no uncertain variable '\(name)'"
    case .pairTwice(let first, let second):
      "the correlation of '\(first)' and '\(second)' is given twice"
    case .inTwoGroups(let name): "the variable '\(name)' is in two groups of dependence"
    case .wrongShape(let variables, nil, let length):
      "the correlation matrix has \(length) rows for \(variables) variables"
    case .wrongShape(let variables, .some(let row), let length):
      "row \(row + 1) of the correlation matrix has \(length) entries for \(variables) variables"
    case .outOfRange(let row, let column, let value):
      """
      the correlation in row \(row + 1), column \(column + 1) is \(brief(value)), \
      outside -1 ... 1
      """
    case .diagonal(let row, let value):
      "the correlation of variable \(row + 1) with itself is \(brief(value)), not 1"
    case .asymmetric(let row, let column, let value, let mirrored):
      """
      the correlation matrix is not symmetric: row \(row + 1), column \(column + 1) is \
      \(brief(value)), but row \(column + 1), column \(row + 1) is \(brief(mirrored))
      """
    case .notPositiveSemidefinite(let eigenvalue, _, _):
      """
      the correlation matrix is not positive semidefinite: its smallest eigenvalue is \
      \(brief(eigenvalue))
      """
    case .degreesOfFreedom(let value):
      """
      the degrees of freedom are \(brief(value)), outside \
      \(brief(StudentTCopula.smallestDegreesOfFreedom)) ... \
      \(brief(StudentTCopula.largestDegreesOfFreedom))
      """
    case .raggedRows(let column):
      "column \(column + 1) of the rows has another length than the first"
    case .tooFewRows(let rows): "there are \(rows) rows, too few to draw from"
    case .rowNotFinite(let row, let column):
      "the number in row \(row + 1), column \(column + 1) is infinite or not a number"
    case .blockLength(let length, let rows): "a block of \(length) does not fit \(rows) rows"
    case .unevenSteps(let step): "step \(step + 1) has another number of variables than the first"
    case .notMarginalOfRows(let name):
      "the variable '\(name)' is drawn from rows, but has another distribution than its column"
    case .duplicateStream(let name): "two groups share the random numbers '\(name)'"
    case .factorization(let reason): "the correlation matrix cannot be factorized: \(reason)"
    }
  }
}
