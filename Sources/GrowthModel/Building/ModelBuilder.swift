/// Builds the quantities of an economy, each when it is first asked for.
///
/// One question leads to others: growth to volumes, these to effects, these to levers and formulas,
/// and a formula to any quantity again. Each answer is kept; a question that leads back to itself is
/// a cycle, and reported.
struct ModelBuilder {
  typealias Node = QuantityGraph.Node
  typealias Term = QuantityGraph.Term

  /// What can be asked of the parts of an economy, by their place in it.
  enum Part: Hashable {
    /// Growth of a leaf by baseline, effects on growth and shocks.
    case ordinaryGrowth(leaf: Int)
    /// The volume of a leaf that this growth leads to.
    case ordinaryVolume(leaf: Int)
    /// What projects and demands add to the volume of a leaf.
    case addition(leaf: Int)
    case measure(Measure, leaf: Int)
    case sum(Measure, activity: Int)
    case total(Measure)
    case effect(Int)
    case effectContribution(Int)
    case spendingGap(demand: Int)
    case demandContribution(Int)
    case opened(project: Int)
    case spent(project: Int)
    case projectContribution(Int)
    case shock(Int)
    case series(Int)
  }

  /// What adds up over leaves and over steps.
  enum Measure: Hashable, CaseIterable {
    /// At constant prices.
    case volume
    /// Volume less the volume of the same period a year earlier.
    case change
    /// At current prices.
    case value
  }

  struct Question: Hashable {
    let part: Part
    let period: Period
  }

  let economy: Economy
  let timeline: Timeline
  let leaves: [Leaf]
  let leafNames: [String]
  /// Every activity, parents before children.
  let activities: [Place]
  /// The places of the top groups.
  let topActivities: [Int]
  /// Levers, uncertainties, indicators and the population.
  let series: [Series]
  let seriesPlaces: [String: Int]
  /// What reaches each leaf: places of effects by their basis, of demands and projects, of shocks.
  let reach: [Reach]
  /// The output of each sector for a unit of each demand's spending.
  let outputs: [[Double]]
  let definitions: Definitions

  private(set) var graph = QuantityGraph()
  private(set) var errors: [EconomyError] = []
  /// What divisions, logarithms and roots in formulas need, with the owner of the formula.
  var demands: [(owner: String, demand: QuantityGraph.Demand)] = []
  /// The paths of quantities that effects, demands and formulas take.
  var taken: Set<String> = []
  /// The effect or series whose formula is being made.
  var formulaOwner = ""
  private var known: [Question: Node] = [:]
  private var open: [Question] = []

  /// An activity, with the places of what is below it.
  struct Place {
    let activity: Activity
    let children: [Int]
    /// The place of a leaf among the leaves.
    let leaf: Int?
  }

  struct Reach {
    var growth: [Int] = []
    var level: [Int] = []
    var shocks: [Int] = []
    var operating: [Int] = []
    var building: [Int] = []
    /// Demands, with the volume that a unit of spending adds.
    var demands: [(demand: Int, weight: Double)] = []

    var hasAdditions: Bool { !operating.isEmpty || !building.isEmpty || !demands.isEmpty }
  }

  init(_ economy: Economy) {
    self.economy = economy
    timeline = economy.timeline
    let all = economy.leaves
    leaves = all.map(\.leaf)
    leafNames = all.map(\.id)
    let places = Self.places(of: leafNames)
    let activities = economy.allActivities
    let activityPlaces = Self.places(of: activities.map(\.id))
    self.activities = activities.map { activity in
      Place(
        activity: activity, children: activity.children.compactMap { activityPlaces[$0.id] },
        leaf: activity.children.isEmpty ? places[activity.id] : nil)
    }
    topActivities = economy.activities.compactMap { activityPlaces[$0.id] }
    series =
      economy.levers.map(\.setting) + economy.uncertainties + economy.indicators
      + [economy.population].compactMap(\.self)
    var problems: [EconomyError] = []
    outputs = economy.demands.map { demand in
      guard let table = economy.inputOutput else { return [] }
      do throws(InputOutputError) {
        return try table.outputs(finalDemand: demand.split)
      } catch {
        problems.append(.table(error))
        return []
      }
    }
    reach = Self.reach(economy, leaves: places, outputs: outputs)
    seriesPlaces = Self.places(of: series.map(\.id))
    definitions = Definitions(economy, series: series)
    errors = problems
  }

  /// The place of each name; of two that are the same, the first.
  private static func places(of names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func reach(
    _ economy: Economy, leaves: [String: Int], outputs: [[Double]]
  ) -> [Reach] {
    var reach = [Reach](repeating: Reach(), count: leaves.count)
    let below = Dictionary(
      economy.allActivities.map { ($0.id, $0.leaves.compactMap { leaves[$0.id] }) },
      uniquingKeysWith: { first, _ in first })
    for (k, effect) in economy.effects.enumerated() {
      for leaf in Set(effect.activities.flatMap { below[$0] ?? [] }) {
        if effect.basis == .growth {
          reach[leaf].growth.append(k)
        } else {
          reach[leaf].level.append(k)
        }
      }
    }
    for (k, id) in (economy.shocks?.activities ?? []).enumerated() {
      for leaf in below[id] ?? [] { reach[leaf].shocks.append(k) }
    }
    for (k, project) in economy.projects.enumerated() {
      if let leaf = leaves[project.activity] { reach[leaf].operating.append(k) }
      if let builder = project.construction?.activity, let leaf = leaves[builder] {
        reach[leaf].building.append(k)
      }
    }
    for (k, output) in outputs.enumerated() {
      var weights = [Double](repeating: 0, count: leaves.count)
      for (amount, sector) in zip(output, economy.inputOutput?.sectors ?? []) {
        if let leaf = leaves[sector.activity] { weights[leaf] += amount * sector.valueAddedShare }
      }
      for (leaf, weight) in weights.enumerated() where weight != 0 {
        reach[leaf].demands.append((k, weight))
      }
    }
    return reach
  }

  // MARK: Asking

  /// The answer to a question, found once.
  mutating func ask(
    _ part: Part, _ period: Period, _ answer: (inout ModelBuilder) -> Node
  ) -> Node {
    let question = Question(part: part, period: period)
    if let node = known[question] { return node }
    if let start = open.firstIndex(of: question) {
      report(.cycle((open[start...] + [question]).map(name)))
      return constant(0)
    }
    open.append(question)
    let node = answer(&self)
    open.removeLast()
    known[question] = node
    return node
  }

  /// Notes what makes the economy impossible, once.
  mutating func report(_ error: EconomyError) {
    if !errors.contains(error) { errors.append(error) }
  }

  mutating func report(_ found: [EconomyError]) {
    for error in found { report(error) }
  }

  /// Names a quantity of the graph.
  mutating func name(_ definition: Definition, _ node: Node, _ period: Period, suffix: String) {
    graph.name(
      definition.path + suffix, node, unit: definition.unit, title: definition.title,
      kind: definition.kind, period: period, isOfLastYear: suffix.isEmpty,
      scope: definition.scope)
  }

  private func name(_ question: Question) -> String {
    let what: String =
      switch question.part {
      case .ordinaryGrowth(let leaf), .ordinaryVolume(let leaf), .addition(let leaf),
        .measure(_, let leaf):
        leafNames[leaf]
      case .sum(_, let activity): activities[activity].activity.id
      case .total: "all activities"
      case .effect(let k), .effectContribution(let k): economy.effects[k].id
      case .spendingGap(let k), .demandContribution(let k): economy.demands[k].id
      case .opened(let k), .spent(let k), .projectContribution(let k): economy.projects[k].id
      case .shock: "shocks"
      case .series(let k): series[k].id
      }
    return "\(what).\(question.period)"
  }

  // MARK: Operations

  mutating func node(_ operation: QuantityGraph.Operation) -> Node { graph.node(operation) }

  mutating func constant(_ value: Double) -> Node { graph.node(.constant(value)) }

  mutating func node(for input: Input) -> Node { graph.node(for: input) }

  /// The number of a schedule in a step; zero, with a report, where there is none.
  mutating func node(_ schedule: Schedule, _ step: Period, of what: String) -> Node {
    guard let input = schedule[step] else {
      report(.missingPeriod(what, step))
      return constant(0)
    }
    return graph.node(for: input)
  }

  /// The constant that a node is, if it is one.
  func value(of node: Node) -> Double? {
    if case .constant(let value) = graph.operations[node.index] { return value }
    return nil
  }

  /// `constant + sum of coefficient x node`; a constant where all of its nodes are.
  mutating func linear(_ terms: [Term], plus constant: Double = 0) -> Node {
    let values = terms.compactMap { value(of: $0.node) }
    guard values.count == terms.count else {
      return graph.node(.linear(constant: constant, terms))
    }
    return self.constant(
      zip(terms, values).reduce(constant) { $0 + $1.0.coefficient * $1.1 })
  }

  mutating func sum(_ nodes: [Node]) -> Node {
    nodes.count == 1 ? nodes[0] : linear(nodes.map { Term(1, $0) })
  }

  mutating func difference(_ a: Node, _ b: Node) -> Node { linear([Term(1, a), Term(-1, b)]) }

  mutating func scaled(_ a: Node, by factor: Double, plus constant: Double = 0) -> Node {
    linear([Term(factor, a)], plus: constant)
  }

  /// The product; a factor that is a constant makes it linear.
  mutating func product(_ a: Node, _ b: Node) -> Node {
    switch (value(of: a), value(of: b)) {
    case (let x?, let y?): constant(x * y)
    case (let x?, nil): scaled(b, by: x)
    case (nil, let y?): scaled(a, by: y)
    case (nil, nil): graph.node(.product(a, b))
    }
  }

  /// The quotient; a denominator that is a constant makes it linear.
  mutating func quotient(_ a: Node, _ b: Node) -> Node {
    guard let y = value(of: b), y != 0 else { return graph.node(.quotient(a, b)) }
    if let x = value(of: a) { return constant(x / y) }
    return scaled(a, by: 1 / y)
  }
}
