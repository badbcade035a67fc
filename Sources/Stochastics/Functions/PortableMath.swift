/// Elementary functions for models, with the same bits on every processor.
public enum PortableMath {
  /// e^x.
  public static func exp(_ x: Double) -> Double { Elementary.exp(x) }

  /// The natural logarithm; not a number below zero.
  public static func log(_ x: Double) -> Double { Elementary.log(x) }

  /// The sine of an angle in radians; not a number for an infinite one.
  public static func sin(_ x: Double) -> Double { Elementary.sine(x) }

  /// The cosine of an angle in radians; not a number for an infinite one.
  public static func cos(_ x: Double) -> Double { Elementary.cosine(x) }

  /// x^y: by repeated multiplication for whole y up to 64 in magnitude, the square root for 1/2, else
  /// e^(y log x).
  public static func power(_ x: Double, _ y: Double) -> Double {
    if y == 0.5 { return x.squareRoot() }
    guard y.magnitude <= 64, y == y.rounded() else {
      if x == 0 { return y > 0 ? 0 : .infinity }
      return x < 0 ? .nan : Elementary.exp(y * Elementary.log(x))
    }
    var result = 1.0
    var square = x
    var rest = Int(y.magnitude)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return y < 0 ? 1 / result : result
  }
}
