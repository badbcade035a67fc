import Languages

/// A command line as far as its answer depends on it: in one form, whatever the order and the spelling of the
/// options were, and without those that say where the answer goes or how fast it is found.
struct AnswerArguments: Sendable, Equatable {
  /// Commands whose answers can be made again. All of them only read.
  static let commands: Set<String> = [
    "run", "check", "show", "reconcile", "reach", "explain", "sensitivity", "compare", "sweep",
    "update", "calibrate", "backtest", "distributions", "report",
  ]

  /// Those of them that calculate on many threads, and say how far they are.
  static let lengthyCommands: Set<String> = [
    "run", "reach", "explain", "sensitivity", "compare", "sweep", "update", "backtest", "report",
  ]

  /// What an option is.
  enum Kind: Equatable {
    /// With a value, and whether the answer depends on it.
    case value(matters: Bool)
    /// Without a value, and whether the answer depends on it.
    case flag(matters: Bool)
  }

  /// Options with a value that answers depend on.
  private static let values: Set<String> = [
    "set", "seed", "draws", "precision", "sampling", "quantity", "target", "probability", "lever",
    "range", "cost", "of", "by", "group", "top", "vary", "variants", "design", "points", "actuals",
    "published-by", "history", "exclude", "from", "ahead", "persistence", "criterion", "lags",
    "shrinkage", "innovations", "period", "break", "series", "seasonal-shares", "extends",
    "compare", "format", "lang",
  ]

  /// Options without a value that answers depend on.
  private static let flags: Set<String> = [
    "control-variates", "cheapest", "exact", "no-attribution", "uncertain-means", "by-activity",
    "levers",
  ]

  /// Options that say where an answer or a part of it goes, or how fast it is found.
  private static let idleValues: Set<String> = [
    "o", "output", "threads", "chart", "shard", "state", "checkpoint", "checkpoint-interval",
  ]
  private static let idleFlags: Set<String> = ["quiet", "no-progress", "resume"]

  /// What is another in a command: the remarks of `check` are its answer, the screen of `sweep` shows one of its
  /// targets, `run` goes on from a file.
  private static let kindsOfCommands: [String: [String: Kind]] = [
    "check": ["quiet": .flag(matters: true)], "sweep": ["target": .value(matters: false)],
    "run": ["resume": .value(matters: false)],
  ]

  /// What an option of a command is; nil for one that is not known.
  ///
  /// - Parameters:
  ///   - name: without hyphens.
  ///   - command: such as `run`.
  static func kind(of name: String, in command: String) -> Kind? {
    if let kind = kindsOfCommands[command]?[name] { return kind }
    if values.contains(name) { return .value(matters: true) }
    if flags.contains(name) { return .flag(matters: true) }
    if idleValues.contains(name) { return .value(matters: false) }
    return idleFlags.contains(name) ? .flag(matters: false) : nil
  }

  let command: String
  /// Names, without hyphens, and values in the order of their names.
  private(set) var options: [Option]
  let operands: [String]

  struct Option: Sendable, Equatable {
    let name: String
    let value: String?
  }

  /// Why arguments are not those of an answer.
  enum Refusal: Error, Equatable {
    case command(String)
    case option(String)
  }

  /// - Parameter arguments: of the program, as they were given and have been understood.
  /// - Throws: `Refusal` for a command whose answers cannot be made again, or an option that is not known here.
  init(_ arguments: [String]) throws(Refusal) {
    guard let command = arguments.first, Self.commands.contains(command) else {
      throw .command(arguments.first ?? "")
    }
    var options: [Option] = []
    var operands: [String] = []
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        break
      }
      guard argument.hasPrefix("-"), argument.count > 1 else {
        operands.append(argument)
        continue
      }
      let parts = argument.drop { $0 == "-" }.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts.first.map(String.init) ?? ""
      switch Self.kind(of: name, in: command) {
      case .flag(let matters) where parts.count == 1:
        if matters { options.append(Option(name: name, value: nil)) }
      case .value(let matters):
        guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
          throw .option(argument)
        }
        if matters { options.append(Option(name: name, value: value)) }
      case .flag, nil: throw .option(argument)
      }
    }
    self.command = command
    self.options = options
    self.operands = operands
    sort()
  }

  /// Sets an option, whatever was said of it.
  mutating func set(_ name: String, to value: String) {
    options.removeAll { $0.name == name }
    options.append(Option(name: name, value: value))
    sort()
  }

  /// Options of one name stay in their order: of two values for one thing the last counts.
  private mutating func sort() {
    options = options.enumerated()
      .sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }.map(\.element)
  }

  /// As a command line has them: the command, the options, each in one piece, and what it is about.
  var words: [String] {
    [command]
      + options.map { option in option.value.map { "--\(option.name)=\($0)" } ?? "--\(option.name)"
      }
      + (operands.contains { $0.hasPrefix("-") } ? ["--"] : []) + operands
  }
}
