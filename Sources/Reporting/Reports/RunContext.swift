/// What a report says about a run beside its results.
public struct RunContext: Sendable {
  /// The scenario file as it was given on the command line.
  public var file: String
  /// A fingerprint of the scenario after everything it includes.
  public var digest: String
  /// The version of the program.
  public var version: String
  /// The date of the knowledge in the scenario, `YYYY-MM-DD`.
  public var asOf: String?
  /// Values replaced for this run, as `PATH=VALUE`.
  public var overrides: [String]
  /// Paths of quantities that were asked for by name.
  public var quantities: [String]
  /// Figures of the scenario that name a source.
  public var figures: Int
  /// Those among them whose source is an assumption.
  public var assumptions: Int
  /// What the reader must know about the scenario before trusting the numbers.
  public var warnings: [ReportWarning]

  /// What is said of a run; only the file, its hash and the version must be there.
  public init(
    file: String, digest: String, version: String,
    asOf: String? = nil, overrides: [String] = [], quantities: [String] = [],
    figures: Int = 0, assumptions: Int = 0,
    warnings: [ReportWarning] = []
  ) {
    self.file = file
    self.digest = digest
    self.version = version
    self.asOf = asOf
    self.overrides = overrides
    self.quantities = quantities
    self.figures = figures
    self.assumptions = assumptions
    self.warnings = warnings
  }
}

/// A remark on a scenario, at its place in a file where it has one.
public struct ReportWarning: Sendable, Equatable {
  /// The file, as given.
  public var path: String
  /// Counted from one.
  public var line: Int?
  /// Counted from one.
  public var column: Int?
  /// What there is to know, in a sentence.
  public var message: String

  /// A remark; without a line it is one on the whole file.
  public init(path: String, line: Int? = nil, column: Int? = nil, message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  /// `path:line:column`, as far as it is known.
  var place: String { placeText(path: path, line: line, column: column) }
}

/// `path:line:column`, as far as it is known.
func placeText(path: String, line: Int?, column: Int?) -> String {
  guard let line else { return path }
  guard let column else { return "\(path):\(line)" }
  return "\(path):\(line):\(column)"
}
