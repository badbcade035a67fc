/// The correlations of some variables, as a file states them.
struct CorrelationTable {
  /// A variable, or several of them, one a period.
  struct Row {
    /// What the table of variables knows it by.
    let name: String
    let place: Place
    /// What the file calls it here.
    let label: String

    init(name: String, place: Place, label: String? = nil) {
      self.name = name
      self.place = place
      self.label = label ?? name
    }
  }

  /// The correlation of two variables.
  struct Entry {
    var value: Double
    /// Where a file states it; nil where it follows from something else.
    var place: Place?
    var source: String?
    /// Whether a repair leaves it as it is.
    var isKept = false
  }

  private(set) var rows: [Row]
  /// Square and symmetric.
  private(set) var entries: [[Entry]]
  private var indices: [String: Int]

  /// Correlations of zero, with ones on the diagonal.
  init(rows: [Row]) {
    self.rows = rows
    indices = Self.indices(rows)
    entries = rows.indices.map { i in rows.indices.map { Entry(value: i == $0 ? 1 : 0) } }
  }

  init(rows: [Row], values: [[Double]]) {
    self.init(rows: rows)
    for i in rows.indices {
      for j in rows.indices where i != j { entries[i][j].value = values[i][j] }
    }
  }

  var values: [[Double]] { entries.map { $0.map(\.value) } }

  /// The pairs of rows, each once, the first of the two first.
  var pairs: [(Int, Int)] {
    rows.indices.flatMap { i in rows.indices.filter { $0 > i }.map { (i, $0) } }
  }

  /// The row that the file calls by a name.
  func row(labelled label: String) -> Int? { indices[label] }

  private static func indices(_ rows: [Row]) -> [String: Int] {
    Dictionary(zip(rows.map(\.label), rows.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The entry of two rows; setting it sets the one mirrored to it too.
  subscript(first: Int, second: Int) -> Entry {
    get { entries[first][second] }
    set {
      entries[first][second] = newValue
      entries[second][first] = newValue
    }
  }

  /// The table of some of the rows.
  func keeping(_ isKept: (Row) -> Bool) -> CorrelationTable {
    let kept = rows.indices.filter { isKept(rows[$0]) }
    var result = self
    result.rows = kept.map { rows[$0] }
    result.indices = Self.indices(result.rows)
    result.entries = kept.map { i in kept.map { entries[i][$0] } }
    return result
  }
}
