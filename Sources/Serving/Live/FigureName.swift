import Languages

/// The keys of scenario files as people read them.
enum FigureName {
  /// What a key stands for; nil for one that only holds others.
  static func word(_ key: String) -> String? {
    if silent.contains(key) { return nil }
    return phrase(key).map { localized($0) } ?? key
  }

  /// Keys under which named things stand, or whose value is the thing itself.
  private static let silent: Set<String> = [
    "activities", "levers", "uncertainties", "indicators", "effects", "projects", "targets",
    "statements", "value", "level", "shocks",
  ]

  private static func phrase(_ key: String) -> Phrase? {
    switch key {
    case "growth": "growth"
    case "deflator": "price growth"
    case "base": "base year"
    case "base-volume": "volume in the base year"
    case "base-value": "value in the base year"
    case "base-value-share": "share of value in the base year"
    case "base-volume-share": "share of volume in the base year"
    case "volume": "volume"
    case "mean": "mean"
    case "sd": "standard deviation"
    case "sd-below": "standard deviation below"
    case "sd-above": "standard deviation above"
    case "mode": "most likely"
    case "low": "lowest"
    case "high": "highest"
    case "at-least": "at least"
    case "at-most": "at most"
    case "near": "near"
    case "within": "within"
    case "elasticity": "elasticity"
    case "reference": "reference"
    case "cost": "cost of a unit"
    case "range": "range"
    case "population": "population"
    case "go-ahead": "probability of going ahead"
    case "start": "start"
    case "ramp": "time to full capacity"
    case "capacity": "value added at full capacity"
    case "construction": "construction"
    case "spending": "spending"
    case "duration": "duration"
    case "value-added": "value added of a unit"
    case "leakage": "part that leaves the province"
    case "price-level": "price level"
    case "split": "split"
    case "hazard": "probability in a period"
    case "size": "size"
    case "recovery": "recovery"
    case "input-output": "input-output table"
    case "sectors": "sectors"
    case "innovations": "innovations"
    case "persistence": "persistence"
    case "correlation": "correlation"
    default: nil
    }
  }
}
