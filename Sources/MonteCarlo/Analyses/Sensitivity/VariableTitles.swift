import GrowthModel

/// What people call the uncertain variables of an economy.
struct VariableTitles {
  private let graph: QuantityGraph
  private let shocks: [String: String]

  init(_ economy: Economy, _ graph: QuantityGraph) {
    self.graph = graph
    let names = Dictionary(
      economy.allActivities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var shocks: [String: String] = [:]
    for activity in economy.shocks?.activities ?? [] {
      for step in economy.timeline.steps {
        shocks[ShockProcess.innovation(of: activity, in: step)] =
          "\(names[activity] ?? activity), shock in \(step)"
      }
    }
    self.shocks = shocks
  }

  /// The title of each variable: of the quantity that it is, or of the shock; its name where it is neither.
  func titles(of names: [String]) -> [String: String] {
    var nodes: [Int: String] = [:]
    for (index, operation) in graph.operations.enumerated() {
      if case .input(let name) = operation { nodes[index] = name }
    }
    var titles: [String: String] = [:]
    for quantity in graph.quantities {
      guard let name = nodes[quantity.node.index], titles[name] == nil else { continue }
      titles[name] = quantity.title
    }
    return Dictionary(
      names.map { ($0, titles[$0] ?? shocks[$0] ?? $0) }, uniquingKeysWith: { first, _ in first })
  }
}
