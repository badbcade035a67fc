import GrowthModel
import Stochastics

/// A run that is asked for again and again, each time with a little changed in the scenario.
///
/// The draws are the same every time. What follows from the same draws by the same arithmetic as before is not
/// evaluated again, and what is found is what `Simulation.run` finds, to the last bit: plans are compared column
/// by column, and nothing is done in another way. Draws are independent ones, without published figures, and
/// targets that hardly any draw meets get no closer look.
public actor LiveSimulation {
  /// What a recorded column showed.
  private struct Record {
    let sketch: Sketch
    let moments: Moments
  }

  /// Parts that the draws are shared out in, for each thread: a thread that is held up leaves the rest to others.
  private static let shardsPerThread = 2
  /// Shapes of plans of which it is remembered what is worth keeping.
  private static let mostPatterns = 64

  /// How many draws were made.
  public let draws: Int
  /// What the random numbers follow from.
  public let seed: UInt64
  private let shards: [LiveShard]
  private var identities = ColumnIdentities()
  /// The places in the shards' memory, by the numbers of columns.
  private var slots: [Int: Int] = [:]
  private var slotCount = 0
  /// The columns of the last answer.
  private var last: Set<Int> = []
  private var records: [Int: Record] = [:]
  /// Whether each column is worth keeping, by the shape of the plan.
  private var patterns: [[UInt8]: [Bool]] = [:]
  private var isBusy = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// - Parameters:
  ///   - draws: how many, from 1 to `Simulation.maximumDraws`.
  ///   - seed: what the random numbers follow from, together with the names of the variables.
  ///   - threads: that work side by side, at least one.
  /// - Throws: `SimulationError.drawsOutOfRange`.
  public init(draws: Int, seed: UInt64, threads: Int) throws(SimulationError) {
    guard 1...Simulation.maximumDraws ~= draws else { throw .drawsOutOfRange(draws) }
    self.draws = draws
    self.seed = seed
    let blocks = (draws + Workspace.blockLength - 1) / Workspace.blockLength
    let parts = min(max(threads, 1) * Self.shardsPerThread, blocks)
    shards = (0..<parts).map { part in
      let (first, end) = (blocks * part / parts, blocks * (part + 1) / parts)
      return LiveShard(
        draws: first * Workspace.blockLength..<min(end * Workspace.blockLength, draws),
        pilot: part == 0 ? Simulation.pilotDraws : 0)
    }
  }

  /// Runs a simulation.
  ///
  /// - Parameters:
  ///   - simulation: that is to be run.
  ///   - neighbours: simulations of the scenarios that are likely to be asked for next: what stays the same in
  ///     them is kept. Called now and then.
  /// - Throws: `SimulationError`, or `CancellationError` when the task was cancelled.
  /// - Precondition: the scenario has no published figures.
  public func answer(
    _ simulation: Simulation, neighbours: @Sendable () -> [Simulation] = { [] }
  ) async throws -> LiveAnswer {
    await enter()
    defer { leave() }
    precondition(simulation.scenario.actuals.isEmpty, "published figures need a run of their own")
    let plan = simulation.plan
    let numbers = identities.identify(plan, simulation.scenario.uncertainty)
    let isKept = pattern(plan, numbers, neighbours)
    let fresh = plan.recorded.filter { records[numbers[$0]] == nil }
    var pass = try pass(simulation, numbers, recording: fresh, isKept)
    pass.scales = try await scales(pass)
    let parts = try await run(pass)
    finish(pass, numbers)
    note(parts, pass, numbers)
    return try result(simulation, numbers, parts)
  }

  // MARK: One after the other

  private func enter() async {
    guard isBusy else {
      isBusy = true
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  private func leave() {
    if waiting.isEmpty { isBusy = false } else { waiting.removeFirst().resume() }
  }

  // MARK: What is evaluated

  /// Whether each column is worth keeping: it stays as it is in some neighbour, and what changes there looks
  /// at it.
  private func pattern(
    _ plan: Plan, _ numbers: [Int], _ neighbours: () -> [Simulation]
  ) -> [Bool] {
    let shape = plan.shape
    if let known = patterns[shape] { return known }
    var isKept = [Bool](repeating: false, count: plan.columnCount)
    let ends = Set(plan.goals.compactMap(\.view.column))
    for neighbour in neighbours() {
      let others = Set(
        identities.identify(neighbour.plan, neighbour.scenario.uncertainty))
      for end in ends where others.contains(numbers[end]) { isKept[end] = true }
      for (index, step) in plan.steps.enumerated()
      where !others.contains(numbers[plan.variableCount + index]) {
        for column in plan.columns(of: step) where others.contains(numbers[column]) {
          isKept[column] = true
        }
      }
    }
    // The distributions of the last scenario that was looked at are those of this one again.
    if patterns.count >= Self.mostPatterns { patterns.removeAll() }
    patterns[shape] = isKept
    return isKept
  }

  /// What is to be evaluated for some recorded columns and for all goals.
  private func pass(
    _ simulation: Simulation, _ numbers: [Int], recording: [Int], _ isKept: [Bool]
  ) throws(SimulationError) -> LivePass {
    let plan = simulation.plan
    var isNeeded = [Bool](repeating: false, count: plan.columnCount)
    for column in recording + plan.goals.compactMap(\.view.column) { isNeeded[column] = true }
    var steps: [Int] = []
    var loads: [LivePass.Transfer] = []
    var drawn: Set<Int> = []
    var made: [Int] = []
    for column in (0..<plan.columnCount).reversed() where isNeeded[column] {
      if let slot = slots[numbers[column]] {
        loads.append(LivePass.Transfer(column: column, slot: slot))
      } else if column < plan.variableCount {
        drawn.insert(column)
        made.append(column)
      } else {
        let index = column - plan.variableCount
        steps.append(index)
        made.append(column)
        for operand in plan.columns(of: plan.steps[index]) { isNeeded[operand] = true }
      }
    }
    // Places of columns that this plan does not have are written over.
    let current = Set(numbers)
    slots = slots.filter { current.contains($0.key) }
    let used = Set(slots.values)
    var free = (0..<slotCount).filter { !used.contains($0) }[...]
    var slotCount = slotCount
    var stores: [LivePass.Transfer] = []
    // What follows from the hand is other each time; what is the same a second time stays so for a while.
    for column in made where isKept[column] && (last.isEmpty || last.contains(numbers[column])) {
      if free.isEmpty {
        free.append(slotCount)
        slotCount += 1
      }
      stores.append(LivePass.Transfer(column: column, slot: free.removeFirst()))
    }
    let sampler =
      drawn.isEmpty ? nil : try simulation.sampler(plan.drawing(drawn), seed: seed)
    return LivePass(
      plan: plan.recording(recording), sampler: sampler, loads: loads, steps: steps.reversed(),
      stores: stores, slotCount: slotCount)
  }

  // MARK: Evaluation

  /// Centre and scale of each column that a pass records: those of `Simulation.run`.
  private func scales(_ pass: LivePass) async throws -> [(centre: Double, scale: Double)] {
    guard let first = shards.first, !pass.plan.recorded.isEmpty else { return [] }
    let columns = await first.pilot(pass)
    return try await concurrently(columns, threads: shards.count) {
      Simulation.scale(of: $0)
    }
  }

  private func run(_ pass: LivePass) async throws -> [LiveShard.Part] {
    try await withThrowingTaskGroup(of: (Int, LiveShard.Part).self) { group in
      for (number, shard) in shards.enumerated() {
        group.addTask { (number, try await shard.run(pass)) }
      }
      var parts = [LiveShard.Part?](repeating: nil, count: shards.count)
      for try await (number, part) in group { parts[number] = part }
      return parts.compactMap(\.self)
    }
  }

  /// Notes what is in the memory now, and forgets what this plan does not have.
  private func finish(_ pass: LivePass, _ numbers: [Int]) {
    let current = Set(numbers)
    for store in pass.stores { slots[numbers[store.column]] = store.slot }
    slotCount = pass.slotCount
    last = current
    records = records.filter { current.contains($0.key) }
    identities.keep(current)
  }

  /// Adds up what the shards recorded.
  private func note(_ parts: [LiveShard.Part], _ pass: LivePass, _ numbers: [Int]) {
    for (k, column) in pass.plan.recorded.enumerated() {
      let scale = pass.scales[k]
      var sketch = Sketch(centre: scale.centre, scale: scale.scale)
      var moments = Moments(centre: scale.centre, scale: scale.scale)
      for part in parts {
        let record = part.tally.records[k]
        moments.add(record.moments)
        sketch.add(
          counts: part.tally.bins(of: k), minimum: record.minimum, maximum: record.maximum)
      }
      records[numbers[column]] = Record(sketch: sketch, moments: moments)
    }
  }

  // MARK: Answers

  private func result(
    _ simulation: Simulation, _ numbers: [Int], _ parts: [LiveShard.Part]
  ) throws(SimulationError) -> LiveAnswer {
    let plan = simulation.plan
    var tally = Tally(plan: plan.recording([]), scales: [])
    for part in parts { tally.addScores(part.tally) }
    let summaries = try simulation.summaries(draws: draws) { column in
      records[numbers[column]].map { ($0.sketch, $0.moments, nil) }
    }
    let outcomes = simulation.outcomes(tally)
    let met = (0...plan.goals.count).map { target in parts.flatMap { $0.met[target] } }
    return LiveAnswer(
      ensemble: Ensemble(
        seed: seed, draws: draws, sampling: .pseudoRandom, quantities: summaries,
        targets: outcomes, allTargets: outcomes.isEmpty ? nil : tally.estimateOfAll),
      ids: plan.goals.map(\.target.id), met: met)
  }
}
