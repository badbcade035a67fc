import Testing

@testable import MonteCarlo

/// Whatever evaluates draws is refused where it would take more memory than there is, before it begins.
@Suite struct MemoryBudgetTests {
  enum Work: CaseIterable {
    case run, runToPrecision, sensitivity, comparison, reach, explanation

    func callAsFunction(_ scenario: Scenario) async throws {
      switch self {
      case .run: _ = try await Simulation(scenario).run(draws: 2000, seed: 1, threads: 2)
      case .runToPrecision:
        _ = try await Simulation(scenario).run(
          precision: 0.1, maximumDraws: 2000, seed: 1, threads: 2)
      case .sensitivity:
        _ = try await SensitivityAnalysis(scenario, targets: ["growth"])
          .run(draws: 2000, seed: 1, threads: 2)
      case .comparison:
        _ = try await ComparisonAnalysis(scenario, with: [(scenario, nil)])
          .run(draws: 2000, seed: 1, threads: 2)
      case .reach:
        _ = try await ReachAnalysis(scenario, target: "growth")
          .run(probability: 0.5, draws: 2000, seed: 1, threads: 2)
      case .explanation:
        _ = try await ExplanationAnalysis(scenario, targets: ["growth"])
          .run(draws: 2000, seed: 1, threads: 2)
      }
    }
  }

  @Test(arguments: Work.allCases) func refuses(_ work: Work) async throws {
    let scenario = try LinearLeverCase.random(3, levers: 2, isCertain: false).scenario()
    func allowed(_ bytes: Int) async throws {
      try await MemoryBudget.$current.withValue(MemoryBudget(bytes: bytes, processors: 2)) {
        try await work(scenario)
      }
    }
    await #expect {
      try await allowed(2 * 8 * 1024)
    } throws: {
      guard case SimulationError.tooLarge(let bytes, available: 16_384) = $0 else { return false }
      return 16_384..<50_000_000 ~= bytes
    }
    try await allowed(50_000_000)
  }

  /// Variants of a sweep are run side by side: what one may take, all of them may not.
  @Test func piecesSideBySideShare() async throws {
    let scenario = try LinearLeverCase.random(3, levers: 2, isCertain: false).scenario()
    func refused(bytes: Int, threads: Int) async throws -> Bool {
      try await MemoryBudget.$current.withValue(MemoryBudget(bytes: bytes, processors: 4)) {
        do {
          try await OrderedWork.run(0..<8, threads: threads) { piece in
            _ = try await Simulation(scenario).run(
              draws: 2000, seed: UInt64(piece), threads: 1)
          } each: { _, _ in
          }
          return false
        } catch SimulationError.tooLarge(_, let available) {
          #expect(available == bytes / threads)
          return true
        }
      }
    }
    var enough = 1 << 16
    while try await refused(bytes: enough, threads: 1) { enough *= 2 }
    #expect(try await refused(bytes: enough, threads: 4))
    #expect(try await !refused(bytes: 4 * enough, threads: 4))
    // Of more threads than processors no more work at a time.
    #expect(
      MemoryBudget(bytes: 100, processors: 4).shared(by: 9)
        == MemoryBudget(bytes: 25, processors: 1))
  }
}
