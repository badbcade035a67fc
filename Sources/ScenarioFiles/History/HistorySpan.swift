import GrowthModel

/// The years or quarters of a history, without a gap.
struct HistorySpan: Equatable {
  let first: Period
  let last: Period

  /// How long each of its periods is.
  var step: Timeline.Step { first.span == .year ? .year : .quarter }

  /// A span from one period to another; nil where they are none of this length or not in order.
  init?(_ first: some StringProtocol, _ last: some StringProtocol, step: Timeline.Step) {
    guard let first = Self.period(first, step: step), let last = Self.period(last, step: step),
      first.number <= last.number
    else { return nil }
    self.first = first
    self.last = last
  }

  /// A year or a quarter; nil for other texts.
  static func period(_ text: some StringProtocol, step: Timeline.Step) -> Period? {
    guard let period = Period(text), period.year >= 1000 else { return nil }
    let isStep = step == .year ? period.span == .year : period.quarters.count == 1
    return isStep ? period : nil
  }

  var count: Int { last.number - first.number + 1 }

  /// Every period, in order of time.
  var periods: [Period] {
    (first.number...last.number).map { number in
      step == .year
        ? Period(year: number) : Period(year: number / 4, quarter: number % 4 + 1)
    }
  }
}

extension HistorySpan: CustomStringConvertible {
  /// As files write it.
  var description: String { "\(first)-\(last)" }
}
