/// A span of a year that a quantity can be asked for: a quarter, the quarters up to one, or the year.
public struct Period: Hashable, Sendable {
  /// Which part of its year.
  public enum Span: Hashable, Sendable, CaseIterable {
    /// Three months each.
    case firstQuarter, secondQuarter, thirdQuarter, fourthQuarter
    /// The first two quarters, the last two, the first three, all.
    case firstHalf, secondHalf, nineMonths, year
  }

  /// The calendar year.
  public let year: Int
  /// Which part of the year.
  public let span: Span

  /// A part of a year, or all of it.
  public init(year: Int, span: Span = .year) {
    self.year = year
    self.span = span
  }

  /// The quarter of this number, 1 to 4.
  public init(year: Int, quarter: Int) {
    self.init(year: year, span: Span.quarters[quarter - 1])
  }

  /// A period as people write it: `2025`, `2025Q3`, `2025H1`, `2025M9` (January to September).
  public init?(_ text: some StringProtocol) {
    let digits = text.prefix(4)
    guard digits.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(digits),
      let span = Span.allCases.first(where: { $0.suffix == text.dropFirst(4) })
    else { return nil }
    self.init(year: year, span: span)
  }

  /// The same span a year earlier: what growth compares with.
  public var yearEarlier: Period { Period(year: year - 1, span: span) }

  /// Its place among the years, or among the quarters that it begins with: one more for the next.
  public var number: Int { span == .year ? year : 4 * year + quarters.lowerBound - 1 }

  /// The quarters that make it up, 1 to 4.
  public var quarters: ClosedRange<Int> { span.quarters }

  /// Its beginning and end, as years and parts of years.
  public var bounds: (start: Double, end: Double) {
    let months = CalendarDate.monthLengths(year)
    func point(_ quarter: Int) -> Double {
      Double(year) + Double(months[..<(3 * quarter)].reduce(0, +)) / Double(months.reduce(0, +))
    }
    return (point(quarters.lowerBound - 1), point(quarters.upperBound))
  }
}

extension Period.Span {
  static let quarters: [Self] = [.firstQuarter, .secondQuarter, .thirdQuarter, .fourthQuarter]

  /// What stands behind the year.
  var suffix: String {
    switch self {
    case .firstQuarter: "Q1"
    case .secondQuarter: "Q2"
    case .thirdQuarter: "Q3"
    case .fourthQuarter: "Q4"
    case .firstHalf: "H1"
    case .secondHalf: "H2"
    case .nineMonths: "M9"
    case .year: ""
    }
  }

  var quarters: ClosedRange<Int> {
    switch self {
    case .firstQuarter: 1...1
    case .secondQuarter: 2...2
    case .thirdQuarter: 3...3
    case .fourthQuarter: 4...4
    case .firstHalf: 1...2
    case .secondHalf: 3...4
    case .nineMonths: 1...3
    case .year: 1...4
    }
  }
}

extension Period: CustomStringConvertible {
  /// As `init(_:)` reads it.
  public var description: String {
    let digits = String(year.magnitude)
    let padded = String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    return (year < 0 ? "-" : "") + padded + span.suffix
  }
}
