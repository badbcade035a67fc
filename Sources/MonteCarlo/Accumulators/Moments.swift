/// Count, mean and variance of a column of draws, merged without rounding.
///
/// Sums over runs of 512 draws are taken in the order of the draws and then added up as 128-bit
/// fixed-point numbers, in units of 2^-40 of the scale, so that the total does not depend on how
/// the runs were shared out or in which order they are merged. The rounding of a run is 2^-41 of
/// the scale, at most 1e-15 of a run's sum of squares.
public struct Moments: Sendable, Equatable {
  /// Draws in a run.
  static let runLength = 512
  private static let unit = 0x1p40
  /// Sums past this many scales are not representable and reported as infinite.
  private static let limit = 0x1p80

  let centre: Double
  let scale: Double
  public private(set) var count = 0
  private var sum: Int128 = 0
  private var sumOfSquares: Int128 = 0
  private var overflowed = false

  init(centre: Double, scale: Double) {
    self.centre = centre
    self.scale = scale
  }

  /// Adds a run of draws, given the sums of `u = (x - centre) / scale` and of its square.
  mutating func add(count runCount: Int, sum runSum: Double, sumOfSquares runSquares: Double) {
    count += runCount
    guard abs(runSum) < Self.limit, runSquares < Self.limit else {
      overflowed = true
      return
    }
    sum += Int128((runSum * Self.unit).rounded())
    sumOfSquares += Int128((runSquares * Self.unit).rounded())
  }

  /// Adds what was collected elsewhere under the same centre and scale.
  mutating func add(_ other: Moments) {
    count += other.count
    sum += other.sum
    sumOfSquares += other.sumOfSquares
    overflowed = overflowed || other.overflowed
  }

  /// NaN when nothing was added, infinite when a sum was not representable.
  public var mean: Double {
    if overflowed { return .infinity }
    return centre + scale * (Double(sum) / Self.unit / Double(count))
  }

  /// The sample variance (n - 1): zero for one draw.
  public var variance: Double {
    if overflowed { return .infinity }
    guard count > 1 else { return 0 }
    let n = Double(count)
    let first = Double(sum) / Self.unit
    let second = Double(sumOfSquares) / Self.unit
    return max(scale * scale * ((second - first * first / n) / (n - 1)), 0)
  }

  public var standardDeviation: Double { variance.squareRoot() }
}
