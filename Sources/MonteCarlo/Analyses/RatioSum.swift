import Stochastics

/// Sums over the draws of an event of likelihood ratios w and their squares, in units of a given ratio.
struct RatioSum {
  /// The logarithm of the unit.
  let logUnit: Double
  private(set) var draws = 0
  private(set) var hits = 0
  /// Draws whose distance is not a number.
  private(set) var notFinite = 0
  private var sum = CompensatedSum()
  private var squares = CompensatedSum()

  init(logUnit: Double) { self.logUnit = logUnit }

  mutating func add(_ block: AimedDraws.Block) {
    draws += block.count
    for row in 0..<block.count {
      guard block.distances[row].isFinite else {
        notFinite += 1
        continue
      }
      guard block.distances[row] <= 0 else { continue }
      let ratio = PortableMath.exp(block.logRatios[row] - logUnit)
      hits += 1
      sum.add(ratio)
      squares.add(ratio * ratio)
    }
  }

  /// The mean of the ratios over all draws, zero where the event did not happen.
  var probability: Double {
    PortableMath.exp(logUnit + PortableMath.log(sum.value / Double(draws)))
  }

  /// The variance of a single draw, as a fraction of the squared probability.
  var relativeVariance: Double {
    let n = Double(draws)
    return max(n * squares.value / (sum.value * sum.value) - 1, 0) * n / (n - 1)
  }

  var coefficientOfVariation: Double { (relativeVariance / Double(draws)).squareRoot() }

  var effectiveSampleSize: Double {
    hits == 0 ? 0 : sum.value * sum.value / squares.value
  }
}
