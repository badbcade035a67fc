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

  /// From one period to another: `2011Q1-2019Q4`; one period by itself.
  static func span(_ first: Period, _ last: Period) -> String {
    first == last ? first.label : "\(first.label)-\(last.label)"
  }
}
