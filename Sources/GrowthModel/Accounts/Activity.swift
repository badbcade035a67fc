/// One activity of the accounts: a leaf that carries numbers, or a group that is the sum of its
/// children.
public struct Activity: Sendable, Equatable {
  /// What an activity is in the accounts.
  public enum Kind: Sendable, Equatable {
    /// Part of gross value added at basic prices.
    case industry
    /// Product taxes less product subsidies: in GRDP, but not in gross value added at basic prices.
    case taxesLessSubsidies
  }

  /// What a leaf carries or a group holds.
  public enum Content: Sendable, Equatable {
    /// It carries numbers of its own.
    case leaf(Leaf)
    /// It is the sum of these, one or more.
    case group([Activity])
  }

  /// The name used in quantity paths, such as `agriculture`; unique in an economy.
  public let id: String
  /// The name people read.
  public let name: String
  /// Whether it is an industry, or taxes less subsidies on products.
  public let kind: Kind
  /// Its numbers, or its parts.
  public let content: Content

  /// Makes an activity; an empty group is a caller's mistake that `Economy` reports.
  public init(id: String, name: String, kind: Kind = .industry, content: Content) {
    self.id = id
    self.name = name
    self.kind = kind
    self.content = content
  }

  /// Makes a leaf of a model whose steps are years and that asks for no values at current prices.
  ///
  /// - Parameters:
  ///   - id: the name used in quantity paths, such as `agriculture`; unique in an economy.
  ///   - name: the name people read; `id` where nil.
  ///   - kind: what it is in the accounts.
  ///   - baseVolume: value added in the base year at constant prices, in billions of the currency, or as a share of
  ///     the total when the economy has no levels.
  ///   - growth: of the volume on the year before, a fraction.
  public init(
    id: String, name: String? = nil, kind: Kind = .industry, baseVolume: Double, growth: Input
  ) {
    self.init(
      id: id, name: name ?? id, kind: kind,
      content: .leaf(Leaf(baseVolume: baseVolume, baseValue: nil, growth: growth, deflator: nil)))
  }

  /// The children of a group, empty for a leaf.
  public var children: [Activity] {
    if case .group(let children) = content { return children }
    return []
  }

  /// The leaves at or below this activity, in order.
  public var leaves: [(id: String, leaf: Leaf)] {
    switch content {
    case .leaf(let leaf): [(id, leaf)]
    case .group(let children): children.flatMap(\.leaves)
    }
  }

  /// This activity and all below it, parents before children.
  public var selfAndDescendants: [Activity] {
    [self] + children.flatMap(\.selfAndDescendants)
  }
}

/// The numbers of one leaf activity.
public struct Leaf: Sendable, Equatable {
  /// Value added in each step of the base year at constant prices, in billions of the currency, or as
  /// shares of the total of the year when the economy has no levels (`Economy.hasLevels`). Not
  /// negative, except for taxes less subsidies.
  public let volumes: [Double]
  /// Value added in each step of the base year at current prices, in billions of the currency; all
  /// leaves of an economy have it, or none.
  public let values: [Double]?
  /// Volume growth on the same period a year earlier before effects and shocks, fractions.
  public let growth: Schedule
  /// Growth of the deflator on the same period a year earlier, fractions; needed with `values`.
  public let deflator: Schedule?

  /// A leaf of a model whose base year has one volume a step: one in years, four in quarters; in
  /// billions of the currency or parts of the total.
  public init(volumes: [Double], values: [Double]?, growth: Schedule, deflator: Schedule?) {
    self.volumes = volumes
    self.values = values
    self.growth = growth
    self.deflator = deflator
  }

  /// A leaf of a model whose steps are years.
  public init(baseVolume: Double, baseValue: Double?, growth: Input, deflator: Input?) {
    self.init(
      volumes: [baseVolume], values: baseValue.map { [$0] }, growth: .all(growth),
      deflator: deflator.map { .all($0) })
  }

  /// Value added in the base year at constant prices.
  public var baseVolume: Double { volumes.reduce(0, +) }

  /// Value added in the base year at current prices.
  public var baseValue: Double? { values.map { $0.reduce(0, +) } }
}

/// Where a number of the model comes from: fixed by the scenario, or drawn.
public enum Input: Sendable, Equatable {
  /// A number that is the same in every draw.
  case constant(Double)
  /// The uncertain quantity of this name, one number a draw.
  case uncertain(String)
}
