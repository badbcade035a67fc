import MonteCarlo
import Stochastics

/// What came of reading a scenario file.
public struct ScenarioReading: Sendable {
  /// The path of the file, as it was given.
  public let path: String
  /// What people call the scenario, where the file says so.
  public let name: String?
  /// Nil exactly when one of the diagnostics is an error.
  public let scenario: Scenario?
  /// Errors and warnings: those in the file by line and column, then those of overrides, then those
  /// in other files.
  public let diagnostics: [Diagnostic]
  /// Every value that is used, in the order of the file; of a variant, in that of its base.
  public let values: [ResolvedValue]
  /// `sha256:` and 64 hexadecimal digits: the hash of all that the reading depended on. Of a file
  /// alone it is the file's own; the files that it extends, overrides and a history file are appended
  /// to the bytes, each behind a zero byte.
  public let digest: String
  /// What `run` says; nil where it says nothing.
  public let draws: Int?
  /// The seed that `run` gives; nil where it gives none.
  public let seed: UInt64?
  /// How draws are to be spread over the probabilities, if the scenario says so.
  public let sampling: Sampling?

  /// Where each of the scenario's `actuals` stands, in their order: its value in a scenario file or a CSV file.
  public let actualLocations: [Location]

  /// What the vintages of a CSV file of actuals say of revisions.
  public let revisions: [RevisionEstimate]

  /// The values that somebody answers for: those with a source.
  public var figures: [ResolvedValue] { values.filter { $0.source != nil } }

  /// The figures whose source begins with the word `assumption`, or that word in another language.
  public var assumptions: [ResolvedValue] {
    figures.filter { $0.source.map(Wording.isAssumption) ?? false }
  }

  /// Whether the scenario cannot be used.
  public var hasErrors: Bool { scenario == nil }

  /// The outcome of a reading.
  public init(
    path: String, name: String?, scenario: Scenario?, diagnostics: [Diagnostic],
    values: [ResolvedValue], digest: String, draws: Int?, seed: UInt64?,
    sampling: Sampling?, actualLocations: [Location] = [],
    revisions: [RevisionEstimate] = []
  ) {
    self.path = path
    self.name = name
    self.scenario = scenario
    self.diagnostics = diagnostics
    self.values = values
    self.digest = digest
    self.draws = draws
    self.seed = seed
    self.sampling = sampling
    self.actualLocations = actualLocations
    self.revisions = revisions
  }
}
