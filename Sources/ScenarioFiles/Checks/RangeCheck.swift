import GrowthModel

extension UncertainFigure {
  /// Reports a figure that may lie outside a range.
  ///
  /// - Parameters:
  ///   - excludesTop: whether the upper end itself is impossible.
  ///   - excludesBottom: whether the lower end itself is impossible.
  ///   - what: such as `the persistence of an effect`.
  func check(
    _ range: ClosedRange<Double>, excludesTop: Bool = false, excludesBottom: Bool = false,
    what: String, _ context: ReadingContext
  ) {
    guard let support, let unit else { return }
    let isLow =
      support.lowerBound < range.lowerBound
      || (excludesBottom && support.lowerBound == range.lowerBound)
    let isHigh =
      support.upperBound > range.upperBound
      || (excludesTop && support.upperBound == range.upperBound)
    guard isLow || isHigh else { return }
    func write(_ value: Double) -> String {
      value.isFinite
        ? FigureText.write(value, unit: unit, currency: context.currency) : "without end"
    }
    let isDistribution = support.lowerBound < support.upperBound
    let end = isLow ? support.lowerBound : support.upperBound
    let value =
      !isDistribution
      ? write(end)
      : (isLow ? "down " : "up ") + (end.isFinite ? "to " : "") + write(end)
    let isOpen = !range.upperBound.isFinite
    let low =
      (excludesBottom ? "above " : "") + write(range.lowerBound)
      + (isOpen && !excludesBottom ? " or more" : "")
    let high = (excludesTop ? "below " : "") + write(range.upperBound)
    context.findings.report(
      DistributionFact.outside(
        value, what: what, low: low, high: isOpen ? nil : high,
        isDistribution: isDistribution),
      at: place)
  }
}
