import GrowthModel
import Stochastics

/// The plain arithmetic of a target: with every input at its mean, how much faster an activity alone would have
/// to grow for the target to be met exactly.
///
/// The growth of all leaves of the activity moves by the same number of percentage points in every step; all
/// else, deflators and effects too, is as it is.
public struct ArithmeticGap: Sendable, Equatable {
  /// An activity, and its growth in the period of the target.
  public struct Row: Sendable, Equatable {
    /// The id of the activity.
    public let id: String
    /// What people call the activity.
    public let name: String
    /// 0 for a top activity, 1 for one below it.
    public let depth: Int
    /// With every input at its mean; of a target about growth a year over several years, that average.
    public let expected: Double
    /// With which the target is met exactly; nil where no growth between `lowest` and `highest` does it.
    public let needed: Double?

    /// Puts together what the properties hold.
    public init(id: String, name: String, depth: Int, expected: Double, needed: Double?) {
      self.id = id
      self.name = name
      self.depth = depth
      self.expected = expected
      self.needed = needed
    }
  }

  /// The quantity of the target with every input at its mean.
  public let expected: Double
  /// The edge of the target: its threshold, or the nearer end of what it tolerates.
  public let edge: Double
  /// Whether the target is met with every input at its mean.
  public let isMet: Bool
  /// The top activities, the leaves of the largest after it.
  public let rows: [Row]

  /// Puts together what the properties hold.
  public init(expected: Double, edge: Double, isMet: Bool, rows: [Row]) {
    self.expected = expected
    self.edge = edge
    self.isMet = isMet
    self.rows = rows
  }

  /// The change of the growth of a leaf, in any step, beyond which nothing is looked for: a fraction. Growth
  /// itself stays above -100%.
  static let mostShift = 4.0
  private static let steps = 200

  /// - Parameters:
  ///   - scenario: what is evaluated.
  ///   - target: whose arithmetic it is.
  /// - Returns: nil where an input has no finite mean, or the quantity none with inputs at their means.
  /// - Throws: `SimulationError` when the economy cannot be evaluated.
  init?(_ scenario: Scenario, target: Target) throws(SimulationError) {
    let model = try ShiftedModel(scenario)
    guard let quantity = model.graph.quantity(target.quantity) else {
      throw .unknownQuantity(target: target.id, quantity: target.quantity)
    }
    let still = model.values(shift: 0, of: [])
    let expected = still[quantity.node.index]
    guard expected.isFinite else { return nil }
    let edge = target.edge(nearest: expected)
    let economy = scenario.economy
    let largest = economy.activities.filter { !$0.children.isEmpty }.max { $0.volume < $1.volume }
    var rows: [Row] = []
    for top in economy.activities {
      let below = top.id == largest?.id ? top.leaves.map(\.id) : []
      for (id, depth) in [(top.id, 0)] + below.map({ ($0, 1) }) {
        guard let activity = economy.allActivities.first(where: { $0.id == id }),
          let growth = model.growth(of: activity, in: quantity)
        else { continue }
        let leaves = Set(activity.leaves.map(\.id))
        let shift = model.shift(of: leaves) { $0[quantity.node.index] - edge }
        rows.append(
          Row(
            id: id, name: activity.name, depth: depth, expected: still[growth.index],
            needed: shift.map { model.values(shift: $0, of: leaves)[growth.index] }))
      }
    }
    self.init(
      expected: expected, edge: edge, isMet: target.distance(of: expected) <= target.rounding,
      rows: rows)
  }

  /// The zero of a function of one number that is nearest to zero, on a fine enough look outwards.
  ///
  /// - Parameters:
  ///   - range: where it is looked for; holds zero.
  ///   - function: continuous.
  static func zero(in range: ClosedRange<Double>, of function: (Double) -> Double) -> Double? {
    let start = function(0)
    guard start != 0 else { return 0 }
    guard start.isFinite else { return nil }
    var found: [Double] = []
    for end in [range.upperBound, range.lowerBound] where end != 0 {
      var (before, valueBefore) = (0.0, start)
      for step in 1...Self.steps {
        // Even steps would be coarse near zero, where most answers are.
        let part = Double(step) / Double(Self.steps)
        let next = end * part * part
        let value = function(next)
        guard value.isFinite else { break }
        if value == 0 || (value > 0) != (valueBefore > 0) {
          found.append(bisect(before, next, valueBefore, function))
          break
        }
        (before, valueBefore) = (next, value)
      }
    }
    return found.min { $0.magnitude < $1.magnitude }
  }

  /// Halves an interval down to neighbouring numbers, by the sign at its first end.
  private static func bisect(
    _ first: Double, _ last: Double, _ valueFirst: Double, _ function: (Double) -> Double
  ) -> Double {
    var (a, b) = (first, last)
    while true {
      let middle = a + (b - a) / 2
      guard middle != a, middle != b else { return b }
      let value = function(middle)
      if value == 0 { return middle }
      if (value > 0) == (valueFirst > 0) { a = middle } else { b = middle }
    }
  }
}

/// The model with the baseline growth of every leaf as an input, at the means of all inputs.
private struct ShiftedModel {
  let graph: QuantityGraph
  /// Every input at its mean.
  private let means: [String: Double]
  /// The inputs of the growth of each leaf.
  private let growth: [String: [String]]

  init(_ scenario: Scenario) throws(SimulationError) {
    var means: [String: Double] = [:]
    for variable in scenario.uncertainty.variables {
      means[variable.name] = variable.marginal.mean
    }
    var growth: [String: [String]] = [:]
    let steps = scenario.economy.timeline.steps
    var economy = scenario.economy
    economy.activities = economy.activities.map { activity in
      activity.mapLeaves { id, leaf in
        var inputs: [Period: Input] = [:]
        for step in steps {
          let name = "growth \(id) \(step)"
          growth[id, default: []].append(name)
          means[name] =
            switch leaf.growth[step] {
            case .constant(let value): value
            case .uncertain(let variable): means[variable]
            case nil: nil
            }
          inputs[step] = .uncertain(name)
        }
        return Leaf(
          volumes: leaf.volumes, values: leaf.values, growth: .byPeriod(inputs),
          deflator: leaf.deflator)
      }
    }
    do throws(EconomyError) {
      graph = try economy.quantityGraph()
    } catch {
      throw .economy(error)
    }
    self.means = means
    self.growth = growth
  }

  func values(shift: Double, of leaves: Set<String>) -> [Double] {
    guard shift != 0 else { return graph.values(at: means) }
    var inputs = means
    for name in leaves.flatMap({ growth[$0] ?? [] }) {
      inputs[name] = (means[name] ?? .nan) + shift
    }
    return graph.values(at: inputs)
  }

  /// The shift of the growth of some leaves at which a function of all values is zero.
  func shift(of leaves: Set<String>, where function: ([Double]) -> Double) -> Double? {
    let slowest = leaves.flatMap { growth[$0] ?? [] }.compactMap { means[$0] }.min() ?? 0
    let lowest = min((-1 - slowest).nextUp, 0)
    return ArithmeticGap.zero(in: lowest...ArithmeticGap.mostShift) {
      function(values(shift: $0, of: leaves))
    }
  }

  /// The growth of an activity in the period of a quantity, where the model has it there; else that of the
  /// year.
  func growth(of activity: Activity, in quantity: Quantity) -> QuantityGraph.Node? {
    let path = activity.id + ".growth"
    let ways =
      quantity.kind == .average
      ? [path + ".average"]
      : [path + ".\(quantity.period)", path + ".\(Period(year: quantity.period.year))"]
    return (ways + [path]).lazy.compactMap { graph.quantity($0)?.node }.first
  }
}

extension Activity {
  /// The activity with other leaves in the place of its own.
  fileprivate func mapLeaves(_ change: (String, Leaf) -> Leaf) -> Activity {
    switch content {
    case .leaf(let leaf):
      Activity(id: id, name: name, kind: kind, content: .leaf(change(id, leaf)))
    case .group(let children):
      Activity(
        id: id, name: name, kind: kind, content: .group(children.map { $0.mapLeaves(change) }))
    }
  }

  fileprivate var volume: Double { leaves.reduce(0) { $0 + $1.leaf.baseVolume } }
}

extension Target {
  /// The edge of what meets the target that is nearest to a value: the threshold, or the nearer end of what it
  /// tolerates.
  func edge(nearest value: Double) -> Double {
    switch comparison {
    case .atLeast, .atMost: threshold
    case .within(let tolerance): value < threshold ? threshold - tolerance : threshold + tolerance
    }
  }
}
