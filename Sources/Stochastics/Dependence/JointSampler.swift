/// A joint distribution made ready to be drawn from, a column of draws at a time.
///
/// Each variable has a stream of its own, keyed by its name. Draw n of a variable that the copula
/// does not join depends on (seed, name, n) alone; that of a joined variable also on the streams of
/// the variables joined with it, in an order that is not the order of declaration.
public struct JointSampler: Sendable {
  /// The variables, one a column, in the order of the distribution.
  public let names: [String]
  private let marginals: [any Marginal]
  private let streams: [RandomStream]
  private let groups: [Group]
  /// The different factors of the groups: the same shocks in each of forty quarters have one.
  private let factors: [[[Double]]]

  /// Columns that are joined with each other.
  private struct Group {
    let columns: [Int]
    /// The place of the weights: for each column those of the columns before it and of itself.
    let factor: Int
  }

  public init(_ distribution: JointDistribution, seed: UInt64) {
    let names = distribution.variables.map(\.name)
    self.names = names
    marginals = distribution.variables.map(\.marginal)
    streams = names.map { RandomStream(seed: seed, name: $0) }
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    var factors: [[[Double]]] = []
    var known: [[[Double]]: Int] = [:]
    groups = distribution.groups.map { copula in
      let factor = known[copula.factor] ?? factors.count
      if factor == factors.count {
        known[copula.factor] = factor
        factors.append(copula.factor)
      }
      return Group(columns: copula.factorOrder.compactMap { places[$0] }, factor: factor)
    }
    self.factors = factors
  }

  /// The number of different factors that are stored.
  var factorCount: Int { factors.count }

  /// Fills one column for each variable with consecutive draws.
  ///
  /// - Parameters:
  ///   - columns: `names.count` columns, one after the other.
  ///   - stride: the numbers from the beginning of one column to that of the next.
  ///   - count: the draws to fill in, from the first row of each column, at most `stride`.
  ///   - firstDraw: the number of the draw in the first row, a multiple of eight.
  /// - Complexity: O(count x variables), and O(count x k^2) for each group of k variables.
  public func fill(
    columns: UnsafeMutablePointer<Double>, stride: Int, count: Int, firstDraw: Int
  ) {
    for (i, stream) in streams.enumerated() {
      let column = UnsafeMutableBufferPointer(start: columns + i * stride, count: count)
      stream.fillNormals(column, firstDraw: firstDraw)
    }
    for group in groups {
      Self.join(
        group.columns, by: factors[group.factor], of: columns, stride: stride, count: count)
    }
    for (i, marginal) in marginals.enumerated() {
      marginal.transform(
        scores: UnsafeMutableBufferPointer(start: columns + i * stride, count: count))
    }
  }

  /// Replaces independent scores by those that the factor makes of them.
  private static func join(
    _ joined: [Int], by weights: [[Double]], of columns: UnsafeMutablePointer<Double>,
    stride: Int, count: Int
  ) {
    // From the last row up, so that the scores still to be used stand as they were drawn.
    for row in joined.indices.reversed() {
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
