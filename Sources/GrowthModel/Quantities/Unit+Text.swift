import Languages

extension Unit {
  /// What kind of figure has this unit, as in `a rate or a share`.
  package var kindText: Phrase {
    switch self {
    case .rate: "a rate or a share"
    case .percentagePoints: "a difference in percentage points"
    case .money: "an amount of money"
    case .moneyPer(let thing): "an amount of money per \(thing)"
    case .count(let noun): "a number of \(noun)"
    case .number: "a plain number"
    case .date: "a date"
    case .duration: "a time"
    }
  }

  /// A figure of this unit, to show how one is written.
  package func example(currency: String) -> String {
    switch self {
    case .rate: "8%"
    case .percentagePoints: "0.5 pp"
    case .money: "36274 billion \(currency)"
    case .moneyPer(let thing): "61.8 million \(currency) per \(thing)"
    case .count(let noun): "1.3 million \(noun)"
    case .number: "5"
    case .date: "2025-07-01"
    case .duration: "18 months"
    }
  }
}
