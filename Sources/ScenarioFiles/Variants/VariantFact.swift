import Languages

/// What is wrong with a file of variants.
enum VariantFact: Fact {
  case noTable
  case noRows
  case emptyTitle
  case notPath(String)
  case emptyRow
  case tooManyRows(Int)

  var message: Phrase {
    switch self {
    case .noTable: "the file of variants has no table"
    case .noRows: "the file of variants has a header and no rows"
    case .emptyTitle: "a column has no title"
    case .notPath(let text): "the title '\(text)' is not a path"
    case .emptyRow: "the row leaves every value as it is"
    case .tooManyRows(let count):
      "the file has \(count) variants, more than \(VariantDesign.mostVariants)"
    }
  }

  var hint: Phrase? {
    switch self {
    case .noTable, .noRows:
      """
      begin with a line of paths, such as `credit.growth,investment.plan`, and write a variant on each \
      line below it
      """
    case .emptyTitle: "write the path whose values stand below, or delete the column"
    case .notPath: "a title is a path as --set takes it, without '='"
    case .emptyRow:
      "give one of the paths a value; the scenario as it is stands for itself in `run`"
    case .tooManyRows: "split the file"
    }
  }

  var severity: Diagnostic.Severity {
    if case .emptyRow = self { .warning } else { .error }
  }
}
