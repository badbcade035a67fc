import Foundation

/// The mean and the variance of a sample, each with its standard error.
public struct SampleMoments: Sendable {
  /// The number of observations.
  public let count: Int

  /// The arithmetic mean.
  public let mean: Double

  /// The unbiased variance: the sum of squares over `count` - 1.
  public let variance: Double

  /// sqrt(variance / n).
  public let standardErrorOfMean: Double

  /// sqrt((m4 - variance^2 (n - 3)/(n - 1)) / n), with m4 the fourth central moment of the sample.
  /// Without meaning where the distribution has no fourth moment.
  public let standardErrorOfVariance: Double

  /// Computes the moments about the mean in a second pass.
  ///
  /// - Precondition: at least two observations.
  public init(_ sample: [Double]) {
    precondition(sample.count > 1, "a variance needs two observations")
    let n = Double(sample.count)
    let mean = sample.reduce(0, +) / n
    var squares = 0.0
    var fourths = 0.0
    for value in sample {
      let square = (value - mean) * (value - mean)
      squares += square
      fourths += square * square
    }
    count = sample.count
    self.mean = mean
    variance = squares / (n - 1)
    standardErrorOfMean = sqrt(variance / n)
    standardErrorOfVariance = sqrt(
      max(0, fourths / n - variance * variance * (n - 3) / (n - 1)) / n)
  }
}
