import GrowthModel
import MonteCarlo

/// What it takes: what `reach` answers.
public struct ReachReport: Sendable {
  /// What people call the scenario.
  public let scenario: String
  /// The year that is asked about.
  public let year: Int
  /// The code of the currency.
  public let currency: String
  /// What was found.
  public let findings: ReachFindings
  /// What there is to say of the run beside its results.
  public let context: RunContext

  /// Puts together what the properties hold.
  public init(scenario: Scenario, findings: ReachFindings, context: RunContext) {
    self.scenario = scenario.name
    year = scenario.economy.year
    currency = scenario.economy.currency
    self.findings = findings
    self.context = context
  }

  func measure(_ unit: Unit) -> Measure { Measure(unit: unit, currency: currency) }

  func measure(_ lever: Lever) -> Measure { measure(lever.setting.unit) }

  /// What `--set` is given to put a lever at a position: one text, or one for each of its periods.
  func overrides(_ reach: LeverReach, at position: Double) -> [String] {
    reach.numbers(at: position).map { period, number in
      let path = reach.lever.id + (period.map { ".value.\($0)" } ?? "")
      return path + "=" + measure(reach.lever).figure(number)
    }
  }
}

extension ReachReport {
  /// What one lever does in a combination.
  struct Move {
    let reach: LeverReach
    let position: Double
    /// From where it stands.
    let change: Double
    /// In billions of the currency.
    let cost: Double
  }

  /// What each lever does in a combination.
  func moves(_ combination: CombinationReach, _ setting: CombinedSetting) -> [Move] {
    zip(combination.levers, setting.positions).compactMap { id, position in
      guard let reach = findings.levers.first(where: { $0.lever.id == id }),
        let change = reach.change(to: position)
      else { return nil }
      return Move(
        reach: reach, position: position, change: change,
        cost: (reach.cost(at: position) ?? 0).magnitude)
    }
  }
}

extension CombinationReach {
  var reached: ReachedCombination? {
    if case .reached(let reached) = outcome { reached } else { nil }
  }

  /// The best there is, where that is not enough.
  var best: CombinedSetting? {
    if case .outOfReach(let best) = outcome { best } else { nil }
  }
}

extension CombinationReach.Outcome {
  /// As data formats name it.
  var name: String {
    switch self {
    case .already: "already"
    case .reached: "reached"
    case .outOfReach: "out-of-reach"
    case .noLevers: "no-levers"
    }
  }
}

extension LeverReach.Outcome {
  /// As data formats name it.
  var name: String {
    switch self {
    case .already: "already"
    case .reached: "reached"
    case .outOfReach: "out-of-reach"
    case .noEffect: "no-effect"
    case .noRange: "no-range"
    case .isDate: "date"
    case .cannotShift: "cannot-shift"
    }
  }
}

extension LeverReach {
  /// The setting that reaches the probability.
  var reached: ReachedSetting? {
    if case .reached(let setting) = outcome { setting } else { nil }
  }

  /// The best there is, where that is not enough.
  var best: SettingProbability? {
    if case .outOfReach(let best) = outcome { best } else { nil }
  }

  /// Whether its numbers differ by period, so that a position is what is added to all of them.
  var isShift: Bool { !periods.isEmpty }
}

extension Measure {
  /// A number of the model as a figure of a scenario file, with all its digits.
  func figure(_ value: Double) -> String {
    switch unit {
    case .rate: Self.digits(value, shifted: 2) + "%"
    case .percentagePoints: Self.digits(value, shifted: 2) + " pp"
    case .money: Self.digits(value) + " billion " + currency
    case .moneyPer(let thing): Self.digits(value, shifted: 9) + " " + currency + " per " + thing
    case .count(let noun): Self.digits(value) + " " + noun
    case .number, .date: Self.digits(value)
    case .duration: Self.digits(value) + " years"
    }
  }

  /// All digits of a number times a power of ten, without marks between thousands.
  private static func digits(_ value: Double, shifted power: Int = 0) -> String {
    guard let decimal = ShortestDecimal(value)?.shifted(by: power), !decimal.digits.isEmpty else {
      return "0"
    }
    var digits = decimal.digits.map(String.init).joined()
    if decimal.exponent >= 0 {
      digits += String(repeating: "0", count: decimal.exponent)
    } else {
      let places = -decimal.exponent
      digits = String(repeating: "0", count: max(places + 1 - digits.count, 0)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places))
    }
    return (decimal.isNegative ? "-" : "") + digits
  }
}
