/// What is wrong with the accounts of a scenario, or assumed in them.
enum AccountsFact: Fact {
  case noActivities
  case duplicateActivity(String, firstLine: Int?)
  case reservedActivity(String)
  case figureOfGroup(String, id: String)
  case kindUnlikeGroup(String)
  case levelAndShare(level: String, share: String)
  case mixedBases(key: String, other: String, with: String)
  case missingBase(String, like: String)
  case noBase
  case sharesOff(key: String, sum: String, count: Int)
  case levelsOff(total: String, key: String, sum: String, given: String)
  case zeroBase(String, key: String)
  case negativeBase(String, key: String, text: String)
  case zeroTotal(Noun)
  case totalNotPositive(String, text: String)
  case valueWithoutTotal
  case missingDeflator(String)
  case missingPlannedShare(String, because: Reason)
  case volumeWithPlannedStructure(String)
  case plannedStructure
  case impliedBase
  case impliedImpossible
  case unusedTotal(String, because: Reason)
  case unusedDeflators
  case unusedPlannedShares
  case unusedPopulation
  case duplicateQuantity(String)
  case takenName(String, firstLine: Int?)
  case reservedName(String, what: Noun)
  case impossible(String)

  /// Why planned shares are needed, or a total is not.
  enum Reason: Sendable {
    case plannedStructure, impliedValues, noParts
  }
}

extension AccountsFact {
  var severity: Diagnostic.Severity {
    switch self {
    case .plannedStructure, .impliedBase, .unusedTotal, .unusedDeflators, .unusedPlannedShares,
      .unusedPopulation:
      .warning
    default: .error
    }
  }
}
