import Languages
import Stochastics

/// What the readers take where a key is not there.
enum Standard: Sendable, Equatable {
  /// As the file would have it.
  case value(String)
  /// What depends on other keys.
  case rule(Phrase)
}

extension MappingTable {
  /// What takes the place of one of its keys; nil where nothing does.
  func standard(of key: String) -> Standard? {
    if let rule = Self.rule(ofAbsent: "\(rawValue).\(key)") ?? Self.rule(ofAbsent: key) {
      return .rule(rule)
    }
    return (Self.value(ofAbsent: "\(rawValue).\(key)") ?? Self.value(ofAbsent: key)).map(
      Standard.value)
  }

  private static func value(ofAbsent path: String) -> String? {
    switch path {
    case "steps": "years"
    case "weights": "constant prices"
    case "draws": "1M"
    case "seed": "1"
    case "sampling": Sampling.pseudoRandom.rawValue
    case "elasticity.on", "formulaEffect.on": "growth"
    case "event.on": "level"
    case "lag", "elasticity.persistence", "shocks.persistence": "0"
    case "recovery", "go-ahead": "100%"
    case "price-level", "lags", "block": "1"
    case "ramp": "0 months"
    case "shocks.start", "revision": "0%"
    case "shockHistory.persistence": "diagonal"
    case "shrinkage": "yes"
    case "shockHistory.innovations": "normal"
    case "correlation.kind", "correlationGroup.kind", "shockCorrelation.kind":
      CorrelationKind.score.rawValue
    case "copula": "gaussian"
    default: nil
    }
  }

  private static func rule(ofAbsent path: String) -> Phrase? {
    switch path {
    case "target.name", "statement.name": "what the quantity is called"
    case "name": "its own key"
    case "leaf.kind", "group.kind": "that of the group around it, or `industry`"
    case "leaf.quarters", "group.quarters": "those of the group around it, or of the file"
    case "value-quarters": "those of the group around it, or `quarters`"
    case "elasticity.reference", "demand.reference": "the `reference` of the lever"
    case "sector.activity": "the leaf of the sector's own name"
    case "sector.value-added": "what the inputs of its column leave of the output"
    case "total": "`sum` of money and counts, `mean` of other figures"
    case "every": "`quarter` where the figures have quarters or are no money and no count"
    default: nil
    }
  }
}
