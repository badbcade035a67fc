// swift-tools-version: 6.1
import PackageDescription

// The rows of the record by the benchmark framework. Without its default trait it counts no allocations.
let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "growth", path: ".."),
    .package(path: "Rows"),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Layers",
      dependencies: [
        .product(name: "LayerRows", package: "Rows"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Layers",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ],
  swiftLanguageModes: [.v6]
)
