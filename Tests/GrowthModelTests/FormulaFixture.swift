import GrowthModel
import TestSupport

/// A small province for formulas: three leaves, two of them in a group, by quarters.
struct FormulaFixture: FormulaScope {
  static let units: [String: Unit] = {
    var units: [String: Unit] = [
      "growth": .rate, "grdp": .money, "grdp.perPerson": .moneyPerPerson,
      "population": .count("persons"), "tourism.visits": .count("visits"),
      "tourism.visits.growth": .rate, "spending": .moneyPer("visit"), "index": .number,
      "ratio": .number, "opening": .date, "ramp": .duration, "gap": .percentagePoints,
      "a": .number, "b": .number, "industry.orders": .count("orders"),
    ]
    for id in leaves["all"] ?? [] {
      units[id + ".growth"] = .rate
      units[id + ".contribution"] = .percentagePoints
      units[id + ".volume"] = .money
      units[id + ".share"] = .rate
    }
    units["services.growth"] = .rate
    units["trade.employed"] = .count("persons")
    units["transport.employed"] = .rate
    return units
  }()
  static let leaves = [
    "all": ["industry-construction", "trade", "transport"], "services": ["trade", "transport"],
    "industry-construction": ["industry-construction"], "trade": ["trade"],
    "transport": ["transport"],
  ]

  var hasQuarters = true
  var names: [String] { Self.units.keys.sorted() }
  func unit(of path: String) -> Unit? { Self.units[path] }
  func leaves(of activity: String) -> [String]? { Self.leaves[activity] }

  static func formula(_ text: String) throws(FormulaError) -> Formula {
    try Formula(parsing: text, currency: "VND")
  }
}

/// Lowers formulas with an input for each quantity in each period: `growth@2025Q1`.
struct FixtureBuilder: FormulaBuilder {
  var graph = QuantityGraph()
  var demands: [QuantityGraph.Demand] = []
  let timeline = Timeline(baseYear: 2024, lastYear: 2026, step: .quarter)
  /// Quantities that are the same in every draw.
  var constants: [String: Double] = [:]
  static let period = Period(year: 2026, quarter: 3)
  static let firstKnown = 2025

  mutating func node(_ operation: QuantityGraph.Operation) -> QuantityGraph.Node {
    graph.node(operation)
  }

  func operation(of node: QuantityGraph.Node) -> QuantityGraph.Operation {
    graph.operations[node.index]
  }

  mutating func node(
    _ path: String, lag: Formula.Lag, at period: Period
  ) -> QuantityGraph.Node? {
    let target = Self.period(lag, before: period, timeline)
    guard target.year >= Self.firstKnown else { return nil }
    if let value = constants[path] { return graph.node(.constant(value)) }
    return graph.node(.input("\(path)@\(target)"))
  }

  static func period(_ lag: Formula.Lag, before period: Period, _ timeline: Timeline) -> Period {
    switch lag {
    case .none: period
    case .steps(let count): timeline.step(period, before: count)
    case .years(let count): timeline.step(period, before: 4 * count)
    }
  }

  func leaves(of activity: String) -> [String] { FormulaFixture.leaves[activity] ?? [] }

  mutating func demand(_ demand: QuantityGraph.Demand) { demands.append(demand) }

  /// The formula's value where each quantity has a value, the same in all periods.
  static func value(
    _ text: String, _ values: [String: Double] = [:], at period: Period = period
  ) throws -> Double? {
    var builder = FixtureBuilder()
    guard
      let node = try FormulaFixture.formula(text).lower(with: &builder, at: period)
    else { return nil }
    var inputs: [String: Double] = [:]
    for name in builder.graph.inputNames {
      inputs[name] = values[String(name.split(separator: "@")[0])]
    }
    return nodeValues(builder.graph, inputs: inputs)[node.index]
  }
}
