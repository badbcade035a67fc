/// Count, mean and variance of a column of draws, merged without rounding.
///
/// Sums over runs of 512 draws are taken in the order of the draws and then added up exactly, so
/// that the total does not depend on how the runs were shared out or in which order they are merged.
public struct Moments: Sendable, Equatable {
  /// Draws in a run.
  static let runLength = 512

  let centre: Double
  let scale: Double
  public private(set) var count = 0
  private(set) var sum = ExactSum()
  private(set) var sumOfSquares = ExactSum()

  init(centre: Double, scale: Double) {
    self.centre = centre
    self.scale = scale
  }

  /// Moments that were collected before.
  init(centre: Double, scale: Double, count: Int, sum: ExactSum, sumOfSquares: ExactSum) {
    self.init(centre: centre, scale: scale)
    self.count = count
    self.sum = sum
    self.sumOfSquares = sumOfSquares
  }

  /// Adds a run of draws, given the sums of `u = (x - centre) / scale` and of its square.
  mutating func add(count runCount: Int, sum runSum: Double, sumOfSquares runSquares: Double) {
    count += runCount
    sum.add(runSum)
    sumOfSquares.add(runSquares)
  }

  /// Adds what was collected elsewhere under the same centre and scale.
  mutating func add(_ other: Moments) {
    count += other.count
    sum.add(other.sum)
    sumOfSquares.add(other.sumOfSquares)
  }

  /// NaN when nothing was added, or a draw that is not a finite number.
  public var mean: Double { centre + scale * (sum.value / Double(count)) }

  /// The sample standard deviation (n - 1): zero for one draw, infinite where a square is past the
  /// largest `Double`.
  public var standardDeviation: Double {
    guard count > 1 else { return 0 }
    let (n, first, second) = (Double(count), sum.value, sumOfSquares.value)
    let variance = (second - first * (first / n)) / (n - 1)
    return variance.isFinite ? scale * max(variance, 0).squareRoot() : .infinity
  }

  /// The square of the standard deviation.
  public var variance: Double { standardDeviation * standardDeviation }
}
