import GrowthModel
import Languages

/// What is wrong with the correlations of a scenario.
enum CorrelationFact: Fact {
  case notHistory(String)
  case noHistory
  case tooFewColumns
  case variablesNotList(Phrase)
  case duplicateVariable(String)
  case unknownVariable(String, [String])
  case fixedVariable(String)
  case overridden(String, String)
  case matrixNotRows(Phrase)
  case wrongRowCount(Int, variables: Int)
  case wrongRowLength(Int, row: String, variables: Int)
  case outOfRange(String, String, value: Double)
  case diagonal(String, value: Double)
  case asymmetric(String, String, value: Double, mirrored: Double)
  case notPositiveSemidefinite(
    eigenvalue: Double, first: String, second: String, value: Double, isBare: Bool)
  case impossible(String)
  case unlikePeriods(String, with: String)
}

extension CorrelationFact {
  var severity: Diagnostic.Severity {
    if case .overridden = self { return .warning }
    return .error
  }

  var message: Phrase {
    switch self {
    case .notHistory(let text): "'\(text)' is no way to give correlations"
    case .noHistory: "the correlations are to come from the history, but the file has no 'history'"
    case .tooFewColumns: "the history has fewer than two columns of uncertain variables"
    case .variablesNotList(let shape):
      "'variables' is a list of names, but here is \(shape)"
    case .duplicateVariable(let name): "the variable '\(name)' stands here a second time"
    case .unknownVariable(let name, _): "the scenario has no uncertain figure '\(name)'"
    case .fixedVariable(let name): "'\(name)' is a fixed figure, so it cannot be correlated"
    case .overridden(let name, let text):
      "'\(name)' is fixed by `\(text)`: its correlations are left out"
    case .matrixNotRows(let shape): "'matrix' is a list of rows, but here is \(shape)"
    case .wrongRowCount(let count, let variables):
      "the matrix has \(Counted.rows.text(count)) for \(Counted.variables.text(variables))"
    case .wrongRowLength(let count, let row, let variables):
      """
      the row of '\(row)' has \(Counted.figures.text(count)) for \
      \(Counted.variables.text(variables))
      """
    case .outOfRange(let first, let second, let value):
      "the correlation of '\(first)' with '\(second)' is \(Self.write(value)), not between -1 and 1"
    case .diagonal(let name, let value):
      "the correlation of '\(name)' with itself is \(Self.write(value)), not 1"
    case .asymmetric(let first, let second, let value, let mirrored):
      """
      the correlation of '\(first)' with '\(second)' is \(Self.write(value)), but that of \
      '\(second)' with '\(first)' is \(Self.write(mirrored))
      """
    case .notPositiveSemidefinite(let eigenvalue, let first, let second, let value, _):
      """
      no figures can move together like this: the smallest eigenvalue of the matrix is \
      \(Self.write(eigenvalue)), below zero; \(Self.write(value)) between '\(first)' and \
      '\(second)' contradicts the other correlations most
      """
    case .unlikePeriods(let name, let other):
      "'\(name)' is not uncertain in the same periods as '\(other)'"
    case .impossible(let reason): "the correlations cannot be used: \(reason)"
    }
  }

  var hint: Phrase? {
    switch self {
    case .notHistory: "write `correlation: history`, or `variables:` and `matrix:` below it"
    case .noHistory: "add `history:` with the file, the period and the columns"
    case .tooFewColumns: "add more columns, or delete `correlation`"
    case .variablesNotList: "write `variables: [agriculture.growth, services.growth]`"
    case .duplicateVariable: "delete it, and its row and column of the matrix"
    case .unknownVariable(let name, let names):
      names.isEmpty
        ? "no figure of the file is uncertain; give it a distribution"
        : NearestName.hint(for: name, among: names, listing: .uncertainFigures)
    case .fixedVariable(let name):
      "give '\(name)' a distribution, or delete it and its row and column of the matrix"
    case .overridden: "the other correlations are used as they are"
    case .matrixNotRows: "write one line `- [1.0, 0.3]` for each variable"
    case .wrongRowCount, .wrongRowLength: "give one row and one column for each of `variables`"
    case .outOfRange: "correct the figure"
    case .diagonal: "write 1"
    case .asymmetric: "make them equal"
    case .notPositiveSemidefinite(_, _, _, _, isBare: true):
      """
      bring this correlation nearer to zero, or move all of them as little as possible by \
      `correlation: {repair: nearest, matrix: ...}`
      """
    case .notPositiveSemidefinite:
      """
      bring this correlation nearer to zero, or move all of them as little as possible by \
      `repair: nearest` beside them
      """
    case .unlikePeriods: "give both `per: year` or `per: quarter`, or name single periods of each"
    case .impossible: "check the matrix"
    }
  }

  private static func write(_ value: Double) -> String { FigureText.decimal(value, places: 4) }
}
