/// Spending that reaches value added through an input-output table.
///
/// With S the spending in a step, R its reference, m the share that leaks into imports, P the price
/// level on that of constant prices, and s the split over the sectors of the table:
///
///     output       x = (I - A)^-1 s (1 - m) (S - R) / P
///     value added  v[j] x[j], which adds to the volume of sector j's activity
///
/// W. Leontief, "Quantitative input and output relations in the economic system of the United
/// States", Review of Economics and Statistics 18 (1936) 105, doi:10.2307/1927837: the open model,
/// type I multipliers.
public struct Demand: Sendable, Equatable {
  /// Unique among the names of a model.
  public let id: String
  /// The name people read.
  public let name: String
  /// The path of the spending, money.
  public let spending: String
  /// The spending that the baseline already contains.
  public let reference: Schedule
  /// The part that falls to each sector of the table, in its order; sums to one.
  public let split: [Double]
  /// The share of the spending that leaves the economy before its first round, in [0, 1].
  public let leakage: Input
  /// Current prices over constant prices.
  public let priceLevel: Input

  /// A demand; its split has one part for each sector of the table, summing to one.
  public init(
    id: String, name: String, spending: String, reference: Schedule, split: [Double],
    leakage: Input, priceLevel: Input
  ) {
    self.id = id
    self.name = name
    self.spending = spending
    self.reference = reference
    self.split = split
    self.leakage = leakage
    self.priceLevel = priceLevel
  }
}
