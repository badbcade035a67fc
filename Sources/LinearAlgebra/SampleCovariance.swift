/// Means, variances and covariances of a sample: rows are observations, columns are variables.
///
/// In two passes with compensated sums (Neumaier 1974, doi:10.1002/zamm.19740540106): the means
/// first, then the products of the deviations, which are scaled by a power of two for each variable
/// so that no square overflows or vanishes.
public struct SampleCovariance: Sendable, Equatable {
  /// The number of observations, two or more.
  public let count: Int

  /// The mean of each variable.
  public let means: [Double]

  /// The covariances with divisor n - 1, variables x variables, symmetric to the last bit; in the
  /// product of the variables' units.
  public let covariance: Matrix

  /// The square roots of the variances; zero for a column of equal observations.
  public let standardDeviations: [Double]

  /// The covariances of the scaled variables.
  private let scaled: Matrix

  /// Summarizes `observations`.
  ///
  /// - Throws: `LinearAlgebraError.tooFewObservations` below two rows; `.notFinite`; `.overflow` if
  ///   a mean, a deviation or a covariance is past the largest `Double`.
  /// - Complexity: O(rows x columns^2).
  public init(observations: Matrix) throws(LinearAlgebraError) {
    let (count, variables) = (observations.rows, observations.columns)
    guard count >= 2 else { throw .tooFewObservations(count: count) }
    try requireFinite(observations)
    var means: [Double] = []
    var scales: [Double] = []
    var deviations: [[Double]] = []
    for j in 0..<variables {
      let column = observations.column(j)
      let mean = Self.mean(column)
      let differences = column.map { $0 - mean }
      try requireRepresentable(differences)
      let scale = powerOfTwo(below: differences.reduce(0) { max($0, $1.magnitude) })
      means.append(mean)
      scales.append(scale)
      deviations.append(differences.map { $0 / scale })
    }
    var scaled = Matrix(rows: variables, columns: variables)
    var covariance = scaled
    for j in 0..<variables {
      for i in 0...j {
        var sum = CompensatedSum()
        for k in 0..<count { sum.add(deviations[i][k] * deviations[j][k]) }
        let value = sum.value / Double(count - 1)
        scaled[i, j] = value
        scaled[j, i] = value
        covariance[i, j] = value * scales[i] * scales[j]
        covariance[j, i] = covariance[i, j]
      }
    }
    try requireRepresentable(means)
    try requireRepresentable(covariance.columnMajor)
    self.count = count
    self.means = means
    self.covariance = covariance
    self.scaled = scaled
    standardDeviations = (0..<variables).map { scaled[$0, $0].squareRoot() * scales[$0] }
  }

  /// Pearson's correlations: 1 on the diagonal, symmetric to the last bit, within -1 ... 1.
  ///
  /// - Throws: `LinearAlgebraError.zeroVariance` for the first column of equal observations.
  /// - Complexity: O(columns^2).
  public func correlation() throws(LinearAlgebraError) -> Matrix {
    let roots = (0..<scaled.rows).map { scaled[$0, $0].squareRoot() }
    if let column = roots.firstIndex(of: 0) { throw .zeroVariance(column: column) }
    var result = Matrix.identity(scaled.rows)
    for j in 0..<scaled.rows {
      for i in 0..<j {
        // Rounding may take a perfect correlation past one.
        let value = min(max(scaled[i, j] / (roots[i] * roots[j]), -1), 1)
        result[i, j] = value
        result[j, i] = value
      }
    }
    return result
  }

  /// The mean; exactly the common value of equal observations.
  private static func mean(_ column: [Double]) -> Double {
    let first = column[0]
    guard column.contains(where: { $0 != first }) else { return first }
    var sum = CompensatedSum()
    for value in column { sum.add(value) }
    return sum.value / Double(column.count)
  }
}

/// A sum that carries along what each addition rounds off.
struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  /// Adds a term.
  mutating func add(_ term: Double) {
    let next = sum + term
    lost += sum.magnitude >= term.magnitude ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  /// The sum of the terms so far; infinite or NaN where it is out of range.
  var value: Double { sum + lost }
}
