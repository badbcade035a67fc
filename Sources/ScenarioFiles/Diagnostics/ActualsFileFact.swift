import GrowthModel
import Languages

/// What is wrong with a file of published figures.
enum ActualsFileFact: Fact {
  case badPeriod(String)
  case unknownColumn(String, [String])
  case unknownSeries(String, [String])
  case periodInSeries(String)
  case noFigures
  case repeatedFigure(String, Period, first: Location, isSame: Bool)
  case vintageWithoutDate(String, Period, first: Location)
  case noPrices(String)
  case otherPrices(String, found: Int, model: Int)
  case noLevel(String, Period, UnitText.Prices)
  case pricesUnlike(String, found: UnitText.Prices, UnitText.Prices)
  case otherVintage(String, Period, of: String?)
  case notUsed(String, Period, first: Int)
  case farFromZero(String, Period, growth: String)
  case fewVintages(RevisionEstimate.Kind, Int)
  case replaces(String, new: String, old: String, at: Location)
  case publishedBefore(String, asOf: String)
}

extension ActualsFileFact {
  var severity: Diagnostic.Severity {
    switch self {
    case .unknownColumn, .otherVintage, .notUsed, .farFromZero, .fewVintages, .replaces,
      .publishedBefore, .repeatedFigure(_, _, _, isSame: true):
      .warning
    default: .error
    }
  }

  var message: Phrase {
    switch self {
    case .badPeriod(let text): "'\(text)' is not a period"
    case .unknownColumn(let title, _): "the column '\(title)' is not looked at"
    case .unknownSeries(let name, _): "the scenario has no activity and no quantity '\(name)'"
    case .periodInSeries(let name): "'\(name)' has a period in its name"
    case .noFigures: "the file has no figure"
    case .repeatedFigure(let series, let period, let first, isSame: false):
      "there is another figure for '\(series)' in \(period), at \(first)"
    case .repeatedFigure(let series, let period, let first, isSame: true):
      "the figure for '\(series)' in \(period) stands at \(first) already"
    case .vintageWithoutDate(let series, let period, let first):
      "there is another figure for '\(series)' in \(period), at \(first), and one of them has no date"
    case .noPrices(let series):
      "nothing says whether the amounts of '\(series)' are at constant or at current prices"
    case .otherPrices(let series, let found, let model):
      "'\(series)' is at prices of \(found), but the scenario's volumes are at those of \(model)"
    case .noLevel(let series, let period, .constant):
      """
      the scenario has no level of '\(series)' at constant prices that \(period) could be held \
      against
      """
    case .noLevel(let series, let period, .current):
      """
      the scenario has no level of '\(series)' at current prices that \(period) could be held \
      against
      """
    case .pricesUnlike(let path, .constant, .constant):
      "'\(path)' is at constant prices, but the amounts are at constant ones"
    case .pricesUnlike(let path, .current, .constant):
      "'\(path)' is at constant prices, but the amounts are at current ones"
    case .pricesUnlike(let path, .constant, .current):
      "'\(path)' is at current prices, but the amounts are at constant ones"
    case .pricesUnlike(let path, .current, .current):
      "'\(path)' is at current prices, but the amounts are at current ones"
    case .otherVintage(let series, let period, nil):
      """
      the level of '\(series)' in \(period.yearEarlier) is of another vintage, so no growth is \
      taken from the two levels
      """
    case .otherVintage(let series, let period, let date?):
      """
      the level of '\(series)' in \(period.yearEarlier) is of another vintage (\(date)), so no \
      growth is taken from the two levels
      """
    case .notUsed(let series, let period, let first):
      "the figure for '\(series)' in \(period) is not used: the scenario begins with \(first)"
    case .farFromZero(let series, let period, let growth):
      "'\(series)' grew by \(growth) in \(period)"
    case .fewVintages(.total, 1):
      """
      revisions of growth of the total are not learnt: one figure has more than one vintage, and \
      \(RevisionEstimate.minimum) are needed
      """
    case .fewVintages(.total, let count):
      """
      revisions of growth of the total are not learnt: \(count) figures have more than one \
      vintage, and \(RevisionEstimate.minimum) are needed
      """
    case .fewVintages(.activities, 1):
      """
      revisions of growth of activities are not learnt: one figure has more than one vintage, and \
      \(RevisionEstimate.minimum) are needed
      """
    case .fewVintages(.activities, let count):
      """
      revisions of growth of activities are not learnt: \(count) figures have more than one \
      vintage, and \(RevisionEstimate.minimum) are needed
      """
    case .replaces(let path, let new, let old, let location):
      "\(new) for '\(path)' takes the place of the scenario's \(old), at \(location)"
    case .publishedBefore(let date, let asOf):
      "the figure was published on \(date), before the scenario's date, \(asOf)"
    }
  }

  var hint: Phrase? {
    switch self {
    case .badPeriod: "write 2025, 2025Q1, 2025H1 or 2025M9; remarks begin with '#'"
    case .unknownColumn(let title, let names):
      NearestName.hint(for: title, among: names, listing: .columns)
    case .unknownSeries(let name, let names):
      NearestName.hint(for: name, among: names, listing: .all)
    case .periodInSeries: "leave it to the column of periods"
    case .noFigures: "add a row such as `2025Q1,6.93` below `period,total (%)`"
    case .repeatedFigure(_, _, _, isSame: false):
      "keep one, or give both their day in a column `published`: the last one counts then"
    case .repeatedFigure: "delete one of them"
    case .vintageWithoutDate: "add its day to the column `published`, or keep one of them"
    case .noPrices: "write `(billion VND, constant)` or `(billion VND, current)` as the unit"
    case .otherPrices, .noLevel:
      "add the level of the same period a year earlier, of the same vintage: growth follows from the two"
    case .pricesUnlike: "call the series by its activity, and the prices say which level it is"
    case .otherVintage: "add that level as published on the same day"
    case .notUsed: "delete it, or add what a level of the year after would need it for"
    case .farFromZero:
      "check it, and a break in the series: a new base, other borders, another unit"
    case .fewVintages:
      "give `revision` to the figures that may still change; without it they are final"
    case .replaces: nil
    case .publishedBefore: "what the scenario says may rest on it already, and it would count twice"
    }
  }
}
