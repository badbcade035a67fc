/// A day of the Gregorian calendar.
public struct CalendarDate: Sendable, Equatable, CustomStringConvertible {
  /// The year and the part of it that has passed at the beginning of the day.
  public let year: Double

  /// A day written `YYYY-MM-DD`, as in ISO 8601; nil where there is no such day.
  public init?(_ text: some StringProtocol) {
    // Every figure is asked whether it is a day, and hardly any is so long.
    guard text.utf8.count == 10 else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3, (1...12).contains(numbers[1]) else { return nil }
    let months = Self.monthLengths(numbers[0])
    guard (1...months[numbers[1] - 1]).contains(numbers[2]) else { return nil }
    let passed = months[..<(numbers[1] - 1)].reduce(0, +) + numbers[2] - 1
    year = Double(numbers[0]) + Double(passed) / Double(months.reduce(0, +))
  }

  /// The day that a number of years falls in.
  public init(year: Double) { self.year = year }

  /// The days of each month of a year.
  static func monthLengths(_ year: Int) -> [Int] {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  }

  /// `YYYY-MM-DD`; years that are no four-digit number are written as they are.
  public var description: String {
    guard (0..<10_000).contains(year) else { return year.description }
    var whole = Int(year.rounded(.down))
    var months = Self.monthLengths(whole)
    // A day's beginning is a fraction that rounding may have put just before it.
    var day = Int(((year - Double(whole)) * Double(months.reduce(0, +)) + 1e-6).rounded(.down))
    if day >= months.reduce(0, +) {
      whole += 1
      day = 0
      months = Self.monthLengths(whole)
    }
    var month = 0
    while day >= months[month] {
      day -= months[month]
      month += 1
    }
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(padded(whole, 4))-\(padded(month + 1, 2))-\(padded(day + 1, 2))"
  }
}
