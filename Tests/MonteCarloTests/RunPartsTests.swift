import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// Parts of a run, put together, against the run itself.
@Suite struct RunPartsTests {
  private static let seed: UInt64 = 11

  private static func parts(
    _ kind: StateCase, _ parts: Int, _ simulation: Simulation
  ) async throws -> [RunState] {
    var states: [RunState] = []
    for part in 1...parts {
      let state = try await simulation.part(
        part, of: parts, draws: kind.draws, seed: seed, sampling: kind.sampling,
        threads: 1 + part % 3)
      // By way of the bytes that a file would hold.
      let file = try StateFile(StateFile(heading: [1, 2, 3], body: state.bytes).bytes)
      states.append(try RunState(file.body))
    }
    return states
  }

  /// Bit for bit, for every sampling, in any order, with parts that are empty among them.
  @Test(arguments: StateCase.answering, [1, 7, 64])
  func addUpToTheRun(kind: StateCase, count: Int) async throws {
    let simulation = try kind.simulation(seed: Self.seed)
    let whole = try await simulation.run(
      draws: kind.draws, seed: Self.seed, sampling: kind.sampling, threads: 2)
    let states = try await Self.parts(kind, count, simulation)
    for order in [states, states.reversed(), states.sorted { $0.bytes.count < $1.bytes.count }] {
      var parts = try RunParts(simulation, of: order[0].key)
      for state in order { try parts.add(state) }
      #expect(parts.missing.isEmpty)
      expectSame(try await parts.ensemble(threads: 2), whole, "\(kind) in \(count) parts")
    }
  }

  @Test func rareTargetsAreLookedAtOnce() async throws {
    let simulation = try StateCase.rare.simulation(seed: Self.seed)
    let whole = try await simulation.run(draws: StateCase.rare.draws, seed: Self.seed, threads: 2)
    #expect(whole.targets.count { $0.rare != nil } == 2)
  }

  @Test func everyDrawIsInOnePart() {
    for draws in [1, 1000, 1024, 1025, 70_000, Simulation.maximumDraws] {
      for sampling in Sampling.allCases {
        for count in [1, 2, 7, 64, 1000] {
          var next = 0
          for part in 1...count {
            let range = Simulation.draws(ofPart: part, of: count, draws: draws, sampling: sampling)
            #expect(range.lowerBound == next)
            next = range.upperBound
          }
          #expect(next == Simulation.draws(draws, sampling: sampling))
        }
      }
    }
  }

  @Test func missingAndDoubleDrawsAreNamed() async throws {
    let simulation = try StateCase.sobol.simulation(seed: Self.seed)
    let states = try await Self.parts(.sobol, 7, simulation)
    var parts = try RunParts(simulation, of: states[0].key)
    for place in [5, 0, 3, 4] { try parts.add(states[place]) }
    let second = states[1].draws.lowerBound..<states[2].draws.upperBound
    #expect(parts.missing == [second, states[6].draws])
    await #expect(throws: StateError.missing(parts.missing)) { try await parts.ensemble() }
    for place in [0, 3, 5] {
      #expect(throws: StateError.doubled(states[place].draws)) { try parts.add(states[place]) }
    }
    // What was refused has left nothing.
    for place in [1, 2, 6] { try parts.add(states[place]) }
    let whole = try await simulation.run(
      draws: StateCase.sobol.draws, seed: Self.seed, sampling: .sobol)
    expectSame(try await parts.ensemble(), whole)
  }

  @Test func overlappingPartsOfOtherSharingsAreRefused() async throws {
    let simulation = try StateCase.pseudoRandom.simulation(seed: Self.seed)
    let thirds = try await Self.parts(.pseudoRandom, 3, simulation)
    let halves = try await Self.parts(.pseudoRandom, 2, simulation)
    var parts = try RunParts(simulation, of: thirds[0].key)
    try parts.add(thirds[1])
    for half in halves {
      #expect(throws: StateError.doubled(thirds[1].draws.clamped(to: half.draws))) {
        try parts.add(half)
      }
    }
  }

  /// Each difference by its name.
  @Test func otherRunsAreRefused() async throws {
    let kind = StateCase.pseudoRandom
    let simulation = try kind.simulation(seed: Self.seed)
    func part(
      _ simulation: Simulation, draws: Int = kind.draws, seed: UInt64 = Self.seed,
      sampling: Sampling = .pseudoRandom
    ) async throws -> RunState {
      try await simulation.part(1, of: 50, draws: draws, seed: seed, sampling: sampling)
    }
    let parts = try RunParts(simulation, of: await part(simulation).key)
    func refused(_ state: RunState, _ difference: RunDifference) {
      var parts = parts
      #expect(throws: StateError.otherRun(difference)) { try parts.add(state) }
    }
    refused(try await part(simulation, seed: 12), .seed(12, 11))
    refused(
      try await part(simulation, draws: 37_008), .length(.draws(37_008), .draws(kind.draws)))
    refused(
      try await part(simulation, sampling: .antithetic), .sampling("antithetic", "pseudo-random"))
    let few = try Simulation(SmallEconomy.scenario(), recording: Recording(.named))
    refused(try await part(few), .model)
    var scenario = try SmallEconomy.scenario()
    scenario.targets.removeLast()
    refused(try await part(Simulation(scenario)), .model)
    // The same model and other distributions: the first draws tell.
    scenario = try SmallEconomy.scenario()
    scenario.uncertainty = try JointDistribution(variables: scenario.uncertainty.variables)
    refused(try await part(Simulation(scenario)), .arithmetic)
  }

  /// A control changes nothing that is recorded but the counts of the control.
  @Test func otherControlsAreRefused() async throws {
    let plain = try Simulation(PlainCase.scenario())
    let controlled = try StateCase.controlled.simulation(seed: Self.seed)
    #expect(controlled.plan.goals[0].control != nil)
    let part = try await plain.part(1, of: 50, draws: 37_009, seed: Self.seed)
    let other = try await controlled.part(2, of: 50, draws: 37_009, seed: Self.seed)
    var parts = try RunParts(plain, of: part.key)
    try parts.add(part)
    #expect(throws: StateError.otherRun(.model)) { try parts.add(other) }
  }

  @Test func drawsOutOfRangeAreRefused() async throws {
    let simulation = try StateCase.pseudoRandom.simulation(seed: 1)
    await #expect(throws: SimulationError.drawsOutOfRange(0)) {
      try await simulation.part(1, of: 2, draws: 0, seed: 1)
    }
  }
}
