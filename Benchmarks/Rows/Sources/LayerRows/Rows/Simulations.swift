import MonteCarlo
import ScenarioFiles

extension Row {
  /// Whole runs in one process and on one thread, compiled beforehand.
  static var simulations: [Row] {
    [
      run("plain case", .simulation, counted: 48) {
        try scenario("Scenarios/son-la-2025-planned-weights.yaml")
      },
      run("quarterly Son La", .simulation, counted: 16) {
        try scenario("Scenarios/son-la-2025.yaml")
      },
      // With the search for the likeliest point, and the draws that weights and bins are scaled by.
      run("quarterly Son La, published figures", .simulation, counted: 24) {
        try scenario("Scenarios/son-la-2025-9m.yaml")
      },
      sweep,
    ]
  }

  /// A run of a scenario; a step is a block of draws.
  ///
  /// - Parameters:
  ///   - recording: what to keep beside the quantities of targets.
  ///   - scenario: reads it.
  static func run(
    _ name: String, _ layer: Layer, counted: Int, recording: Recording = .standard,
    _ scenario: @escaping @Sendable () throws -> Scenario
  ) -> Row {
    Row(name, layer, unit: "draw", perStep: blockLength, counted: counted, timed: 48) {
      let simulation = try Simulation(scenario(), recording: recording)
      return { steps in
        // Short of the draws after which a run looks closer at rare targets.
        for first in stride(from: 0, to: steps, by: 96) {
          let ensemble = try await simulation.run(
            draws: min(96, steps - first) * blockLength, seed: 2025)
          keep(ensemble.draws)
        }
      }
    }
  }

  /// Variants of the plain case one after the other, each read, compiled and run.
  private static var sweep: Row {
    Row("sweep of the plain case", .simulation, unit: "variant", perStep: 1, counted: 4) {
      _ = try scenario("Scenarios/son-la-2025-planned-weights.yaml")
      return { steps in
        for step in 0..<steps {
          let mean = 4.5 + 0.5 * Double(step % 8)
          let variant = try scenario(
            "Scenarios/son-la-2025-planned-weights.yaml",
            overrides: ["services.growth.mean=\(mean)%"])
          keep(try await Simulation(variant).run(draws: 16 * blockLength, seed: 2025).draws)
        }
      }
    }
  }
}
