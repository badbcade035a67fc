// swift-tools-version: 6.1
import PackageDescription

// The readers of what others write, under libFuzzer: `make fuzz`. The targets are compiled into the tests of the
// package too, which replay the corpora.
let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "growth", path: "..")],
  targets: [
    .executableTarget(
      name: "growth-fuzz",
      dependencies: [
        .product(name: "GrowthModel", package: "growth"),
        .product(name: "Languages", package: "growth"),
        .product(name: "MonteCarlo", package: "growth"),
        .product(name: "Reporting", package: "growth"),
        .product(name: "ScenarioFiles", package: "growth"),
        .product(name: "Serving", package: "growth"),
      ],
      path: ".", exclude: ["Corpus", "Dictionaries", "Replay", "README.md", "fuzz.py"],
      sources: ["Targets", "Driver"])
  ],
  swiftLanguageModes: [.v6]
)
