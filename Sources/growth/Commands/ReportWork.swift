import ArgumentParser
import GrowthModel
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles
import Stochastics

/// The runs and analyses of a report, one after the other, with one line of progress.
struct ReportWork {
  let scenario: Scenario
  let reading: ScenarioReading
  /// The scenario and those that it is compared with; empty where there are none.
  let versions: [ScenarioVersion]
  let draws: Int
  /// Pairs of draws of the sensitivity analysis.
  let pairs: Int
  let calculation: CalculationOptions
  let context: RunContext
  let isVisible: Bool

  private var seed: UInt64 { calculation.seed(of: reading) }
  private var sampling: Sampling { reading.sampling ?? .pseudoRandom }
  private var hasQuestion: Bool { !scenario.targets.isEmpty && scenario.actuals.isEmpty }

  /// Carries out all that applies.
  ///
  /// - Parameter past: growth before the base year's end.
  /// - Throws: `ExitCode` after saying on standard error why the scenario cannot be run.
  func report(past: HistoryOfReport?) async throws -> PlanReport {
    Interrupt.endsProcess()
    defer { Interrupt.isIgnored() }
    let update = try prepared { () throws -> UpdateAnalysis? in
      guard !scenario.actuals.isEmpty else { return nil }
      let paths = RunReport.paths(onScreen: scenario.economy)
        .union(RemainingGrowth.paths(scenario))
      return try UpdateAnalysis(scenario, recording: Recording(.those(paths)))
    }
    let explanation = question { try ExplanationAnalysis(scenario, targets: $0) }
    let sensitivity = question {
      try SensitivityAnalysis(scenario, targets: $0, measure: .quantity, groups: [])
    }
    let explaining = try? explanation?.get().work(draws: draws, sampling: sampling)
    let searching = try? sensitivity?.get().work(draws: pairs, sampling: sampling)
    let steps: [Int] = [
      Simulation.draws(draws, sampling: sampling), update?.work(draws: draws) ?? 0,
      explaining ?? 0, searching ?? 0,
    ]
    let display = ProgressDisplay(total: steps.reduce(0, +))
    defer { display.finish() }
    let isVisible = isVisible
    func progress(_ step: Int) -> @Sendable (Int) -> Void {
      let before = steps.prefix(step).reduce(0, +)
      return { if isVisible { display.update(done: before + $0) } }
    }
    var report = try await base(past, progress(0))
    if let update {
      let findings = try await attempted {
        try await update.run(
          draws: draws, seed: seed, threads: calculation.threads, progress: progress(1))
      }
      report.update = updateReport(findings, past)
    }
    report.explanation = await found("explanation", explanation, &report.failures) {
      ExplainReport(
        scenario: scenario,
        explanation: try await $0.run(
          draws: draws, seed: seed, sampling: sampling, threads: calculation.threads,
          progress: progress(2)), context: context)
    }
    report.sensitivity = await found("tornado", sensitivity, &report.failures) {
      SensitivityReport(
        scenario: scenario,
        sensitivity: try await $0.run(
          draws: pairs, seed: seed, sampling: sampling, threads: calculation.threads,
          progress: progress(3)), context: context)
    }
    if !versions.isEmpty { report.comparison = try await comparison() }
    return report
  }

  /// The run itself, and what the scenario says.
  private func base(
    _ past: HistoryOfReport?, _ progress: @escaping @Sendable (Int) -> Void
  ) async throws -> PlanReport {
    let ensemble = try await attempted {
      let simulation = try Simulation(
        scenario, recording: PlanReport.recording(scenario.economy))
      return try await simulation.run(
        draws: draws, seed: seed, sampling: sampling, threads: calculation.threads,
        progress: progress)
    }
    var context = context
    if let warning = ReportWarning.dependence(ensemble, path: reading.path) {
      context.warnings.append(warning)
    }
    return PlanReport(
      scenario: scenario,
      run: RunReport(scenario: scenario, ensemble: ensemble, context: context),
      values: reading.valueTable(of: scenario),
      past: (past?.history.pastGrowth(of: scenario.economy) ?? []).map {
        PlanReport.KnownGrowth(period: $0.period, growth: $0.growth)
      })
  }

  private func updateReport(_ findings: UpdateFindings, _ past: HistoryOfReport?) -> UpdateReport {
    UpdateReport(
      scenario: scenario, findings: findings,
      history: past.map { past in
        UpdateReport.History(
          file: past.path,
          past: Dictionary(
            findings.remaining.map {
              ($0.target.id, $0.past(in: past.history, of: scenario.economy, excluding: []))
            }, uniquingKeysWith: { first, _ in first }))
      }, context: context)
  }

  /// An analysis of the first target, or why there can be none; nil where nothing is asked.
  private func question<Analysis>(
    _ analysis: ([String]) throws -> Analysis
  ) -> Result<Analysis, any Error>? {
    guard hasQuestion else { return nil }
    return Result { try analysis(scenario.targets.prefix(1).map(\.id)) }
  }

  /// What an analysis finds; nil after noting why it could not be found.
  private func found<Analysis, Report>(
    _ topic: String, _ analysis: Result<Analysis, any Error>?,
    _ failures: inout [PlanReport.Omission], _ report: (Analysis) async throws -> Report
  ) async -> Report? {
    guard let analysis else { return nil }
    do {
      return try await report(analysis.get())
    } catch {
      failures.append(
        PlanReport.Omission(topic: topic, reason: localized("Left out: \("\(error)").")))
      return nil
    }
  }

  /// The scenario against the others.
  private func comparison() async throws -> ComparisonReport {
    let compared = versions.compactMap(\.reading.scenario)
    let differences = versions.dropFirst().compactMap { ScenarioDifference(versions[0], $0) }
    var options = ComparedOptions()
    options.files = versions.map(\.reading.path)
    options.overrides = context.overrides
    let analysis = ComparisonAnalysis(
      compared[0],
      with: zip(compared.dropFirst(), differences).map { ($0, $1.path) }, targets: nil,
      recording: Recording(.those(["growth"])))
    let findings = try await attempted {
      try await analysis.run(draws: draws, seed: seed, threads: calculation.threads) { _ in }
    }
    return ComparisonReport(
      scenarios: zip(versions, compared).map { version, scenario in
        ComparisonReport.Subject(
          scenario, file: version.reading.path, digest: version.reading.digest)
      },
      economy: compared[0].economy, assumptions: differences.map { $0.assumptions.map(\.reported) },
      findings: findings, context: options.context(of: versions, compared, quantities: []))
  }

  /// Does what a scenario may not admit of.
  ///
  /// - Throws: `ExitCode` after saying why on standard error.
  private func attempted<Result>(
    _ work: () async throws -> Result
  ) async throws -> Result {
    do {
      return try await work()
    } catch let error as SimulationError {
      throw reading.report(error)
    }
  }

  private func prepared<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as SimulationError {
      throw reading.report(error)
    }
  }
}

extension ScenarioReading {
  /// Every value of a scenario with where it came from.
  ///
  /// - Parameter scenario: that was read.
  func valueTable(of scenario: Scenario) -> ValueTable {
    ValueTable(
      scenario: scenario.name, file: path, digest: digest,
      rows: values.map {
        ValueTable.Row(
          path: $0.path, value: $0.value, origin: $0.origin.text, source: $0.source ?? "")
      })
  }
}
