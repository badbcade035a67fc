import GrowthModel
import Languages
import Stochastics

extension MappingTable {
  /// The figures that the readers take behind one of its keys; nil where they take any of the right unit.
  ///
  /// Of a distribution without a lower end only the mean must lie above one.
  func range(of key: String) -> FigureRange? {
    Self.range("\(rawValue).\(key)") ?? Self.range(key)
  }

  /// Of a key of one mapping, `elasticity.persistence`, or of all others that have it.
  private static func range(_ path: String) -> FigureRange? {
    switch path {
    case "growth", "deflator", "shocks.innovations": .growth
    case "volume", "base.value", "scenario.population", "population.base", "uncertainty.base",
      "indicator.base":
      .positive
    case "quarters", "value-quarters": .positive
    case "elasticity.persistence": FigureRange(low: 0, high: 1, excludesHigh: true)
    case "lag": FigureRange(low: 0, high: Double(EffectReader.longestLag), isWhole: true)
    case "hazard", "size", "recovery", "leakage", "split", "go-ahead", "value-added": .part
    case "price-level", "capacity", "spending", "duration", "output": .positive
    case "ramp", "within", "revision": .notNegative
    case "lags": FigureRange(low: 1, high: Double(ShockHistoryReader.mostLags), isWhole: true)
    case "block": FigureRange(low: 1, high: nil, isWhole: true)
    case "matrix", "pairs", "loadings": .correlation
    case "commonFactor.correlation": .part
    case "degrees-of-freedom":
      FigureRange(
        low: StudentTCopula.smallestDegreesOfFreedom, high: StudentTCopula.largestDegreesOfFreedom)
    default: nil
    }
  }

  /// What else the readers hold a key to; nil where the range says all.
  func rule(of key: String) -> Phrase? {
    Self.rule("\(rawValue).\(key)") ?? Self.rule(key)
  }

  private static func rule(_ path: String) -> Phrase? {
    switch path {
    case "year":
      "after `base-year`, by at most \(Timeline.longest); with steps of quarters by \(HeaderReader.mostYearsInQuarters)"
    case "price-year": "not after `year`"
    case "base-volume", "base-volume-share", "base-value", "base-value-share", "planned-share":
      "above 0; of taxes less subsidies anything but 0"
    case "lever.value": "within `range`"
    case "range": "the least first"
    default: nil
    }
  }
}
