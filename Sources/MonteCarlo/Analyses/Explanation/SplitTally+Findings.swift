import Stochastics

extension SplitTally {
  /// A recorded column in all draws, in those that meet the target, and in those that miss it.
  struct SplitColumn {
    let all: ColumnView
    let met: ColumnView?
    let missed: ColumnView?
    /// The standard error of the mean of the draws that meet the target less that of all, in the unit of the
    /// figure.
    let differenceError: Double

    var distribution: SplitDistribution {
      SplitDistribution(
        all: all.distribution, met: met?.distribution, missed: missed?.distribution)
    }
  }

  var draws: Int { met.draws + missed.draws }

  /// The probability of the target.
  var estimate: ProbabilityEstimate {
    let spread = shares.map { shares in
      let variance = Self.variance(
        shares.map { $0.met - $0.all * Double(met.draws) / Double(draws) })
      return ReplicateSpread(
        replicates: shares.count, variance: variance / (Double(draws) * Double(draws)))
    }
    return ProbabilityEstimate(hits: met.draws, draws: draws, spread: spread)
  }

  /// Draws of each replicate that has any.
  private var shares: [(met: Double, all: Double)]? {
    guard let own = met.replicates, let others = missed.replicates else { return nil }
    return zip(own.draws, others.draws).filter { $0 + $1 > 0 }
      .map { (Double($0), Double($0 + $1)) }
  }

  /// The variance of a sum of residuals of independent replicates, about zero.
  private static func variance(_ residuals: [Double]) -> Double {
    guard residuals.count > 1 else { return .infinity }
    let count = Double(residuals.count)
    return residuals.reduce(0) { $0 + $1 * $1 } * count / (count - 1)
  }

  /// A recorded column as a figure sees it.
  func column(_ place: Int, offset: Double, factor: Double) -> SplitColumn {
    func view(_ sketch: Sketch, _ moments: Moments, _ spread: ReplicateSpread?) -> ColumnView {
      ColumnView(sketch: sketch, moments: moments, spread: spread, offset: offset, factor: factor)
    }
    func side(_ tally: Tally) -> ColumnView? {
      guard tally.draws > 0 else { return nil }
      return view(
        sketch([tally], place), tally.records[place].moments,
        tally.replicates?.spread(record: place))
    }
    var moments = met.records[place].moments
    moments.add(missed.records[place].moments)
    var replicates = met.replicates
    if let others = missed.replicates { replicates?.add(others) }
    let all = view(sketch([met, missed], place), moments, replicates?.spread(record: place))
    let (own, others) = (side(met), side(missed))
    return SplitColumn(
      all: all, met: own, missed: others,
      differenceError: differenceError(place, all, own, others) * abs(factor))
  }

  private func sketch(_ tallies: [Tally], _ place: Int) -> Sketch {
    let record = met.records[place]
    var sketch = Sketch(centre: record.centre, scale: record.scale)
    for tally in tallies where tally.draws > 0 {
      sketch.add(
        counts: tally.bins[place * Sketch.binCount..<(place + 1) * Sketch.binCount],
        minimum: tally.records[place].minimum, maximum: tally.records[place].maximum)
    }
    return sketch
  }

  /// The standard error of `m[met] - m`, both of them ratios, in the unit of the column.
  ///
  /// A draw x adds `[met] (x - m[met]) / p - (x - m)` to n times the difference, to first order; the variance of
  /// that follows from the means and variances of both sides. Of draws that are not independent it is the
  /// spread of what replicates add. W. G. Cochran, "Sampling Techniques" (3rd ed., 1977), 6.3.
  private func differenceError(
    _ place: Int, _ all: ColumnView, _ met: ColumnView?, _ missed: ColumnView?
  ) -> Double {
    guard let met, let missed else { return 0 }
    if let own = self.met.replicates, let others = self.missed.replicates {
      let (scale, centre) = (all.moments.scale, all.moments.centre)
      let metMean = (met.moments.mean - centre) / scale
      let mean = (all.moments.mean - centre) / scale
      let (hits, draws) = (Double(met.draws), Double(all.draws))
      let residuals = (0..<own.count).filter { own.draws[$0] + others.draws[$0] > 0 }.map { r in
        let ownSum = own.sums[place * own.count + r].value
        let sum = ownSum + others.sums[place * own.count + r].value
        let rows = Double(own.draws[r] + others.draws[r])
        return (ownSum - metMean * Double(own.draws[r])) / hits - (sum - mean * rows) / draws
      }
      let variance = Self.variance(residuals)
      if residuals.count >= ProbabilityEstimate.fewestReplicates, variance.isFinite {
        return scale * variance.squareRoot()
      }
    }
    let n = Double(all.draws)
    let p = Double(met.draws) / n
    let mean = all.moments.mean
    func square(_ x: Double) -> Double { x * x }
    let ofMet =
      met.moments.variance * square((1 - p) / p) + square(met.moments.mean - mean)
    let ofMissed = missed.moments.variance + square(missed.moments.mean - mean)
    return ((p * ofMet + (1 - p) * ofMissed) / n).squareRoot()
  }
}

extension SplitTally.SplitColumn {
  /// How the figure differs between the two sides; nil where one of them is empty or the figure is the same in
  /// every draw.
  ///
  /// - Parameters:
  ///   - counts: of each value, where there are few.
  ///   - critical: the standardized error that is exceeded once in twenty times.
  func contrast(
    _ counts: [ExplainedFigure.ValueCount]?, critical: Double
  ) -> FigureContrast? {
    guard let met, let missed, all.standardDeviation > 0, all.standardDeviation.isFinite else {
      return nil
    }
    let shift = (met.mean - all.mean) / all.standardDeviation
    let error = differenceError / all.standardDeviation
    let half = critical * error
    let interval = shift - half...shift + half
    let (condition, shareOfMet, shareOfMissed): (FigureContrast.Condition, Double, Double)
    let distance: Double
    if let counts {
      (condition, distance, shareOfMet, shareOfMissed) = Self.step(counts)
    } else {
      distance = met.sketch.distance(to: missed.sketch)
      let own = met.distribution
      let (low, high) = (own.quantiles[0], own.quantiles[4])
      condition =
        interval.contains(0)
        ? .between(low, high) : shift > 0 ? .above(own.p10) : .below(own.p90)
      (shareOfMet, shareOfMissed) = (met.fraction(condition), missed.fraction(condition))
    }
    return FigureContrast(
      shift: shift, shiftError: error, shiftInterval: interval, distance: distance,
      criticalDistance: FigureContrast.criticalDistance(met.draws, missed.draws),
      condition: condition, shareOfMet: shareOfMet, shareOfMissed: shareOfMissed)
  }

  /// The value at which the two sides differ most, as a condition that more of the draws meet that meet the
  /// target; of what happens or does not, that it happens.
  private static func step(
    _ counts: [ExplainedFigure.ValueCount]
  ) -> (FigureContrast.Condition, distance: Double, met: Double, missed: Double) {
    let met = Double(counts.reduce(0) { $0 + $1.met })
    let missed = Double(counts.reduce(0) { $0 + $1.missed })
    let happens = counts.map(\.value) == [0, 1]
    var best = (
      FigureContrast.Condition.atMost(counts[counts.count - 1].value), distance: -1.0, met: 1.0,
      missed: 1.0
    )
    var (ofMet, ofMissed) = (0, 0)
    for (count, next) in zip(counts, counts.dropFirst()) {
      ofMet += count.met
      ofMissed += count.missed
      let below = (met: Double(ofMet) / met, missed: Double(ofMissed) / missed)
      let distance = abs(below.met - below.missed)
      guard distance > best.distance else { continue }
      best =
        below.met > below.missed && !happens
        ? (.atMost(count.value), distance, below.met, below.missed)
        : (.atLeast(next.value), distance, 1 - below.met, 1 - below.missed)
    }
    return (best.0, max(best.distance, 0), best.met, best.missed)
  }
}

extension Sketch {
  /// The largest difference between two empirical distribution functions over the same bins: Kolmogorov's
  /// distance, too small by less than the part of the draws in one bin.
  func distance(to other: Sketch) -> Double {
    var (own, others) = (0, 0)
    var largest = 0.0
    for (a, b) in zip(counts, other.counts) where a > 0 || b > 0 {
      own += Int(a)
      others += Int(b)
      let difference = Double(own) / Double(total) - Double(others) / Double(other.total)
      largest = max(largest, abs(difference))
    }
    return largest
  }
}
