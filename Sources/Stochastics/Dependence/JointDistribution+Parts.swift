extension JointDistribution {
  /// Some variables that are independent of all others.
  public struct Part: Sendable, Equatable {
    /// How the variables of a part hang together.
    public enum Kind: Sendable, Equatable {
      /// One variable alone.
      case single
      /// By the correlations of their normal scores.
      case gaussian
      /// By these, and by one common factor that spreads all of them.
      case studentT
      /// Drawn from the same rows.
      case rows
    }

    /// The places of the variables, ascending.
    public let places: [Int]
    /// How its variables hang together.
    public let kind: Kind
  }

  /// The smallest parts into which some of the variables fall that are independent of each other, in the
  /// order of their first variables.
  ///
  /// Normal scores that are not correlated, directly or by way of others, are independent. Student t scores
  /// are not, whatever their correlations, since they are large together.
  ///
  /// - Parameter places: which variables.
  /// - Complexity: O(k^2) for groups of k variables.
  public func independentParts(of places: Set<Int>) -> [Part] {
    var parts: [Part] = []
    var rest = places
    for group in groups {
      let members = group.names.enumerated().compactMap { row, name -> (row: Int, place: Int)? in
        place(of: name).flatMap { places.contains($0) ? (row, $0) : nil }
      }
      rest.subtract(members.map(\.place))
      for part in Self.connected(
        members.count, { areJoined(group, members[$0].row, members[$1].row) })
      {
        let places = part.map { members[$0].place }.sorted()
        let kind: Part.Kind =
          switch group {
          case .gaussian: places.count > 1 ? .gaussian : .single
          case .studentT: places.count > 1 ? .studentT : .single
          case .rows: .rows
          }
        parts.append(Part(places: places, kind: kind))
      }
    }
    parts += rest.map { Part(places: [$0], kind: .single) }
    return parts.sorted { $0.places[0] < $1.places[0] }
  }

  /// Whether two variables of a group, by their rows there, hang together directly.
  private func areJoined(_ group: Dependence, _ first: Int, _ second: Int) -> Bool {
    switch group {
    case .gaussian(let copula): copula.correlation[first][second] != 0
    case .studentT: true
    case .rows(let rows): rows.areOfOneBlock(first, second)
    }
  }

  /// The numbers below `count` in sets of those that are joined, directly or by way of others.
  private static func connected(_ count: Int, _ areJoined: (Int, Int) -> Bool) -> [[Int]] {
    var sets: [[Int]] = []
    var isTaken = [Bool](repeating: false, count: count)
    for start in 0..<count where !isTaken[start] {
      var set = [start]
      isTaken[start] = true
      var next = 0
      while next < set.count {
        for other in 0..<count where !isTaken[other] && areJoined(set[next], other) {
          isTaken[other] = true
          set.append(other)
        }
        next += 1
      }
      sets.append(set)
    }
    return sets
  }

  /// The distribution with a second set of the variables, which has the same joint distribution and is
  /// independent of the first: a copy of each variable behind all of them, in their order.
  ///
  /// The draws of the first set are what they are without the second.
  ///
  /// - Parameter suffix: what the names of the copies have more, by which no name ends.
  /// - Throws: `DependenceError`, if a name does end by it.
  public func withIndependentCopy(suffix: String) throws(DependenceError) -> JointDistribution {
    var copies: [Dependence] = []
    for group in groups {
      switch group {
      case .gaussian(let copula): copies.append(.gaussian(try copula.renamed { $0 + suffix }))
      case .studentT(let copula): copies.append(.studentT(try copula.copy(suffix: suffix)))
      case .rows(let rows): copies.append(.rows(try rows.copy(suffix: suffix)))
      }
    }
    return try JointDistribution(
      variables: variables
        + variables.map { Variable(name: $0.name + suffix, marginal: $0.marginal) },
      groups: groups + copies)
  }
}
