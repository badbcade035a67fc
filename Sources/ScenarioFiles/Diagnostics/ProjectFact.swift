import GrowthModel
import Languages

/// What is wrong with a project, or with what spending reaches.
enum ProjectFact: Fact {
  case group(String, leaves: [String])
  case noLevels(Noun)
  case noValueAdded
  case valueAddedNowhere
  case opensTooLate(String, end: String)
}

extension ProjectFact {
  var severity: Diagnostic.Severity {
    if case .opensTooLate = self { .warning } else { .error }
  }

  var message: Phrase {
    switch self {
    case .group(let id, _): "'\(id)' is a group of activities, but one of them is needed here"
    case .noLevels(let what): "\(what) is in money, but the volumes of the file are shares"
    case .noValueAdded: "nothing says what part of the spending is value added"
    case .valueAddedNowhere: "'value-added' says how much, but no 'activity' says of what"
    case .opensTooLate(let date, let end):
      "the project opens on \(date), not before the model ends, on \(end): it adds nothing"
    }
  }

  var hint: Phrase? {
    switch self {
    case .group(_, let leaves): "below it there are: \(NearestName.list(leaves))"
    case .noLevels:
      "add `volume:` below `base:`, the total at constant prices, such as `36274 billion VND`"
    case .noValueAdded: "add `value-added:`, such as `value-added: 30%`"
    case .valueAddedNowhere: "add `activity:`, the one that builds, or delete `value-added`"
    case .opensTooLate: "correct the date, or delete the project"
    }
  }
}
