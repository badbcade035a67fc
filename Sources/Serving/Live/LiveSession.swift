import GrowthModel
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles

/// What the page is about: a scenario whose figures are changed by hand, and its answers.
actor LiveSession {
  /// Values by path, as a scenario file writes them.
  typealias Settings = [String: String]

  /// An answer that is remembered.
  private struct Known: Sendable {
    let scenario: Scenario
    let report: RunReport
    let answer: LiveAnswer
  }

  /// Answers that are remembered: those of settings that are kept, and of where the hand was before.
  private static let mostKnown = 8
  /// The most letters of a scenario's name.
  private static let longestName = 200

  nonisolated let start: ServedScenario
  private let live: LiveSimulation
  private let figures: [String: AdjustableFigure]
  /// The oldest first.
  private var known: [(settings: Settings, found: Known)] = []

  /// - Parameter start: what is served.
  /// - Throws: `SimulationError`.
  init(_ start: ServedScenario) throws(SimulationError) {
    self.start = start
    live = try LiveSimulation(draws: start.draws, seed: start.seed, threads: start.threads)
    figures = Dictionary(
      start.reading.adjustable.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What a page asks for.
  struct Question: Sendable {
    var settings: Settings
    /// A setting to be seen behind the answer.
    var ghost: Settings?
    /// A setting to be compared with.
    var kept: Settings?
    var layout = ChartLayout.wide
  }

  /// Answers a question in the language of the task.
  ///
  /// - Parameter question: of a page.
  /// - Throws: `Refusal` for settings that the scenario does not take.
  func answer(_ question: Question) async throws(Refusal) -> AnswerParts {
    let begin = ContinuousClock.now
    let settings = try checked(question.settings)
    let ghost = try question.ghost.map(checked)
    let kept = try question.kept.map(checked)
    // The kept one first, so that what the hand moves next is near what was evaluated last.
    let first: Known?
    if let kept { first = try await found(kept) } else { first = nil }
    let found = try await found(settings)
    let behind = first?.report ?? ghost.flatMap { ghost in remembered(ghost)?.report }
    let view = LiveView(
      scenario: found.scenario, run: found.report,
      ghost: behind.flatMap { $0.targets.count == found.report.targets.count ? $0 : nil },
      layout: question.layout)
    var parts = await AnswerParts(view)
    if let first, let kept {
      let pairs = found.report.targets.compactMap { target in
        found.answer.compared(target.id, with: first.answer).map { (target.id, $0) }
      }
      parts.comparison = view.comparison(
        with: first.report,
        LiveView.Pair(
          targets: Dictionary(pairs, uniquingKeysWith: { first, _ in first }),
          all: found.answer.comparedAll(with: first.answer)),
        settings: (words(kept), words(settings)))
    }
    let time = (ContinuousClock.now - begin).components
    parts.milliseconds = Double(time.seconds) * 1e3 + Double(time.attoseconds) * 1e-15
    return parts
  }

  /// The settings with their figures as scenario files write them.
  private func checked(_ settings: Settings) throws(Refusal) -> Settings {
    var result: Settings = [:]
    for (path, text) in settings {
      guard let figure = figures[path] else {
        throw .badSettings(localized("The scenario has no figure of this path."))
      }
      guard let value = figure.replacement(text) else {
        throw .badSettings(
          localized("\(path): a number is needed, in the unit of \(figure.text)."))
      }
      if value != figure.text { result[path] = value }
    }
    return result
  }

  /// What people read of settings, in the order of the scenario.
  private func words(_ settings: Settings) -> [String] {
    start.reading.adjustable.compactMap { figure in
      settings[figure.path].map { "\(start.name(of: figure.path)): \($0)" }
    }
  }

  private func remembered(_ settings: Settings) -> Known? {
    guard let place = known.firstIndex(where: { $0.settings == settings }) else { return nil }
    let entry = known.remove(at: place)
    known.append(entry)
    return entry.found
  }

  /// The answer to settings, remembered or new.
  private func found(_ settings: Settings) async throws(Refusal) -> Known {
    if let known = remembered(settings) { return known }
    guard let scenario = start.scenario(with: settings) else {
      let problems = start.reading(with: settings).diagnostics.filter { $0.severity == .error }
        .prefix(3)
      throw .badSettings(problems.map(\.message).joined(separator: "\n"))
    }
    let answer: LiveAnswer
    do {
      answer = try await live.answer(try start.simulation(scenario)) { [start] in
        start.neighbours(of: settings)
      }
    } catch let error as SimulationError {
      throw .badSettings("\(error)")
    } catch {
      throw .badSettings(localized("The calculation was interrupted."))
    }
    let report = RunReport(
      scenario: scenario, ensemble: answer.ensemble,
      context: RunContext(
        file: start.source.path, digest: start.reading.digest, version: start.version,
        asOf: scenario.asOf,
        overrides: start.overrides))
    let found = Known(scenario: scenario, report: report, answer: answer)
    known.append((settings, found))
    if known.count > Self.mostKnown { known.removeFirst() }
    return found
  }

  /// A scenario file with settings.
  ///
  /// - Parameters:
  ///   - settings: of a page.
  ///   - name: for the scenario; where it is empty one is made.
  /// - Throws: `Refusal`.
  func scenarioText(_ settings: Settings, name: String) throws(Refusal) -> String {
    let settings = try checked(settings)
    guard start.reading(with: settings).scenario != nil else {
      throw .badSettings(localized("The scenario does not take these values together."))
    }
    let trimmed = String(name.trimmed.prefix(Self.longestName))
    let own = trimmed.isEmpty || trimmed == start.scenario.name ? start.changedName : trimmed
    guard let text = start.text(with: settings, name: own) else {
      throw .badSettings(localized("The scenario has no figure of this path."))
    }
    return text
  }
}

/// The pieces of a page that show an answer.
struct AnswerParts: Sendable, Encodable {
  let verdict: String
  let targets: String
  let histogram: String
  let fan: String
  let contributions: String
  var comparison = ""
  /// Spent on the server.
  var milliseconds = 0.0

  /// Draws the pictures side by side.
  init(_ view: LiveView) async {
    async let contributions = view.contributions
    async let fan = view.fan
    verdict = view.verdict
    targets = view.targets
    histogram = view.histogram
    self.fan = await fan
    self.contributions = await contributions
  }
}
