import GrowthModel
import Languages

/// What is wrong with a demand.
enum DemandFact: Fact {
  case notMoney(String, Unit)
  case noTable
  case unknownSector(String, [String])
  case splitSum(String)
}

extension DemandFact {
  var message: Phrase {
    switch self {
    case .notMoney(let path, let unit):
      "spending is an amount of money, but '\(path)' is \(unit.kindText)"
    case .noTable: "spending reaches activities through an input-output table, but there is none"
    case .unknownSector(let id, _): "the input-output table has no sector '\(id)'"
    case .splitSum(let sum): "the parts of 'split' sum to \(sum), not to 100%"
    }
  }

  var hint: Phrase? {
    switch self {
    case .notMoney: "name a lever, an uncertainty, an indicator or a project's spending in money"
    case .noTable: "add `input-output:` with its sectors and coefficients"
    case .unknownSector(let id, let ids):
      NearestName.hint(for: id, among: ids, listing: .all)
    case .splitSum: "correct the parts; a difference of 0.1 pp is taken for rounding"
    }
  }
}
