import ArgumentParser
import Languages

/// The language of the answer.
///
/// It is found before the other arguments are read, so that what is wrong with those is said in it too.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      localized("The language of the answer: en or vi. (default: that of the locale)"),
      valueName: "language"))
  var language: Language?
}

extension Language: ExpressibleByArgument {}

extension Language {
  /// The language that a command line asks for: by `--lang`, or else by the environment.
  ///
  /// - Parameters:
  ///   - arguments: of the command, without its name.
  ///   - environment: names and values.
  init(arguments: some Collection<String>, environment: [String: String]) {
    let own = arguments.prefix { $0 != "--" }
    var asked: Language?
    for (argument, next) in zip(own, Array(own.dropFirst()) + [""]) {
      if argument == "--lang" {
        asked = Language(rawValue: next) ?? asked
      } else if argument.hasPrefix("--lang=") {
        asked = Language(rawValue: String(argument.dropFirst("--lang=".count))) ?? asked
      }
    }
    self = asked ?? Language(environment: environment)
  }
}
