import GrowthModel
import Stochastics

/// Counts the draws that meet a target at many settings of levers, the draws being the same at each.
///
/// Levers are columns of the plan. In a tile of draws the model is evaluated once with every lever where it
/// stands, and for each setting again what follows from the levers that are elsewhere.
struct LeverSweep: Sendable {
  /// Where some levers are, by their places; the others are where they stand.
  struct Setting: Sendable, Equatable {
    var positions: [Int: Double]

    /// The levers that are moved, ascending.
    var moved: [Int] { positions.keys.sorted() }
  }

  /// What draws at a setting showed.
  struct Count: Sendable, Equatable {
    var hits = 0
    var isFinite = true
  }

  let levers: [MovableLever]
  private var plan: PickFreezePlan
  private let goal: Plan.Goal
  private let uncertainty: JointDistribution
  /// The first column of the inputs of each lever.
  private let places: [Int]
  private var passes: [[Int]: PickFreezePlan.Pass] = [:]

  var quantity: Quantity { goal.quantity }

  /// Compiles what a target needs.
  ///
  /// - Parameters:
  ///   - scenario: what is evaluated.
  ///   - target: what is counted.
  ///   - levers: that are moved.
  /// - Throws: `SimulationError` when the scenario's parts do not fit together.
  init(
    _ scenario: Scenario, target: Target, levers: [MovableLever]
  ) throws(SimulationError) {
    self.levers = levers
    let graph: QuantityGraph
    do throws(EconomyError) {
      graph = try scenario.economy.moving(levers).quantityGraph()
    } catch {
      throw .economy(error)
    }
    uncertainty = scenario.uncertainty
    var names = uncertainty.variables.map(\.name)
    var ranges: [String: ClosedRange<Double>] = [:]
    var places: [Int] = []
    for lever in levers {
      places.append(names.count)
      for (input, range) in zip(lever.inputs, lever.ranges) {
        names.append(input.name)
        ranges[input.name] = range
      }
    }
    self.places = places
    let support = scenario.uncertainty
    let compiled = try Plan(
      graph: graph, variables: names, targets: [target], recording: Recording(.named)
    ) { ranges[$0] ?? support.marginal(of: $0)?.support ?? -.infinity ... .infinity }
    goal = compiled.goals[0]
    plan = PickFreezePlan(compiled, response: goal.view)
    for lever in levers.indices { prepare([lever]) }
  }

  /// Works out what is to be evaluated where some levers are moved.
  mutating func prepare(_ moved: [Int]) {
    guard passes[moved] == nil else { return }
    let columns = Set(moved.flatMap { places[$0]..<places[$0] + levers[$0].inputs.count })
    passes[moved] = plan.pass { columns.contains($0) }
  }

  /// Whether the quantity of the target depends on a lever at all.
  func reaches(_ lever: Int) -> Bool { passes[[lever]]?.response != nil }

  /// Counts the draws that meet the target at each of some settings.
  ///
  /// - Parameters:
  ///   - settings: whose levers were prepared together.
  ///   - draws: how many, the first of the seed.
  ///   - seed: what the random numbers follow from, together with the names of the variables.
  ///   - threads: tasks that evaluate blocks side by side, at least one.
  ///   - work: counts the draws that are done.
  /// - Throws: `SimulationError.notFinite`, or `CancellationError`.
  func hits(
    at settings: [Setting], draws: Int, seed: UInt64, threads: Int, work: WorkCounter
  ) async throws -> [Int] {
    try MemoryBudget.check(columns: plan.columnCount, records: 0, threads: threads)
    let sampler = try sampler(seed: seed)
    let requests = settings.map { setting in
      precondition(
        setting.positions.isEmpty || passes[setting.moved] != nil, "levers are prepared first")
      return Request(
        pass: setting.positions.isEmpty ? nil : passes[setting.moved],
        columns: setting.moved.flatMap { lever in
          let numbers = levers[lever].numbers(at: setting.positions[lever] ?? 0)
          return numbers.enumerated().map { (plan.second + places[lever] + $0, $1) }
        })
    }
    var counts = [Count](repeating: Count(), count: requests.count)
    try await SharedDraws(0..<draws, threads: threads).run(progress: work.add) { blocks in
      var own = [Count](repeating: Count(), count: requests.count)
      let workspace = Workspace(columnCount: plan.columnCount)
      fillPresent(workspace)
      while let block = try blocks.next() {
        sampler.fill(
          columns: workspace.columns, stride: Workspace.columnStride, count: block.count,
          firstDraw: block.lowerBound)
        add(requests, count: block.count, in: workspace, to: &own)
      }
      return own
    } each: { part in
      for k in counts.indices {
        counts[k].hits += part[k].hits
        counts[k].isFinite = counts[k].isFinite && part[k].isFinite
      }
    }
    guard counts.allSatisfy(\.isFinite) else {
      throw SimulationError.notFinite(quantity: goal.quantity.path)
    }
    return counts.map(\.hits)
  }

  /// A setting in terms of the plan.
  private struct Request: Sendable {
    /// Nil where no lever is moved.
    let pass: PickFreezePlan.Pass?
    /// Columns of the second set, and the number that each holds.
    let columns: [(column: Int, number: Double)]
  }

  private func sampler(seed: UInt64) throws(SimulationError) -> JointSampler {
    let used = plan.plan.usedVariables.filter { $0 < uncertainty.variables.count }
    do throws(SobolError) {
      return try JointSampler(uncertainty, seed: seed, needed: used)
    } catch {
      throw SimulationError(error)
    }
  }

  /// Puts the levers where they stand.
  private func fillPresent(_ workspace: Workspace) {
    for (lever, place) in zip(levers, places) {
      for (k, input) in lever.inputs.enumerated() {
        workspace.column(place + k).update(
          repeating: input.present, count: Workspace.columnStride)
      }
    }
  }

  private func add(
    _ requests: [Request], count: Int, in workspace: Workspace, to counts: inout [Count]
  ) {
    for rows in PickFreezePlan.tiles(count: count) {
      plan.evaluateBase(rows: rows, in: workspace)
      for (k, request) in requests.enumerated() {
        for (column, number) in request.columns {
          (workspace.column(column) + rows.lowerBound).update(
            repeating: number, count: rows.count)
        }
        if let pass = request.pass {
          plan.evaluate(pass, rows: rows, in: workspace)
        }
        hold(request.pass?.response ?? plan.response, rows, workspace, &counts[k])
      }
    }
  }

  /// Holds the target against some rows of a column, by the arithmetic of `Tally`.
  private func hold(
    _ view: Plan.View, _ rows: Range<Int>, _ workspace: Workspace, _ count: inout Count
  ) {
    let target = goal.target
    guard let column = view.column else {
      if target.distance(of: view.offset) <= target.rounding { count.hits += rows.count }
      count.isFinite = count.isFinite && view.offset.isFinite
      return
    }
    let source = UnsafeRawPointer(workspace.column(column) + rows.lowerBound)
    let (offset, factor) = (SIMD8(repeating: view.offset), SIMD8(repeating: view.factor))
    let (rounding, threshold) = (
      SIMD8(repeating: target.rounding), SIMD8(repeating: target.threshold)
    )
    var misses = SIMD8<UInt64>.zero
    // Stays zero as long as all numbers are finite.
    var dust = SIMD8<Double>.zero
    @inline(__always)
    func scan(_ distance: (SIMD8<Double>) -> SIMD8<Double>) {
      for i in stride(from: 0, to: rows.count, by: 8) {
        var value =
          offset + factor * source.loadUnaligned(fromByteOffset: 8 * i, as: SIMD8<Double>.self)
        if i + 8 > rows.count {
          // What stands beyond the last row counts as the last row, and is taken off again below.
          for lane in (rows.count - i)..<8 { value[lane] = value[rows.count - i - 1] }
        }
        dust += value - value
        let isMiss = (rounding - distance(value)).isMinus
        misses &-= isMiss
        if i + 8 > rows.count, isMiss[7] != 0 { misses[7] &-= UInt64(i + 8 - rows.count) }
      }
    }
    switch target.comparison {
    case .atLeast: scan { threshold - $0 }
    case .atMost: scan { $0 - threshold }
    case .within(let tolerance):
      let tolerance = SIMD8(repeating: tolerance)
      let magnitude = SIMD8<UInt64>(repeating: .max >> 1)
      scan { SIMD8(bits: ($0 - threshold).bits & magnitude) - tolerance }
    }
    count.hits += rows.count - Int(misses.wrappedSum())
    count.isFinite = count.isFinite && (dust.sum() == 0)
  }
}
