/// Whether an answer comes out the same when it is made again: what `verify` answers.
public struct VerificationReport: Sendable {
  /// What came of it.
  public enum Verdict: String, Sendable, CaseIterable {
    /// Every number, to its last bit, and every word; and nothing in the file was changed.
    case same
    /// Something in the file was changed, though the answer comes out as it says.
    case changed
    /// Numbers or words come out as others.
    case different
    /// No answer came out.
    case failed
  }

  /// Why an answer may have come out as another.
  public enum Cause: String, Sendable, CaseIterable {
    /// Files or arguments in the file were changed after it was written.
    case inputsChanged = "inputs changed"
    /// Numbers or words in the file were changed after it was written.
    case answerChanged = "answer changed"
    /// Another version of the program wrote the file.
    case otherVersion = "other version"
    /// Differences are as small as those of rounding, by another library of linear algebra.
    case rounding
    /// None of these.
    case unknown
  }

  /// Something that is not the same.
  public struct Change: Sendable, Equatable {
    /// Where it stands in the answer; empty for a line of a page.
    public var path: String
    /// Of the file; nil for what is not in it.
    public var line: Int?
    /// In the file; nil for what is not there.
    public var old: String?
    /// Made again; nil for what is not there.
    public var new: String?
    /// The difference of two numbers over the larger of them.
    public var relative: Double?

    /// Something that is not the same, where it stands.
    public init(path: String, line: Int?, old: String?, new: String?, relative: Double?) {
      self.path = path
      self.line = line
      self.old = old
      self.new = new
      self.relative = relative
    }
  }

  /// What was compared, and what came of it.
  public struct Comparison: Sendable {
    /// Numbers that were compared.
    public var figures: Int
    /// How many of them are others.
    public var changedFigures: Int
    /// Texts, parts and lines that are others.
    public var otherChanges: Int
    /// The largest relative difference.
    public var largest: Double
    /// The worst of them.
    public var changes: [Change]

    /// What came of comparing so many numbers.
    public init(
      figures: Int, changedFigures: Int, otherChanges: Int, largest: Double, changes: [Change]
    ) {
      self.figures = figures
      self.changedFigures = changedFigures
      self.otherChanges = otherChanges
      self.largest = largest
      self.changes = changes
    }

    var isSame: Bool { changedFigures == 0 && otherChanges == 0 }
  }

  /// The largest relative difference that another library of linear algebra is held to explain: some 10^6 roundings.
  static let mostOfRounding = 1e-9

  /// The file, as it was given.
  public var file: String
  /// The command that made the answer, as a shell takes it.
  public var command: String
  /// The paths of the files that it read.
  public var inputs: [String]
  /// Of the program that made the answer, as it says.
  public var versionThen: String
  /// Of this program.
  public var versionNow: String
  /// Of the random numbers; nil where there are none.
  public var seed: UInt64?
  /// How many there were; nil where there are none.
  public var draws: UInt64?
  /// That it took to make the answer again.
  public var seconds: Double
  /// Whether arguments and files are those that the answer was made from.
  public var areInputsIntact: Bool
  /// Whether the answer is the one that was written; nil where the file does not tell.
  public var isAnswerIntact: Bool?
  /// Nil where no answer came out.
  public var comparison: Comparison?

  /// What came of making an answer again.
  public init(
    file: String, command: String, inputs: [String], versionThen: String, versionNow: String,
    seed: UInt64?, draws: UInt64?, seconds: Double, areInputsIntact: Bool, isAnswerIntact: Bool?,
    comparison: Comparison?
  ) {
    self.file = file
    self.command = command
    self.inputs = inputs
    self.versionThen = versionThen
    self.versionNow = versionNow
    self.seed = seed
    self.draws = draws
    self.seconds = seconds
    self.areInputsIntact = areInputsIntact
    self.isAnswerIntact = isAnswerIntact
    self.comparison = comparison
  }

  /// Whether the answer came out the same.
  public var verdict: Verdict {
    guard let comparison else { return .failed }
    guard comparison.isSame else { return .different }
    return areInputsIntact && isAnswerIntact ?? true ? .same : .changed
  }

  /// Why the answer is another, the surest first; empty where it is the same.
  public var causes: [Cause] {
    guard verdict != .same else { return [] }
    var causes: [Cause] = []
    if !areInputsIntact { causes.append(.inputsChanged) }
    if isAnswerIntact == false { causes.append(.answerChanged) }
    guard verdict != .changed else { return causes }
    if versionThen != versionNow { causes.append(.otherVersion) }
    guard causes.isEmpty else { return causes }
    let isRounding = comparison.map { $0.otherChanges == 0 && $0.largest <= Self.mostOfRounding }
    return [isRounding == true ? .rounding : .unknown]
  }
}
