// swift-tools-version: 6.1
import Foundation
import PackageDescription

// Spreadsheets are written by libxlsxwriter, where it is installed; everything else builds without it. What
// is asked here is kept by the package manager until this file or an environment variable changes, so that
// the Makefile says the answer in one: after installing it by hand, `swift package purge-cache`.
let spreadsheets =
  Context.environment["GROWTH_SPREADSHEETS"] != "no"
  && ["/usr/include", "/usr/local/include"].contains {
    FileManager.default.fileExists(atPath: $0 + "/xlsxwriter.h")
  }

let package = Package(
  name: "growth",
  products: [
    .executable(name: "growth", targets: ["growth"]),
    .library(name: "LinearAlgebra", targets: ["LinearAlgebra"]),
    .library(name: "Stochastics", targets: ["Stochastics"]),
    .library(name: "GrowthModel", targets: ["GrowthModel"]),
    .library(name: "MonteCarlo", targets: ["MonteCarlo"]),
    .library(name: "ScenarioFiles", targets: ["ScenarioFiles"]),
    .library(name: "Reporting", targets: ["Reporting"]),
    .library(name: "Serving", targets: ["Serving"]),
    .library(name: "Languages", targets: ["Languages"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CLAPACKE", pkgConfig: "lapacke", providers: [.apt(["liblapacke-dev"])]),
    .target(name: "CBuild"),
    .systemLibrary(name: "CLanes"),
    .target(name: "Languages"),
    .target(name: "LinearAlgebra", dependencies: ["CLAPACKE", "Languages"]),
    // Swift's square root falls back on the C library's for arguments below zero.
    .target(
      name: "Stochastics", dependencies: ["CLanes", "LinearAlgebra", "Languages"],
      linkerSettings: [.linkedLibrary("m")]),
    .target(name: "GrowthModel", dependencies: ["LinearAlgebra", "Languages"]),
    .target(name: "MonteCarlo", dependencies: ["GrowthModel", "Stochastics", "Languages"]),
    .target(
      name: "ScenarioFiles",
      dependencies: [
        "MonteCarlo", "GrowthModel", "Stochastics", "LinearAlgebra", "Languages", "Yams",
      ]),
    .target(name: "Reporting", dependencies: ["MonteCarlo", "Languages"]),
    .target(
      name: "Serving",
      dependencies: [
        "Reporting", "ScenarioFiles", "MonteCarlo", "GrowthModel", "Languages",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    .executableTarget(
      name: "growth",
      dependencies: [
        "Serving", "Reporting", "ScenarioFiles", "GrowthModel", "LinearAlgebra", "Languages",
        "CBuild",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ] + (spreadsheets ? ["Spreadsheets"] : [])),
    .target(
      name: "TestSupport", dependencies: ["GrowthModel", "Yams"], path: "Tests/_TestSupport"),
    .testTarget(name: "LanguagesTests", dependencies: ["Languages"]),
    .testTarget(name: "LinearAlgebraTests", dependencies: ["LinearAlgebra", "TestSupport"]),
    .testTarget(
      name: "StochasticsTests", dependencies: ["Stochastics", "TestSupport"],
      exclude: ["scipy_values.py"]),
    .testTarget(
      name: "GrowthModelTests", dependencies: ["GrowthModel", "Languages", "TestSupport"],
      exclude: ["autoregression_values.py"]),
    .testTarget(
      name: "MonteCarloTests", dependencies: ["MonteCarlo", "TestSupport"],
      exclude: ["backtest_values.py"]),
    .testTarget(
      name: "ScenarioFilesTests",
      dependencies: ["ScenarioFiles", "Languages", "TestSupport"],
      exclude: ["Broken", "Valid", "Vietnamese"]),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "Languages", "TestSupport"],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "ServingTests",
      dependencies: ["Serving", "ScenarioFiles", "MonteCarlo", "Reporting", "TestSupport"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["growth", "ScenarioFiles", "TestSupport"],
      exclude: ["Snapshots", "backtest_values.py", "calibrate_values.py"]),
  ],
  swiftLanguageModes: [.v6]
)

// What the fuzzer of the nested package tries, on the corpora that it has found.
package.targets.append(
  .testTarget(
    name: "FuzzingTests",
    dependencies: [
      "Serving", "Reporting", "ScenarioFiles", "MonteCarlo", "GrowthModel", "Languages",
    ],
    path: "Fuzzing",
    exclude: ["Corpus", "Dictionaries", "Driver", "Package.swift", "README.md", "fuzz.py"],
    sources: ["Targets", "Replay"]))

if spreadsheets {
  package.targets += [
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "Spreadsheets", dependencies: ["Reporting", "Languages", "CXLSXWriter"]),
    .testTarget(name: "SpreadsheetsTests", dependencies: ["Spreadsheets", "TestSupport"]),
  ]
}
