import Stochastics

extension Simulation {
  /// The draws of one part of a run that several machines share: whole blocks, and each part as many as the
  /// others or one block more.
  ///
  /// - Parameters:
  ///   - part: from 1 to `parts`.
  ///   - parts: how many there are, at most `mostParts`; some are empty where there are fewer blocks.
  ///   - draws: of the whole run, as asked for.
  ///   - sampling: how the draws are spread.
  /// - Precondition: 1 <= part <= parts <= `mostParts`.
  public static func draws(
    ofPart part: Int, of parts: Int, draws: Int, sampling: Sampling
  ) -> Range<Int> {
    precondition(1...parts ~= part && parts <= mostParts, "a part is one of all parts")
    let total = Self.draws(draws, sampling: sampling)
    let length = Workspace.blockLength
    let blocks = (total + length - 1) / length
    func bound(_ part: Int) -> Int { min(blocks * part / parts * length, total) }
    return bound(part - 1)..<bound(part)
  }

  /// The most parts that a run can be shared out in.
  public static let mostParts = 1_000_000

  /// Runs one part of a run, for `RunParts` to put together with the others.
  ///
  /// - Parameters:
  ///   - part: from 1 to `parts`.
  ///   - parts: how many there are, at most `mostParts`.
  ///   - draws: of the whole run, from 1 to `maximumDraws`.
  ///   - seed: what the random numbers follow from, together with the names of the variables.
  ///   - sampling: how the draws are spread.
  ///   - threads: tasks that evaluate blocks side by side, at least one.
  ///   - checkpoints: how the state is kept meanwhile; nil not to keep it.
  ///   - progress: called now and then, from any thread, with the number of draws done.
  /// - Throws: `SimulationError`, `StateError` where the state to go on with is of another part, or
  ///   `CancellationError` when the task was cancelled.
  /// - Precondition: 1 <= part <= parts <= `mostParts`.
  public func part(
    _ part: Int, of parts: Int, draws: Int, seed: UInt64, sampling: Sampling = .pseudoRandom,
    threads: Int = 1, checkpoints: Checkpoints? = nil,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> RunState {
    guard 1...Self.maximumDraws ~= draws else { throw SimulationError.drawsOutOfRange(draws) }
    try MemoryBudget.check(plan, threads: threads)
    let range = Self.draws(ofPart: part, of: parts, draws: draws, sampling: sampling)
    var run = try PartialRun(
      self, .draws(draws), seed: seed, sampling: sampling, first: range.lowerBound)
    try run.resume(checkpoints?.start, in: range)
    try await run.extend(
      to: range.upperBound, threads: threads, checkpoints: checkpoints, progress: progress)
    return run.state(goal: range.upperBound)
  }
}

extension PartialRun {
  /// Goes on with a state, if there is one.
  ///
  /// - Parameter range: the draws that are to be made.
  /// - Returns: where the run stops next; nil without a state.
  /// - Throws: `StateError` where the state is of another run or of other draws of it.
  @discardableResult
  mutating func resume(_ state: RunState?, in range: Range<Int>) throws(StateError) -> Int? {
    guard let state else { return nil }
    try add(state)
    guard state.draws.lowerBound == range.lowerBound, state.draws.upperBound <= range.upperBound
    else { throw .otherRun(.draws(state.draws, range)) }
    return state.goal
  }
}

/// The parts of a run, put together.
public struct RunParts: Sendable {
  private var run: PartialRun
  /// The draws that are there, each range once, in their order.
  private var ranges: [Range<Int>] = []

  /// Begins with no part.
  ///
  /// - Parameters:
  ///   - simulation: compiled as that of the parts.
  ///   - key: of one of the parts, which says what run they are of.
  /// - Throws: `SimulationError`.
  public init(_ simulation: Simulation, of key: RunKey) throws(SimulationError) {
    run = try PartialRun(simulation, key.length, seed: key.seed, sampling: key.sampling)
  }

  /// Adds a part; in which order does not show.
  ///
  /// - Throws: `StateError.doubled` for draws that are there already, `StateError.otherRun` for those of
  ///   another run; nothing is added then.
  public mutating func add(_ state: RunState) throws(StateError) {
    let place = ranges.firstIndex { $0.lowerBound >= state.draws.lowerBound } ?? ranges.endIndex
    if !state.draws.isEmpty {
      for neighbour in ranges[..<place].suffix(1) + ranges[place...].prefix(1)
      where neighbour.overlaps(state.draws) {
        throw .doubled(neighbour.clamped(to: state.draws))
      }
    }
    try run.add(state)
    if !state.draws.isEmpty { ranges.insert(state.draws, at: place) }
  }

  /// The draws that no part has brought.
  public var missing: [Range<Int>] {
    var missing: [Range<Int>] = []
    var next = 0
    for range in ranges + [total..<total] {
      if range.lowerBound > next { missing.append(next..<range.lowerBound) }
      next = range.upperBound
    }
    return missing
  }

  /// Draws of the whole run.
  public var total: Int { run.key.length.most(run.key.sampling) }

  /// What the run has found, with a closer look at rare targets.
  ///
  /// - Parameters:
  ///   - threads: tasks that look at rare targets side by side, at least one.
  ///   - progress: called now and then, from any thread, with the number of draws done.
  /// - Throws: `StateError.missing` as long as draws are missing, `SimulationError`, or `CancellationError`
  ///   when the task was cancelled.
  public func ensemble(
    threads: Int = 1, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> Ensemble {
    guard missing.isEmpty else { throw StateError.missing(missing) }
    return try await run.finished(threads: threads, progress: progress)
  }
}
