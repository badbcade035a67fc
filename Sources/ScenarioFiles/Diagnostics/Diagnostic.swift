import Languages

/// Something that is wrong with a scenario, or that its reader should know.
public struct Diagnostic: Sendable, Hashable {
  /// Whether the scenario can be used in spite of it.
  public enum Severity: String, Sendable, Hashable {
    /// The scenario cannot be used.
    case error
    /// The scenario can be used; the message names an assumption or a weakness.
    case warning
  }

  /// An error or a warning.
  public let severity: Severity
  /// Where it stands.
  public let location: Location
  /// What is wrong, without a full stop, in the language in which the scenario was read.
  public let message: String
  /// How to put it right.
  public let hint: String?

  /// A remark on a place.
  public init(severity: Severity, location: Location, message: String, hint: String?) {
    self.severity = severity
    self.location = location
    self.message = message
    self.hint = hint
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `path:line:column: error: what is wrong`, and on a second line `  hint: how to put it right`.
  public var description: String {
    // Editors and scripts match `path:line:column: error:`, so that these words are the same in every
    // language; what follows is for people.
    "\(location): \(severity.rawValue): \(message)"
      + (hint.map { "\n  " + localized("hint: \($0)") } ?? "")
  }
}

/// A fact about a scenario that people should know. Checks report facts; the text is written here
/// and in the `+Text` files, one for each kind of fact.
protocol Fact: Sendable {
  var severity: Diagnostic.Severity { get }
  /// What is wrong, without a full stop.
  ///
  /// Figures in it are written as files write them, in every language: they are to be found there.
  var message: Phrase { get }
  var hint: Phrase? { get }
}

extension Fact {
  var severity: Diagnostic.Severity { .error }
}
