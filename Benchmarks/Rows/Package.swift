// swift-tools-version: 6.1
import PackageDescription

// The rows of the record of speed, and a program that runs one of them at a time. Apart from the
// package of the benchmark framework, so that a check of instruction counts need not build that.
let package = Package(
  name: "Rows",
  products: [
    .library(name: "LayerRows", targets: ["LayerRows"]),
    .executable(name: "layer-rows", targets: ["layer-rows"]),
  ],
  dependencies: [.package(name: "growth", path: "../..")],
  targets: [
    .target(
      name: "LayerRows",
      dependencies: [
        .product(name: "LinearAlgebra", package: "growth"),
        .product(name: "Stochastics", package: "growth"),
        .product(name: "GrowthModel", package: "growth"),
        .product(name: "MonteCarlo", package: "growth"),
        .product(name: "ScenarioFiles", package: "growth"),
      ]),
    .target(name: "Callgrind"),
    .executableTarget(
      name: "layer-rows",
      dependencies: [
        "LayerRows", "Callgrind", .product(name: "LinearAlgebra", package: "growth"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
