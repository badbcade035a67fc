import GrowthModel

/// The cells of one quantity: all numbers in one scale, with decimals that show its spread.
struct QuantityCells {
  let scale: DisplayScale
  let decimals: Int
  private let isConstant: Bool

  /// - Parameters:
  ///   - distribution: of the quantity; nil for none.
  ///   - measure: of the quantity.
  ///   - magnitude: of other numbers that stand beside it, in base units.
  init(_ distribution: DistributionReport?, _ measure: Measure, beside magnitude: Double = 0) {
    scale = measure.scale(for: max(magnitude, distribution?.magnitude ?? 0))
    decimals = scale.decimals(spread: distribution?.spread ?? 0)
    isConstant = distribution?.isConstant ?? false
  }

  var style: NumberStyle { NumberStyle(scale, decimals: decimals) }

  /// A value of the quantity.
  func cell(_ value: Double?) -> TopicTable.Cell {
    guard isConstant, let value else { return .number(value, style) }
    let text = scale.constant(value)
    return .number(value, style, shown: scale.label == "%" ? text + "%" : text)
  }

  /// A difference of two values.
  func difference(_ value: Double?, isSigned: Bool = true) -> TopicTable.Cell {
    let shown = value.map { max(decimals, scale.decimals(spread: $0.magnitude) - 1) } ?? decimals
    return .number(
      value, NumberStyle(scale, decimals: shown, isDifference: true, isSigned: isSigned))
  }

  /// The unit, for a column of units.
  var unit: TopicTable.Cell { .text(scale.label) }
}

extension TopicTable.Cell {
  /// A probability, no surer than what it was found from, and the ends of its interval.
  static func probability(_ outcome: ProbabilityReport) -> [TopicTable.Cell] {
    let text = ProbabilityText(outcome)
    let style = NumberStyle.percent(text.decimals)
    return [
      .number(outcome.probability, style, shown: text.value), .number(outcome.low, style),
      .number(outcome.high, style),
    ]
  }

  /// A difference and the ends of its interval, with as many decimals as show the half width.
  ///
  /// - Parameters:
  ///   - value: in base units.
  ///   - low: the lower end.
  ///   - high: the upper end.
  ///   - scale: that people read it in.
  static func difference(
    _ value: Double, _ low: Double, _ high: Double, _ scale: DisplayScale
  ) -> [TopicTable.Cell] {
    let half = (high - low) / 2
    // What is known to be the same has no digits to show.
    let decimals = scale.decimals(spread: half > 1e-12 * max(value.magnitude, 1) ? half : 0)
    let style = NumberStyle(scale, decimals: decimals, isDifference: true, isSigned: true)
    return [.number(value, style), .number(low, style), .number(high, style)]
  }
}
