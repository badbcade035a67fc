/// A language that people are answered in.
///
/// What scripts read is the same in every language: JSON, CSV, scenario files, the names of commands
/// and options.
public enum Language: String, Sendable, CaseIterable {
  /// English, the language of the source text.
  case english = "en"
  /// Vietnamese.
  case vietnamese = "vi"

  /// The language of what is being written now.
  @TaskLocal public static var current = Language.english

  /// Stands before the decimals of a number.
  public var decimalSeparator: Character {
    switch self {
    case .english: "."
    case .vietnamese: ","
    }
  }

  /// Stands between groups of three digits.
  public var groupSeparator: Character {
    switch self {
    case .english: ","
    case .vietnamese: "."
    }
  }

  /// The language of a locale's name, such as `vi_VN.UTF-8`; nil where it is none of these.
  ///
  /// - Parameter locale: as POSIX writes it: language, territory, codeset.
  public init?(locale: String) {
    let name = locale.prefix { $0.isASCII && $0.isLetter }
    self.init(rawValue: name.lowercased())
  }

  /// The language that the environment asks for: that of the first of `LC_ALL`, `LC_MESSAGES` and `LANG`
  /// which is not empty, as POSIX orders them; English where it is none of these.
  ///
  /// - Parameter environment: names and values.
  public init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    self = locale.flatMap(Self.init(locale:)) ?? .english
  }
}
