/// The multiples of a power of ten: numbers of few digits, which read back from a file as what they are.
struct DecimalGrid: Sendable, Equatable {
  /// A millionth of a range is far less than any interval of a setting tells apart.
  private static let digitsBelowWidth = 6
  /// The most digits of a number: a `Double` tells 15 apart.
  private static let mostDigits = 15

  /// The power of ten.
  let exponent: Int

  init(exponent: Int) { self.exponent = exponent }

  /// The grid on which settings of a range are told apart.
  init(for range: ClosedRange<Double>) {
    let width = range.upperBound - range.lowerBound
    let largest = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    exponent = max(
      Self.digits(width) - Self.digitsBelowWidth, Self.digits(largest) - Self.mostDigits)
  }

  /// The power of ten of the first digit of a number, and one more; 0 for zero.
  static func digits(_ value: Double) -> Int {
    guard value > 0, value.isFinite else { return 0 }
    var power = 0
    while number(1, power) <= value { power += 1 }
    while number(1, power - 1) > value { power -= 1 }
    return power
  }

  /// `count x 10^exponent`, rounded once.
  private static func number(_ count: Int, _ exponent: Int) -> Double {
    Double("\(count)e\(exponent)") ?? 0
  }

  /// A sum or a difference of decimals without the dust of binary arithmetic: rounded to 14 digits.
  static func tidied(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    let grid = DecimalGrid(exponent: digits(value.magnitude) - 14)
    return grid.value(grid.nearest(value))
  }

  /// A multiple.
  func value(_ count: Int) -> Double { Self.number(count, exponent) }

  /// The multiple nearest to a number.
  func nearest(_ value: Double) -> Int { Int((value / Self.number(1, exponent)).rounded()) }

  /// The multiples strictly between two numbers; nil where there are none.
  func inside(_ low: Double, _ high: Double) -> ClosedRange<Int>? {
    var first = nearest(low) - 1
    while value(first) <= low { first += 1 }
    var last = nearest(high) + 1
    while value(last) >= high { last -= 1 }
    return first <= last ? first...last : nil
  }

  /// The first multiple at or beyond a number.
  func beyond(_ value: Double, upwards: Bool) -> Double {
    let start = nearest(value)
    let near = [start - 1, start, start + 1].map { self.value($0) }
    return upwards
      ? near.first { $0 >= value } ?? value : near.last { $0 <= value } ?? value
  }
}
