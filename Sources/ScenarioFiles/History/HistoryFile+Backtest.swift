import GrowthModel
import Languages
import MonteCarlo

extension HistoryFile {
  /// The history of some activities, in their order, and what is wrong with it for them.
  ///
  /// A series that is none of them is not used, and a warning says so.
  ///
  /// - Parameter activities: those of a scenario that have no parts.
  /// - Returns: nil for the history where the file cannot be used or has no series of one of them.
  public func history(
    of activities: [String]
  ) -> (history: ObservedHistory?, diagnostics: [Diagnostic]) {
    guard let history else { return (nil, diagnostics) }
    let names = history.columns.map(\.name)
    let missing = activities.filter { !names.contains($0) }
    let unused = names.filter { !activities.contains($0) }
    var found = diagnostics
    // A missing series has no place but that of the titles.
    let head = names.compactMap { titles[$0] }.min { ($0.line ?? 0) < ($1.line ?? 0) }
    found += missing.map {
      diagnostic(
        .noColumn(activity: $0, unused), head.map { Location(path: $0.path, line: $0.line) })
    }
    found += unused.map { diagnostic(.noActivity(column: $0, missing), titles[$0]) }
    return (history.selecting(activities), found)
  }

  /// A warning where the figures are not of periods as long as a scenario's steps.
  public func otherStep(of history: ObservedHistory, than timeline: Timeline) -> Diagnostic? {
    guard history.step != timeline.step else { return nil }
    return diagnostic(.otherStep(history.step), nil)
  }

  /// A diagnostic about why the figures cannot be used to look back.
  public func diagnostic(of error: BacktestError) -> Diagnostic {
    switch error {
    case .mixed(let level, let growth):
      diagnostic(.levelsAndGrowth(level: level, growth: growth), titles[growth])
    case .tooShort(let periods, let needed): diagnostic(.tooShort(periods, needed: needed), nil)
    case .gap(let column, let period):
      // Growth is not there because a figure is not, of then or of a year earlier.
      diagnostic(
        .gapInPast(series: column, period),
        blank(column, period) ?? blank(column, period.yearEarlier) ?? titles[column])
    case .estimate(.constant(let variable), let columns, let origin):
      diagnostic(
        .estimateAt(origin, localized("'\(columns[variable])' never changes")),
        titles[columns[variable]])
    case .estimate(let error, _, let origin): diagnostic(.estimateAt(origin, "\(error)"), nil)
    case .distribution(let text, let origin): diagnostic(.estimateAt(origin, text), nil)
    }
  }

  /// Where a figure would stand that the file leaves out.
  private func blank(_ column: String, _ period: Period) -> Location? {
    guard let history, let place = history.periods.firstIndex(of: period),
      history.columns.first(where: { $0.name == column })?.values[place] == nil
    else { return nil }
    return locations[column]?[period]
  }
}
