import GrowthModel
import Languages

/// What is wrong with a target, or with a statement beside them.
enum TargetFact: Fact {
  /// What a file must give for a quantity to exist.
  enum Lack: Sendable {
    case levels, values, population
  }

  case noTargets
  case unknownQuantity(String, [String], lacking: Lack?)
  case noComparison(String, what: Noun)
  case twoComparisons([String], what: Noun)
  case alsoTarget(String)
  case withinWithoutNear
  case nearWithoutWithin
  case negativeTolerance(String)
}

extension TargetFact {
  var severity: Diagnostic.Severity {
    if case .noTargets = self { return .warning }
    return .error
  }

  var message: Phrase {
    switch self {
    case .noTargets: "the scenario has no targets, so there is no probability to report"
    case .unknownQuantity(let path, _, lacking: nil): "there is no quantity '\(path)'"
    case .unknownQuantity(let path, _, lacking: .levels):
      "there is no quantity '\(path)', because the file gives no levels at constant prices"
    case .unknownQuantity(let path, _, lacking: .values):
      "there is no quantity '\(path)', because the file gives no values at current prices"
    case .unknownQuantity(let path, _, lacking: .population):
      "there is no quantity '\(path)', because the file gives no population"
    case .noComparison(let id, .target):
      "the target '\(id)' does not say what is to be reached"
    case .noComparison(let id, _): "the statement '\(id)' states no figure"
    case .alsoTarget(let id): "there is a target '\(id)' already"
    case .twoComparisons(let keys, .target): "the target has \(quotedList(keys))"
    case .twoComparisons(let keys, _): "the statement has \(quotedList(keys))"
    case .withinWithoutNear: "'within' belongs to 'near', which is not given"
    case .nearWithoutWithin: "'near' does not say how near"
    case .negativeTolerance(let text): "'within' is \(text), but a distance is not negative"
    }
  }

  var hint: Phrase? {
    switch self {
    case .noTargets:
      "add `targets:`, such as `growth: {quantity: growth, at-least: 8%, source: ...}`"
    case .unknownQuantity(let path, let paths, lacking: nil):
      NearestName.hint(for: path, among: paths, listing: .all)
    case .unknownQuantity(_, _, lacking: .levels): "add `volume:` below `base:`"
    case .unknownQuantity(_, _, lacking: .values):
      "add `value:` below `base:`, and `base-value-share` and `deflator` to every activity"
    case .unknownQuantity(_, _, lacking: .population):
      "add `population:`, such as `population: 1.3396 million persons`"
    case .noComparison(_, .statement):
      "add one of `equals: 8%`, `at-least: 8%`, `at-most: 8%`, or `near: 23%` with `within: 0.5 pp`"
    case .alsoTarget: "targets are statements themselves; call it something else if it says more"
    case .noComparison:
      "add one of `at-least: 8%`, `at-most: 8%`, or `near: 23%` with `within: 0.5 pp`"
    case .twoComparisons(_, .target): "keep one; write a second target for the other"
    case .twoComparisons: "keep one; write a second statement for the other"
    case .withinWithoutNear: "add `near:`, or delete `within:`"
    case .nearWithoutWithin: "add `within:`, such as `within: 0.5 pp`"
    case .negativeTolerance: "delete the sign"
    }
  }
}
