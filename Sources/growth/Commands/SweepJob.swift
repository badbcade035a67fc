import ArgumentParser
import GrowthModel
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles

/// The variants of a sweep: read, checked, and run one beside the other.
struct SweepJob: Sendable {
  /// The most diagnostics that are written; a grid can repeat one mistake many times over.
  private static let mostDiagnostics = 100
  /// The most that are told apart: of more nobody would read the rest.
  private static let mostRemembered = 10_000

  let source: ScenarioSource
  /// For all variants, before what is varied.
  let overrides: [String]
  let design: VariantDesign
  let drawing: VariantDrawingOptions
  let quantities: [String]
  /// Whether progress is shown.
  let visible: Bool

  /// What reading all variants found.
  struct Check {
    /// Each distinct one, in the order of the variants.
    var warnings: [Diagnostic] = []
    /// Of the digests of all variants.
    var fingerprint = Fingerprint()
  }

  private struct Checked: Sendable {
    let diagnostics: [Diagnostic]
    let digest: String
    let outline: Outline?
  }

  /// What all rows of a table must share.
  private struct Outline: Sendable, Equatable {
    let targets: [String]
    let quantities: [String]
  }

  private func reading(_ variant: Int) -> ScenarioReading {
    source.reading(overrides: overrides + design.overrides(variant))
  }

  /// What runs a variant: the quantities of its targets and those asked for, to the bits of `growth run`.
  func simulation(_ scenario: Scenario) throws -> Simulation {
    try Simulation(scenario, recording: Recording(.standard, paths: quantities))
      .narrowed(to: quantities)
  }

  // MARK: Checking

  /// Reads every variant, or some of them.
  ///
  /// - Parameters:
  ///   - variants: their numbers, from zero; nil for all.
  ///   - quiet: whether warnings are not written.
  /// - Throws: `ExitCode.scenarioWrong` after writing every distinct diagnostic.
  func check(_ variants: Range<Int>? = nil, quiet: Bool) async throws -> Check {
    let variants = variants ?? 0..<design.count
    var check = Check()
    var errors: [Diagnostic] = []
    var seen: Set<Diagnostic> = []
    var outline: Outline?
    var firstWrong: Int?
    let display = ProgressDisplay(total: variants.count, counting: .variantsRead)
    defer { display.finish() }
    try await OrderedWork.run(variants, threads: drawing.calculation.threads) { variant in
      let reading = reading(variant)
      return Checked(
        diagnostics: reading.diagnostics, digest: reading.digest,
        outline: reading.scenario.map {
          Outline(targets: $0.targets.map(\.id), quantities: $0.targets.map(\.quantity))
        })
    } each: { variant, checked in
      if visible { display.update(done: variant + 1 - variants.lowerBound) }
      check.fingerprint.add(checked.digest)
      for diagnostic in checked.diagnostics
      where seen.count < Self.mostRemembered && seen.insert(diagnostic).inserted {
        if diagnostic.severity == .error {
          errors.append(diagnostic)
        } else {
          check.warnings.append(diagnostic)
        }
      }
      guard let own = checked.outline else {
        firstWrong = firstWrong ?? variant
        return
      }
      if let first = outline, first != own {
        Terminal.report(
          localized("a variant has other targets than the first one: \(named(variant))"),
          hint: localized("vary thresholds and not which targets there are"))
        throw ExitCode.scenarioWrong
      }
      outline = own
    }
    display.finish()
    if let firstWrong {
      for diagnostic in errors.prefix(Self.mostDiagnostics) { write(diagnostic) }
      if errors.count > Self.mostDiagnostics {
        Terminal.error(localized("and \(errors.count - Self.mostDiagnostics) more errors"))
      }
      // What a value makes of the rest of the scenario is reported where that stands.
      if !errors.allSatisfy({ $0.location.path.hasPrefix("--set ") }) || errors.isEmpty {
        Terminal.error(localized("the first variant with an error: \(named(firstWrong))"))
      }
      throw ExitCode.scenarioWrong
    }
    if !quiet {
      for diagnostic in check.warnings.prefix(Self.mostDiagnostics) { write(diagnostic) }
    }
    return check
  }

  private func write(_ diagnostic: Diagnostic) {
    Terminal.error(diagnostic.reported.text(style: Terminal.errorStyle))
  }

  /// A variant by its overrides.
  private func named(_ variant: Int) -> String {
    design.overrides(variant).map { "--set '\($0)'" }.joined(separator: " ")
  }

  /// What the rows of this sweep depend on.
  func key(_ check: Check, _ base: ScenarioReading, format: ResultFormat) -> String {
    SweepKey(
      version: Growth.version, scenario: base.digest, variants: check.fingerprint.text(),
      count: design.count, draws: drawing.draws.map(String.init) ?? SweepKey.unsaid,
      seed: drawing.calculation.seed.map(String.init) ?? SweepKey.unsaid,
      sampling: drawing.spread.sampling?.rawValue ?? SweepKey.unsaid,
      quantities: quantities, format: format.rawValue
    ).text
  }

  // MARK: Running

  /// Runs variants side by side, each on one thread as long as there are enough of them.
  ///
  /// - Parameters:
  ///   - variants: their numbers, from zero.
  ///   - path: of the scenario, for what is said of a mistake.
  ///   - each: takes the rows in their order.
  /// - Throws: `ExitCode.runFailed` after saying which variant cannot be run.
  func run(
    _ variants: Range<Int>, path: String, each: (SweepRow) throws -> Void
  ) async throws {
    let rest = variants.count
    let threads = drawing.calculation.threads
    let inside = max(threads / max(min(threads, rest), 1), 1)
    let display = ProgressDisplay(total: rest, counting: .variants)
    defer { display.finish() }
    try await OrderedWork.run(variants, threads: threads) { variant in
      try await row(variant, threads: inside)
    } each: { variant, row in
      switch row {
      case .success(let row): try each(row)
      case .failure(let error):
        display.finish()
        Terminal.error(localized("\(path): error: \("\(error)"), with \(named(variant))"))
        throw ExitCode.runFailed
      }
      if visible { display.update(done: variant + 1 - variants.lowerBound) }
    }
  }

  private func row(
    _ variant: Int, threads: Int
  ) async throws -> Result<SweepRow, SimulationError> {
    let reading = reading(variant)
    guard let scenario = reading.scenario else {
      // It was there when the variants were checked: a file has changed since.
      reading.reportDiagnostics()
      throw ExitCode.scenarioWrong
    }
    do {
      let ensemble = try await simulation(scenario).run(
        draws: drawing.draws(of: reading), seed: drawing.calculation.seed(of: reading),
        sampling: drawing.spread.sampling(of: reading), threads: threads)
      return .success(
        SweepRow(
          variant: variant + 1, values: design.values(variant), digest: reading.digest,
          scenario: scenario, ensemble: ensemble))
    } catch let error as SimulationError {
      return .failure(error)
    }
  }
}

extension VariantDesign {
  /// As reports name it.
  var reportDesign: SweepReport.Design {
    switch kind {
    case .grid: .grid
    case .together: .list
    case .lhs: .latinHypercube
    }
  }

  /// As reports carry them.
  var reportAxes: [SweepReport.Axis] {
    axes.map { axis in
      let scale = axis.scale
      return SweepReport.Axis(
        path: axis.path, values: axis.values, numbers: scale?.numbers, unit: scale?.unit ?? "")
    }
  }
}
