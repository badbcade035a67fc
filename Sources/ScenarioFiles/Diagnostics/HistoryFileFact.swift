import GrowthModel
import Languages
import MonteCarlo

/// What is wrong with a file of past figures that is read by itself.
enum HistoryFileFact: Fact {
  case noPeriodColumn(String)
  case badPeriod(String)
  case mixedSteps(Period, with: Period)
  case unitsMixed(String, first: String, second: String)
  case noNameColumn([String])
  case noName
  case unreadColumns([String])
  case repeatedPeriod(series: String?, Period)
  case noSeries
  case noRows
  case gap(series: String, Period)
  case gapBecause(ObservedHistory.Gap)
  case noGrowth
  case impossibleGrowth(String, series: String)
  case likelyBreak(series: String, MeanShiftTest)
  /// Periods, and how many robust standard deviations they lie above the median.
  case outliers(series: String, [(period: Period, distance: Double)])
  case estimate(String)
  case noColumn(activity: String, [String])
  case noActivity(column: String, [String])
  case levelsAndGrowth(level: String, growth: String)
  case tooShort(Int, needed: Int)
  case estimateAt(Period, String)
  case gapInPast(series: String, Period)
  case otherStep(Timeline.Step)

  var severity: Diagnostic.Severity {
    switch self {
    case .outliers, .likelyBreak, .unreadColumns, .noActivity, .otherStep: .warning
    default: .error
    }
  }

  var message: Phrase {
    switch self {
    case .noPeriodColumn(let title): "the first column is '\(title)', not one of periods"
    case .badPeriod(let text): "'\(text)' is neither a year nor a quarter"
    case .mixedSteps(let period, let other): "\(period) and \(other) are not of one length"
    case .unitsMixed(let series, let first, let second):
      "'\(series)' is in '\(second)' here and in '\(first)' above"
    case .noNameColumn(let titles):
      """
      the table has a column of values and none of names; it has: \
      \(titles.joined(separator: ", "))
      """
    case .unreadColumns(let titles):
      titles.count == 1
        ? "nothing is read from the column \(titles[0])"
        : "nothing is read from the columns \(NearestName.list(titles))"
    case .noName: "the row does not say what it is a figure of"
    case .repeatedPeriod(let series?, let period): "'\(series)' has a second figure for \(period)"
    case .repeatedPeriod(nil, let period): "\(period) stands here a second time"
    case .noSeries: "the table has no column of figures"
    case .noRows: "the table has titles and no rows"
    case .gap(let series, let period), .gapInPast(let series, let period):
      "there is no growth of '\(series)' for \(period)"
    case .gapBecause(let gap):
      """
      there is no growth of '\(gap.column)' for \(gap.period), because \(Self.text(gap.reason))
      """
    case .impossibleGrowth(let text, let series):
      "growth of '\(series)' is \(text): nothing falls by 100% or more"
    case .likelyBreak(let series, let test):
      """
      the mean growth of '\(series)' seems to shift in \(test.period): \
      F = \(FigureText.decimal(test.statistic, places: 1)), where without a shift only one history in a \
      hundred has more than \(FigureText.decimal(MeanShiftTest.criticalValue, places: 2))
      """
    case .noGrowth: "growth follows from none of the figures"
    case .outliers(let series, let periods):
      """
      growth of '\(series)' lies far from its median, in robust standard deviations: \
      \(Self.list(periods))
      """
    case .estimate(let text): "nothing can be estimated: \(text)"
    case .noColumn(let activity, _): "there is no series of the activity '\(activity)'"
    case .noActivity(let column, _):
      "'\(column)' is no activity of the scenario without parts: its figures are not used"
    case .levelsAndGrowth(let level, let growth):
      "'\(growth)' is growth, but '\(level)' is a level"
    case .tooShort(let periods, let needed):
      """
      there are \(periods) periods of growth, of which \(needed) are needed: what the first forecast \
      rests on, and an outcome
      """
    case .otherStep(.quarter): "the figures are of quarters, the scenario's steps are years"
    case .otherStep(.year): "the figures are of years, the scenario's steps are quarters"
    case .estimateAt(let origin, let text):
      "nothing can be estimated from what was known in \(origin): \(text)"
    }
  }

  var hint: Phrase? {
    switch self {
    case .noPeriodColumn: "call it `period`, `year` or `quarter` and put it first"
    case .badPeriod: "write 2024, 2024Q3 or 2024-Q3; remarks begin with '#'"
    case .mixedSteps: "keep years and quarters in files of their own"
    case .unitsMixed: "give all figures of a series in one unit"
    case .noNameColumn: "call the column of names `series`, or give each series a column of its own"
    case .unreadColumns:
      "where it tells figures apart, make it a part of the name; remarks stand below `source` or `notes`"
    case .noName: "write the name of the series"
    case .repeatedPeriod: "delete one of the rows"
    case .noSeries: "add a column such as `agriculture (%)` or `agriculture (billion VND)`"
    case .noRows: "write a row for each period below the titles"
    case .gap(_, let period):
      "add the figure, shorten --period, or leave it out by name: --exclude \(period)"
    case .gapBecause(let gap):
      Self.isFigure(gap.reason)
        ? "correct the level, or leave the period out by name: --exclude \(gap.period)"
        : "shorten --period, or leave it out by name: --exclude \(gap.period)"
    case .impossibleGrowth: "correct the figure, or the unit in the title of its column"
    case .likelyBreak(_, let test):
      "nothing was done about it; where you know of one, name it: --break \(test.period)"
    case .noGrowth: "levels need the same period of the year before; growth needs the unit %"
    case .outliers(_, let periods):
      "where it is a break or an exception, leave it out by name: --exclude \(periods[0].period)"
    case .estimate: "use more periods or fewer series"
    case .noColumn(let activity, let unused):
      NearestName.of(activity, among: unused).map { "is it '\($0)'? Call it `\(activity)`" }
        ?? "add it: the total is the sum of all activities"
    case .noActivity(let column, let missing):
      NearestName.of(column, among: missing).map { "did you mean '\($0)'?" }
    case .gapInPast(_, let period):
      "add the figure, or leave the period out by name: --exclude \(period)"
    case .levelsAndGrowth: "give all series as levels, or all as growth"
    case .tooShort: "give earlier years, or the first forecast with --from"
    case .otherStep: "the same kind of process is estimated, in the steps of the figures"
    case .estimateAt: "begin later, with --from, or use a simpler process, with --persistence"
    }
  }

  private static func list(_ periods: [(period: Period, distance: Double)]) -> String {
    periods.map { "\($0.period) (\(FigureText.decimal($0.distance, places: 1)))" }
      .joined(separator: ", ")
  }

  /// Whether a figure that is there may be wrong.
  private static func isFigure(_ reason: ObservedHistory.Gap.Reason) -> Bool {
    if case .notPositive = reason { true } else { false }
  }

  private static func text(_ reason: ObservedHistory.Gap.Reason) -> Phrase {
    switch reason {
    case .noFigure: "there is no figure"
    case .noFigureBefore(let period): "there is no level for \(period)"
    case .notPositive(let period): "the level for \(period) is not above zero"
    case .otherPrices(let before?, let now?):
      "levels are in prices of \(before) a year earlier and of \(now) then"
    case .otherPrices: "the file does not say that both levels are in the same prices"
    }
  }
}
