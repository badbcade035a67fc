import MonteCarlo

extension Row {
  /// Which inputs matter, in one process and on one thread, compiled beforehand: Sobol indices and a tornado, with intervals.
  static var sensitivity: [Row] {
    [
      Row(
        "sensitivity of 20 inputs", .sensitivity, unit: "pair of draws", perStep: blockLength,
        counted: 8, timed: 16
      ) {
        let scenario = try scenario("Benchmarks/Peers/g-function-20.yaml")
        let analysis = try SensitivityAnalysis(scenario, targets: ["g"])
        return { steps in
          keep(try await analysis.run(draws: steps * blockLength, seed: 2025).draws)
        }
      }
    ]
  }
}
