import GrowthModel
import Stochastics

/// Several scenarios made ready to be evaluated in the same draws, one block after the other.
struct ComparisonLayout: Sendable {
  /// One scenario.
  struct Part: Sendable {
    /// With its columns among those of all.
    let plan: Plan
    /// The same without its targets, which are counted together.
    let counted: Plan
    /// The centre and scale of each recorded column.
    let scales: [(centre: Double, scale: Double)]
    /// The goals that all scenarios have, in the order of the first one.
    let shared: [Plan.Goal]
    let simulation: Simulation
  }

  /// A scenario against the first one.
  struct Pair: Sendable {
    /// The goals of the same target in both.
    let targets: [(first: Int, second: Int)]
    let quantities: [QuantityPair]
  }

  let scenarios: [Part]
  /// One for each scenario but the first.
  let pairs: [Pair]
  let pool: ColumnPool.Draws
  let columnCount: Int

  /// - Parameters:
  ///   - simulations: one for each scenario.
  ///   - seed: of the random numbers.
  ///   - threads: tasks that look at scenarios side by side.
  /// - Throws: `SimulationError`.
  init(_ simulations: [Simulation], seed: UInt64, threads: Int) async throws {
    var pool = ColumnPool(seed: seed)
    let places = try simulations.map { try pool.add($0.plan, $0.scenario.uncertainty) }
    var next = pool.columnCount
    let plans = zip(simulations, places).map { simulation, columns in
      defer { next += simulation.plan.steps.count }
      return simulation.plan.moved(variables: columns, firstStep: next)
    }
    columnCount = next
    self.pool = pool.draws
    let scales = try await concurrently(simulations, threads: threads) {
      try $0.scales($0.sampler($0.plan, seed: seed))
    }
    let others = plans.dropFirst().map { Set($0.goals.map(\.target.id)) }
    let shared = plans[0].goals.map(\.target.id).filter { id in
      others.allSatisfy { $0.contains(id) }
    }
    scenarios = simulations.indices.map { k in
      var counted = plans[k]
      counted.goals = []
      return Part(
        plan: plans[k], counted: counted, scales: scales[k],
        shared: shared.compactMap { id in plans[k].goals.first { $0.target.id == id } },
        simulation: simulations[k])
    }
    pairs = plans.indices.dropFirst().map { k in
      let (first, second) = (plans[0], plans[k])
      let known = Dictionary(
        second.quantities.enumerated().map { ($1.quantity.path, $0) },
        uniquingKeysWith: { first, _ in first })
      return Pair(
        targets: first.goals.enumerated().compactMap { number, goal in
          second.goals.firstIndex { $0.target.id == goal.target.id }.map { (number, $0) }
        },
        quantities: first.quantities.enumerated().compactMap { number, found in
          guard let other = known[found.quantity.path],
            second.quantities[other].quantity.unit == found.quantity.unit
          else { return nil }
          return QuantityPair(
            places: (number, other), first: (found.view, first, scales[0]),
            second: (second.quantities[other].view, second, scales[k]))
        })
    }
  }

  /// Evaluates a block of all scenarios.
  func evaluate(firstDraw: Int, count: Int, in workspace: Workspace) {
    pool.fill(firstDraw: firstDraw, count: count, in: workspace)
    for scenario in scenarios { scenario.plan.evaluateSteps(count: count, in: workspace) }
  }
}

/// A quantity that two scenarios have.
struct QuantityPair: Sendable {
  /// The places in the plans.
  let places: (first: Int, second: Int)
  private let first: Plan.View
  private let second: Plan.View
  /// About the mean of the difference, and how far it strays from it.
  let centre: Double
  let scale: Double

  typealias Shown = (view: Plan.View, plan: Plan, scales: [(centre: Double, scale: Double)])

  init(places: (Int, Int), first: Shown, second: Shown) {
    self.places = places
    self.first = first.view
    self.second = second.view
    func middle(_ shown: Shown) -> (centre: Double, scale: Double) {
      guard let column = shown.view.column, let place = shown.plan.recorded.firstIndex(of: column)
      else { return (shown.view.offset, 0) }
      let found = shown.scales[place]
      return (
        shown.view.offset + shown.view.factor * found.centre, abs(shown.view.factor) * found.scale
      )
    }
    let (one, other) = (middle(first), middle(second))
    centre = other.centre - one.centre
    let widest = max(one.scale, other.scale)
    scale = widest > 0 && (1 / widest).isFinite ? widest : 1
  }

  /// Adds the differences of a block, in runs as `Moments` takes them.
  func add(to moments: inout Moments, count: Int, from workspace: Workspace) {
    for start in stride(from: 0, to: count, by: Moments.runLength) {
      let rows = min(Moments.runLength, count - start)
      let (sum, squares) = sums(start, rows, workspace)
      moments.add(count: rows, sum: sum, sumOfSquares: squares)
    }
  }

  private func sums(_ start: Int, _ rows: Int, _ workspace: Workspace) -> (Double, Double) {
    let inverse = 1 / scale
    let offset = (second.offset - first.offset - centre) * inverse
    let (a, b) = (first.factor * inverse, second.factor * inverse)
    // A view without a column has the factor zero, and any column will do.
    let one = UnsafeRawPointer(workspace.column(first.column ?? second.column ?? 0) + start)
    let other = UnsafeRawPointer(workspace.column(second.column ?? first.column ?? 0) + start)
    guard first.column != nil || second.column != nil else {
      return (Double(rows) * offset, Double(rows) * offset * offset)
    }
    var sum = SIMD8<Double>.zero
    var squares = SIMD8<Double>.zero
    let whole = rows / 8 * 8
    for i in stride(from: 0, to: whole, by: 8) {
      let x = one.loadUnaligned(fromByteOffset: 8 * i, as: SIMD8<Double>.self)
      let y = other.loadUnaligned(fromByteOffset: 8 * i, as: SIMD8<Double>.self)
      let u = offset + (b * y - a * x)
      sum += u
      squares += u * u
    }
    var total = sum.sum()
    var totalSquares = squares.sum()
    for i in whole..<rows {
      let x = one.loadUnaligned(fromByteOffset: 8 * i, as: Double.self)
      let y = other.loadUnaligned(fromByteOffset: 8 * i, as: Double.self)
      let u = offset + (b * y - a * x)
      total += u
      totalSquares += u * u
    }
    return (total, totalSquares)
  }
}

/// Works on some items side by side.
///
/// - Parameters:
///   - items: what is worked on.
///   - threads: tasks, at least one.
///   - work: what is done with one item.
/// - Returns: the results in the order of the items.
func concurrently<Item: Sendable, Result: Sendable>(
  _ items: [Item], threads: Int, work: @escaping @Sendable (Item) throws -> Result
) async throws -> [Result] {
  var results = [Result?](repeating: nil, count: items.count)
  try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
    let tasks = min(max(threads, 1), max(items.count, 1))
    for task in 0..<tasks {
      group.addTask {
        try stride(from: task, to: items.count, by: tasks).map { number in
          try Task.checkCancellation()
          return (number, try work(items[number]))
        }
      }
    }
    for try await part in group {
      for (number, result) in part { results[number] = result }
    }
  }
  return results.compactMap(\.self)
}
