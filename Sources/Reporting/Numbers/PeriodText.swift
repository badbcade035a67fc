import GrowthModel
import Languages

extension Period {
  /// As it stands in a table: `2025Q1`, or `quý I/2025`.
  var label: String {
    switch span {
    case .firstQuarter: localized("\(year)Q1")
    case .secondQuarter: localized("\(year)Q2")
    case .thirdQuarter: localized("\(year)Q3")
    case .fourthQuarter: localized("\(year)Q4")
    case .firstHalf: localized("\(year)H1")
    case .secondHalf: localized("\(year)H2")
    case .nineMonths: localized("\(year)M9")
    case .year: String(year)
    }
  }

  /// From one period to another, though it be the same: `2011Q1-2019Q4`, or `quý I/2011 - quý IV/2019`.
  static func range(_ first: Period, _ last: Period) -> String {
    // A dash between parts with blanks in them has blanks around it.
    first.label + (first.label.contains(" ") ? " - " : "-") + last.label
  }

  /// The same; one period by itself.
  static func span(_ first: Period, _ last: Period) -> String {
    first == last ? first.label : range(first, last)
  }
}
