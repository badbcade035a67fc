import Languages

/// The figures that the readers take behind a key, beside what their unit says.
struct FigureRange: Sendable, Equatable {
  /// The least and the greatest, in the unit of the figure: of rates as fractions; nil where there is no end.
  let low: Double?
  let high: Double?
  /// Whether an end itself is refused.
  var excludesLow = false
  var excludesHigh = false
  /// Whether only whole numbers are taken.
  var isWhole = false

  static let part = FigureRange(low: 0, high: 1)
  static let positive = FigureRange(low: 0, high: nil, excludesLow: true)
  static let notNegative = FigureRange(low: 0, high: nil)
  static let growth = FigureRange(low: -1, high: nil, excludesLow: true)
  static let correlation = FigureRange(low: -1, high: 1)

  /// Whether the range holds a figure.
  func contains(_ value: Double) -> Bool {
    if let low, excludesLow ? value <= low : value < low { return false }
    if let high, excludesHigh ? value >= high : value > high { return false }
    return !isWhole || value == value.rounded()
  }

  /// As people read it.
  ///
  /// - Parameter pattern: how the figures are written.
  func text(_ pattern: FigurePattern) -> Phrase {
    let low = low.map { Self.write($0, pattern) }
    let high = high.map { Self.write($0, pattern) }
    return switch (low, high) {
    case (let low?, let high?) where isWhole: "a whole number from \(low) to \(high)"
    case (let low?, nil) where isWhole: "a whole number from \(low) on"
    case (let low?, let high?) where excludesHigh: "from \(low) to below \(high)"
    case (let low?, let high?): "from \(low) to \(high)"
    case (let low?, nil) where excludesLow: "above \(low)"
    case (let low?, nil): "\(low) or more"
    case (nil, let high?): "up to \(high)"
    case (nil, nil): "any"
    }
  }

  private static func write(_ value: Double, _ pattern: FigurePattern) -> String {
    let isRate = pattern == .rate || pattern == .rateDistance
    return FigureText.decimal(isRate ? value * 100 : value, places: 6) + (isRate ? "%" : "")
  }
}
