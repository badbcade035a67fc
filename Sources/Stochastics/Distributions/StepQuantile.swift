/// The quantile function of finitely many values: a staircase.
struct StepQuantile: Hashable, Sendable {
  typealias Weighted = (value: Double, weight: Double)

  /// Ascending and distinct.
  let values: [Double]

  /// The probability at or below each value, and that above it; together one, to rounding.
  private let below: [Double]
  private let above: [Double]

  /// The place of the median: the first value with half of the probability at or below it.
  private let median: Int

  /// The scores at which the quantile steps from each value to the next.
  private let thresholds: [Double]

  /// For each cell of a grid over the scores, the first step at or above its beginning.
  private let guide: [Int]

  /// Up to so many steps, comparing with all of them takes less time than looking for the one.
  private static let fewSteps = 12

  /// The grid covers scores of this magnitude; the few beyond search from its ends.
  private static let gridEnd = 4.0

  /// Prepares values, ascending and distinct, with weights above zero.
  ///
  /// - Throws: `MarginalError.outOfRange` where the sum of the weights, or the distance between the
  ///   first and the last value, is not a finite `Double`.
  init(_ weighted: [Weighted]) throws(MarginalError) {
    let weights = weighted.map(\.weight)
    let upTo = Self.runningSums(weights)
    let from = Self.runningSums(weights.reversed())
    let total = upTo[weights.count - 1]
    guard total.isFinite else { throw .outOfRange(quantity: "sum of the weights") }
    values = weighted.map(\.value)
    guard (values[values.count - 1] - values[0]).isFinite else {
      throw .outOfRange(quantity: "distance between the values")
    }
    var below: [Double] = []
    var above: [Double] = []
    for i in weights.indices {
      let rest = i + 1 < weights.count ? from[weights.count - 2 - i] : 0
      // The smaller of the two holds the digits.
      let isLower = upTo[i] <= rest
      below.append(isLower ? upTo[i] / total : 1 - rest / total)
      above.append(isLower ? 1 - upTo[i] / total : rest / total)
    }
    self.below = below
    self.above = above
    median = below.firstIndex { $0 >= 0.5 } ?? below.count - 1
    thresholds = zip(below, above).dropLast().map { below, above in
      let threshold = StandardNormal.quantile(
        below <= 0.5
          ? TailProbability(probability: max(below, .leastNonzeroMagnitude), tail: .lower)
          : TailProbability(probability: max(above, .leastNonzeroMagnitude), tail: .upper))
      // Zero without a sign, so that less a score of zero it is no negative number.
      return threshold + 0
    }
    guide = Self.guide(thresholds)
  }

  /// The sums of the first one, two, three and so on, each carrying what the additions rounded off.
  private static func runningSums(_ terms: [Double]) -> [Double] {
    var sum = 0.0
    var lost = 0.0
    return terms.map { term in
      let next = sum + term
      lost += sum >= term ? (sum - next) + term : (term - next) + sum
      sum = next
      return sum + lost
    }
  }

  /// Values in ascending order, equal ones merged.
  static func merge(_ pairs: [(Double, Double)]) -> [Weighted] {
    var merged: [Weighted] = []
    for (value, weight) in pairs.sorted(by: { $0.0 < $1.0 }) {
      if let last = merged.last, last.value == value {
        merged[merged.count - 1].weight = last.weight + weight
      } else {
        // Zero has one sign only.
        merged.append((value + 0, weight))
      }
    }
    return merged
  }

  /// The mean and the variance about it, by way of the distances from the middle value: they are
  /// small where the values are large and close together.
  static func moments(_ weighted: [Weighted], total: Double) -> (Double, Double) {
    let origin = weighted[weighted.count / 2].value
    let shift = weighted.reduce(0) { $0 + ($1.value - origin) * ($1.weight / total) }
    let mean = origin + shift
    let variance = weighted.reduce(0) {
      let deviation = ($1.value - origin) - shift
      return $0 + deviation * deviation * ($1.weight / total)
    }
    // Rounding may take the mean of equal values past them.
    return (min(max(mean, weighted[0].value), weighted[weighted.count - 1].value), variance)
  }

  var support: ClosedRange<Double> { values[0]...values[values.count - 1] }

  /// The probabilities at which the quantile steps.
  var jumps: [Double] { below.dropLast().filter { $0 > 0 && $0 < 1 } }

  func density(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    let place = count(atOrBelow: x)
    return place > 0 && values[place - 1] == x ? .infinity : 0
  }

  func cumulative(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    let place = count(atOrBelow: x)
    return place == 0 ? 0 : below[place - 1]
  }

  func complementary(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    let place = count(atOrBelow: x)
    return place == 0 ? 1 : above[place - 1]
  }

  func quantile(_ p: TailProbability) -> Double {
    switch p.tail {
    case .lower: values[Self.first(in: 0..<median) { below[$0] >= p.probability }]
    case .upper:
      values[Self.first(in: median..<values.count - 1) { above[$0] <= p.probability }]
    }
  }

  private func count(atOrBelow x: Double) -> Int {
    Self.first(in: 0..<values.count) { values[$0] > x }
  }

  /// The first place of a range where a condition holds that holds from there on; else its end.
  private static func first(in range: Range<Int>, _ condition: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if condition(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  // MARK: Columns of scores

  /// Replaces each score by the value whose thresholds it lies between; on a threshold, by the lower.
  func transform(scores: UnsafeMutableBufferPointer<Double>) {
    if thresholds.count <= Self.fewSteps {
      compareWithAll(scores)
    } else {
      search(scores)
    }
  }

  /// Eight scores at a time against one threshold after the other.
  private func compareWithAll(_ scores: UnsafeMutableBufferPointer<Double>) {
    let lanes = scores.count / 8 * 8
    if let start = scores.baseAddress {
      Columns.map(start, count: lanes) { z in
        var x = SIMD8(repeating: values[0])
        for i in thresholds.indices {
          let isAbove = (SIMD8(repeating: thresholds[i]) - z).isMinus
          x = x.replaced(by: SIMD8(repeating: values[i + 1]), where: isAbove)
        }
        return x
      }
    }
    for k in lanes..<scores.count {
      let z = scores[k]
      scores[k] = values[Self.first(in: 0..<thresholds.count) { z <= thresholds[$0] }]
    }
  }

  /// From the beginning of the score's cell upwards.
  private func search(_ scores: UnsafeMutableBufferPointer<Double>) {
    let scale = Double(guide.count) / (2 * Self.gridEnd)
    for k in scores.indices {
      let z = scores[k]
      let cell = Int((min(max(z, -Self.gridEnd), Self.gridEnd) + Self.gridEnd) * scale)
      var place = guide[min(cell, guide.count - 1)]
      while place < thresholds.count, thresholds[place] < z { place += 1 }
      scores[k] = values[place]
    }
  }

  /// About four cells a step, so that most hold none or one.
  private static func guide(_ thresholds: [Double]) -> [Int] {
    guard thresholds.count > fewSteps else { return [] }
    let count = 4 * thresholds.count
    let width = 2 * gridEnd / Double(count)
    return (0..<count).map { cell in
      // The first cell also takes what lies below the grid, and rounding may put a score into the
      // cell after its own.
      let start = cell == 0 ? -Double.infinity : -gridEnd + Double(cell) * width - 1e-9
      return first(in: 0..<thresholds.count) { thresholds[$0] >= start }
    }
  }
}
