import GrowthModel
import MonteCarlo

/// How scenarios differ and why: what `compare` answers.
public struct ComparisonReport: Sendable {
  /// A scenario that is compared.
  public struct Subject: Sendable {
    public let name: String
    /// As it was given on the command line.
    public let file: String
    /// A fingerprint of the scenario after everything it includes.
    public let digest: String
    public let asOf: String?

    /// - Parameters:
    ///   - scenario: that was read.
    ///   - file: as it was given.
    ///   - digest: of all that the reading depended on.
    public init(_ scenario: Scenario, file: String, digest: String) {
      name = scenario.name
      self.file = file
      self.digest = digest
      asOf = scenario.asOf
    }
  }

  /// What two scenarios assume differently.
  public struct Assumption: Sendable, Equatable {
    public var name: String
    /// `changed`, `added` or `removed`.
    public var kind: String
    public var changes: [Change]

    public init(name: String, kind: String, changes: [Change]) {
      self.name = name
      self.kind = kind
      self.changes = changes
    }
  }

  /// A value in two scenarios; nil where one of them does not have it.
  public struct Change: Sendable, Equatable {
    public var path: String
    public var old: Figure?
    public var new: Figure?

    public init(path: String, old: Figure?, new: Figure?) {
      self.path = path
      self.old = old
      self.new = new
    }
  }

  /// A value, where it is from and who says so.
  public struct Figure: Sendable, Equatable {
    public var value: String
    public var origin: String
    public var source: String

    public init(value: String, origin: String, source: String) {
      self.value = value
      self.origin = origin
      self.source = source
    }
  }

  /// The scenarios in their order; the others are compared with the first.
  public let scenarios: [Subject]
  public let year: Int
  public let currency: String
  /// For each scenario but the first.
  public let assumptions: [[Assumption]]
  public let findings: ComparisonFindings
  public let context: RunContext

  /// - Parameters:
  ///   - scenarios: in their order.
  ///   - economy: of the first one.
  ///   - assumptions: that differ, for each scenario but the first.
  ///   - findings: what the comparison found.
  ///   - context: where the scenarios came from, and what to tell the reader about them.
  public init(
    scenarios: [Subject], economy: Economy, assumptions: [[Assumption]],
    findings: ComparisonFindings, context: RunContext
  ) {
    self.scenarios = scenarios
    year = economy.year
    currency = economy.currency
    self.assumptions = assumptions
    self.findings = findings
    self.context = context
  }

  func measure(_ unit: Unit) -> Measure { Measure(unit: unit, currency: currency) }

  /// The letter of a scenario: A for the first.
  func letter(_ number: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return number < letters.count ? String(letters[number]) : "S\(number + 1)"
  }

  /// The ids of all targets, in the order of the scenarios.
  var targetIDs: [String] {
    var ids: [String] = []
    for goal in findings.scenarios.flatMap(\.goals) where !ids.contains(goal.target.id) {
      ids.append(goal.target.id)
    }
    return ids
  }

  /// The names of the assumptions that make up a part.
  func names(_ part: [Int], of pair: Int) -> [String] { part.map { assumptions[pair][$0].name } }
}
