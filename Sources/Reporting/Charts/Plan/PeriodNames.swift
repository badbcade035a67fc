import GrowthModel
import Languages

extension Period {
  /// As it stands at an axis or at the head of a column: `2025`, `Q3 2025`.
  var shortName: String { localized(shortPhrase) }

  private var shortPhrase: Phrase {
    switch span {
    case .firstQuarter: "Q1 \(year)"
    case .secondQuarter: "Q2 \(year)"
    case .thirdQuarter: "Q3 \(year)"
    case .fourthQuarter: "Q4 \(year)"
    case .firstHalf: "First half \(year)"
    case .secondHalf: "Second half \(year)"
    case .nineMonths: "Nine months \(year)"
    case .year: "\(year)"
    }
  }

  /// `Q3` of a quarter, below an axis.
  var quarterName: String { localized(quarterPhrase) }

  private var quarterPhrase: Phrase {
    switch quarters.lowerBound {
    case 1: "Q1"
    case 2: "Q2"
    case 3: "Q3"
    default: "Q4"
    }
  }
}
