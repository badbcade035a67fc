import Benchmark
import LayerRows

/// Every row of the record as a benchmark: `LAYER: ROW`, an iteration a few steps of the row's work.
let benchmarks: @Sendable () -> Void = {
  for row in Row.all {
    Benchmark(
      "\(row.layer.rawValue): \(row.name)",
      configuration: Benchmark.Configuration(
        metrics: [.wallClock, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(2))
    ) { benchmark in
      let work = try await row.prepare()
      benchmark.startMeasurement()
      try await work(row.timedSteps)
      benchmark.stopMeasurement()
    }
  }
}
