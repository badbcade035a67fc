import GrowthModel
import Languages
import MonteCarlo
import Reporting
import ScenarioFiles

/// A scenario file as it was read once, and what it becomes with other values in it.
public struct ServedScenario: Sendable {
  let source: ScenarioSource
  /// `PATH=VALUE` of the command line, before what the page changes.
  let overrides: [String]
  let reading: ScenarioReading
  let scenario: Scenario
  let draws: Int
  let seed: UInt64
  let threads: Int
  /// Of the program.
  let version: String
  /// The levers that have a slider.
  let levers: [ServedLever]

  /// - Parameters:
  ///   - source: the files.
  ///   - overrides: `PATH=VALUE` of the command line.
  ///   - reading: of the files with these.
  ///   - scenario: that was read, without published figures.
  ///   - draws: of each answer.
  ///   - seed: of the draws.
  ///   - threads: that work side by side.
  ///   - version: of the program.
  public init(
    source: ScenarioSource, overrides: [String], reading: ScenarioReading, scenario: Scenario,
    draws: Int, seed: UInt64, threads: Int, version: String
  ) {
    self.source = source
    self.overrides = overrides
    self.reading = reading
    self.scenario = scenario
    self.draws = draws
    self.seed = seed
    self.threads = threads
    self.version = version
    let figures = reading.adjustable.filter { $0.path.hasPrefix("levers.") }
    levers = scenario.economy.levers.compactMap { ServedLever($0, figures: figures) }
  }

  func reading(with settings: [String: String]) -> ScenarioReading {
    source.reading(
      overrides: overrides + settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
  }

  /// The scenario with settings; nil where they cannot be, which a reading of the file tells more of.
  ///
  /// Levers are set in the scenario as it was read, which is the same as reading it again and takes a fraction of
  /// the time; where anything else changes it is read again.
  ///
  /// - Parameter settings: values by path.
  func scenario(with settings: [String: String]) -> Scenario? {
    var scenario = scenario
    let levers = levers
    for (path, text) in settings {
      guard let served = levers.first(where: { $0.path == path }),
        let place = scenario.economy.levers.firstIndex(where: { $0.id == served.lever.id }),
        let number = served.figure.modelNumber(text), served.lever.range?.contains(number) == true,
        let lever = scenario.economy.levers[place].set(to: number)
      else { return reading(with: settings).scenario }
      scenario.economy.levers[place] = lever
    }
    return scenario
  }

  /// What runs a scenario for the page, to the bits of `growth run`.
  func simulation(_ scenario: Scenario) throws(SimulationError) -> Simulation {
    let shown = RunReport.paths(onScreen: scenario.economy)
    return try Simulation(scenario, recording: Recording(.those(shown)))
  }

  /// Each lever moved by itself, from where the settings have it.
  func neighbours(of settings: [String: String]) -> [Simulation] {
    levers.compactMap { lever in
      var moved = settings
      moved[lever.path] = lever.other(than: settings[lever.path])
      return scenario(with: moved).flatMap { try? simulation($0) }
    }
  }

  // MARK: Saving

  /// The name of a scenario that was changed here.
  var changedName: String { localized("\(scenario.name), changed") }

  /// What the file is called that is saved.
  var savedFileName: String {
    let file = source.path.split(separator: "/").last.map(String.init) ?? source.path
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    return stem + "-changed.yaml"
  }

  /// A scenario file that extends this one; nil where a path leads nowhere.
  func text(with settings: [String: String], name: String) -> String? {
    let given = overrides.compactMap { text -> (path: String, value: String)? in
      guard let sign = text.firstIndex(of: "=") else { return nil }
      return (text[..<sign].filter { !$0.isWhitespace }, text[text.index(after: sign)...].trimmed)
    }
    let file = source.path.split(separator: "/").last.map(String.init) ?? source.path
    return source.extending(
      name: name,
      settings: given + settings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      source: "assumption: " + localized("set by hand in growth serve"),
      remarks: [localized("Put this file beside \(file), which it extends.")],
      run: [("draws", String(draws)), ("seed", String(seed))])
  }

  // MARK: Names

  /// What people call a figure: the names of what it belongs to, and of what it is.
  func name(of path: String) -> String {
    var rest = path.split(separator: ".").map(String.init)[...]
    var words: [String] = []
    let names = names
    while let first = rest.first {
      // Names may have points in them; the longest that is known counts.
      let known = (1...rest.count).reversed().lazy.map { rest.prefix($0) }
        .first { names[$0.joined(separator: ".")] != nil }
      if let known, let name = names[known.joined(separator: ".")] {
        words.append(name)
        rest = rest.dropFirst(known.count)
      } else {
        if let word = FigureName.word(first) { words.append(word) }
        rest = rest.dropFirst()
      }
    }
    return words.joined(separator: ", ")
  }

  private var names: [String: String] {
    var names: [String: String] = [:]
    func add(_ activity: Activity) {
      names[activity.id] = activity.name
      for child in activity.children { add(child) }
    }
    let economy = scenario.economy
    for activity in economy.activities { add(activity) }
    for lever in economy.levers { names[lever.id] = lever.setting.name }
    for effect in economy.effects { names[effect.id] = effect.name }
    for demand in economy.demands { names[demand.id] = demand.name }
    for project in economy.projects { names[project.id] = project.name }
    for target in scenario.targets { names["targets." + target.id] = target.name }
    return names
  }
}
