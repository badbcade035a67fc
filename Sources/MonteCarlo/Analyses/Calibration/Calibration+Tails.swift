import Stochastics

extension Calibration.Series {
  /// The fit of a Student t distribution, where Akaike's criterion pays for tails fatter than normal ones and they
  /// leave a variance, without which a forecast is none.
  public var tailsToUse: StudentTFit? {
    tails.flatMap { $0.hasFatTails && $0.degreesOfFreedom > 2 ? $0 : nil }
  }

  /// Whether tails are so fat that they leave no variance: a few periods are unlike all others.
  public var hasWildTails: Bool {
    tails.map { $0.hasFatTails && $0.degreesOfFreedom <= 2 } ?? false
  }
}
