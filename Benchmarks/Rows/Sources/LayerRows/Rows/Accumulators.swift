import MonteCarlo

extension Row {
  /// Counting, and reading quantiles off the counts.
  static var accumulators: [Row] {
    [
      // Each quantity is a product, an operation or two against the two dozen of recording it.
      run(
        "tally of 16 quantities", .accumulators, counted: 48,
        recording: Recording(.named, paths: (1...16).map { "product\($0)" })
      ) {
        try scenario("Benchmarks/Rows/Scenarios/products.yaml")
      },
      quantiles,
    ]
  }

  private static var quantiles: Row {
    let probabilities = [0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975]
    return Row(
      "quantiles", .accumulators, unit: "quantile", perStep: probabilities.count, counted: 20
    ) {
      let simulation = try Simulation(
        scenario("Scenarios/son-la-2025-planned-weights.yaml"))
      let ensemble = try await simulation.run(draws: 64 * blockLength, seed: 2025)
      guard let growth = ensemble.summary("growth") else {
        throw RowError(description: "the plain case has no growth")
      }
      return { steps in
        for _ in 0..<steps { for p in probabilities { keep(growth.quantile(p)) } }
      }
    }
  }
}
