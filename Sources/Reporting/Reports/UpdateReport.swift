import GrowthModel
import Languages
import MonteCarlo

/// What published figures change: what `update` answers.
public struct UpdateReport: Sendable {
  /// What a history says of the quarters that are left.
  public struct History: Sendable, Equatable {
    /// The file, as given.
    public let file: String
    /// The id of the target, and the past years.
    public let past: [String: [RemainingGrowth.PastYear]]

    /// - Parameters:
    ///   - file: as it was given.
    ///   - past: the past years of each target that something is left of, by its id.
    public init(file: String, past: [String: [RemainingGrowth.PastYear]]) {
      self.file = file
      self.past = past
    }
  }

  /// What people call the scenario.
  public let scenario: String
  /// The year that is asked about.
  public let year: Int
  /// The code of the currency.
  public let currency: String
  /// What was found.
  public let findings: UpdateFindings
  /// The scenario as if nothing had been published, and with all that was.
  public let before: RunReport
  /// The scenario with all that was published.
  public let after: RunReport
  /// Past years with the same quarters; nil where no history was given.
  public let history: History?
  /// What there is to say of the published figures, in sentences.
  public let remarks: [String]
  /// What there is to say of the run beside its results.
  public let context: RunContext

  /// - Parameters:
  ///   - scenario: with what has been published.
  ///   - findings: what the analysis found.
  ///   - history: what a history says of the quarters that are left.
  ///   - remarks: what there is to say of the published figures, in sentences.
  ///   - context: where the scenario came from, and what to tell the reader about it.
  public init(
    scenario: Scenario, findings: UpdateFindings, history: History?, remarks: [String] = [],
    context: RunContext
  ) {
    self.scenario = scenario.name
    year = scenario.economy.year
    currency = scenario.economy.currency
    self.findings = findings
    before = RunReport(scenario: scenario, ensemble: findings.before, context: context)
    after = RunReport(scenario: scenario, ensemble: findings.after, context: context)
    self.history = history
    self.remarks = remarks
    self.context = after.context
  }

  func measure(_ unit: Unit) -> Measure { Measure(unit: unit, currency: currency) }
}

extension ReportWarning {
  /// Independent draws that are worth as much as those of a run below which its tails are rough.
  private static let fewDraws = 1000.0
  /// The part of the draws that may be lost without a word.
  private static let lostShare = 0.001
  /// How unlikely figures may be without a word, as a probability.
  private static let unlikely = 0.001

  /// What to know about draws that were made to agree with published figures.
  static func warnings(of finding: ConditioningFinding?, path: String) -> [ReportWarning] {
    guard let finding else { return [] }
    var messages: [String] = []
    if finding.effectiveDraws < fewDraws {
      let worth = NumberFormat(decimals: 0).string(finding.effectiveDraws)
      messages.append(
        localized(
          """
          the draws that agree with the published figures are worth only \(worth) independent ones, as \
          a few of them count for most: what is said of tails is rough
          """))
    }
    if Double(finding.unsolved) > lostShare * Double(finding.drawsMade) {
      let (some, all) = (
        NumberFormat.count(finding.unsolved), NumberFormat.count(finding.drawsMade)
      )
      messages.append(
        localized(
          """
          \(some) of \(all) draws could not be made to agree with the published figures, and count for \
          nothing
          """))
    }
    if finding.tailProbability < unlikely {
      messages.append(
        localized(
          """
          the scenario hardly expected the published figures: one further from the centre of what it \
          believes has a probability of about \(ProbabilityText.roughly(finding.tailProbability))
          """))
    }
    return messages.map { ReportWarning(path: path, message: $0) }
  }
}
