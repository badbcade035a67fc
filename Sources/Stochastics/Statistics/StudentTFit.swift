/// Student's t distribution fitted to a sample by its likelihood, beside the normal one.
///
/// With the degrees of freedom fixed, location and scale follow from iterations that weigh each observation by
/// `(v + 1) / (v + t^2)`: K. L. Lange, R. J. A. Little and J. M. G. Taylor, "Robust statistical modeling using
/// the t distribution", J. Am. Stat. Assoc. 84 (1989) 881-896, doi:10.1080/01621459.1989.10478852. The
/// likelihood is then searched over `1 / v`, with the normal distribution at zero.
public struct StudentTFit: Sendable, Equatable {
  /// The location, in the unit of the sample.
  public let location: Double

  /// The scale, in the unit of the sample.
  public let scale: Double

  /// The degrees of freedom: infinite where no heavier tails than normal ones are likelier.
  public let degreesOfFreedom: Double

  /// The natural logarithm of the likelihood.
  public let logLikelihood: Double

  /// That of the normal distribution with the sample's mean and variance (divisor n).
  public let normalLogLikelihood: Double

  /// Observations.
  public let count: Int

  /// Whether the one parameter more is paid for by Akaike's criterion, corrected for small samples: C. M. Hurvich
  /// and C.-L. Tsai, "Regression and time series model selection in small samples", Biometrika 76 (1989) 297-307,
  /// doi:10.1093/biomet/76.2.297. With k parameters it costs k n / (n - k - 1) of the logarithm of the likelihood.
  public var hasFatTails: Bool {
    let n = Double(count)
    guard count > 4 else { return false }
    return logLikelihood - normalLogLikelihood > 3 * n / (n - 4) - 2 * n / (n - 3)
  }

  /// The fewest degrees of freedom that are looked at: a forecast needs a mean.
  public static let fewestDegreesOfFreedom = 1.0625

  /// Fits a sample.
  ///
  /// - Parameter sample: in any order.
  /// - Returns: nil for fewer than three observations, for one that is not finite, and where all are the same.
  /// - Complexity: O(observations), some tens of thousands of times.
  public init?(_ sample: [Double]) {
    guard sample.count >= 3, sample.allSatisfy(\.isFinite) else { return nil }
    self.count = sample.count
    let count = Double(sample.count)
    let mean = sample.reduce(0, +) / count
    let variance = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    guard variance > 0, variance.isFinite else { return nil }
    let normal = -0.5 * count * (Elementary.logTwoPi + Elementary.log(variance) + 1)
    let deviation = variance.squareRoot()
    func fit(_ inverse: Double) -> (location: Double, scale: Double, logLikelihood: Double) {
      guard inverse > 0 else { return (mean, deviation, normal) }
      return Self.fit(sample, degrees: 1 / inverse, from: mean, deviation)
    }
    // The likelihood need not have one peak: the best of a grid, then golden sections beside it.
    let most = 1 / Self.fewestDegreesOfFreedom
    let steps = 32
    let grid = (0...steps).map { most * Double($0) / Double(steps) }
    let heights = grid.map { fit($0).logLikelihood }
    let top = heights.indices.max { heights[$0] < heights[$1] } ?? 0
    var (low, high) = (grid[max(top - 1, 0)], grid[min(top + 1, steps)])
    let ratio = 0.5 * (5.0.squareRoot() - 1)
    for _ in 0..<60 {
      let (a, b) = (high - ratio * (high - low), low + ratio * (high - low))
      if fit(a).logLikelihood >= fit(b).logLikelihood { high = b } else { low = a }
    }
    let inverse = 0.5 * (low + high)
    let best = fit(inverse)
    // Where the peak is at zero the sections only come near to it.
    let isNormal = best.logLikelihood <= normal + 1e-9 * normal.magnitude || inverse < 1e-6
    location = isNormal ? mean : best.location
    scale = isNormal ? deviation : best.scale
    degreesOfFreedom = isNormal ? .infinity : 1 / inverse
    logLikelihood = isNormal ? normal : best.logLikelihood
    normalLogLikelihood = normal
  }

  private static func fit(
    _ sample: [Double], degrees v: Double, from mean: Double, _ deviation: Double
  ) -> (location: Double, scale: Double, logLikelihood: Double) {
    let count = Double(sample.count)
    var (location, square) = (mean, deviation * deviation)
    for _ in 0..<2000 {
      var (weights, sum) = (0.0, 0.0)
      for x in sample {
        let weight = (v + 1) / (v + (x - location) * (x - location) / square)
        weights += weight
        sum += weight * x
      }
      let next = sum / weights
      var squares = 0.0
      for x in sample {
        let weight = (v + 1) / (v + (x - location) * (x - location) / square)
        squares += weight * (x - next) * (x - next)
      }
      // Dividing by the sum of the weights, not by their number, comes to the same point sooner.
      let nextSquare = squares / weights
      let change = (next - location).magnitude / deviation + (nextSquare / square - 1).magnitude
      (location, square) = (next, nextSquare)
      if change < 1e-13 { break }
    }
    let half = 0.5 * v
    let errors = Elementary.stirlingError(half + 0.5) - Elementary.stirlingError(half)
    let peak = half * Elementary.log1p(1 / v) - 0.5 + errors - 0.5 * Elementary.logTwoPi
    var logLikelihood = count * (peak - 0.5 * Elementary.log(square))
    for x in sample {
      let t = (x - location) * (x - location) / square
      logLikelihood -= 0.5 * (v + 1) * Elementary.log1p(t / v)
    }
    return (location, square.squareRoot(), logLikelihood)
  }
}
