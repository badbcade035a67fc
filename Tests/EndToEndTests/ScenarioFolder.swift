import Foundation

/// The scenarios that come with the program, as paths from the folder of the package.
enum ScenarioFolder {
  static let sonLa = "Scenarios/son-la-2025.yaml"
  static let plannedWeights = "Scenarios/son-la-2025-planned-weights.yaml"
  /// Four sectors and whole years: the country's case that has a closed form.
  static let vietNamSectors = "Scenarios/viet-nam-2025-sectors.yaml"
  static let vietNamQuarters = "Scenarios/viet-nam-2025.yaml"

  static let files: [String] = {
    let folder = Program.packageRoot.appendingPathComponent("Scenarios").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "Scenarios/" + $0 }
  }()

  static func absolute(_ file: String) -> String {
    Program.packageRoot.appendingPathComponent(file).path
  }
}
