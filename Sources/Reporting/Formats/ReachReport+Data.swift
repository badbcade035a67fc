import GrowthModel
import MonteCarlo

extension ReachReport {
  /// The report in the format `growth.reach/1`.
  ///
  /// Settings are in base units, of a lever with a number for each period what is added to all of them; costs
  /// are in units of the currency. What does not exist is null.
  public func json() throws -> String {
    let head = JSONHead(
      "growth.reach/1", scenario: scenario, year: year, currency: currency, seed: findings.seed,
      draws: findings.draws, context)
    return try jsonText(JSONJoined(head, ReachJSON(self)))
  }
}

/// The keys of `growth.reach/1`: scripts depend on them, so they may be added to and not changed.
private struct ReachJSON: Encodable {
  /// Settings at which the draws were evaluated.
  let evaluations: Int
  let target: JSONTarget
  /// That the target should have.
  let probability: Double
  let present: JSONProbability
  let levers: [LeverJSON]
  /// Null where it was not asked for.
  let combination: JSONOptional<CombinationJSON>
  let gap: JSONOptional<GapJSON>

  init(_ report: ReachReport) {
    let found = report.findings
    evaluations = found.evaluations
    target = JSONTarget(
      found.target, of: found.quantity, report.measure(found.quantity.unit))
    probability = found.probability
    present = JSONProbability(found.present)
    levers = found.levers.map { LeverJSON($0, report) }
    combination = JSONOptional(found.combination.map { CombinationJSON($0, report) })
    gap = JSONOptional(found.gap.map { GapJSON($0, report.measure(found.quantity.unit)) })
  }
}

private struct SettingJSON: Encodable {
  let setting: JSONNumber
  /// From where the lever stands.
  let change: JSONNumber
  let cost: JSONNumber
  let probability: JSONProbability
  /// What `--set` is given.
  let set: [String]

  init(_ there: SettingProbability, _ reach: LeverReach, _ report: ReachReport) {
    let measure = report.measure(reach.lever)
    setting = JSONNumber(measure.base(there.position))
    change = JSONNumber(reach.change(to: there.position).map(measure.base))
    cost = JSONNumber(reach.cost(at: there.position).map(report.measure(.money).base))
    probability = JSONProbability(there.estimate)
    set = report.overrides(reach, at: there.position)
  }
}

private struct LeverJSON: Encodable {
  let id: String
  let name: String
  let unit: String
  let owner: JSONOptional<String>
  /// `setting`, or `shift` for a lever with a number for each period.
  let motion: String
  /// `reached`, `already`, `out-of-reach`, `no-effect`, `no-range`, `date` or `cannot-shift`.
  let outcome: String
  let present: JSONNumber
  let range: JSONOptional<[JSONNumber]>
  /// At the ends of the range.
  let ends: JSONOptional<[JSONProbability]>
  /// The first setting that reaches the probability.
  let needed: JSONOptional<SettingJSON>
  /// The same with few digits, further on.
  let rounded: JSONOptional<SettingJSON>
  /// Between which the true setting lies with 95% confidence; null where the range ends first.
  let interval: JSONOptional<[JSONNumber]>
  /// Where the probability is out of reach.
  let best: JSONOptional<SettingJSON>
  let isMonotone: JSONOptional<Bool>
  /// The largest move of the probability against its course from one end of the range to the other.
  let reversal: JSONNumber

  init(_ reach: LeverReach, _ report: ReachReport) {
    let measure = report.measure(reach.lever)
    func base(_ value: Double?) -> JSONNumber { JSONNumber(value.map(measure.base)) }
    func there(_ setting: SettingProbability?) -> JSONOptional<SettingJSON> {
      JSONOptional(setting.map { SettingJSON($0, reach, report) })
    }
    id = reach.lever.id
    name = reach.lever.setting.name
    unit = measure.baseUnit
    owner = JSONOptional(reach.lever.owner)
    motion = reach.isShift ? "shift" : "setting"
    outcome = reach.outcome.name
    present = base(reach.present)
    range = JSONOptional(reach.range.map { [base($0.lowerBound), base($0.upperBound)] })
    ends = JSONOptional(reach.ends.map { [JSONProbability($0.low), JSONProbability($0.high)] })
    needed = there(reach.reached?.exact)
    rounded = there(reach.reached?.rounded)
    interval = JSONOptional(reach.reached.map { [base($0.low), base($0.high)] })
    best = there(reach.best)
    isMonotone = JSONOptional(reach.ends.map { _ in reach.reversal == 0 })
    reversal = JSONNumber(reach.ends.map { _ in reach.reversal })
  }
}

private struct CombinationJSON: Encodable {
  struct Setting: Encodable {
    let lever: String
    let setting: JSONNumber
    let change: JSONNumber
    let cost: JSONNumber
  }

  struct Together: Encodable {
    let cost: JSONNumber
    let probability: JSONProbability
    let levers: [Setting]
    /// What `--set` is given.
    let set: [String]
  }

  /// `reached`, `already`, `out-of-reach` or `no-levers`.
  let outcome: String
  let needed: JSONOptional<Together>
  let rounded: JSONOptional<Together>
  /// Between which the least cost lies in truth with 95% confidence; null where the levers end first.
  let costInterval: JSONOptional<[JSONNumber]>
  /// Where the probability is out of reach: every lever where it does best alone.
  let best: JSONOptional<Together>
  /// The ids of levers that stay where they are.
  let left: [String]

  init(_ combination: CombinationReach, _ report: ReachReport) {
    let money = report.measure(.money)
    func together(_ setting: CombinedSetting?) -> JSONOptional<Together> {
      JSONOptional(
        setting.map { setting in
          let moves = report.moves(combination, setting)
          return Together(
            cost: JSONNumber(money.base(setting.cost)),
            probability: JSONProbability(setting.estimate),
            levers: moves.map { move in
              let measure = report.measure(move.reach.lever)
              return Setting(
                lever: move.reach.lever.id, setting: JSONNumber(measure.base(move.position)),
                change: JSONNumber(measure.base(move.change)),
                cost: JSONNumber(money.base(move.cost)))
            }, set: moves.flatMap { report.overrides($0.reach, at: $0.position) })
        })
    }
    outcome = combination.outcome.name
    needed = together(combination.reached?.exact)
    rounded = together(combination.reached?.rounded)
    costInterval = JSONOptional(
      combination.reached.map { reached in
        [reached.low, reached.high].map { JSONNumber($0.map(money.base)) }
      })
    best = together(combination.best)
    left = combination.left
  }
}

private struct GapJSON: Encodable {
  struct Activity: Encodable {
    let id: String
    let name: String
    let depth: Int
    let expectedGrowth: JSONNumber
    /// Null where no growth meets the target.
    let neededGrowth: JSONNumber
  }

  /// The quantity of the target with every input at its mean.
  let expected: JSONNumber
  /// What meets the target exactly.
  let edge: JSONNumber
  /// The edge less what is expected.
  let gap: JSONNumber
  let isMet: Bool
  let activities: [Activity]

  init(_ gap: ArithmeticGap, _ measure: Measure) {
    expected = JSONNumber(measure.base(gap.expected))
    edge = JSONNumber(measure.base(gap.edge))
    self.gap = JSONNumber(measure.base(gap.edge - gap.expected))
    isMet = gap.isMet
    activities = gap.rows.map {
      Activity(
        id: $0.id, name: $0.name, depth: $0.depth, expectedGrowth: JSONNumber($0.expected),
        neededGrowth: JSONNumber($0.needed))
    }
  }
}
