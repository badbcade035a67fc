import ArgumentParser
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles

/// The scenarios that a command compares.
struct ComparedOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      localized("The scenario files, two or more; each is compared with the first.")),
    completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      localized(
        "Replace a value in every scenario, such as --set agriculture.growth.mean=5%. Repeatable."),
      valueName: "path=value"))
  var overrides: [String] = []

  func validate() throws {
    guard files.count > 1 else {
      throw ValidationError(localized("a comparison takes two scenarios or more"))
    }
    for text in overrides where !text.contains("=") {
      throw ValidationError.withoutValue(text)
    }
  }

  /// Reads the scenarios, side by side.
  ///
  /// - Throws: `ExitCode.scenarioWrong` after writing all diagnostics of all files to standard error.
  func read() async throws -> [ScenarioVersion] {
    let overrides = overrides
    let versions = await withTaskGroup(of: (Int, ScenarioVersion).self) { group in
      for (number, file) in files.enumerated() {
        group.addTask { (number, ScenarioVersion(path: file, overrides: overrides)) }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
    guard versions.allSatisfy({ !$0.reading.hasErrors }) else {
      var seen: Set<Diagnostic> = []
      for diagnostic in versions.flatMap(\.reading.diagnostics)
      where seen.insert(diagnostic).inserted {
        Terminal.error(diagnostic.reported.text(style: Terminal.errorStyle))
      }
      throw ExitCode.scenarioWrong
    }
    for version in versions { try version.reading.refuseActuals(for: "growth compare") }
    try checkTogether(versions)
    return versions
  }

  /// Whether the scenarios are about the same thing.
  ///
  /// - Throws: `ExitCode.scenarioWrong` after saying why not on standard error.
  private func checkTogether(_ versions: [ScenarioVersion]) throws {
    guard let first = versions[0].reading.scenario?.economy else { return }
    var isWrong = false
    for version in versions.dropFirst() {
      guard let other = version.reading.scenario?.economy else { continue }
      func report(_ message: String, _ hint: String) {
        isWrong = true
        Terminal.error(
          CheckReport.Diagnostic(
            path: version.reading.path, line: nil, column: nil, severity: .error, message: message,
            hint: hint
          ).text(style: Terminal.errorStyle))
      }
      if other.year != first.year {
        report(
          localized("it is about \(other.year), but '\(files[0])' is about \(first.year)"),
          localized("compare scenarios of the same year"))
      }
      if other.currency != first.currency {
        report(
          localized(
            "its money is in \(other.currency), that of '\(files[0])' in \(first.currency)"),
          localized("write both scenarios in one currency"))
      }
    }
    if isWrong { throw ExitCode.scenarioWrong }
  }

  /// What a report says of where its figures come from.
  ///
  /// - Parameters:
  ///   - versions: that were read.
  ///   - scenarios: what they mean.
  ///   - quantities: that were asked for by name.
  func context(
    of versions: [ScenarioVersion], _ scenarios: [Scenario], quantities: [String]
  ) -> RunContext {
    var warnings = versions.flatMap { $0.reading.diagnostics.map(\.asWarning) }
    let first = scenarios[0].economy
    for (file, scenario) in zip(files, scenarios).dropFirst() {
      let other = scenario.economy
      if other.baseYear != first.baseYear {
        warnings.append(
          ReportWarning(
            path: file,
            message: localized(
              """
              growth is measured from \(other.baseYear), in '\(files[0])' from \(first.baseYear)
              """)))
      }
      if other.priceYear != first.priceYear {
        warnings.append(
          ReportWarning(
            path: file,
            message: localized("volumes are in prices of another year than in '\(files[0])'")))
      }
    }
    for version in versions {
      guard let sampling = version.reading.sampling, sampling != .pseudoRandom else { continue }
      warnings.append(
        ReportWarning(
          path: version.reading.path,
          message: localized(
            "it says `sampling: \(sampling.rawValue)`; a comparison takes independent draws")))
    }
    var seen: [ReportWarning] = []
    for warning in warnings where !seen.contains(warning) { seen.append(warning) }
    return RunContext(
      file: files[0], digest: versions[0].reading.digest, version: Invocation.version,
      asOf: scenarios[0].asOf, overrides: overrides, quantities: quantities, warnings: seen)
  }
}
