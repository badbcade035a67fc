import MonteCarlo
import Testing

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
}
