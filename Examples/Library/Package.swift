// swift-tools-version: 6.1
import PackageDescription

// Elsewhere: .package(url: "https://…/growth", from: "0.1.0")
let package = Package(
  name: "library-example",
  dependencies: [.package(name: "growth", path: "../..")],
  targets: [
    .executableTarget(
      name: "library-example",
      dependencies: [
        .product(name: "GrowthModel", package: "growth"),
        .product(name: "MonteCarlo", package: "growth"),
        .product(name: "Stochastics", package: "growth"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
