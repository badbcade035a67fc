/// Arithmetic on ranges of numbers. Bounds may be infinite; what has no bounds is the whole line.
enum Interval {
  typealias Range = ClosedRange<Double>

  static let everything: Range = -.infinity ... .infinity

  /// A range, the whole line where a bound is no number.
  static func make(_ low: Double, _ high: Double) -> Range {
    low <= high ? low...high : everything
  }

  static func union(_ a: Range, _ b: Range) -> Range {
    min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }

  static func sum(_ a: Range, _ b: Range) -> Range {
    make(
      total(a.lowerBound, b.lowerBound, opposite: -.infinity),
      total(a.upperBound, b.upperBound, opposite: .infinity))
  }

  private static func total(_ x: Double, _ y: Double, opposite: Double) -> Double {
    let sum = x + y
    return sum.isNaN ? opposite : sum
  }

  static func product(_ a: Range, _ b: Range) -> Range {
    hull([
      times(a.lowerBound, b.lowerBound), times(a.lowerBound, b.upperBound),
      times(a.upperBound, b.lowerBound), times(a.upperBound, b.upperBound),
    ])
  }

  /// An infinite bound is a number without bound, and zero times a number is zero.
  private static func times(_ x: Double, _ y: Double) -> Double {
    x == 0 || y == 0 ? 0 : x * y
  }

  static func square(_ a: Range) -> Range {
    let (low, high) = (a.lowerBound.magnitude, a.upperBound.magnitude)
    let least = a.contains(0) ? 0 : min(low, high)
    return least * least...max(low, high) * max(low, high)
  }

  static func quotient(_ a: Range, _ b: Range) -> Range {
    guard b.lowerBound > 0 || b.upperBound < 0 else { return everything }
    return hull([
      over(a.lowerBound, b.lowerBound), over(a.lowerBound, b.upperBound),
      over(a.upperBound, b.lowerBound), over(a.upperBound, b.upperBound),
    ])
  }

  /// An infinity over an infinity is any number of its sign: zero is its other end.
  private static func over(_ x: Double, _ y: Double) -> Double {
    x.isInfinite && y.isInfinite ? 0 : x / y
  }

  private static func hull(_ values: [Double]) -> Range {
    make(values.reduce(.infinity, min), values.reduce(-.infinity, max))
  }

  static func function(_ function: QuantityGraph.Function, _ a: Range) -> Range {
    switch function {
    case .exponential: return exponential(a)
    case .logarithm:
      guard a.lowerBound >= 0, a.upperBound > 0 else { return everything }
      return around(logarithm(a.lowerBound), logarithm(a.upperBound))
    case .squareRoot:
      guard a.lowerBound >= 0 else { return everything }
      return a.lowerBound.squareRoot()...a.upperBound.squareRoot()
    case .magnitude:
      let (low, high) = (a.lowerBound.magnitude, a.upperBound.magnitude)
      return (a.contains(0) ? 0 : min(low, high))...max(low, high)
    case .sine, .cosine: return -1...1
    // Never decreasing.
    case .positivePart, .unitPart, .ramp:
      return make(
        function.pieceOfLines(a.lowerBound) ?? 0, function.pieceOfLines(a.upperBound) ?? .infinity)
    }
  }

  static func pair(_ function: QuantityGraph.PairFunction, _ a: Range, _ b: Range) -> Range {
    switch function {
    case .minimum:
      return min(a.lowerBound, b.lowerBound)...min(a.upperBound, b.upperBound)
    case .maximum:
      return max(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
    case .power: return power(a, b)
    case .less:
      return truth(
        always: a.upperBound < b.lowerBound, never: a.lowerBound >= b.upperBound)
    case .lessOrEqual:
      return truth(
        always: a.upperBound <= b.lowerBound, never: a.lowerBound > b.upperBound)
    case .equal:
      return truth(
        always: a == b && a.lowerBound == a.upperBound, never: !a.overlaps(b))
    }
  }

  private static func truth(always: Bool, never: Bool) -> Range {
    always ? 1...1 : never ? 0...0 : 0...1
  }

  private static func power(_ a: Range, _ b: Range) -> Range {
    if b.lowerBound == b.upperBound, b.lowerBound.magnitude <= 64,
      let exponent = Int(exactly: b.lowerBound)
    {
      let positive = wholePower(a, Int(exponent.magnitude))
      return exponent < 0 ? quotient(1...1, positive) : positive
    }
    guard a.lowerBound >= 0 else { return everything }
    guard a.lowerBound > 0 || b.lowerBound > 0 else { return everything }
    // x^y = e^(y ln x)
    let logarithms = function(.logarithm, a)
    return function(.exponential, product(b, logarithms))
  }

  private static func wholePower(_ a: Range, _ exponent: Int) -> Range {
    if exponent == 0 { return 1...1 }
    if exponent == 1 { return a }
    if exponent == 2 { return square(a) }
    let ends = [a.lowerBound, a.upperBound].map { end in
      // Powers of one are exact; of others they depend on the order of the multiplications.
      let value = raised(end, exponent)
      return end.magnitude == 1 ? value...value : around(value, value)
    }
    let range = union(ends[0], ends[1])
    return exponent % 2 == 0 && a.contains(0) ? 0...range.upperBound : range
  }

  private static func raised(_ x: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * x }
  }
}

// Elementary functions, well within the margin that is added to them. They enter no draw.
extension Interval {
  /// More than these functions err, relatively: 1e-14 at most.
  private static let margin = 1e-12

  private static func around(_ low: Double, _ high: Double) -> Range {
    make(low - low.magnitude * margin(low), high + high.magnitude * margin(high))
  }

  private static func margin(_ x: Double) -> Double { x.isFinite ? margin : 0 }

  /// The exponential where it is of normal magnitude; beyond that only that it is small or large.
  private static func exponential(_ a: Range) -> Range {
    let (smallest, largest) = (1e-300, 1e300)
    let range = around(exponential(a.lowerBound), exponential(a.upperBound))
    let low = range.lowerBound < smallest ? 0 : min(range.lowerBound, largest)
    let high = range.upperBound > largest ? .infinity : max(range.upperBound, smallest)
    return low...high
  }

  private static let ln2 = 0.6931471805599453

  /// e^x: the square of the root, k times, of a Taylor series at x / 2^k.
  static func exponential(_ x: Double) -> Double {
    if x > 709.7 { return .infinity }
    if x < -745 { return 0 }
    let k = (x / ln2).rounded()
    let r = x - k * ln2
    // |r| <= ln(2) / 2: the first term left out is below 1e-18.
    var sum = 1.0
    for n in stride(from: 15.0, to: 0, by: -1) { sum = 1 + r / n * sum }
    return Double(sign: .plus, exponent: Int(k), significand: sum)
  }

  /// ln x for x >= 0: 2 artanh((m - 1) / (m + 1)) + k ln 2, with x = 2^k m.
  static func logarithm(_ x: Double) -> Double {
    guard x > 0 else { return -.infinity }
    guard x < .infinity else { return .infinity }
    var (m, k) = (x.significand, Double(x.exponent))
    if m > 1.4142135623730951 {
      m /= 2
      k += 1
    }
    // |s| < 0.172: the first term left out is below 1e-20.
    let s = (m - 1) / (m + 1)
    var sum = 0.0
    for n in stride(from: 25.0, to: 0, by: -2) { sum = sum * s * s + 1 / n }
    return 2 * s * sum + k * ln2
  }
}
