import GrowthModel
import Languages

extension Phrase.StringInterpolation {
  /// As files write it.
  mutating func appendInterpolation(_ period: Period) { appendInterpolation(period.description) }

  /// As files write it.
  mutating func appendInterpolation(_ span: HistorySpan) { appendInterpolation(span.description) }

  mutating func appendInterpolation(_ place: Location) { appendInterpolation(place.description) }

  mutating func appendInterpolation(_ noun: Noun) { appendInterpolation(noun.text) }
}

/// `'a', 'b' and 'c'`, but with `and` between all of them.
///
/// - Parameter names: two or more.
func quotedList(_ names: [String]) -> String {
  names.map { "'\($0)'" }.joined(separator: localized(" and "))
}
