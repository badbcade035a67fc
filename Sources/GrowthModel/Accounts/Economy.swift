/// An economy from a base year to the year after: the tree of activities, population and
/// indicators, as a pure function of its inputs.
///
/// Volumes are value added at constant prices, values at current prices, both in billions of the
/// currency. Growth rates and shares are fractions.
public struct Economy: Sendable, Equatable {
  /// What the growth of an activity is weighted with.
  public enum Weighting: Sendable, Equatable {
    /// Base-year shares at constant prices: the definition of the national accounts.
    case baseVolumes
    /// The plan's structure at current prices of the target year: a simplification that a scenario
    /// must ask for.
    case plannedStructure
  }

  /// The year that growth is measured from.
  public let baseYear: Int
  /// The year that is asked about.
  public let year: Int
  /// The year whose prices the volumes are expressed in, where known.
  public let priceYear: Int?
  /// The currency's code, such as `VND`.
  public let currency: String
  public let weighting: Weighting
  /// Whether base volumes are levels in billions of the currency rather than shares of the total.
  public let hasLevels: Bool
  /// The top groups, in the order of the accounts.
  public let activities: [Activity]
  /// Mean population of the year, in persons.
  public let population: Input?
  public let indicators: [Indicator]

  /// Makes an economy and checks that it can be evaluated.
  ///
  /// - Throws: `EconomyError`, the first fact that makes the accounts impossible.
  public init(
    baseYear: Int, year: Int, priceYear: Int?, currency: String,
    weighting: Weighting = .baseVolumes, hasLevels: Bool, activities: [Activity],
    population: Input?, indicators: [Indicator] = []
  ) throws(EconomyError) {
    self.baseYear = baseYear
    self.year = year
    self.priceYear = priceYear
    self.currency = currency
    self.weighting = weighting
    self.hasLevels = hasLevels
    self.activities = activities
    self.population = population
    self.indicators = indicators
    try check()
  }

  /// Every leaf with its path name, in order.
  public var leaves: [(id: String, leaf: Leaf)] { activities.flatMap(\.leaves) }

  /// Total base volume: the sum over leaves, in billions of the currency or 1.
  public var baseVolume: Double { leaves.reduce(0) { $0 + $1.leaf.baseVolume } }

  /// Total base value at current prices, in billions of the currency; nil when leaves have none.
  public var baseValue: Double? {
    guard hasValues else { return nil }
    return leaves.reduce(0) { $0 + ($1.leaf.baseValue ?? 0) }
  }

  /// Whether structure and values at current prices can be reported.
  public var hasValues: Bool { leaves.allSatisfy { $0.leaf.baseValue != nil } }

  private func check() throws(EconomyError) {
    let nodes = activities.flatMap(\.selfAndDescendants)
    guard !nodes.isEmpty else { throw .noActivities }
    var seen: Set<String> = []
    for node in nodes where !seen.insert(node.id).inserted {
      throw .duplicateActivity(node.id)
    }
    for node in nodes {
      guard case .group(let children) = node.content else { continue }
      guard !children.isEmpty else { throw .emptyGroup(node.id) }
      guard node.leaves.reduce(0, { $0 + $1.leaf.baseVolume }) != 0 else {
        throw .zeroVolume(node.id)
      }
    }
    for (id, leaf) in leaves {
      guard leaf.baseVolume.isFinite, leaf.baseVolume != 0 else { throw .zeroVolume(id) }
      guard (leaf.baseValue ?? 0).isFinite else { throw .notFinite(id) }
      guard leaf.baseValue == nil || leaf.deflator != nil else { throw .missingDeflator(id) }
    }
    let withValue = leaves.filter { $0.leaf.baseValue != nil }.count
    guard withValue == 0 || withValue == leaves.count else {
      throw .partialValues(missing: leaves.filter { $0.leaf.baseValue == nil }.map(\.id))
    }
    guard baseVolume > 0 else { throw .zeroVolume("the whole economy") }
  }
}

/// Why a set of accounts cannot be evaluated.
public enum EconomyError: Error, Equatable, Sendable {
  case noActivities
  case duplicateActivity(String)
  case emptyGroup(String)
  /// A base volume is zero or not a number, so growth over it has no meaning.
  case zeroVolume(String)
  case notFinite(String)
  /// A leaf with a value at current prices needs a deflator to move it.
  case missingDeflator(String)
  /// Some leaves have values at current prices and these do not.
  case partialValues(missing: [String])
}

extension EconomyError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noActivities: "there are no activities"
    case .duplicateActivity(let id): "the activity '\(id)' appears twice"
    case .emptyGroup(let id): "the group '\(id)' has no activities"
    case .zeroVolume(let id): "the base volume of '\(id)' is zero or not a number"
    case .notFinite(let id): "the base value of '\(id)' is not a number"
    case .missingDeflator(let id): "'\(id)' has a value at current prices but no deflator"
    case .partialValues(let missing):
      "some activities have values at current prices and these do not: "
        + missing.joined(separator: ", ")
    }
  }
}
