import GrowthModel
import Languages

/// What is wrong with the input-output table.
enum TableFact: Fact {
  case noSectors
  case noMatrix
  case twoMatrices([String])
  case matrixNotRows(Phrase)
  case wrongRowCount(Int, sectors: Int)
  case wrongRowLength(Int, row: String, sectors: Int)
  case noOutput(String)
  case outputNotPositive(String, String)
  case totalsOfCoefficients
  case oneTotal(given: String, missing: String)
  case wrongTotalCount(String, Int, sectors: Int)
  case unequalTotals(rows: String, columns: String)
  case cannotBalance(String)
  case usesMoreThanOutput(String, String)
  case valueAddedTooLarge(String, sum: String)
  case notProductive
  case badCorner(String)
  case headerUnlike([String], sectors: [String])
  case rowUnlike(String, expected: String)
  case rowsUnlike(Int, sectors: Int)
  case badCell(String, row: String, column: String)
}

extension TableFact {
  var severity: Diagnostic.Severity {
    if case .valueAddedTooLarge = self { .warning } else { .error }
  }

  var message: Phrase {
    switch self {
    case .noSectors: "the input-output table has no sectors"
    case .noMatrix: "the input-output table has neither 'coefficients' nor 'flows' nor a 'file'"
    case .twoMatrices(let keys):
      "the input-output table has \(quotedList(keys))"
    case .matrixNotRows(let shape): "the matrix is a list of rows, but here is \(shape)"
    case .wrongRowCount(let count, let sectors):
      "the matrix has \(Counted.rows.text(count)) for \(Counted.sectors.text(sectors))"
    case .wrongRowLength(let count, let row, let sectors):
      "the row of '\(row)' has \(Counted.figures.text(count)) for \(Counted.sectors.text(sectors))"
    case .noOutput(let id): "nothing says what the output of '\(id)' is, which flows are a part of"
    case .outputNotPositive(let id, let text):
      "the output of '\(id)' is \(text), but must be above zero"
    case .totalsOfCoefficients: "totals belong to flows, but here are coefficients"
    case .oneTotal(let given, let missing): "'\(given)' is given without '\(missing)'"
    case .wrongTotalCount(let key, let count, let sectors):
      "'\(key)' has \(Counted.figures.text(count)) for \(Counted.sectors.text(sectors))"
    case .unequalTotals(let rows, let columns):
      "the row totals add up to \(rows), the column totals to \(columns)"
    case .cannotBalance(let reason): "the flows cannot be adjusted to their totals: \(reason)"
    case .usesMoreThanOutput(let id, let sum):
      "'\(id)' uses products worth \(sum) of its output, so that nothing is left as value added"
    case .valueAddedTooLarge(let id, let sum):
      "what '\(id)' uses and its value added come to \(sum) of its output"
    case .notProductive:
      "the sectors use more of a product, directly and through each other, than they make"
    case .badCorner(let text): "the first cell of the table, '\(text)', does not say what it holds"
    case .headerUnlike(let titles, _):
      "the columns of the table are \(NearestName.list(titles)), not the sectors in their order"
    case .rowUnlike(let title, let expected):
      "the row is that of '\(title)' where '\(expected)' belongs"
    case .rowsUnlike(let count, let sectors):
      "the table has \(Counted.rows.text(count)) for \(Counted.sectors.text(sectors))"
    case .badCell(let text, let row, let column):
      "'\(text)', what '\(column)' takes of '\(row)', is not a number"
    }
  }

  var hint: Phrase? {
    switch self {
    case .noSectors: "list them below `sectors:`, in the order of the rows of the matrix"
    case .noMatrix: "add `coefficients:`, one row for each sector, the supplying one"
    case .twoMatrices: "keep one of them"
    case .matrixNotRows: "write one line `- [0.1, 0.3]` for each sector"
    case .wrongRowCount, .wrongRowLength, .rowsUnlike:
      "give one row and one column for each of `sectors`"
    case .noOutput: "add `output:` to the sector, or give `coefficients` instead of flows"
    case .outputNotPositive: "check the sign"
    case .totalsOfCoefficients: "delete them, or give `flows`"
    case .oneTotal(_, let missing): "add `\(missing):`; flows are adjusted to both"
    case .wrongTotalCount: "give one for each sector, in their order"
    case .unequalTotals: "what all rows deliver is what all columns take: correct one of them"
    case .cannotBalance: "correct the totals, or the zeros of the matrix"
    case .usesMoreThanOutput: "correct its column of the matrix, or give its `value-added`"
    case .valueAddedTooLarge: "they are parts of the output: correct one of them"
    case .notProductive: "correct the columns that sum to 1 or more"
    case .badCorner: "write `coefficients` there, or `flows (billion VND)`"
    case .headerUnlike(_, let sectors): "write \(NearestName.list(sectors))"
    case .rowUnlike: "put the rows in the order of `sectors`"
    case .badCell(let text, _, _):
      text.contains(",")
        ? "the decimal sign is a point: write \(text.replacing(",", with: "."))"
        : "write a plain number"
    }
  }
}
