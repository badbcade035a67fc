extension Economy {
  /// The accounts as a graph of quantities.
  ///
  /// For leaf i with base volume Qb, base value Vb, growth g and deflator growth p, and Q the total:
  ///
  ///     contribution  c[i] = Qb[i] g[i] / Qb
  ///     growth        G    = sum of c[i]          (so contributions add up in every draw)
  ///     volume        Q[i] = Qb[i] (1 + g[i])
  ///     value         V[i] = Vb[i] (1 + g[i]) (1 + p[i])
  ///     share         s[i] = V[i] / V
  ///
  /// A group's contribution, volume and value are sums over its children, and its growth is its
  /// contribution over its weight: System of National Accounts 2008, chapter 15.
  ///
  /// Paths: `growth`, `grdp` (current prices), `grdp.volume`, `grdp.deflator`, `grdp.perPerson`,
  /// `gva.growth`, `population`; for each activity `ID.growth`, `ID.contribution`, `ID.volume`,
  /// `ID.value`, `ID.share`, `ID.deflator`; each indicator's own name, and `NAME.growth`.
  public func quantityGraph() -> QuantityGraph {
    var graph = QuantityGraph()
    var builder = AccountsBuilder(economy: self)
    builder.build(into: &graph)
    return graph
  }
}

/// Builds the nodes of the accounts, bottom up.
private struct AccountsBuilder {
  typealias Node = QuantityGraph.Node
  typealias Term = QuantityGraph.Term

  let economy: Economy
  let total: Double
  let hasValues: Bool
  private var contributions: [String: Node] = [:]
  private var values: [String: Node] = [:]
  private var baseValues: [String: Double] = [:]
  private var weights: [String: Double] = [:]

  init(economy: Economy) {
    self.economy = economy
    total = economy.baseVolume
    hasValues = economy.hasValues
  }

  mutating func build(into graph: inout QuantityGraph) {
    for activity in economy.activities { account(for: activity, into: &graph) }
    let growth = sum(economy.activities.compactMap { contributions[$0.id] }, into: &graph)
    graph.name("growth", growth, unit: .rate, title: "GRDP growth", kind: .growth)
    nameBasicPriceGrowth(into: &graph)
    for activity in economy.activities.flatMap(\.selfAndDescendants) {
      nameVolumes(of: activity, into: &graph)
    }
    if economy.hasLevels {
      graph.name(
        "grdp.volume", graph.node(.linear(constant: total, [Term(total, growth)])), unit: .money,
        title: "GRDP at constant prices", kind: .volume)
    }
    if hasValues { nameValues(growth: growth, into: &graph) }
    for indicator in economy.indicators { name(indicator, into: &graph) }
  }

  /// Contribution and value of an activity and of all below it.
  private mutating func account(for activity: Activity, into graph: inout QuantityGraph) {
    switch activity.content {
    case .leaf(let leaf):
      let growth = graph.node(for: leaf.growth)
      let weight = leaf.baseVolume / total
      weights[activity.id] = weight
      contributions[activity.id] = graph.node(.linear(constant: 0, [Term(weight, growth)]))
      guard let base = leaf.baseValue, let deflator = leaf.deflator else { return }
      let volumeIndex = graph.node(.linear(constant: 1, [Term(1, growth)]))
      let value = graph.node(.linear(constant: base, [Term(base, graph.node(for: deflator))]))
      values[activity.id] = graph.node(.product(volumeIndex, value))
      baseValues[activity.id] = base
    case .group(let children):
      for child in children { account(for: child, into: &graph) }
      weights[activity.id] = children.reduce(0) { $0 + (weights[$1.id] ?? 0) }
      contributions[activity.id] = sum(children.compactMap { contributions[$0.id] }, into: &graph)
      guard hasValues else { return }
      values[activity.id] = sum(children.compactMap { values[$0.id] }, into: &graph)
      baseValues[activity.id] = children.reduce(0) { $0 + (baseValues[$1.id] ?? 0) }
    }
  }

  private func sum(_ nodes: [Node], into graph: inout QuantityGraph) -> Node {
    graph.node(.linear(constant: 0, nodes.map { Term(1, $0) }))
  }

  /// Growth of value added at basic prices: all activities but taxes less subsidies.
  private func nameBasicPriceGrowth(into graph: inout QuantityGraph) {
    let industries = economy.activities.filter { $0.kind == .industry }
    let weight = industries.reduce(0) { $0 + (weights[$1.id] ?? 0) }
    guard industries.count < economy.activities.count, weight != 0 else { return }
    let terms = industries.compactMap { contributions[$0.id] }.map { Term(1 / weight, $0) }
    graph.name(
      "gva.growth", graph.node(.linear(constant: 0, terms)), unit: .rate,
      title: "Growth of value added at basic prices", kind: .growth)
  }

  private func nameVolumes(of activity: Activity, into graph: inout QuantityGraph) {
    guard let contribution = contributions[activity.id], let weight = weights[activity.id] else {
      return
    }
    let growth: Node
    if case .leaf(let leaf) = activity.content {
      growth = graph.node(for: leaf.growth)
    } else {
      growth = graph.node(.linear(constant: 0, [Term(1 / weight, contribution)]))
    }
    graph.name(
      activity.id + ".growth", growth, unit: .rate, title: activity.name + ", growth",
      kind: .growth)
    graph.name(
      activity.id + ".contribution", contribution, unit: .percentagePoints,
      title: activity.name + ", contribution", kind: .contribution)
    guard economy.hasLevels else { return }
    let base = weight * total
    graph.name(
      activity.id + ".volume", graph.node(.linear(constant: base, [Term(base, growth)])),
      unit: .money, title: activity.name + ", constant prices", kind: .volume)
  }

  private func nameValues(growth: Node, into graph: inout QuantityGraph) {
    guard let base = economy.baseValue else { return }
    let value = sum(economy.activities.compactMap { values[$0.id] }, into: &graph)
    graph.name("grdp", value, unit: .money, title: "GRDP at current prices", kind: .value)
    graph.name(
      "grdp.deflator", deflator(of: value, base: base, growth: growth, into: &graph),
      unit: .rate, title: "GRDP deflator, growth", kind: .deflator)
    for activity in economy.activities.flatMap(\.selfAndDescendants) {
      guard let own = values[activity.id], let base = baseValues[activity.id],
        let contribution = contributions[activity.id], let weight = weights[activity.id]
      else { continue }
      graph.name(
        activity.id + ".share", graph.node(.quotient(own, value)), unit: .rate,
        title: activity.name + ", share of GRDP", kind: .share)
      graph.name(
        activity.id + ".value", own, unit: .money, title: activity.name + ", current prices",
        kind: .value)
      let price: Node
      if case .leaf(let leaf) = activity.content, let deflator = leaf.deflator {
        price = graph.node(for: deflator)
      } else {
        let growth = graph.node(.linear(constant: 0, [Term(1 / weight, contribution)]))
        price = deflator(of: own, base: base, growth: growth, into: &graph)
      }
      graph.name(
        activity.id + ".deflator", price, unit: .rate, title: activity.name + ", deflator growth",
        kind: .deflator)
    }
    guard let population = economy.population else { return }
    let persons = graph.node(for: population)
    graph.name(
      "population", persons, unit: .count("persons"), title: "Mean population", kind: .population)
    graph.name(
      "grdp.perPerson", graph.node(.quotient(value, persons)), unit: .moneyPerPerson,
      title: "GRDP per person", kind: .perPerson)
  }

  /// Growth of the implicit deflator: `(V / Vb) / (1 + G) - 1`.
  private func deflator(
    of value: Node, base: Double, growth: Node, into graph: inout QuantityGraph
  ) -> Node {
    let volume = graph.node(.linear(constant: base, [Term(base, growth)]))
    return graph.node(.linear(constant: -1, [Term(1, graph.node(.quotient(value, volume)))]))
  }

  private func name(_ indicator: Indicator, into graph: inout QuantityGraph) {
    switch indicator.course {
    case .growing(let base, let growth):
      let rate = graph.node(for: growth)
      graph.name(
        indicator.id, graph.node(.linear(constant: base, [Term(base, rate)])),
        unit: indicator.unit, title: indicator.name, kind: .indicator)
      graph.name(
        indicator.id + ".growth", rate, unit: .rate, title: indicator.name + ", growth",
        kind: .indicator)
    case .level(let level):
      graph.name(
        indicator.id, graph.node(for: level), unit: indicator.unit, title: indicator.name,
        kind: .indicator)
    }
  }
}
