/// How two variables that a group joins are to move together.
public struct RankDependence: Sendable, Hashable {
  /// The copula, or what takes its place.
  public enum Family: String, Sendable, CaseIterable {
    /// A Gaussian copula.
    case gaussian
    /// A Student t copula.
    case studentT = "student-t"
    /// Rows of a history.
    case bootstrap
  }

  /// The places of the two in the distribution.
  public let first: Int
  /// The place of the other one.
  public let second: Int
  /// What joins them.
  public let family: Family
  /// Their Spearman correlation.
  public let spearman: Double
}

extension JointDistribution {
  /// The Spearman correlation of each pair of variables that a group joins, among those that are asked
  /// for. Left out are pairs that do not vary, and pairs of a Student t copula of which one takes single
  /// values, where no formula is known.
  ///
  /// - Parameter isAsked: whether the variable in a place is asked for.
  /// - Complexity: O(pairs); some milliseconds for each different number of degrees of freedom, and for each
  ///   variable that takes single values.
  public func rankDependence(_ isAsked: (Int) -> Bool) -> [RankDependence] {
    var table = RankDependenceTable(self)
    return groups.flatMap { group in
      let members = group.names.enumerated().compactMap { row, name in
        place(of: name).flatMap { isAsked($0) ? (row: row, place: $0) : nil }
      }
      return members.indices.flatMap { i in
        members[..<i].compactMap { first in
          table.pair((first.row, first.place), (members[i].row, members[i].place), of: group)
        }
      }
    }
  }
}

/// Looks up Spearman correlations, and computes each of them once.
private struct RankDependenceTable {
  private let distribution: JointDistribution
  private var margins: [Int: CorrelationMargin?] = [:]
  private var plain: [Double: Double] = [:]
  private var studentT: [Double: StudentTSpearman] = [:]
  private var smooth: CorrelationConversion?

  init(_ distribution: JointDistribution) { self.distribution = distribution }

  typealias Member = (row: Int, place: Int)

  mutating func pair(
    _ first: Member, _ second: Member, of group: Dependence
  ) -> RankDependence? {
    let family: RankDependence.Family
    let value: Double?
    switch group {
    case .gaussian(let copula):
      family = .gaussian
      value = gaussian(first, second, copula.correlation[first.row][second.row])
    case .studentT(let copula):
      family = .studentT
      value =
        ties(first.place) || ties(second.place)
        ? nil : studentT(copula, copula.correlation[first.row][second.row])
    case .rows(let rows):
      // What is in different blocks has nothing to do with each other.
      guard rows.areOfOneBlock(first.row, second.row) else { return nil }
      family = .bootstrap
      value = rows.spearman(first.row, second.row)
    }
    return value.map {
      RankDependence(first: first.place, second: second.place, family: family, spearman: $0)
    }
  }

  private func ties(_ place: Int) -> Bool {
    CorrelationMargin.hasTies(distribution.variables[place].marginal)
  }

  private mutating func studentT(_ copula: StudentTCopula, _ r: Double) -> Double {
    let spearman = studentT[copula.degreesOfFreedom] ?? copula.spearman
    studentT[copula.degreesOfFreedom] = spearman
    return spearman(correlation: r)
  }

  private mutating func gaussian(_ first: Member, _ second: Member, _ r: Double) -> Double? {
    guard !ties(first.place), !ties(second.place) else {
      guard let one = margin(first.place), let other = margin(second.place) else { return nil }
      return CorrelationConversion(one, other).value(scoreCorrelation: r)
    }
    if let known = plain[r] { return known }
    guard let conversion = smooth ?? margin(first.place).map({ CorrelationConversion($0, $0) })
    else { return nil }
    smooth = conversion
    let value = conversion.value(scoreCorrelation: r)
    plain[r] = value
    return value
  }

  private mutating func margin(_ place: Int) -> CorrelationMargin? {
    if let known = margins[place] { return known }
    let margin = try? CorrelationMargin(distribution.variables[place].marginal, kind: .spearman)
    margins[place] = .some(margin)
    return margin
  }
}
