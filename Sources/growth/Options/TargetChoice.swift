import ArgumentParser
import GrowthModel
import Languages
import MonteCarlo
import ScenarioFiles

/// The targets that a command is asked about.
enum TargetChoice {
  /// The targets of these ids, each once; the first of the scenario where none is named.
  ///
  /// - Parameters:
  ///   - ids: as the command line has them.
  ///   - scenario: that has the targets.
  ///   - path: of the scenario's file, for what is said of a mistake.
  /// - Throws: `ValidationError` for an id that the scenario does not have, and for a scenario without targets.
  static func targets(_ ids: [String], of scenario: Scenario, path: String) throws -> [Target] {
    let known = scenario.targets.map(\.id)
    guard let first = scenario.targets.first else {
      throw ValidationError(
        localized("this is about the targets of a scenario, and '\(path)' has none"))
    }
    var targets: [Target] = []
    for id in ids {
      guard let target = scenario.targets.first(where: { $0.id == id }) else {
        let list = known.joined(separator: ", ")
        throw ValidationError(
          NearestName.of(id, among: known).map {
            localized("'\(path)' has no target '\(id)'; did you mean '\($0)'? it has: \(list)")
          } ?? localized("'\(path)' has no target '\(id)'; it has: \(list)"))
      }
      if !targets.contains(target) { targets.append(target) }
    }
    return targets.isEmpty ? [first] : targets
  }
}
