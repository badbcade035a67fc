import GrowthModel
import Languages

/// What is wrong with the shocks.
enum ShockFact: Fact {
  case nothing
  case both(String)
  case noInnovations
  case notUncertain(String)
  case meanNotZero(String, String)
  case unstable(String)
  case matrixNotRows(Phrase)
  case wrongRowCount(Int, activities: Int)
  case wrongRowLength(Int, row: String, activities: Int)
  case unknownInnovation(String, [String])
  case wrongStart(Int, lags: Int)
  case wrongLags(String)
  case lagsOfNone
  case notRates(String, Unit)
  case constantHistory(String)
  case tooFewRows(Int, needed: Int, step: Timeline.Step)
  case dependentColumns
  case cannotEstimate(String)
  case endsElsewhere(Period, first: Period)
}

extension ShockFact {
  var severity: Diagnostic.Severity {
    switch self {
    case .meanNotZero, .unstable, .endsElsewhere: .warning
    default: .error
    }
  }

  var message: Phrase {
    switch self {
    case .nothing: "'shocks' has neither 'innovations' nor a 'history'"
    case .both(let key): "'shocks' has a 'history' and also '\(key)', which follows from it"
    case .noInnovations: "'innovations' names no activity"
    case .notUncertain(let id): "the innovation of '\(id)' is a fixed figure"
    case .meanNotZero(let id, let mean):
      "the innovation of '\(id)' has the mean \(mean): it moves growth in every period by that"
    case .unstable(let radius):
      "shocks do not fade: in the long run a step multiplies them by \(radius)"
    case .matrixNotRows(let shape): "the matrix is a list of rows, but here is \(shape)"
    case .wrongRowCount(let count, let activities):
      "the matrix has \(Counted.rows.text(count)) for \(Counted.innovations.text(activities))"
    case .wrongRowLength(let count, let row, let activities):
      """
      the row of '\(row)' has \(Counted.figures.text(count)) for \
      \(Counted.innovations.text(activities))
      """
    case .unknownInnovation(let id, _): "'\(id)' has no innovation"
    case .wrongStart(let count, let lags):
      "'start' has \(Counted.steps.text(count)) for \(Counted.lags.text(lags))"
    case .wrongLags(let text): "'\(text)' is no number of lags"
    case .lagsOfNone: "'persistence: none' has no lags"
    case .notRates(let id, let unit):
      "the history's column for '\(id)' holds \(unit.kindText) where growth rates belong"
    case .constantHistory(let id):
      "the history of '\(id)' never changes, so it says nothing about shocks"
    case .tooFewRows(let rows, let needed, .year):
      "the history has \(rows) years, but the estimate needs \(needed)"
    case .tooFewRows(let rows, let needed, .quarter):
      "the history has \(rows) quarters, but the estimate needs \(needed)"
    case .dependentColumns:
      "some columns of the history follow from others, so that their shocks cannot be told apart"
    case .cannotEstimate(let reason): "the shocks cannot be estimated: \(reason)"
    case .endsElsewhere(let last, let first):
      "the history ends with \(last), not just before \(first): shocks are taken to begin at zero"
    }
  }

  var hint: Phrase? {
    switch self {
    case .nothing:
      "add `innovations:`, such as `agriculture: {distribution: normal, mean: 0%, sd: 1%}`"
    case .both(let key): "delete `\(key)`, or the history"
    case .noInnovations: "write `agriculture: {distribution: normal, mean: 0%, sd: 1%}` below it"
    case .notUncertain: "give it a distribution, or delete it"
    case .meanNotZero: "give it the mean 0%, and put the rest into the growth of the activity"
    case .unstable: "give smaller figures below `persistence`, unless that is what is meant"
    case .matrixNotRows:
      "write one line `- [0.5, 0.1]` for each innovation; of several lags each matrix is a list of its own"
    case .wrongRowCount, .wrongRowLength:
      "give one row and one column for each of `innovations`, in their order"
    case .unknownInnovation(let id, let ids):
      NearestName.hint(for: id, among: ids, listing: .all)
    case .wrongStart:
      "give the shocks of as many steps as 'persistence' has lags, the last step first"
    case .wrongLags: "write a whole number from 1 to \(ShockHistoryReader.mostLags)"
    case .lagsOfNone: "delete `lags`, or write `persistence: diagonal` or `full`"
    case .notRates: "correct the unit in the title of the column, as in `agriculture (%)`"
    case .constantHistory: "leave it out"
    case .tooFewRows:
      "write `persistence: none` or `diagonal`, fewer `lags`, or give a longer history"
    case .dependentColumns: "leave out totals of other columns"
    case .cannotEstimate: "check the figures of the history"
    case .endsElsewhere: "give their last values below `start:`, or a history up to that time"
    }
  }
}
