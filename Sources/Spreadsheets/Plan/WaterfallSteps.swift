/// The floating bars of a waterfall as stacked columns: a hidden foot, and what stands on it.
///
/// Stacks grow upwards from zero where numbers are positive and downwards where they are negative, so that a bar
/// which crosses zero has a part on each side.
struct WaterfallSteps {
  /// One bar: hidden foot, rise above and below zero, fall above and below zero, sum.
  let bars: [[Double?]]

  /// - Parameters:
  ///   - parts: one after the other.
  ///   - total: where they lead to.
  init(_ parts: [Double], total: Double) {
    var level = 0.0
    var bars: [[Double?]] = []
    for part in parts {
      let next = level + part
      let (low, high) = (min(level, next), max(level, next))
      let foot = low > 0 ? low : high < 0 ? high : 0
      let above = max(high, 0) - max(low, 0)
      let below = min(low, 0) - min(high, 0)
      bars.append(
        part >= 0 ? [foot, above, below, nil, nil, nil] : [foot, nil, nil, above, below, nil])
      level = next
    }
    bars.append([0, nil, nil, nil, nil, total])
    self.bars = bars
  }
}
