import GrowthModel
import MonteCarlo

/// How scenarios differ and why: what `compare` answers.
public struct ComparisonReport: Sendable {
  /// A scenario that is compared.
  public struct Subject: Sendable {
    /// What people call it.
    public let name: String
    /// As it was given on the command line.
    public let file: String
    /// A fingerprint of the scenario after everything it includes.
    public let digest: String
    /// The date of the knowledge in it, `YYYY-MM-DD`; nil where it gives none.
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
    /// What the assumption is about, as a path of keys.
    public var name: String
    /// `changed`, `added` or `removed`.
    public var kind: String
    /// The values of it that differ.
    public var changes: [Change]

    /// Puts together what the properties hold.
    public init(name: String, kind: String, changes: [Change]) {
      self.name = name
      self.kind = kind
      self.changes = changes
    }
  }

  /// A value in two scenarios; nil where one of them does not have it.
  public struct Change: Sendable, Equatable {
    /// The keys that lead to the value.
    public var path: String
    /// In the first scenario.
    public var old: Figure?
    /// In the other one.
    public var new: Figure?

    /// Puts together what the properties hold.
    public init(path: String, old: Figure?, new: Figure?) {
      self.path = path
      self.old = old
      self.new = new
    }
  }

  /// A value, where it is from and who says so.
  public struct Figure: Sendable, Equatable {
    /// As the file has it, with its unit.
    public var value: String
    /// The file and the line, or what took the place of one.
    public var origin: String
    /// Who says so; empty where nobody does.
    public var source: String

    /// Puts together what the properties hold.
    public init(value: String, origin: String, source: String) {
      self.value = value
      self.origin = origin
      self.source = source
    }
  }

  /// The scenarios in their order; the others are compared with the first.
  public let scenarios: [Subject]
  /// The year that is asked about.
  public let year: Int
  /// The code of the currency.
  public let currency: String
  /// For each scenario but the first.
  public let assumptions: [[Assumption]]
  /// What was found.
  public let findings: ComparisonFindings
  /// What there is to say of the run beside its results.
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
