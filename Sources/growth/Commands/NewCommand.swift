import ArgumentParser
import Foundation
import Languages
import ScenarioFiles

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: localized("Write a scenario to begin with, which runs at once."),
    discussion: localized(
      """
      Asks on a terminal for what the options do not say. Every figure of the file is made up and says so; remarks say where \
      the real ones are found. The file is in the language of the answer (--lang).
      """))

  @Option(
    help: ArgumentHelp(localized("What people call the scenario."), valueName: "text"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      localized("The year that is asked about; without it, this year."), valueName: "year"))
  var year: Int?

  @Option(
    help: ArgumentHelp(
      localized("The year that growth is measured from; without it, the one before."),
      valueName: "year"))
  var baseYear: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      localized("The growth that is to be reached, such as 8%, which is also the default."),
      valueName: "rate"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      localized("The currency, three capital letters; VND without it."), valueName: "code"))
  var currency: String?

  @Option(
    help: ArgumentHelp(
      localized(
        """
        The activities of the economy, joined by commas; agriculture,industry,services,taxes without it. Taxes are \
        product taxes less subsidies.
        """), valueName: "names"))
  var activities: String?

  @Option(help: ArgumentHelp(localized("How long the steps of the model are; years without it.")))
  var steps: ScenarioStarter.Steps?

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      localized(
        """
        Parts that a scenario can do without, joined by commas: investment (a lever and its effect), prices (current \
        prices, GRDP per person), or none; investment without it.
        """), valueName: "parts"))
  var parts: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      localized("The file to write; without it, one that is called as the scenario is."),
      valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
  var path: String?

  @Flag(help: ArgumentHelp(localized("Replace a file that is there already.")))
  var force = false

  @Flag(
    help: ArgumentHelp(localized("Ask nothing: what the options do not say is as by default.")))
  var yes = false

  @Flag(help: ArgumentHelp(localized("Do not say what was written.")))
  var quiet = false

  @OptionGroup var language: LanguageOption

  func validate() throws {
    try checked { () throws(StarterMistake) in
      if let name { try ScenarioStarter.check(name: name) }
      if let year { try ScenarioStarter.check(year: year) }
      if let baseYear { try ScenarioStarter.check(year: baseYear) }
      if let currency { try ScenarioStarter.check(currency: currency) }
      if let activities { try ScenarioStarter.check(activities: Self.list(activities)) }
      _ = try target.map(Self.rate)
      if let year, let baseYear, year <= baseYear {
        throw .yearNotAfter(year, baseYear: baseYear)
      }
    }
    if let parts, Self.parts(parts) == nil {
      throw ValidationError(
        localized("--with names parts, investment or prices, or says none: not '\(parts)'"))
    }
  }

  func run() throws {
    if let path { try refuseToReplace(path) }
    let answers = try answers()
    let starter: ScenarioStarter
    do throws(StarterMistake) {
      starter = try answers.starter()
    } catch {
      throw ValidationError(error.message.text())
    }
    let path = answers.path ?? starter.fileName
    try refuseToReplace(path)
    try OutputOptions.write(starter.text(schema: Self.schema(beside: path)), to: path)
    guard !quiet else { return }
    Terminal.error(
      localized(
        """
        \(path) is written: all its figures are made up, and its remarks say where to find the real ones.
          growth check \(path)
          growth run \(path)
        """))
  }

  // MARK: Answers

  /// What the starter is made of, from the options, a person, and the defaults.
  private struct Answers {
    var name: String
    var baseYear: Int?
    var year: Int
    var target: Double
    var currency: String
    var activities: [String]
    var steps: ScenarioStarter.Steps
    var parts: Set<ScenarioStarter.Part>
    var path: String?

    func starter() throws(StarterMistake) -> ScenarioStarter {
      try ScenarioStarter(
        name: name, baseYear: baseYear ?? year - 1, year: year, target: target,
        currency: currency, activities: activities, steps: steps, parts: parts)
    }
  }

  private static let standardTarget = 0.08

  private func answers() throws -> Answers {
    let year = self.year ?? baseYear.map { $0 + 1 } ?? Self.thisYear
    var answers = Answers(
      name: name ?? localized("My province \(year)"), baseYear: baseYear, year: year,
      target: try checked { () throws(StarterMistake) in
        try target.map(Self.rate) ?? Self.standardTarget
      },
      currency: currency ?? "VND",
      activities: activities.map(Self.list) ?? ScenarioStarter.standardActivities,
      steps: steps ?? .years, parts: parts.flatMap(Self.parts) ?? [.investment], path: path)
    guard !yes else { return answers }
    guard Terminal.inputIsTerminal, Terminal.errorIsTerminal else {
      guard isAskedNothing else { return answers }
      throw ValidationError(
        localized(
          """
          there is no terminal to ask on, and no option says what to write: say --name, --year and --target, or --yes \
          for a scenario as by default
          """))
    }
    try ask(&answers)
    return answers
  }

  /// Whether no option says anything of the scenario.
  private var isAskedNothing: Bool {
    name == nil && year == nil && baseYear == nil && target == nil && currency == nil
      && activities == nil && steps == nil && parts == nil && path == nil
  }

  /// Asks for what the options do not say.
  private func ask(_ answers: inout Answers) throws {
    let dialogue = Dialogue()
    dialogue.say(localized("Enter takes what stands in brackets."))
    if year == nil {
      answers.year = try dialogue.ask(
        localized("Which year is asked about?"), standard: String(answers.year)
      ) { (text) throws(StarterMistake) in
        guard let year = Int(text) else { throw .badYear(0) }
        try ScenarioStarter.check(year: year)
        if let baseYear, year <= baseYear { throw .yearNotAfter(year, baseYear: baseYear) }
        return year
      }
      if name == nil { answers.name = localized("My province \(answers.year)") }
    }
    if name == nil {
      answers.name = try dialogue.ask(
        localized("What is the scenario called?"), standard: answers.name
      ) { (text) throws(StarterMistake) in
        try ScenarioStarter.check(name: text)
        return text
      }
    }
    if target == nil {
      answers.target = try dialogue.ask(
        localized("What growth is the target?"), standard: "8%", convert: Self.rate)
    }
    if currency == nil {
      answers.currency = try dialogue.ask(
        localized("In which currency?"), standard: answers.currency
      ) { (text) throws(StarterMistake) in
        let code = text.uppercased()
        try ScenarioStarter.check(currency: code)
        return code
      }
    }
    if activities == nil {
      answers.activities = try dialogue.ask(
        localized("Which activities? (short names in English, joined by commas)"),
        standard: answers.activities.joined(separator: ",")
      ) { (text) throws(StarterMistake) in
        let activities = Self.list(text)
        try ScenarioStarter.check(activities: activities)
        return activities
      }
    }
    if steps == nil {
      answers.steps =
        try dialogue.confirm(localized("Quarter by quarter?"), standard: false)
        ? .quarters : .years
    }
    if parts == nil {
      answers.parts = []
      if try dialogue.confirm(
        localized("With public investment as a lever?"), standard: true)
      {
        answers.parts.insert(.investment)
      }
      if try dialogue.confirm(
        localized("With current prices and GRDP per person?"), standard: false)
      {
        answers.parts.insert(.prices)
      }
    }
    if path == nil, let name = (try? answers.starter())?.fileName {
      answers.path = try dialogue.ask(localized("In which file?"), standard: name) { $0 }
    }
  }

  // MARK: Texts

  /// Such as `8%`; what has no sign is in percent too.
  private static func rate(_ text: String) throws(StarterMistake) -> Double {
    guard let rate = ScenarioStarter.rate(text) else { throw .badTarget }
    try ScenarioStarter.check(target: rate)
    return rate
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  /// The parts that a text names; nil where it names others.
  private static func parts(_ text: String) -> Set<ScenarioStarter.Part>? {
    guard text != "none" else { return [] }
    let parts = list(text).map(ScenarioStarter.Part.init)
    return parts.contains { $0 == nil } ? nil : Set(parts.compactMap(\.self))
  }

  private static var thisYear: Int {
    Calendar(identifier: .gregorian).component(.year, from: Date())
  }

  /// The file of the schema, where there is one beside the scenario.
  private static func schema(beside path: String) -> String? {
    let name = "growth.schema.json"
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    return FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
      ? name : nil
  }

  // MARK: Mistakes

  private func refuseToReplace(_ path: String) throws {
    try OutputOptions.check(path)
    guard !force, FileManager.default.fileExists(atPath: path), !OutputFile.isStream(path) else {
      return
    }
    Terminal.error(
      localized(
        "error: '\(path)' is there already: choose another file, or replace it with --force"))
    throw ExitCode.runFailed
  }

  /// - Throws: `ValidationError` with what is said of a mistake.
  private func checked<Value>(
    _ work: () throws(StarterMistake) -> Value
  ) throws -> Value {
    do throws(StarterMistake) {
      return try work()
    } catch {
      throw ValidationError(error.message.text())
    }
  }
}

extension ScenarioStarter.Steps: ExpressibleByArgument {}
