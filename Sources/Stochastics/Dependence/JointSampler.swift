/// A joint distribution made ready to be drawn from, a column of draws at a time.
///
/// A class, of which nothing ever changes, so that who draws a block does not count up and down the owners of all that
/// it is made of.
///
/// Each variable has a stream of its own, keyed by its name. Draw n of a variable that no group joins
/// depends on (seed, name, n) alone; that of a joined variable also on the streams of the variables
/// joined with it and of the group, in an order that is not the order of declaration. Variables drawn
/// from rows have no stream but that of their block.
public final class JointSampler: Sendable {
  /// The variables, one a column, in the order of the distribution.
  public let names: [String]
  /// What the independent standard normal scores that a draw follows from belong to: one column each of
  /// `fillScores` and of the scores that `fill(columns:stride:count:from:)` takes. First those of
  /// variables, in the order of the distribution, then those of groups.
  public let dimensions: [Dimension]
  private let marginals: [any Marginal]
  /// One for each dimension.
  private let streams: [any DrawSequence]
  private let groups: [Group]
  private let rowBlocks: [RowBlock]
  /// The different factors of the groups: the same shocks in each of forty quarters have one.
  private let joins: [TriangularJoin]
  /// The columns that are needed and that no group joins, and their dimensions.
  private let alone: [Source]
  /// The columns whose scores are drawn: those that are needed and joined, and those they are joined
  /// from.
  private let drawn: [Source]
  /// The columns that are needed and that a copula joins.
  private let joined: [Int]

  /// One of the independent standard normal scores of a draw.
  public struct Dimension: Sendable, Hashable {
    /// What the score is of.
    public enum Role: Sendable, Hashable {
      /// A variable, by its place in the distribution: alone, or before it is joined with others.
      case variable(Int)
      /// The number that makes the scores of a Student t group large together: the higher it is, the
      /// larger they are.
      case mixing
      /// The number of the first row of a block, of this many that are equally likely: a staircase in the
      /// score.
      case row(count: Int)
    }

    /// What the score is for.
    public let role: Role
    /// What its random numbers are keyed by: the name of the variable, or one of the group.
    public let name: String

    /// The place of the variable, where it is one of a variable.
    public var variable: Int? { if case .variable(let place) = role { place } else { nil } }
  }

  /// A column and the dimension that its score comes from.
  private struct Source {
    let column: Int
    let dimension: Int
  }

  /// Columns that are joined with each other.
  private struct Group {
    let columns: [Int]
    /// The place of the factor.
    let join: Int
    /// The rows whose scores are needed.
    let rows: [Int]
    let mixing: Mixing?
  }

  /// What makes a group one of Student t.
  private struct Mixing {
    let scores: StudentTScores
    let dimension: Int
  }

  /// Columns that take their values from consecutive rows.
  private struct RowBlock {
    struct Column {
      let place: Int
      let values: [Double]
      /// How many rows after the first one of the block.
      let lag: Int
    }

    let dimension: Int
    let rowNumbers: EmpiricalDistribution
    let columns: [Column]
  }

  /// Makes a distribution ready.
  ///
  /// - Parameters:
  ///   - distribution: what is drawn from.
  ///   - seed: what the streams of the variables are keyed by, beside their names.
  ///   - needed: the places of the variables that are to be filled in; all of them unless it is given.
  ///     What the others would have been does not matter to these.
  ///   - sampling: how the draws are spread.
  /// - Throws: `SobolError.tooManyNames` for more dimensions than Sobol's sequence has.
  public init(
    _ distribution: JointDistribution, seed: UInt64, needed: Set<Int>? = nil,
    sampling: Sampling = .pseudoRandom
  ) throws(SobolError) {
    let names = distribution.variables.map(\.name)
    let layout = Layout(distribution, needed: needed ?? Set(names.indices))
    self.names = names
    marginals = distribution.variables.map(\.marginal)
    dimensions = layout.dimensions
    groups = layout.groups
    rowBlocks = layout.rowBlocks
    joins = layout.joins
    joined = layout.joined.sorted()
    func sources(_ columns: Set<Int>) -> [Source] {
      layout.dimensions.enumerated().compactMap { dimension, known in
        known.variable.flatMap {
          columns.contains($0) ? Source(column: $0, dimension: dimension) : nil
        }
      }
    }
    alone = sources(layout.alone)
    drawn = sources(layout.drawn)
    let sequences = try sampling.sequences(names: layout.dimensions.map(\.name), seed: seed)
    let idle = RandomStream(seed: seed, name: "")
    streams = layout.dimensions.map { sequences[$0.name] ?? idle }
  }

  /// What is needed of a distribution, and from which dimensions it comes.
  private struct Layout {
    var dimensions: [Dimension] = []
    var groups: [Group] = []
    var rowBlocks: [RowBlock] = []
    var joins: [TriangularJoin] = []
    var alone: Set<Int>
    var drawn: Set<Int> = []
    var joined: Set<Int> = []
    private var known: [TriangularJoin: Int] = [:]
    private let needed: Set<Int>

    init(_ distribution: JointDistribution, needed: Set<Int>) {
      let names = distribution.variables.map(\.name)
      let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
      self.needed = needed
      alone = needed
      // The dimensions of groups follow those of the variables, whose number is not known yet.
      var mixings: [(group: Int, copula: StudentTCopula)] = []
      var blocks: [(rows: HistoryRows, block: HistoryRows.Block)] = []
      for group in distribution.groups {
        switch group {
        case .gaussian(let copula): add(copula, places)
        case .studentT(let copula):
          add(copula.gaussian, places)
          if groups.last?.rows.isEmpty == false { mixings.append((groups.count - 1, copula)) }
        case .rows(let rows):
          for name in rows.names { places[name].map { _ = alone.remove($0) } }
          blocks += rows.blocks.map { (rows, $0) }
        }
      }
      dimensions = alone.union(drawn).sorted().map {
        Dimension(role: .variable($0), name: names[$0])
      }
      for (group, copula) in mixings {
        let plain = groups[group]
        groups[group] = Group(
          columns: plain.columns, join: plain.join, rows: plain.rows,
          mixing: Mixing(scores: copula.scores, dimension: dimensions.count))
        dimensions.append(Dimension(role: .mixing, name: copula.mixingName))
      }
      for (rows, block) in blocks { add(rows, block, places) }
    }

    private mutating func add(_ copula: GaussianCopula, _ places: [String: Int]) {
      let columns = copula.factorOrder.compactMap { places[$0] }
      let rows = columns.indices.filter { needed.contains(columns[$0]) }
      joined.formUnion(rows.map { columns[$0] })
      alone.subtract(columns)
      for row in rows {
        drawn.insert(columns[row])
        for other in 0..<row where copula.factor[row][other] != 0 { drawn.insert(columns[other]) }
      }
      let join = TriangularJoin(copula.factor, rows: rows)
      let place = known[join] ?? joins.count
      if place == joins.count {
        known[join] = place
        joins.append(join)
      }
      groups.append(Group(columns: columns, join: place, rows: rows, mixing: nil))
    }

    private mutating func add(
      _ rows: HistoryRows, _ block: HistoryRows.Block, _ places: [String: Int]
    ) {
      let columns = block.steps.flatMap { step in
        zip(rows.steps[step], rows.columns).compactMap { name, values in
          places[name].flatMap {
            needed.contains($0)
              ? RowBlock.Column(place: $0, values: values, lag: step - block.steps.lowerBound) : nil
          }
        }
      }
      guard !columns.isEmpty else { return }
      rowBlocks.append(
        RowBlock(dimension: dimensions.count, rowNumbers: rows.rowNumbers, columns: columns))
      dimensions.append(Dimension(role: .row(count: rows.rowCount), name: block.streamName))
    }
  }

  /// The number of different factors that are stored.
  var factorCount: Int { joins.count }

  /// Fills one column for each variable with consecutive draws.
  ///
  /// - Parameters:
  ///   - columns: `names.count` columns, one after the other; those that are not needed are left as they
  ///     are, or hold something else.
  ///   - stride: the numbers from the beginning of one column to that of the next.
  ///   - count: the draws to fill in, from the first row of each column, at most `stride`.
  ///   - firstDraw: the number of the draw in the first row, a multiple of eight.
  /// - Complexity: O(count x variables), and O(count x k^2) for each group of k variables.
  public func fill(
    columns: UnsafeMutablePointer<Double>, stride: Int, count: Int, firstDraw: Int
  ) {
    for source in alone {
      let column = UnsafeMutableBufferPointer(start: columns + source.column * stride, count: count)
      streams[source.dimension].fillTails(column, firstDraw: firstDraw)
      marginals[source.column].transform(tails: column)
    }
    for source in drawn {
      let column = UnsafeMutableBufferPointer(start: columns + source.column * stride, count: count)
      streams[source.dimension].fillNormals(column, firstDraw: firstDraw)
    }
    finish(columns, stride: stride, count: count) { dimension, column in
      streams[dimension].fillNormals(column, firstDraw: firstDraw)
    }
  }

  /// Joins the columns of groups and turns scores into values.
  ///
  /// - Parameter fill: fills a column with the scores of a dimension.
  private func finish(
    _ columns: UnsafeMutablePointer<Double>, stride: Int, count: Int,
    fill: (Int, UnsafeMutableBufferPointer<Double>) -> Void
  ) {
    for group in groups {
      join(group, of: columns, stride: stride, count: count)
      guard let mixing = group.mixing else { continue }
      Columns.withScratch(count) { start in
        let factors = UnsafeMutableBufferPointer(start: start, count: count)
        fill(mixing.dimension, factors)
        mixing.scores.replaceByFactors(factors)
        for row in group.rows {
          mixing.scores.mix(
            UnsafeMutableBufferPointer(start: columns + group.columns[row] * stride, count: count),
            factors: start)
        }
      }
    }
    for i in joined {
      marginals[i].transform(
        scores: UnsafeMutableBufferPointer(start: columns + i * stride, count: count))
    }
    for block in rowBlocks {
      Columns.withScratch(count) { start in
        let numbers = UnsafeMutableBufferPointer(start: start, count: count)
        fill(block.dimension, numbers)
        block.rowNumbers.transform(scores: numbers)
        for column in block.columns {
          take(column, rows: numbers, into: columns + column.place * stride)
        }
      }
    }
  }

  /// Copies the values of rows; after the last one comes the first.
  private func take(
    _ column: RowBlock.Column, rows: UnsafeMutableBufferPointer<Double>,
    into result: UnsafeMutablePointer<Double>
  ) {
    let count = column.values.count
    column.values.withUnsafeBufferPointer { values in
      for i in rows.indices {
        let row = Int(rows[i]) + column.lag
        result[i] = values[row < count ? row : row - count]
      }
    }
  }

  // MARK: Independent scores

  /// Fills one column for each of `dimensions` with the independent scores of consecutive draws: those
  /// that `fill(columns:stride:count:firstDraw:)` makes the same draws of, up to rounding.
  ///
  /// - Parameters:
  ///   - scores: `dimensions.count` columns, one after the other.
  ///   - stride: the numbers from the beginning of one column to that of the next.
  ///   - count: the draws to fill in, at most `stride`.
  ///   - firstDraw: the number of the draw in the first row, a multiple of eight.
  public func fillScores(
    _ scores: UnsafeMutablePointer<Double>, stride: Int, count: Int, firstDraw: Int
  ) {
    for (k, stream) in streams.enumerated() {
      stream.fillNormals(
        UnsafeMutableBufferPointer(start: scores + k * stride, count: count), firstDraw: firstDraw)
    }
  }

  /// Fills one column for each variable with the draws that independent scores stand for.
  ///
  /// - Parameters:
  ///   - columns: `names.count` columns, one after the other; those that are not needed hold anything.
  ///   - stride: the numbers from the beginning of one column to that of the next, of the scores too.
  ///   - count: the draws to fill in, at most `stride`.
  ///   - scores: `dimensions.count` columns of standard normal scores, in other memory.
  public func fill(
    columns: UnsafeMutablePointer<Double>, stride: Int, count: Int,
    from scores: UnsafePointer<Double>
  ) {
    for source in alone + drawn {
      (columns + source.column * stride).update(
        from: scores + source.dimension * stride, count: count)
    }
    for source in alone {
      marginals[source.column].transform(
        scores: UnsafeMutableBufferPointer(start: columns + source.column * stride, count: count))
    }
    finish(columns, stride: stride, count: count) { dimension, column in
      guard let start = column.baseAddress else { return }
      start.update(from: scores + dimension * stride, count: count)
    }
  }

  /// Replaces independent scores by those that the factor makes of them.
  private func join(
    _ group: Group, of columns: UnsafeMutablePointer<Double>, stride: Int, count: Int
  ) {
    withUnsafeTemporaryAllocation(
      of: UnsafeMutablePointer<Double>.self, capacity: group.columns.count
    ) { starts in
      guard let start = starts.baseAddress else { return }
      for (row, column) in group.columns.enumerated() {
        (start + row).initialize(to: columns + column * stride)
      }
      joins[group.join].apply(
        to: UnsafePointer(start), rowCount: group.columns.count, count: count)
    }
  }
}
