import Languages

extension AccountsFact {
  var message: Phrase {
    switch self {
    case .noActivities: "there are no activities"
    case .duplicateActivity(let id, nil): "the activity '\(id)' stands here a second time"
    case .duplicateActivity(let id, let line?):
      "the activity '\(id)' stands here a second time; the first is on line \(line)"
    case .reservedActivity(let id): "'\(id)' cannot be an activity: results have that name"
    case .figureOfGroup(let key, let id):
      "'\(id)' has activities of its own, so its '\(key)' follows from theirs"
    case .kindUnlikeGroup(let kind): "an activity of the kind '\(kind)' cannot stand in this group"
    case .levelAndShare(let level, let share):
      "'\(share)' and '\(level)' are both given"
    case .mixedBases(let key, let other, let owner):
      "'\(key)' is given here, but '\(other)' for '\(owner)'"
    case .missingBase(let id, let key): "'\(id)' has no '\(key)', but other activities do"
    case .noBase: "no activity says how large it is in the base year"
    case .sharesOff(let key, let sum, let count):
      count == 1
        ? "'\(key)' of the only activity is \(sum), not 100%"
        : "the \(count) figures '\(key)' sum to \(sum), not to 100%"
    case .levelsOff(let total, let key, let sum, let given):
      "`\(total)` is \(given), but the figures '\(key)' sum to \(sum)"
    case .zeroBase(let id, let key): "'\(key)' of '\(id)' is zero, so growth over it has no meaning"
    case .negativeBase(let id, let key, let text): "'\(key)' of '\(id)' is negative: \(text)"
    case .zeroTotal(let what): "\(what) sums to zero or less, so growth over it has no meaning"
    case .totalNotPositive(let key, let text): "`\(key)` is \(text), but must be above zero"
    case .valueWithoutTotal: "the shares of the base values need a total"
    case .missingDeflator(let id): "'\(id)' has a value at current prices, but no 'deflator'"
    case .missingPlannedShare(let id, let reason):
      "'\(id)' has no 'planned-share', but \(reason.text)"
    case .volumeWithPlannedStructure(let key):
      "'\(key)' is given, but growth is weighted with the planned structure"
    case .plannedStructure:
      """
      growth is weighted with the plan's current-price structure, not with constant-price shares of \
      the base year
      """
    case .impliedBase:
      """
      the base-year shares at current prices are implied by the planned shares, growth and \
      deflators, not observed
      """
    case .impliedImpossible: "no base-year shares lead to the planned shares"
    case .unusedTotal(let key, let reason): "`\(key)` is not used: \(reason.text)"
    case .unusedDeflators: "the deflators are not used: there are no values at current prices"
    case .unusedPlannedShares: "the planned shares are not used: base values are given"
    case .unusedPopulation: "the population is not used: there are no values at current prices"
    case .duplicateQuantity(let path): "the scenario has a quantity '\(path)' already"
    case .takenName(let id, nil): "the name '\(id)' is taken"
    case .takenName(let id, let line?): "the name '\(id)' is taken: it stands on line \(line)"
    case .reservedName(let id, let what): "'\(id)' cannot be \(what): results have that name"
    case .impossible(let reason): "the accounts cannot be used: \(reason)"
    }
  }

  var hint: Phrase? {
    switch self {
    case .noActivities: "list the activities of the economy below `activities:`"
    case .duplicateActivity: "give one of them another name; names are unique in the whole tree"
    case .reservedActivity: "choose another name"
    case .figureOfGroup: "delete it, or the activities below"
    case .kindUnlikeGroup: "put it at the top of `activities`, beside the groups"
    case .levelAndShare(let level, let share): "keep '\(level)' or '\(share)'"
    case .mixedBases: "give levels for all activities, or shares for all"
    case .missingBase(_, let key): "add `\(key):`, or leave it out everywhere"
    case .noBase:
      """
      add `base-volume-share:` to every activity, or `base-volume:`; or weight growth with \
      `weights: planned structure` and a `planned-share:` for each
      """
    case .sharesOff: "correct the shares; a difference of 0.1 pp is taken for rounding"
    case .levelsOff: "correct the total or the parts; a difference of 0.1% is taken for rounding"
    case .zeroBase: "leave the activity out, or give what it really was"
    case .negativeBase: "check the sign; only taxes less subsidies can be negative"
    case .zeroTotal: "check the signs"
    case .totalNotPositive: "check the sign"
    case .valueWithoutTotal:
      "add `value:` below `base:`, such as `value: 74800 billion VND`: the total at current prices"
    case .missingDeflator: "add `deflator:`, the growth of its prices, such as `deflator: 3%`"
    case .missingPlannedShare: "add `planned-share:` to every activity"
    case .volumeWithPlannedStructure:
      "delete it, or delete `weights: planned structure` to weight growth with the volumes"
    case .plannedStructure:
      """
      give `base-volume-share` for all activities and delete `weights` for growth as the national \
      accounts define it
      """
    case .impliedBase: "give `base-value-share` for all activities where they are published"
    case .impliedImpossible: "check the signs of the planned shares"
    case .unusedTotal(let key, _):
      key == "base.value"
        ? "give `base-value-share` for all activities, or `planned-share` and `deflator` for all"
        : "delete it"
    case .unusedDeflators, .unusedPopulation:
      "add `base: {value: ...}` and `base-value-share` for all activities to use them"
    case .unusedPlannedShares:
      "state what is planned as targets, such as `quantity: services.share`"
    case .duplicateQuantity: "choose another name"
    case .takenName, .reservedName: "choose another name"
    case .impossible: "check the base figures"
    }
  }
}

extension AccountsFact.Reason {
  fileprivate var text: Phrase {
    switch self {
    case .plannedStructure: "growth is weighted with the planned structure"
    case .impliedValues: "the base values are implied by planned shares"
    case .noParts: "no activity says what part of it is its own"
    }
  }
}
