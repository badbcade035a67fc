import GrowthModel

/// The names that the parts of a scenario can refer to.
struct ModelNames: FormulaScope {
  /// The unit of each quantity.
  private(set) var units: [String: Unit] = [:]
  /// Every quantity, in the order of the model.
  private(set) var names: [String] = []
  /// Names of the file whose meaning a mistake hides; nothing is reported of what refers to them.
  var broken: Set<String> = []
  let hasQuarters: Bool
  /// Every activity, with the leaves at or below it.
  private let leavesBelow: [String: [String]]
  let activities: [String]
  private(set) var levers: [String: Lever] = [:]

  init(_ economy: Economy) {
    hasQuarters = economy.timeline.step == .quarter
    activities = economy.allActivities.map(\.id)
    var below = Dictionary(
      economy.allActivities.map { ($0.id, $0.leaves.map(\.id)) },
      uniquingKeysWith: { first, _ in first })
    below["all"] = below["all"] ?? economy.leaves.map(\.id)
    leavesBelow = below
    levers = Dictionary(
      economy.levers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (path, unit) in economy.quantityNames() { add(path, unit) }
  }

  mutating func add(_ path: String, _ unit: Unit) {
    guard units.updateValue(unit, forKey: path) == nil else { return }
    names.append(path)
  }

  mutating func remove(_ path: String) {
    units[path] = nil
    names.removeAll { $0 == path }
  }

  func unit(of path: String) -> Unit? { units[path] }

  func leaves(of activity: String) -> [String]? { leavesBelow[activity] }

  func isLeaf(_ activity: String) -> Bool { leavesBelow[activity] == [activity] }
}
