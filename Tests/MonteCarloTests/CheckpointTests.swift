import Stochastics
import Synchronization
import Testing

@testable import MonteCarlo

/// Runs that are stopped and go on, against runs that are not.
@Suite struct CheckpointTests {
  private static let seed: UInt64 = 5

  private struct Stopped: Error {}

  /// The states that a run hands over; it is stopped at one of them.
  private final class Keeper: Sendable {
    private let kept = Mutex<[[UInt8]]>([])
    private let most: Int

    init(stoppingAfter most: Int) { self.most = most }

    var last: [UInt8]? { kept.withLock { $0.last } }

    func checkpoints(from start: RunState?) -> Checkpoints {
      Checkpoints(
        start: start, isDue: { true },
        save: { state in
          let count = self.kept.withLock { kept in
            kept.append(state.bytes)
            return kept.count
          }
          // All draws are handed over once more before the closer look that they are resumed for.
          if count >= self.most, state.draws != start?.draws { throw Stopped() }
        })
    }
  }

  /// Stops a run after each of its checkpoints, begins anew with the bytes of the last one, and so on.
  private func inPieces(
    every most: Int, _ run: (Checkpoints) async throws -> Ensemble
  ) async throws -> (ensemble: Ensemble, pieces: Int) {
    var state: RunState?
    for piece in 1...1000 {
      let keeper = Keeper(stoppingAfter: most)
      do {
        return (try await run(keeper.checkpoints(from: state)), piece)
      } catch is Stopped {
        state = try RunState(try #require(keeper.last)[...])
      }
    }
    throw Stopped()
  }

  @Test(arguments: StateCase.answering, [1, 3])
  func goesOnToTheSameBits(kind: StateCase, threads: Int) async throws {
    let simulation = try kind.simulation(seed: Self.seed)
    let whole = try await simulation.run(
      draws: kind.draws, seed: Self.seed, sampling: kind.sampling, threads: 2)
    let (ensemble, pieces) = try await inPieces(every: 1) {
      try await simulation.run(
        draws: kind.draws, seed: Self.seed, sampling: kind.sampling, threads: threads,
        checkpoints: $0)
    }
    // Each piece is one hand of blocks, and a closer look at rare targets is one more.
    let hands = (Simulation.draws(kind.draws, sampling: kind.sampling) + 16_383) / 16_384
    #expect(pieces >= hands / threads && pieces <= hands + 1)
    expectSame(ensemble, whole, "\(kind)")
  }

  @Test(arguments: [StateCase.pseudoRandom, .sobol, .controlled, .rare], [1, 2])
  func precisionIsReachedInThePieces(kind: StateCase, most: Int) async throws {
    let simulation = try kind.simulation(seed: Self.seed)
    func run(_ checkpoints: Checkpoints?) async throws -> Ensemble {
      try await simulation.run(
        precision: 0.0012, maximumDraws: 400_000, seed: Self.seed, sampling: kind.sampling,
        threads: 2, checkpoints: checkpoints)
    }
    let (ensemble, pieces) = try await inPieces(every: most) { try await run($0) }
    #expect(most > 1 || pieces > 1)
    expectSame(ensemble, try await run(nil), "\(kind)")
  }

  /// A part can be stopped too.
  @Test func partsGoOn() async throws {
    let kind = StateCase.latinHypercube
    let simulation = try kind.simulation(seed: Self.seed)
    let keeper = Keeper(stoppingAfter: 1)
    func part(_ checkpoints: Checkpoints?) async throws -> RunState {
      try await simulation.part(
        2, of: 2, draws: 70_000, seed: Self.seed, sampling: kind.sampling, threads: 1,
        checkpoints: checkpoints)
    }
    await #expect(throws: Stopped.self) { try await part(keeper.checkpoints(from: nil)) }
    let state = try RunState(try #require(keeper.last)[...])
    #expect(!state.draws.isEmpty && state.draws.count < 35_000)
    let more = Keeper(stoppingAfter: 100)
    #expect(try await part(more.checkpoints(from: state)).bytes == part(nil).bytes)
    // The other part is of the same run and of other draws.
    await #expect(throws: StateError.self) {
      try await simulation.part(
        1, of: 2, draws: 70_000, seed: Self.seed, sampling: kind.sampling,
        checkpoints: more.checkpoints(from: state))
    }
  }

  @Test func otherRunsAreRefused() async throws {
    let kind = StateCase.pseudoRandom
    let simulation = try kind.simulation(seed: Self.seed)
    let keeper = Keeper(stoppingAfter: 1)
    await #expect(throws: Stopped.self) {
      try await simulation.run(
        draws: kind.draws, seed: Self.seed, checkpoints: keeper.checkpoints(from: nil))
    }
    let state = try RunState(try #require(keeper.last)[...])
    await #expect(throws: StateError.otherRun(.seed(5, 6))) {
      try await simulation.run(
        draws: kind.draws, seed: 6, checkpoints: keeper.checkpoints(from: state))
    }
    let lengths = (RunLength.draws(kind.draws), RunLength.precision(0.01, atMost: kind.draws))
    await #expect(throws: StateError.otherRun(.length(lengths.0, lengths.1))) {
      try await simulation.run(
        precision: 0.01, maximumDraws: kind.draws, seed: Self.seed,
        checkpoints: keeper.checkpoints(from: state))
    }
  }
}
