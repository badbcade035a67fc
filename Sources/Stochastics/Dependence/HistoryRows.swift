/// Joint bootstrap of observations: variables that take the values of one row, drawn at random.
///
/// Each variable has the distribution of its column, and whatever dependence there was among the
/// columns there is among the variables. Over several steps of time the rows follow each other in
/// blocks, so that dependence over time within a block is kept too; every block begins at a row of its
/// own, each row being equally likely, and after the last row comes the first. Without that turn the
/// first and the last rows would come too seldom and means would be off: D. N. Politis and J. P.
/// Romano, "A circular block-resampling procedure for stationary data", in "Exploring the limits of
/// bootstrap" (1992) 263-270; the blocks are those of H. R. Kuensch, "The jackknife and the bootstrap
/// for general stationary observations", Ann. Statist. 17 (1989) 1217-1241,
/// doi:10.1214/aos/1176347265.
public struct HistoryRows: Sendable {
  /// The variables of each step, one for each column.
  public let steps: [[String]]
  /// The observations, column by column, in the order of time.
  public let columns: [[Double]]
  /// How many steps take rows that follow each other.
  public let blockLength: Int
  /// The distribution of each column.
  public let marginals: [EmpiricalDistribution]

  /// Some steps that take consecutive rows.
  struct Block: Sendable {
    let steps: Range<Int>
    let streamName: String
  }

  private(set) var blocks: [Block]
  /// The number of the first row of a block.
  let rowNumbers: EmpiricalDistribution

  /// Joins the variables of several steps.
  ///
  /// - Parameters:
  ///   - steps: the variables of each step, one for each column.
  ///   - columns: the observations, column by column, in the order of time.
  ///   - blockLength: from one, for rows that have nothing to do with each other, to the number of rows.
  ///   - group: what the streams of the blocks are keyed by, to be the same whatever variables are in
  ///     the group; without it the names of the first step of the block, in alphabetical order.
  /// - Throws: `DependenceError`, the first fact that makes them no rows to draw from.
  public init(
    steps: [[String]], columns: [[Double]], blockLength: Int = 1, group: String? = nil
  ) throws(DependenceError) {
    let rows = columns.first?.count ?? 0
    var seen: Set<String> = []
    for (step, names) in steps.enumerated() where names.count != columns.count {
      throw .unevenSteps(step: step)
    }
    for name in steps.joined() where !seen.insert(name).inserted { throw .duplicateVariable(name) }
    guard rows > 1 else { throw .tooFewRows(rows) }
    for (column, values) in columns.enumerated() {
      guard values.count == rows else { throw .raggedRows(column: column) }
      if let row = values.firstIndex(where: { !$0.isFinite }) {
        throw .rowNotFinite(row: row, column: column)
      }
    }
    guard 1...rows ~= blockLength else { throw .blockLength(blockLength, rows: rows) }
    do throws(MarginalError) {
      var marginals: [EmpiricalDistribution] = []
      for values in columns { marginals.append(try EmpiricalDistribution(values: values)) }
      self.marginals = marginals
      rowNumbers = try EmpiricalDistribution(values: (0..<rows).map(Double.init))
    } catch {
      throw .factorization("\(error)")
    }
    self.steps = steps
    self.columns = columns
    self.blockLength = blockLength
    blocks = stride(from: 0, to: steps.count, by: blockLength).enumerated().map { number, first in
      let name =
        group.map { "\($0), \(number + 1)" } ?? steps[first].sorted().joined(separator: ", ")
      return Block(
        steps: first..<min(first + blockLength, steps.count), streamName: "row(\(name))")
    }
  }

  /// The variables of all steps, step by step.
  public var names: [String] { Array(steps.joined()) }

  /// The number of observations.
  public var rowCount: Int { columns[0].count }

  /// The same rows for variables whose names, and those of the streams, have a suffix.
  func copy(suffix: String) throws(DependenceError) -> HistoryRows {
    var copy = try HistoryRows(
      steps: steps.map { $0.map { $0 + suffix } }, columns: columns, blockLength: blockLength)
    copy.blocks = blocks.map { Block(steps: $0.steps, streamName: $0.streamName + suffix) }
    return copy
  }

  // MARK: Measures of dependence

  /// Where a variable is, by its place in `names`.
  private func place(_ index: Int) -> (step: Int, column: Int) {
    (index / columns.count, index % columns.count)
  }

  /// Whether two variables, by their places in `names`, take rows at a fixed distance.
  func areOfOneBlock(_ first: Int, _ second: Int) -> Bool {
    place(first).step / blockLength == place(second).step / blockLength
  }

  /// The observations of two variables that go together; nil where their steps are of different blocks.
  private func pairs(_ first: Int, _ second: Int) -> (first: [Double], second: [Double])? {
    let (one, other) = (place(first), place(second))
    guard areOfOneBlock(first, second) else { return nil }
    let count = rowCount
    let lag = other.step - one.step + count
    return (
      columns[one.column], (0..<count).map { columns[other.column][($0 + lag) % count] }
    )
  }

  /// The Pearson correlation of two variables, by their places in `names`: zero where a column never
  /// changes.
  public func correlation(_ first: Int, _ second: Int) -> Double {
    pairs(first, second).map { Self.correlation($0.first, $0.second) } ?? 0
  }

  /// Spearman's rho of two variables, by their places in `names`: tied values share the mean of their
  /// ranks.
  public func spearman(_ first: Int, _ second: Int) -> Double {
    pairs(first, second).map {
      Self.correlation(RankCorrelation.ranks($0.first), RankCorrelation.ranks($0.second))
    } ?? 0
  }

  private static func correlation(_ first: [Double], _ second: [Double]) -> Double {
    RankCorrelation.pearson(first, second) ?? 0
  }
}
