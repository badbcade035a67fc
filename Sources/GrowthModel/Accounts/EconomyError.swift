import Languages

/// Why a set of accounts cannot be evaluated.
public enum EconomyError: Error, Equatable, Sendable {
  /// There is no activity.
  case noActivities
  /// The last year is not after the base year, or more than `Timeline.longest` years after it.
  case years(from: Int, to: Int)
  /// Two parts of the economy have one name.
  case duplicateName(String)
  /// The group has no activities in it.
  case emptyGroup(String)
  /// A base volume is zero or not a number, so growth over it has no meaning.
  case zeroVolume(String)
  /// A number of this part is infinite or not a number.
  case notFinite(String)
  /// A leaf with a value at current prices needs a deflator to move it.
  case missingDeflator(String)
  /// Some leaves have values at current prices and these do not.
  case partialValues(missing: [String])
  /// A leaf does not have one base figure for each step of the base year.
  case wrongSteps(String, found: Int, needed: Int)
  /// A number by period has none for this one.
  case missingPeriod(String, Period)
  /// What moves an activity names one that is not there, or a group where a leaf is needed.
  case unknownActivity(String, of: String)
  /// A demand without an input-output table, or with another number of sectors.
  case demandWithoutTable(String)
  /// A quantity that a formula or effect takes is not there in the period.
  case unavailable(String, Period, of: String)
  /// Quantities that need each other in the same period, each the next.
  case cycle([String])
  /// The input-output table cannot be solved.
  case table(InputOutputError)
}

extension EconomyError: CustomStringConvertible {
  public var description: String { message.text() }

  /// What is wrong, without a full stop.
  public var message: Phrase {
    switch self {
    case .noActivities: "there are no activities"
    case .years(let base, let last):
      "\(last) is not one of the \(Timeline.longest) years after \(base)"
    case .duplicateName(let id): "the name '\(id)' stands for two things"
    case .emptyGroup(let id): "the group '\(id)' has no activities"
    case .zeroVolume(let id): "the base volume of '\(id)' is zero or not a number"
    case .notFinite(let id): "the base value of '\(id)' is not a number"
    case .missingDeflator(let id): "'\(id)' has a value at current prices but no deflator"
    case .partialValues(let missing):
      """
      some activities have values at current prices and these do not: \
      \(missing.joined(separator: ", "))
      """
    case .wrongSteps(let id, let found, let needed):
      "'\(id)' has \(found) base figures, and the base year has \(needed) steps"
    case .missingPeriod(let what, let period): "'\(what)' has no figure for \(period.description)"
    case .unknownActivity(let id, let what): "'\(what)' reaches '\(id)', which is no such activity"
    case .demandWithoutTable(let id): "'\(id)' needs an input-output table that fits it"
    case .unavailable(let path, let period, let what):
      "'\(what)' takes '\(path)' of \(period.description), which is not known"
    case .cycle(let paths): "quantities need each other: \(paths.joined(separator: " -> "))"
    case .table(let error): error.message
    }
  }
}
