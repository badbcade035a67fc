import GrowthModel

/// The distribution of one quantity over the draws.
///
/// Quantities that are a linear function of one another share one record of the draws, and each
/// sees it through its own `offset + factor x`.
public struct QuantitySummary: Sendable {
  /// What it is the distribution of.
  public let quantity: Quantity
  let sketch: Sketch
  let moments: Moments
  /// How far the replicates agree about the mean, in the unit of the moments; nil where draws are
  /// independent.
  let spread: ReplicateSpread?
  let offset: Double
  let factor: Double
  /// The number of independent draws that are worth as much, where draws are counted more or less often.
  var effectiveDraws: Double? = nil

  /// The number of draws.
  public var draws: Int { moments.count }
  /// The mean of all draws.
  public var mean: Double { offset + factor * moments.mean }
  /// The sample standard deviation (n - 1); zero for a single draw.
  public var standardDeviation: Double { abs(factor) * moments.standardDeviation }
  /// The standard error of the mean: from the spread of replicates where draws are not independent.
  public var standardError: Double {
    guard let spread, spread.variance.isFinite else {
      return standardDeviation / (effectiveDraws ?? Double(draws)).squareRoot()
    }
    return abs(factor) * moments.scale * spread.variance.squareRoot()
  }
  /// The smallest number of all draws.
  public var minimum: Double { view(factor < 0 ? sketch.maximum : sketch.minimum) }
  /// The largest number of all draws.
  public var maximum: Double { view(factor < 0 ? sketch.minimum : sketch.maximum) }

  /// The value below which a fraction p of the draws lies.
  ///
  /// Accurate to `quantileResolution(p)`, and in practice much better by interpolation.
  public func quantile(_ p: Double) -> Double {
    view(sketch.quantile(factor < 0 ? 1 - p : p))
  }

  /// The bound on the error that binning adds to `quantile(p)`.
  public func quantileResolution(_ p: Double) -> Double {
    abs(factor) * sketch.resolution(at: sketch.quantile(factor < 0 ? 1 - p : p))
  }

  /// The fraction of draws at or below x.
  public func fraction(atOrBelow x: Double) -> Double {
    guard factor != 0 else { return x >= offset ? 1 : 0 }
    let below = sketch.fraction(atOrBelow: (x - offset) / factor)
    return factor < 0 ? 1 - below : below
  }

  private func view(_ x: Double) -> Double { factor == 0 ? offset : offset + factor * x }
}
