import GrowthModel
import Languages

/// What the uncertain variables of an economy are: their names in words, their sectors and their kinds.
///
/// Variables are named after what they belong to: `trade.growth`, `floods.occurrence.2025Q3`.
struct InputCatalogue {
  /// What a variable belongs to.
  private struct Owner {
    let name: String
    let kind: Kind
    /// Of the numbers of a series.
    let unit: Unit?
    /// The activities that it is about; none where it is about the whole economy.
    let activities: [String]
  }

  /// Parts of an economy.
  private enum Kind {
    case activities, levers, effects, events, demand, projects, uncertainties, indicators
    case population

    /// As people call them.
    var title: Phrase {
      switch self {
      case .activities: "Activities"
      case .levers: "Levers"
      case .effects: "Effects"
      case .events: "Events"
      case .demand: "Demand"
      case .projects: "Projects"
      case .uncertainties: "Uncertainties"
      case .indicators: "Indicators"
      case .population: "Population"
      }
    }
  }

  private let owners: [String: Owner]
  /// The name of the top activity above each activity.
  private let sectors: [String: String]
  /// The titles of variables that are quantities themselves.
  private let titles: [String: String]

  private static var wholeEconomy: String { localized("Not of one sector") }

  init(_ economy: Economy, _ graph: QuantityGraph) {
    var owners: [String: Owner] = [:]
    func add(
      _ id: String, _ name: String, _ kind: Kind, _ activities: [String] = [], unit: Unit? = nil
    ) {
      guard owners[id] == nil else { return }
      owners[id] = Owner(name: name, kind: kind, unit: unit, activities: activities)
    }
    for activity in economy.allActivities {
      add(activity.id, activity.name, .activities, [activity.id])
    }
    for lever in economy.levers {
      add(lever.id, lever.setting.name, .levers, unit: lever.setting.unit)
    }
    for effect in economy.effects {
      let isEvent = if case .event = effect.source { true } else { false }
      add(effect.id, effect.name, isEvent ? .events : .effects, effect.activities)
    }
    for demand in economy.demands { add(demand.id, demand.name, .demand) }
    for project in economy.projects {
      add(project.id, project.name, .projects, [project.activity])
    }
    for series in economy.uncertainties {
      add(series.id, series.name, .uncertainties, unit: series.unit)
    }
    for series in economy.indicators {
      add(series.id, series.name, .indicators, unit: series.unit)
    }
    if let population = economy.population {
      add(population.id, population.name, .population, unit: population.unit)
    }
    self.owners = owners
    var sectors: [String: String] = [:]
    for top in economy.activities {
      for activity in top.selfAndDescendants { sectors[activity.id] = top.name }
    }
    self.sectors = sectors
    titles = Self.titles(graph)
  }

  private static func titles(_ graph: QuantityGraph) -> [String: String] {
    var inputs: [Int: String] = [:]
    for (index, operation) in graph.operations.enumerated() {
      if case .input(let name) = operation { inputs[index] = name }
    }
    var titles: [String: String] = [:]
    for quantity in graph.quantities {
      guard let name = inputs[quantity.node.index], titles[name] == nil else { continue }
      titles[name] = quantity.title
    }
    return titles
  }

  /// What a variable belongs to, by the longest beginning of its name that is known, and what follows.
  private func owner(of name: String) -> (owner: Owner, rest: [Substring])? {
    let parts = name.split(separator: ".")
    for count in stride(from: parts.count, to: 0, by: -1) {
      if let owner = owners[parts[..<count].joined(separator: ".")] {
        return (owner, Array(parts[count...]))
      }
    }
    return nil
  }

  /// What people call a variable; its name where nothing else is known.
  func title(of name: String) -> String {
    if let title = titles[name] { return title }
    guard let (owner, rest) = owner(of: name) else { return name }
    let words = rest.map(Self.word)
    return owner.name + (words.isEmpty ? "" : ", " + words.joined(separator: " "))
  }

  /// A part of a variable's name in words: what it is of its owner, or when.
  private static func word(_ part: Substring) -> String {
    if let period = Period(part) { return period.shortTime }
    if part.first?.isNumber == true { return localized("in \(part)") }
    switch part {
    case "growth": return localized("growth")
    case "deflator": return localized("deflator")
    case "innovation": return localized("shock")
    case "go-ahead": return localized("whether it goes ahead")
    case "occurrence": return localized("occurrence")
    case "size": return localized("size")
    case "recovery": return localized("recovery")
    case "hazard": return localized("hazard")
    case "elasticity": return localized("elasticity")
    case "persistence": return localized("persistence")
    case "reference": return localized("reference")
    case "leakage": return localized("leakage")
    case "price-level": return localized("price-level")
    case "start": return localized("start")
    case "ramp": return localized("ramp")
    case "capacity": return localized("capacity")
    case "spending": return localized("spending")
    case "duration": return localized("duration")
    case "value-added": return localized("value-added")
    default: return String(part)
    }
  }

  /// The unit of a variable, as scenario files know it; a plain number where nothing else is known.
  func unit(of name: String) -> Unit {
    guard let (owner, rest) = owner(of: name) else { return .number }
    switch rest.first {
    case "growth", "deflator", "innovation", "size", "recovery", "leakage", "value-added":
      return .rate
    case "start": return .date
    case "ramp", "duration": return .duration
    case "capacity", "spending": return .money
    case "reference": return owner.unit ?? .number
    case nil: return owner.unit ?? .number
    case let part?: return part.first?.isNumber == true ? owner.unit ?? .number : .number
    }
  }

  /// What a variable is in the model.
  func role(of name: String) -> ExplainedFigure.Role {
    guard let (owner, rest) = owner(of: name) else { return .input }
    switch rest.first {
    case "go-ahead" where owner.kind == .projects: return .goAhead
    case "occurrence" where owner.kind == .events: return .occurrence
    default: return .input
    }
  }

  /// The group that a variable falls into.
  func group(of name: String, by grouping: InputGrouping) -> String {
    guard let (owner, rest) = owner(of: name) else {
      return grouping == .sector ? Self.wholeEconomy : localized("Others")
    }
    switch grouping {
    case .input: return title(of: name)
    case .sector:
      let found = Set(owner.activities.map { sectors[$0] ?? Self.wholeEconomy })
      return found.count == 1 ? found.first ?? Self.wholeEconomy : Self.wholeEconomy
    case .kind:
      guard owner.kind == .activities else { return localized(owner.kind.title) }
      switch rest.first {
      case "innovation": return localized("Shocks")
      case "growth": return localized("Growth of activities")
      case "deflator": return localized("Prices")
      default: return localized(owner.kind.title)
      }
    }
  }
}

/// How inputs are put together.
public enum InputGrouping: String, Sendable, CaseIterable {
  /// Each is on its own.
  case input
  /// All that is about one top activity.
  case sector
  /// Growth, prices, shocks, levers, effects, events, demand, projects, uncertainties.
  case kind
}

/// Inputs that are looked at as one.
public struct InputGroup: Sendable, Equatable {
  /// What people call the group.
  public let name: String
  /// The names of the variables.
  public let variables: [String]

  /// A group of the variables of these names.
  public init(name: String, variables: [String]) {
    self.name = name
    self.variables = variables
  }
}
