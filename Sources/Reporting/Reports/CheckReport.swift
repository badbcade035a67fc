import Languages

/// The problems found in scenario files: what `check` answers.
public struct CheckReport: Sendable {
  /// One problem.
  public struct Diagnostic: Sendable, Equatable {
    /// Whether a scenario can be used in spite of it.
    public enum Severity: String, Sendable {
      /// It cannot.
      case error
      /// It can, by a reader who knows of this.
      case warning
    }

    /// The file it is in, as given; another than the file checked when that one includes it.
    public var path: String
    /// Counted from one.
    public var line: Int?
    /// Counted from one.
    public var column: Int?
    /// Whether the scenario can be used in spite of it.
    public var severity: Severity
    /// What is wrong, in a sentence.
    public var message: String
    /// How to put it right.
    public var hint: String?

    /// Puts together what the properties hold.
    public init(
      path: String, line: Int? = nil, column: Int? = nil, severity: Severity, message: String,
      hint: String? = nil
    ) {
      self.path = path
      self.line = line
      self.column = column
      self.severity = severity
      self.message = message
      self.hint = hint
    }

    /// `path:line:column: error: message`, and the hint on a line of its own.
    public func text(style: TextStyle = TextStyle()) -> String {
      let place = placeText(path: path, line: line, column: column)
      let kind =
        severity == .error
        ? style.red(localized("error")) : style.yellow(localized("warning"))
      let first = "\(place.printable): \(kind): \(message.printable)"
      return first + (hint.map { "\n  " + localized("hint: \($0.printable)") } ?? "")
    }
  }

  /// One file that was checked.
  public struct File: Sendable {
    /// As it was given.
    public var file: String
    /// In the order of their places.
    public var diagnostics: [Diagnostic]

    /// Puts together what the properties hold.
    public init(file: String, diagnostics: [Diagnostic]) {
      self.file = file
      self.diagnostics = diagnostics
    }

    /// How many of its problems are errors.
    public var errors: Int { diagnostics.count { $0.severity == .error } }
    /// How many of its problems are warnings.
    public var warnings: Int { diagnostics.count { $0.severity == .warning } }
  }

  /// The files, in the order in which they were given.
  public var files: [File]

  /// Puts together what the properties hold.
  public init(files: [File]) { self.files = files }

  /// All problems, one after the other, each file with a closing line that counts them.
  ///
  /// Lines are not broken, so that editors find the places.
  public func text(style: TextStyle = TextStyle()) -> String {
    files.flatMap { file in
      file.diagnostics.map { $0.text(style: style) }
        + ["\(file.file.printable): \(Self.summary(file))"]
    }.joined(separator: "\n") + (files.isEmpty ? "" : "\n")
  }

  /// The report in the format `growth.check/1`.
  public func json() throws -> String { try jsonText(CheckJSON(self)) }

  private static func summary(_ file: File) -> String {
    let warnings =
      file.warnings == 1 ? localized("1 warning") : localized("\(file.warnings) warnings")
    let errors = file.errors == 1 ? localized("1 error") : localized("\(file.errors) errors")
    switch (file.errors, file.warnings) {
    case (0, 0): return localized("no problems")
    case (0, _): return warnings
    case (_, 0): return errors
    default: return errors + ", " + warnings
    }
  }
}

private struct CheckJSON: Encodable {
  struct Diagnostic: Encodable {
    let path: String
    let line: JSONOptional<Int>
    let column: JSONOptional<Int>
    let severity: String
    let message: String
    let hint: JSONOptional<String>
  }

  struct File: Encodable {
    let file: String
    let errors: Int
    let warnings: Int
    let diagnostics: [Diagnostic]
  }

  let format = "growth.check/1"
  let files: [File]

  init(_ report: CheckReport) {
    files = report.files.map { file in
      File(
        file: file.file, errors: file.errors, warnings: file.warnings,
        diagnostics: file.diagnostics.map {
          Diagnostic(
            path: $0.path, line: JSONOptional($0.line), column: JSONOptional($0.column),
            severity: $0.severity.rawValue, message: $0.message, hint: JSONOptional($0.hint))
        })
    }
  }
}
