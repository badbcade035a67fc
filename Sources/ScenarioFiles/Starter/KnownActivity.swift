import Languages

/// What a starter says of an activity: a name, and figures that are made up.
struct KnownActivity {
  let id: String
  let name: String
  /// How large it is beside the others.
  let weight: Double
  /// Growth in percent, and its standard deviation in percentage points.
  let growth: (mean: Double, deviation: Double)
  /// The part of it that follows the business cycle.
  let loading: Double

  init(_ id: String) {
    self.id = id
    name = Self.name(of: id)?.text() ?? Self.titled(id)
    switch id {
    case "agriculture": (weight, growth, loading) = (20, (3.5, 1), 0.1)
    case "industry": (weight, growth, loading) = (35, (9, 3), 0.6)
    case "services": (weight, growth, loading) = (39, (7.5, 1.5), 0.7)
    case ScenarioStarter.taxes: (weight, growth, loading) = (6, (6, 3), 0.6)
    case "forestry", "fishery", "crops", "livestock": (weight, growth, loading) = (4, (4, 1.5), 0.1)
    case "electricity": (weight, growth, loading) = (6, (5, 6), 0.2)
    case "mining": (weight, growth, loading) = (2, (2, 5), 0.3)
    case "manufacturing": (weight, growth, loading) = (22, (10, 3), 0.6)
    case "construction": (weight, growth, loading) = (8, (9, 4), 0.5)
    default: (weight, growth, loading) = (6, (7, 2), 0.5)
    }
  }

  /// As the statistical yearbooks call it; nil for one that is not known.
  private static func name(of id: String) -> Phrase? {
    switch id {
    case "agriculture": "Agriculture, forestry and fishery"
    case "industry": "Industry and construction"
    case "services": "Services"
    case "taxes": "Product taxes less subsidies"
    case "crops": "Crops"
    case "livestock": "Livestock"
    case "forestry": "Forestry"
    case "fishery": "Fishery"
    case "mining": "Mining"
    case "manufacturing": "Manufacturing"
    case "electricity": "Electricity"
    case "water": "Water supply and waste"
    case "construction": "Construction"
    case "trade": "Trade"
    case "transport": "Transport and storage"
    case "accommodation": "Accommodation and food"
    case "tourism": "Tourism"
    case "information": "Information and communication"
    case "finance": "Finance and insurance"
    case "real-estate": "Real estate"
    case "education": "Education"
    case "health": "Health"
    case "administration": "Public administration and defence"
    default: nil
    }
  }

  private static func titled(_ id: String) -> String {
    let words = id.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
