import GrowthModel

/// A published figure and where it stands.
struct LocatedActual {
  let actual: Actual
  let period: Period
  /// As it was written.
  let text: String
  let location: Location

  /// When it became known: the day of its publication, or else the end of its period.
  fileprivate var known: Double {
    actual.published.flatMap { CalendarDate($0)?.year } ?? period.bounds.end
  }
}

extension [LocatedActual] {
  /// In the order in which they became known; of one day those of the earlier period first.
  var inOrder: [LocatedActual] {
    enumerated().sorted {
      ($0.element.known, $0.element.period.bounds.end, $0.offset)
        < ($1.element.known, $1.element.period.bounds.end, $1.offset)
    }.map(\.element)
  }
}
