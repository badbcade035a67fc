import GrowthModel

/// An effect of the file whose keys are checked, before what it refers to is known.
struct EffectDraft {
  enum Kind: String, CaseIterable {
    case elasticity, event, formula, demand

    var schema: MappingSchema {
      switch self {
      case .elasticity: .elasticity
      case .event: .event
      case .formula: .formulaEffect
      case .demand: .demand
      }
    }
  }

  let id: String
  let name: String
  let kind: Kind
  let fields: Fields
  let place: Place

  /// An effect in its place that does nothing, so that its quantities are known.
  var standIn: Effect {
    let nothing = Event(
      occurrence: .byPeriod([:]), size: .constant(0), recovery: .constant(1))
    return Effect(id: id, name: name, activities: [], basis: .level, source: .event(nothing))
  }
}
