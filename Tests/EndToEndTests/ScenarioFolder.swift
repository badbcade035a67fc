import Foundation
import ScenarioFiles

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

  /// Those that hold published figures, which some commands refuse.
  static let withActuals = files.filter {
    !ScenarioReader.read(path: absolute($0)).actualLocations.isEmpty
  }
  static let withoutActuals = files.filter { !withActuals.contains($0) }

  static func absolute(_ file: String) -> String {
    Program.packageRoot.appendingPathComponent(file).path
  }
}
