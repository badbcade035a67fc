import GrowthModel
import MonteCarlo

/// How the draws of one quantity spread over round intervals, in base units.
///
/// The first and the last interval are open, so the fractions sum to one. Edges are laid so that a
/// target's threshold is one of them where that is possible.
public struct Histogram: Sendable {
  /// One interval.
  public struct Bin: Sendable, Equatable {
    /// Whether the draws of an interval meet the target.
    public enum Verdict: Sendable {
      /// All of it, none of it, or a part of it.
      case met, missed, mixed
      /// There is no target.
      case noTarget
    }

    /// nil for no lower end.
    public let low: Double?
    /// nil for no upper end.
    public let high: Double?
    /// The fraction of the draws.
    public let fraction: Double
    /// The fraction of the draws at or above the lower end.
    public let fractionAtOrAbove: Double
    /// Whether its draws meet the target.
    public let verdict: Verdict
  }

  /// The path of the quantity.
  public let path: String
  /// What people call the quantity.
  public let title: String
  /// What its edges measure.
  public let unit: Unit
  /// The width of an interval, in base units.
  public let step: Double
  /// From the lowest to the highest.
  public let bins: [Bin]

  /// The inner edges, ascending.
  public var edges: [Double] { bins.dropFirst().compactMap(\.low) }

  /// Bins a quantity; nil when it does not vary or has no finite middle.
  init?(_ summary: QuantitySummary, outcome: TargetOutcome?, currency: String) {
    let measure = Measure(unit: summary.quantity.unit, currency: currency)
    let target = outcome.map { MetRange($0, measure: measure) }
    let median = summary.quantile(0.5)
    let reach = Self.reach * (summary.quantile(0.95) - summary.quantile(0.05)) / 2
    let low = measure.base(max(summary.quantile(Self.tail), median - reach))
    let high = measure.base(min(summary.quantile(1 - Self.tail), median + reach))
    guard low.isFinite, high.isFinite, high - low > 1e-9 * max(abs(low), abs(high)) else {
      return nil
    }
    let step = Self.step(over: high - low, target: target)
    let edges = Self.edges(
      from: low, to: high, step: step, anchor: target?.anchor(step: step))
    // F at each edge; counted exactly at the threshold, where the answer depends on it.
    var below: [Double] = []
    for edge in edges {
      let exact = target?.fractionBelow(edge, step: step)
      let value = exact ?? summary.fraction(atOrBelow: measure.model(edge))
      below.append(min(max(value, below.last ?? 0), 1))
    }
    path = summary.quantity.path
    title = summary.quantity.title
    unit = summary.quantity.unit
    self.step = step
    bins = (0...edges.count).map { i in
      let low = i == 0 ? nil : edges[i - 1]
      let high = i == edges.count ? nil : edges[i]
      let start = i == 0 ? 0 : below[i - 1]
      return Bin(
        low: low, high: high, fraction: max((i == edges.count ? 1 : below[i]) - start, 0),
        fractionAtOrAbove: 1 - start,
        verdict: target?.verdict(low: low, high: high, step: step) ?? .noTarget)
    }
  }

  /// The probability left to each open interval, at most, before edges are rounded.
  private static let tail = 0.005
  /// Bars reach no further from the median than this many half-widths of the middle 90%: the tails
  /// of a distribution without variance must not squeeze its middle into one bar.
  private static let reach = 3.0
  private static let mostBins = 14.0
  /// The most bins when the threshold lies outside the bulk of the draws.
  private static let mostEdges = 18

  /// The smallest round step that leaves few enough bins.
  private static func step(over span: Double, target: MetRange?) -> Double {
    if let width = target?.width, width > 0 {
      // A whole number of bins between the ends of what meets the target.
      for parts in 1...20 {
        let step = width / Double(parts)
        if (mostBins / 2...mostBins).contains(span / step) { return step }
      }
    }
    let least = span / mostBins
    let exponent = ShortestDecimal(least).map { $0.integerDigits - 1 } ?? 0
    let factors = [1.0, 2, 2.5, 5, 10]
    let steps = factors.map { $0.shifted(by: exponent) }
    return steps.first { $0 >= least } ?? least
  }

  private static func edges(
    from low: Double, to high: Double, step: Double, anchor: Double?
  ) -> [Double] {
    // A threshold this far off has no digits left for the edges.
    let near = anchor.flatMap { abs($0 - low) < 1e6 * (high - low) ? $0 : nil }
    let anchor = near ?? 0
    var first = ((low - anchor) / step).rounded(.up)
    var last = max(((high - anchor) / step).rounded(.down), first)
    if near != nil, max(last, 0) - min(first, 0) <= Double(mostEdges) {
      first = min(first, 0)
      last = max(last, 0)
    }
    return (0...Int(last - first)).map { tidy(anchor + (first + Double($0)) * step, step: step) }
  }

  /// An edge without the dust of binary arithmetic.
  private static func tidy(_ edge: Double, step: Double) -> Double {
    guard let size = ShortestDecimal(step)?.integerDigits else { return edge }
    return ShortestDecimal(edge)?.rounded(decimals: 9 - size).double ?? edge
  }
}

/// The range of values that meets a target, and the fraction of draws known to lie below its end.
private struct MetRange {
  let low: Double?
  let high: Double?
  private let missed: Double
  private let met: Double

  init(_ outcome: TargetOutcome, measure: Measure) {
    let threshold = measure.base(outcome.target.threshold)
    switch outcome.target.comparison {
    case .atLeast: (low, high) = (threshold, nil)
    case .atMost: (low, high) = (nil, threshold)
    case .within(let tolerance):
      let base = measure.base(tolerance)
      (low, high) = (threshold - base, threshold + base)
    }
    met = outcome.estimate.probability
    missed = 1 - met
  }

  private var end: Double { low ?? high ?? 0 }

  /// The end that edges are counted from; nil when they cannot meet both ends.
  func anchor(step: Double) -> Double? {
    guard let width else { return end }
    let parts = (width / step).rounded()
    return parts >= 1 && Self.same(parts * step, width, step: step) ? end : nil
  }

  var width: Double? { low.flatMap { low in high.map { $0 - low } } }

  /// The fraction of draws on the lower side of the threshold, at the edge where it lies.
  func fractionBelow(_ edge: Double, step: Double) -> Double? {
    guard width == nil, Self.same(edge, end, step: step) else { return nil }
    return low == nil ? met : missed
  }

  func verdict(low binLow: Double?, high binHigh: Double?, step: Double) -> Histogram.Bin.Verdict {
    let dust = step * 1e-6
    let (start, end) = (binLow ?? -.infinity, binHigh ?? .infinity)
    let (from, to) = (low ?? -.infinity, high ?? .infinity)
    if start >= from - dust, end <= to + dust { return .met }
    if end <= from + dust || start >= to - dust { return .missed }
    return .mixed
  }

  static func same(_ a: Double, _ b: Double, step: Double) -> Bool { abs(a - b) <= step * 1e-6 }
}
