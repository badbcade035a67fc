/// A joint distribution made ready to be drawn from, a column of draws at a time.
///
/// Each variable has a stream of its own, keyed by its name. Draw n of a variable that the copula
/// does not join depends on (seed, name, n) alone; that of a joined variable also on the streams of
/// the variables joined with it, in an order that is not the order of declaration.
public struct JointSampler: Sendable {
  /// The variables, one a column, in the order of the distribution.
  public let names: [String]
  private let marginals: [any Marginal]
  private let streams: [any DrawSequence]
  private let groups: [Group]
  /// The different factors of the groups: the same shocks in each of forty quarters have one.
  private let factors: [[[Double]]]
  /// The columns that are needed and that no group joins.
  private let alone: [Int]
  /// The columns whose scores are drawn: those that are needed and joined, and those they are joined from.
  private let drawn: [Int]
  /// The columns that are needed and that a group joins.
  private let joined: [Int]

  /// Columns that are joined with each other.
  private struct Group {
    let columns: [Int]
    /// The place of the weights: for each column those of the columns before it and of itself.
    let factor: Int
    /// The rows whose scores are needed.
    let rows: [Int]
  }

  /// Makes a distribution ready.
  ///
  /// - Parameters:
  ///   - distribution: what is drawn from.
  ///   - seed: what the streams of the variables are keyed by, beside their names.
  ///   - needed: the places of the variables that are to be filled in; all of them unless it is given.
  ///     What the others would have been does not matter to these.
  ///   - sampling: how the draws are spread.
  /// - Throws: `SobolError.tooManyNames` for more needed variables than Sobol's sequence has dimensions.
  public init(
    _ distribution: JointDistribution, seed: UInt64, needed: Set<Int>? = nil,
    sampling: Sampling = .pseudoRandom
  ) throws(SobolError) {
    let names = distribution.variables.map(\.name)
    self.names = names
    marginals = distribution.variables.map(\.marginal)
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    var factors: [[[Double]]] = []
    var known: [[[Double]]: Int] = [:]
    let needed = needed ?? Set(names.indices)
    var drawn: Set<Int> = []
    var joined: Set<Int> = []
    groups = distribution.groups.map { copula in
      let factor = known[copula.factor] ?? factors.count
      if factor == factors.count {
        known[copula.factor] = factor
        factors.append(copula.factor)
      }
      let columns = copula.factorOrder.compactMap { places[$0] }
      let rows = columns.indices.filter { needed.contains(columns[$0]) }
      joined.formUnion(rows.map { columns[$0] })
      for row in rows {
        drawn.insert(columns[row])
        for other in 0..<row where copula.factor[row][other] != 0 { drawn.insert(columns[other]) }
      }
      return Group(columns: columns, factor: factor, rows: rows)
    }
    self.factors = factors
    self.drawn = drawn.sorted()
    self.joined = joined.sorted()
    alone = needed.subtracting(joined).sorted()
    let sequences = try sampling.sequences(
      names: needed.union(drawn).map { names[$0] }, seed: seed)
    let idle = RandomStream(seed: seed, name: "")
    streams = names.map { sequences[$0] ?? idle }
  }

  /// The number of different factors that are stored.
  var factorCount: Int { factors.count }

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
    for i in alone {
      let column = UnsafeMutableBufferPointer(start: columns + i * stride, count: count)
      streams[i].fillTails(column, firstDraw: firstDraw)
      marginals[i].transform(tails: column)
    }
    for i in drawn {
      let column = UnsafeMutableBufferPointer(start: columns + i * stride, count: count)
      streams[i].fillNormals(column, firstDraw: firstDraw)
    }
    for group in groups {
      join(group, of: columns, stride: stride, count: count)
    }
    for i in joined {
      marginals[i].transform(
        scores: UnsafeMutableBufferPointer(start: columns + i * stride, count: count))
    }
  }

  // MARK: Independent scores

  /// The places of the variables whose independent standard normal scores a draw follows from: the
  /// columns of `fillScores` and of the scores that `fill(columns:stride:count:from:)` takes.
  public var dimensions: [Int] { (alone + drawn).sorted() }

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
    for (k, i) in dimensions.enumerated() {
      streams[i].fillNormals(
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
    for (k, i) in dimensions.enumerated() {
      (columns + i * stride).update(from: scores + k * stride, count: count)
    }
    for group in groups {
      join(group, of: columns, stride: stride, count: count)
    }
    for i in alone + joined {
      marginals[i].transform(
        scores: UnsafeMutableBufferPointer(start: columns + i * stride, count: count))
    }
  }

  /// Replaces independent scores by those that the factor makes of them.
  private func join(
    _ group: Group, of columns: UnsafeMutablePointer<Double>, stride: Int, count: Int
  ) {
    let joined = group.columns
    let weights = factors[group.factor]
    // From the last row up, so that the scores still to be used stand as they were drawn.
    for row in group.rows.reversed() {
      let own = columns + joined[row] * stride
      let ownWeight = weights[row][row]
      for i in 0..<count { own[i] *= ownWeight }
      for other in 0..<row where weights[row][other] != 0 {
        let weight = weights[row][other]
        let source = UnsafePointer(columns + joined[other] * stride)
        for i in 0..<count { own[i] += weight * source[i] }
      }
    }
  }
}
