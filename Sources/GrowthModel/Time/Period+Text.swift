import Languages

extension Period {
  /// When something is, as short as it can be told: `in 2025Q3`, `in 2025`.
  package var shortTime: String {
    switch span {
    case .firstQuarter: localized("in \(year)Q1")
    case .secondQuarter: localized("in \(year)Q2")
    case .thirdQuarter: localized("in \(year)Q3")
    case .fourthQuarter: localized("in \(year)Q4")
    case .firstHalf: localized("in \(year)H1")
    case .secondHalf: localized("in \(year)H2")
    case .nineMonths: localized("in \(year)M9")
    case .year: localized("in \(year)")
    }
  }

  /// As it stands in a table, the year first: `2025, first half`; a year alone is its number.
  package var rowName: String {
    switch span {
    case .firstQuarter: localized("\(year), first quarter")
    case .secondQuarter: localized("\(year), second quarter")
    case .thirdQuarter: localized("\(year), third quarter")
    case .fourthQuarter: localized("\(year), fourth quarter")
    case .firstHalf: localized("\(year), first half")
    case .secondHalf: localized("\(year), second half")
    case .nineMonths: localized("\(year), nine months")
    case .year: String(year)
    }
  }

  /// As a noun: `first half of 2025`; a year alone is its number.
  package var words: String {
    switch span {
    case .firstQuarter: localized("first quarter of \(year)")
    case .secondQuarter: localized("second quarter of \(year)")
    case .thirdQuarter: localized("third quarter of \(year)")
    case .fourthQuarter: localized("fourth quarter of \(year)")
    case .firstHalf: localized("first half of \(year)")
    case .secondHalf: localized("second half of \(year)")
    case .nineMonths: localized("first nine months of \(year)")
    case .year: String(year)
    }
  }

  /// When something is: `in 2025`, `in the first half of 2025`.
  package var time: String {
    switch span {
    case .firstQuarter: localized("in the first quarter of \(year)")
    case .secondQuarter: localized("in the second quarter of \(year)")
    case .thirdQuarter: localized("in the third quarter of \(year)")
    case .fourthQuarter: localized("in the fourth quarter of \(year)")
    case .firstHalf: localized("in the first half of \(year)")
    case .secondHalf: localized("in the second half of \(year)")
    case .nineMonths: localized("in the first nine months of \(year)")
    case .year: localized("in \(year)")
    }
  }

  /// The name of a thing in this period, as it stands in a table: `GRDP growth, 2025, first half`.
  package func name(of title: String) -> String {
    switch span {
    case .firstQuarter: localized("\(title), \(year), first quarter")
    case .secondQuarter: localized("\(title), \(year), second quarter")
    case .thirdQuarter: localized("\(title), \(year), third quarter")
    case .fourthQuarter: localized("\(title), \(year), fourth quarter")
    case .firstHalf: localized("\(title), \(year), first half")
    case .secondHalf: localized("\(title), \(year), second half")
    case .nineMonths: localized("\(title), \(year), nine months")
    case .year: "\(title), \(year)"
    }
  }
}
