import Stochastics

/// The difference of a quantity's means in two scenarios, over the same draws.
public struct PairedMean: Sendable, Equatable {
  /// The mean in the second scenario less that in the first, in the unit of the quantity.
  public let difference: Double
  /// From the variance of the differences draw by draw.
  public let standardError: Double
  /// How many times as large the variance of the difference would be with independent draws for each
  /// scenario; nil where the difference is the same in every draw.
  public let varianceRatio: Double?
  /// What the dust of arithmetic may do to the difference.
  let rounding: Double

  /// A difference with the standard error of paired draws.
  public init(difference: Double, standardError: Double, varianceRatio: Double?) {
    self.difference = difference
    self.standardError = standardError
    self.varianceRatio = varianceRatio
    rounding = 0
  }

  /// The 95% interval of the difference.
  public var interval: ClosedRange<Double> {
    let z = NormalDistribution.standard.quantile(TailProbability(upper: 0.025))
    let half = max(z * standardError, rounding)
    return difference - half...difference + half
  }

  /// Whether the interval leaves zero out.
  public var isDistinctFromZero: Bool { !interval.contains(0) }

  /// - Parameters:
  ///   - first: the quantity in the first scenario.
  ///   - second: the quantity in the second scenario.
  ///   - moments: of the second less the first, draw by draw.
  init(_ first: QuantitySummary, _ second: QuantitySummary, _ moments: Moments) {
    let n = Double(moments.count)
    // Of the two means as they are shown, so that they and their difference agree.
    difference = second.mean - first.mean
    let scale = max(abs(first.mean), abs(second.mean), first.standardDeviation)
    rounding = Self.dust * scale
    // A spread no wider than that is none.
    let deviation = moments.standardDeviation > rounding ? moments.standardDeviation : 0
    standardError = deviation / n.squareRoot()
    let (one, other) = (first.standardDeviation, second.standardDeviation)
    let ratio = (one * one + other * other) / (deviation * deviation)
    varianceRatio = deviation > 0 && ratio.isFinite ? ratio : nil
  }

  /// A few hundred roundings of numbers as large as the quantity.
  private static let dust = 1e-13
}
