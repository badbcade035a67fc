import GrowthModel
import Languages

/// What is wrong with an effect.
enum EffectFact: Fact {
  case noKind([String])
  case unknownActivity(String, [String])
  case notActivities(Phrase)
  case noActivities
  case repeatedActivity(String)
  case noReference(String, isLever: Bool)
  case zeroReference
  case badLag(String)

  var message: Phrase {
    switch self {
    case .noKind: "the effect does not say what kind it is"
    case .unknownActivity(let id, _): "there is no activity '\(id)'"
    case .notActivities(let shape): "'to' is an activity or a list of them, but here is \(shape)"
    case .noActivities: "the effect reaches no activity"
    case .repeatedActivity(let id): "the activity '\(id)' stands here a second time"
    case .noReference(let path, _):
      "the effect does not say which '\(path)' the baseline contains already"
    case .zeroReference: "the effect is relative to its reference, which is zero"
    case .badLag(let text): "'lag' is \(text), but must be a whole number of steps from 0 to 120"
    }
  }

  var hint: Phrase? {
    switch self {
    case .noKind(let kinds): "add `kind:` with one of: \(kinds.joined(separator: ", "))"
    case .unknownActivity(let id, let ids):
      NearestName.hint(for: id, among: ids, listing: .all)
    case .repeatedActivity: "delete it"
    case .notActivities, .noActivities: "write `to: services`, or `to: [services, tourism]`"
    case .noReference(_, isLever: true): "add `reference:` to the effect or to the lever"
    case .noReference(_, isLever: false): "add `reference:` to the effect"
    case .zeroReference:
      "give what is usual; an effect of money or counts follows its ratio to that"
    case .badLag: "write `lag: 1` for a response one step later"
    }
  }
}
