import GrowthModel

/// The ways in which statistical offices write periods.
enum PeriodText {
  /// The span that stands before or behind a year, without blanks and in capitals: `T` is for months, as the
  /// offices of Viet Nam write them.
  private static let spans: [String: Period.Span] = [
    "": .year, "12T": .year, "12M": .year, "M12": .year, "M1-12": .year,
    "Q1": .firstQuarter, "3T": .firstQuarter, "3M": .firstQuarter, "M3": .firstQuarter,
    "M1-3": .firstQuarter,
    "Q2": .secondQuarter, "Q3": .thirdQuarter, "Q4": .fourthQuarter,
    "H1": .firstHalf, "6T": .firstHalf, "6M": .firstHalf, "M6": .firstHalf, "M1-6": .firstHalf,
    "H2": .secondHalf,
    "M9": .nineMonths, "9T": .nineMonths, "9M": .nineMonths, "M1-9": .nineMonths,
  ]

  /// Reads a year, or a part of one: `2025`, `2025Q1`, `2025-Q1`, `Q1/2025`, `2025H1`, `6T/2025`, `2025M9`,
  /// `2025M1-9`, `9T/2025` and the like; nil for anything else.
  static func parse(_ text: String) -> Period? {
    let text = text.filter { !$0.isWhitespace }.uppercased()
    if let slash = text.firstIndex(of: "/"), slash > text.startIndex {
      return period(year: text[text.index(after: slash)...], span: String(text[..<slash]))
    }
    let rest = text.dropFirst(4)
    guard rest != "-" else { return nil }
    return period(year: text.prefix(4), span: String(rest.hasPrefix("-") ? rest.dropFirst() : rest))
  }

  private static func period(year: Substring, span: String) -> Period? {
    guard let year = Period(year), year.span == .year, let span = spans[span] else { return nil }
    return Period(year: year.year, span: span)
  }
}
