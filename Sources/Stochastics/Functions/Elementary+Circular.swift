extension Elementary {
  /// Half of pi in three parts of 33 bits, so that their products with whole numbers up to 2^20 are exact: W.
  /// J. Cody and W. Waite, "Software Manual for the Elementary Functions" (1980), chapter 8.
  private static let quarterTurn = (
    high: 0x1.921fb544p0, middle: 0x1.0b4611a6p-34, low: 0x1.3198a2e037073p-69
  )
  /// Angles up to this are reduced by the parts of a quarter turn.
  private static let largestPlainAngle = 1e6

  /// An angle as a whole number of quarter turns and a rest of no more than half of one.
  private static func quarters(of angle: Double) -> (number: Int, rest: Double) {
    let angle =
      angle.magnitude > largestPlainAngle ? angle.remainder(dividingBy: 2 * .pi) : angle
    let turns = (angle * (2 / .pi)).rounded()
    let rest =
      ((angle - turns * quarterTurn.high) - turns * quarterTurn.middle) - turns * quarterTurn.low
    return (Int(turns), rest)
  }

  /// The sine of up to half a quarter turn, by Taylor's series; what is left out is below 1e-19.
  private static func smallSine(_ x: Double) -> Double {
    let square = x * x
    var series = 1.0 / 355_687_428_096_000
    series = 1.0 / 1_307_674_368_000 - square * series
    series = 1.0 / 6_227_020_800 - square * series
    series = 1.0 / 39_916_800 - square * series
    series = 1.0 / 362_880 - square * series
    series = 1.0 / 5_040 - square * series
    series = 1.0 / 120 - square * series
    series = 1.0 / 6 - square * series
    return x - x * (square * series)
  }

  /// The cosine of up to half a quarter turn, by Taylor's series; what is left out is below 1e-17.
  private static func smallCosine(_ x: Double) -> Double {
    let square = x * x
    var series = 1.0 / 20_922_789_888_000
    series = 1.0 / 87_178_291_200 - square * series
    series = 1.0 / 479_001_600 - square * series
    series = 1.0 / 3_628_800 - square * series
    series = 1.0 / 40_320 - square * series
    series = 1.0 / 720 - square * series
    series = 1.0 / 24 - square * series
    series = 0.5 - square * series
    return 1 - square * series
  }

  /// The sine of an angle in radians.
  ///
  /// - Accuracy: 2 units in the last place up to an angle of 10^6; beyond it the error is that of rounding
  ///   the angle.
  static func sine(_ angle: Double) -> Double {
    guard angle.isFinite else { return .nan }
    let (number, rest) = quarters(of: angle)
    let value = number & 1 == 0 ? smallSine(rest) : smallCosine(rest)
    return number & 2 == 0 ? value : -value
  }

  /// The cosine of an angle in radians, as accurate as the sine.
  static func cosine(_ angle: Double) -> Double {
    guard angle.isFinite else { return .nan }
    let (number, rest) = quarters(of: angle)
    let value = number & 1 == 0 ? smallCosine(rest) : smallSine(rest)
    return (number + 1) & 2 == 0 ? value : -value
  }
}
