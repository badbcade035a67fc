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

  /// Options with a value that answers depend on.
  static let valuesThatMatter: Set<String> = [
    "set", "seed", "draws", "precision", "sampling", "quantity", "target", "probability", "lever",
    "range", "cost", "of", "by", "group", "top", "vary", "variants", "design",
    "points", "actuals", "published-by", "history", "exclude", "from", "ahead", "persistence",
    "criterion", "lags", "shrinkage", "innovations", "period", "break", "series",
    "seasonal-shares", "extends", "compare", "format", "lang",
  ]

  /// Options without a value that answers depend on.
  static let flagsThatMatter: Set<String> = [
    "control-variates", "cheapest", "exact", "no-attribution", "uncertain-means", "by-activity",
    "levers",
  ]

  /// Options with a value that answers do not depend on.
  static let idleValues: Set<String> = ["o", "output", "threads", "chart"]

  /// Options without a value that answers do not depend on.
  static let idleFlags: Set<String> = ["quiet", "no-progress", "resume"]

  /// What is another in a command: its screen shows one of its targets, its remarks are its answer.
  /// A run is the same in however many parts and pieces it is worked out.
  private static let idleValuesOfCommand: [String: Set<String>] = [
    "run": ["shard", "state", "checkpoint", "checkpoint-interval", "resume"],
    "sweep": ["target", "shard", "state"],
  ]
  private static let flagsThatMatterToCommand: [String: Set<String>] = ["check": ["quiet"]]

  /// Options with a value that the answers of a command do not depend on.
  static func idleValues(of command: String) -> Set<String> {
    idleValues.union(idleValuesOfCommand[command] ?? [])
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
    /// An answer does not depend on it, or it stands where answers do not have it.
    case idle(String)

    /// What is said of a file that asks for it.
    var message: Phrase {
      switch self {
      case .command(let name):
        "it asks for `growth \(name)`, which gives no answer that can be made again"
      case .option(let text):
        "it asks for '\(text)', which this version of growth does not know"
      case .idle(let text): "it asks for '\(text)', which no answer depends on"
      }
    }
  }

  /// - Parameter words: of an answer, which have no other form than that of `words`.
  /// - Throws: `Refusal` for any others.
  init(words: [String]) throws(Refusal) {
    try self.init(words)
    let own = self.words
    guard own == words else {
      throw .idle(words.first { !own.contains($0) } ?? words.joined(separator: " "))
    }
  }

  /// - Parameter arguments: of the program, as they were given and have been understood.
  /// - Throws: `Refusal` for a command whose answers cannot be made again, or an option that is not known here.
  init(_ arguments: [String]) throws(Refusal) {
    guard let command = arguments.first, Self.commands.contains(command) else {
      throw .command(arguments.first ?? "")
    }
    let idleValues = Self.idleValues(of: command)
    let flags = Self.flagsThatMatter.union(Self.flagsThatMatterToCommand[command] ?? [])
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
      if flags.contains(name), parts.count == 1 {
        options.append(Option(name: name, value: nil))
      } else if idleValues.contains(name) {
        if parts.count == 1 { _ = rest.popFirst() }
      } else if Self.valuesThatMatter.contains(name) {
        guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
          throw .option(argument)
        }
        options.append(Option(name: name, value: value))
      } else if !Self.idleFlags.contains(name) || parts.count == 2 {
        throw .option(argument)
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
