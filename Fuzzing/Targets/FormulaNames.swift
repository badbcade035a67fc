import GrowthModel

/// What names in the formulas of the corpus mean: an economy by quarters with three leaves.
struct FormulaNames: FormulaScope {
  static let units: [String: Unit] = {
    var units: [String: Unit] = [
      "growth": .rate, "grdp": .money, "grdp.perPerson": .moneyPerPerson,
      "population": .count("persons"), "visits": .count("visits"), "spending": .moneyPer("visit"),
      "index": .number, "opening": .date, "ramp": .duration, "gap": .percentagePoints,
      "a": .number, "b": .number,
    ]
    for id in leaves["all"] ?? [] {
      units[id + ".growth"] = .rate
      units[id + ".volume"] = .money
    }
    return units
  }()
  private static let leaves = [
    "all": ["food", "trade", "transport"], "services": ["trade", "transport"], "food": ["food"],
  ]

  var hasQuarters: Bool { true }
  var names: [String] { Self.units.keys.sorted() }
  func unit(of path: String) -> Unit? { Self.units[path] }
  func leaves(of activity: String) -> [String]? { Self.leaves[activity] }
}

/// Lowers formulas with an input for each quantity in each period.
struct FormulaOperations: FormulaBuilder {
  static let period = Period(year: 2026, quarter: 3)
  static let timeline = Timeline(baseYear: 2024, lastYear: 2026, step: .quarter)

  var graph = QuantityGraph()

  mutating func node(_ operation: QuantityGraph.Operation) -> QuantityGraph.Node {
    graph.node(operation)
  }

  func operation(of node: QuantityGraph.Node) -> QuantityGraph.Operation {
    graph.operations[node.index]
  }

  mutating func node(_ path: String, lag: Formula.Lag, at period: Period) -> QuantityGraph.Node? {
    graph.node(.input(Self.name(path, lag, at: period)))
  }

  func leaves(of activity: String) -> [String] { FormulaNames().leaves(of: activity) ?? [] }

  mutating func demand(_ demand: QuantityGraph.Demand) {}

  static func name(_ path: String, _ lag: Formula.Lag, at period: Period) -> String {
    let steps =
      switch lag {
      case .none: 0
      case .steps(let count): count
      case .years(let count): 4 * count
      }
    return "\(path)@\(timeline.step(period, before: steps))"
  }

  /// A number for a quantity in a period, of the size of its unit and other than its neighbours'.
  static func value(of name: String) -> Double {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let share = Double(hash >> 11) * 0x1p-53
    return switch FormulaNames.units[name.split(separator: "@").first.map(String.init) ?? ""] {
    case .rate, .percentagePoints: share - 0.5
    case .money: 1000 * share
    case .count: 1e6 * share
    case .date: 2020 + 10 * share
    default: 4 * share - 1
    }
  }
}
