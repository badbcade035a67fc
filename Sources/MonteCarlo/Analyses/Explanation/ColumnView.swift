/// A column of draws as a figure sees it, through its own `offset + factor x`.
struct ColumnView {
  let sketch: Sketch
  let moments: Moments
  /// How far the replicates agree about the mean, in the unit of the moments; nil where draws are independent.
  let spread: ReplicateSpread?
  let offset: Double
  let factor: Double

  var draws: Int { moments.count }
  var mean: Double { offset + factor * moments.mean }
  var standardDeviation: Double { abs(factor) * moments.standardDeviation }

  var standardError: Double {
    guard let spread, spread.variance.isFinite else {
      return standardDeviation / Double(draws).squareRoot()
    }
    return abs(factor) * moments.scale * spread.variance.squareRoot()
  }

  func quantile(_ p: Double) -> Double {
    offset + factor * sketch.quantile(factor < 0 ? 1 - p : p)
  }

  func fraction(atOrBelow x: Double) -> Double {
    let below = sketch.fraction(atOrBelow: (x - offset) / factor)
    return factor < 0 ? 1 - below : below
  }

  /// The fraction of draws in which a condition holds.
  func fraction(_ condition: FigureContrast.Condition) -> Double {
    switch condition {
    case .above(let value), .atLeast(let value): 1 - fraction(atOrBelow: value)
    case .below(let value), .atMost(let value): fraction(atOrBelow: value)
    case .between(let low, let high): fraction(atOrBelow: high) - fraction(atOrBelow: low)
    }
  }

  var distribution: FigureDistribution {
    FigureDistribution(
      draws: draws, mean: mean, standardError: standardError,
      standardDeviation: standardDeviation,
      quantiles: FigureDistribution.probabilities.map(quantile))
  }
}
