import Stochastics

/// A run that is under way: where its draws come from, and what those that are done have found.
struct PartialRun: Sendable {
  let simulation: Simulation
  let source: DrawSource
  let key: RunKey
  /// The first of the draws that are done here.
  let first: Int
  private(set) var tally: Tally

  /// A run without a draw.
  ///
  /// - Parameter first: the number of the first draw, that of a block.
  /// - Throws: `SimulationError`.
  init(
    _ simulation: Simulation, _ length: RunLength, seed: UInt64, sampling: Sampling,
    first: Int = 0
  ) throws(SimulationError) {
    switch length {
    case .draws(let draws), .precision(_, let draws):
      guard 1...Simulation.maximumDraws ~= draws else { throw .drawsOutOfRange(draws) }
    }
    let source = try simulation.source(seed: seed, sampling: sampling)
    self.simulation = simulation
    self.source = source
    self.first = first
    key = RunKey(
      simulation.plan, seed: seed, sampling: sampling, length: length,
      isWeighted: source.isWeighted)
    tally = Tally(
      plan: simulation.plan, scales: simulation.scales(source), replicates: sampling.replicates,
      isWeighted: source.isWeighted)
  }

  /// The number of the next draw.
  var next: Int { first + tally.made }

  /// What has been found.
  ///
  /// - Parameter goal: where the run stops next.
  func state(goal: Int) -> RunState {
    RunState(key, draws: first..<next, goal: goal, tally: tally)
  }

  /// Adds what was found elsewhere, or before.
  ///
  /// - Throws: `StateError.otherRun` where it is of another run, and `StateError.malformed` where there are
  ///   more draws together than a run can have.
  mutating func add(_ state: RunState) throws(StateError) {
    if let difference = state.key.difference(from: key) { throw .otherRun(difference) }
    var hasOtherScale = false
    var draws = 0
    let records = tally.records
    try state.forEachItem {
      switch $0 {
      case .totals(let totals): draws = totals.draws
      case .record(let k, let record, _):
        if !record.isAlike(records[k]) { hasOtherScale = true }
      default: break
      }
    }
    if hasOtherScale { throw .otherRun(.arithmetic) }
    guard tally.draws + draws <= Simulation.maximumDraws else { throw .malformed }
    try state.forEachItem { tally.add($0) }
    tally.made += state.draws.count
  }

  /// Makes the draws up to a number, and hands over the state now and then.
  ///
  /// - Parameters:
  ///   - end: that of a block, or the end of the run.
  ///   - progress: called now and then with the number of draws done here.
  mutating func extend(
    to end: Int, threads: Int, checkpoints: Checkpoints?,
    progress: @escaping @Sendable (Int) -> Void
  ) async throws {
    let (plan, source) = (simulation.plan, source)
    let scales = tally.records.map { ($0.centre, $0.scale) }
    let replicates = tally.replicates?.count
    let work = WorkCounter(progress, done: tally.made)
    while next < end {
      try await SharedDraws(next..<end, threads: threads).run(
        progress: work.add, isDue: checkpoints?.isDue
      ) { blocks in
        var own = Tally(
          plan: plan, scales: scales, replicates: replicates, isWeighted: source.isWeighted)
        let evaluator = BlockEvaluator(plan, source)
        while let block = try blocks.next() {
          evaluator.evaluate(firstDraw: block.lowerBound, count: block.count) {
            own.add(plan, firstDraw: block.lowerBound, count: $1, level: $2, from: $0)
          }
          own.made += block.count
        }
        own.unsolved = evaluator.unsolved
        own.settle()
        return own
      } each: {
        // The sums are integers, so the order in which tasks finish does not show.
        tally.add($0)
      }
      if next < end { try checkpoints?.save(state(goal: end)) }
    }
  }

  /// The findings, those of `lookingCloser` among them: at rare targets where the run is long enough for it.
  ///
  /// - Parameter checkpoints: take the state once more before such a look, which may take a while.
  /// - Throws: `SimulationError` when there are none.
  func finished(
    threads: Int, checkpoints: Checkpoints? = nil, progress: @escaping @Sendable (Int) -> Void
  ) async throws -> Ensemble {
    let ensemble = try simulation.ensemble(
      tally, seed: key.seed, sampling: key.sampling, source: source)
    let hasRareTargets = looksAtRareTargets && simulation.hasRareTargets(ensemble)
    if hasRareTargets { try checkpoints?.save(state(goal: next)) }
    return try await simulation.lookingCloser(
      ensemble, source, atRareTargets: hasRareTargets, threads: threads, progress: progress)
  }

  /// Whether the run is meant to be long, and its draws are plain ones.
  private var looksAtRareTargets: Bool {
    if source.isWeighted { return false }
    switch key.length {
    case .draws(let asked): return asked >= Simulation.leastDrawsForRareTargets
    case .precision: return true
    }
  }
}

extension ColumnRecord {
  /// Whether what another record holds can be added.
  fileprivate func isAlike(_ other: ColumnRecord) -> Bool {
    centre.bitPattern == other.centre.bitPattern && scale.bitPattern == other.scale.bitPattern
  }
}
