import GrowthModel
import Languages

/// What is wrong with variables that are drawn from rows of a history.
enum BootstrapFact: Fact {
  case noColumn(String, columns: [String])
  case unit(String, column: Unit, expected: Unit)
  case otherDistribution(String)
  case badBlock(String, rows: Int)
  case blockOfOnePeriod
  case otherStep(String, rows: Timeline.Step)
  case gap(String)
  case blockOfNormal
  case shrinkage
}

extension BootstrapFact {
  var message: Phrase {
    switch self {
    case .noColumn(let name, _): "no group of `correlation` draws '\(name)' from a history"
    case .unit(let name, let column, let expected):
      """
      the column that '\(name)' is drawn from holds \(column.kindText) where \(expected.kindText) \
      belongs
      """
    case .otherDistribution(let name):
      "'\(name)' is to be drawn from a column, but has a distribution of its own"
    case .badBlock(let text, let rows):
      "'block' is \(text), not a whole number from 1 to the number of rows, \(rows)"
    case .blockOfOnePeriod: "'block' keeps successive periods together, but here is only one"
    case .otherStep(let name, .year): "'\(name)' is not drawn for each year, but the rows are years"
    case .otherStep(let name, .quarter):
      "'\(name)' is not drawn for each quarter, but the rows are quarters"
    case .gap(let name):
      "the periods of '\(name)' do not follow each other, but a block has rows that do"
    case .blockOfNormal: "'block' belongs to `innovations: bootstrap`"
    case .shrinkage: "rows are drawn as they are: there are no correlations to shrink"
    }
  }

  var hint: Phrase? {
    switch self {
    case .noColumn(let name, let columns):
      columns.isEmpty
        ? "add `\(name): ...` below `columns` of a group with `bootstrap:`"
        : """
        add `\(name): ...` below `columns` of a group with `bootstrap:`; there is: \
        \(NearestName.list(columns))
        """
    case .unit: "correct the unit in the title of the column, as in `agriculture (%)`"
    case .otherDistribution(let name):
      "write `distribution: bootstrap` for '\(name)', or delete its column here"
    case .badBlock: "a few years or quarters are usual: as many as a deviation lasts"
    case .blockOfOnePeriod: "delete it, or give the figures `per: year` or `per: quarter`"
    case .otherStep(_, .year): "write `per: year`, or give rows of the other length"
    case .otherStep(_, .quarter): "write `per: quarter`, or give rows of the other length"
    case .gap: "delete `block`, or give every period"
    case .blockOfNormal: "add `innovations: bootstrap`, or delete it"
    case .shrinkage: "delete `shrinkage`, or `innovations: bootstrap`"
    }
  }
}
