import Stochastics

extension Marginal {
  /// Whether another distribution turns the same random numbers into the same values. When in doubt it does
  /// not.
  func isSame(as other: any Marginal) -> Bool {
    if let one = self as? any Hashable, let another = other as? any Hashable {
      return AnyHashable(one) == AnyHashable(another)
    }
    switch (self, other) {
    case (let one as TruncatedDistribution, let another as TruncatedDistribution):
      return one.lower == another.lower && one.upper == another.upper
        && one.base.isSame(as: another.base)
    case (let one as QuantileDistribution, let another as QuantileDistribution):
      return one.lower == another.lower && one.upper == another.upper
        && one.quantiles.map(\.probability) == another.quantiles.map(\.probability)
        && one.quantiles.map(\.value) == another.quantiles.map(\.value)
    default: return false
    }
  }
}

extension Dependence {
  /// Whether another group joins the same variables in the same way. When in doubt it does not.
  func isSame(as other: Dependence) -> Bool {
    switch (self, other) {
    case (.gaussian(let one), .gaussian(let another)):
      one.names == another.names && one.correlation == another.correlation
    case (.studentT(let one), .studentT(let another)):
      one.names == another.names && one.gaussian.correlation == another.gaussian.correlation
        && one.degreesOfFreedom == another.degreesOfFreedom && one.mixingName == another.mixingName
    // Rows are cheap to draw: a number of a row for each block.
    default: false
    }
  }
}
