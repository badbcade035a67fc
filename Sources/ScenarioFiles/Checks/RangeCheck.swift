import GrowthModel
import Languages

extension UncertainFigure {
  /// Reports a figure that may lie outside a range.
  ///
  /// - Parameters:
  ///   - excludesTop: whether the upper end itself is impossible.
  ///   - excludesBottom: whether the lower end itself is impossible.
  ///   - what: such as `the persistence of an effect`.
  func check(
    _ range: ClosedRange<Double>, excludesTop: Bool = false, excludesBottom: Bool = false,
    what: Noun, _ context: ReadingContext
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
      FigureText.write(value, unit: unit, currency: context.currency)
    }
    let end = isLow ? support.lowerBound : support.upperBound
    let range = Self.text(
      write(range.lowerBound), range.upperBound.isFinite ? write(range.upperBound) : nil,
      excludesTop: excludesTop, excludesBottom: excludesBottom)
    let isDistribution = support.lowerBound < support.upperBound
    context.findings.report(
      isDistribution
        ? DistributionFact.reachesOutside(
          Self.reach(isLow: isLow, end.isFinite ? write(end) : nil), what: what, range: range)
        : .outside(write(end), what: what, range: range),
      at: place)
  }

  /// How far a distribution goes; nil where it has no end.
  private static func reach(isLow: Bool, _ end: String?) -> Phrase {
    switch (isLow, end) {
    case (true, let end?): "down to \(end)"
    case (true, nil): "down without end"
    case (false, let end?): "up to \(end)"
    case (false, nil): "up without end"
    }
  }

  /// Where what is meant must lie; a range without an upper end where that is nil.
  private static func text(
    _ low: String, _ high: String?, excludesTop: Bool, excludesBottom: Bool
  ) -> Phrase {
    guard let high else { return above(low, excludesBottom) }
    return switch (excludesBottom, excludesTop) {
    case (false, false): "lies from \(low) to \(high)"
    case (false, true): "lies from \(low) to below \(high)"
    case (true, false): "lies from above \(low) to \(high)"
    case (true, true): "lies from above \(low) to below \(high)"
    }
  }

  private static func above(_ low: String, _ isExcluded: Bool) -> Phrase {
    isExcluded ? "is above \(low)" : "is \(low) or more"
  }
}
