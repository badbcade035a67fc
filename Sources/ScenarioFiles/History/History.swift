import GrowthModel
import LinearAlgebra

/// Past observations of some variables of a scenario, one a year or one a quarter.
struct History {
  /// What came of reading the `history` of a file.
  enum Outcome {
    case absent
    /// It is there, but wrong in a way that has been reported.
    case broken
    case read(History)
  }

  struct Column {
    let variable: String
    let unit: Unit
    /// In the unit of the model, one for each year or quarter of the span.
    let values: [Double]
    /// Where the title of the column stands.
    let location: Location
    /// The key of the variable in the scenario.
    let place: Place
  }

  /// The sample moments of a column.
  struct Moments {
    let mean: Double
    /// With divisor n - 1.
    let standardDeviation: Double
    let unit: Unit
    let location: Location
    /// The file, as the scenario names it.
    let file: String
  }

  /// As the scenario names it.
  let file: String
  let span: HistorySpan
  /// The variables that the scenario lists, also those whose columns are wrong.
  let declared: [String]
  let columns: [Column]
  /// The key `history` of the scenario.
  let place: Place

  /// The number of years or quarters.
  var observations: Int { span.count }

  /// A standard deviation estimated from n normal observations is uncertain by about
  /// 1 / sqrt(2 (n - 1)) of itself: an eighth at this number.
  static let thinBelow = 30

  /// Below this number a correlation is no estimate at all.
  static let minimum = 3

  func isDeclared(_ variable: String) -> Bool { declared.contains(variable) }

  func moments(of variable: String) -> Moments? {
    guard let column = columns.first(where: { $0.variable == variable }),
      let sample = try? SampleCovariance(observations: matrix([column]))
    else { return nil }
    return Moments(
      mean: sample.means[0], standardDeviation: sample.standardDeviations[0], unit: column.unit,
      location: column.location, file: file)
  }

  /// The sample correlations of some variables, in their order; nil when one has no column or never
  /// changes.
  func correlation(of variables: [String]) -> [[Double]]? {
    let chosen = variables.compactMap { name in columns.first { $0.variable == name } }
    guard chosen.count == variables.count, !chosen.isEmpty,
      let matrix = try? SampleCovariance(observations: matrix(chosen)).correlation()
    else { return nil }
    return (0..<chosen.count).map { row in (0..<chosen.count).map { matrix[row, $0] } }
  }

  private func matrix(_ chosen: [Column]) -> Matrix {
    var matrix = Matrix(rows: observations, columns: chosen.count)
    for (j, column) in chosen.enumerated() {
      for (i, value) in column.values.enumerated() { matrix[i, j] = value }
    }
    return matrix
  }
}
