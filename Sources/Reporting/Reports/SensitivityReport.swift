import GrowthModel
import Languages
import MonteCarlo

/// Which inputs matter: what `sensitivity` answers.
public struct SensitivityReport: Sendable {
  /// What people call the scenario.
  public let scenario: String
  /// The year that is asked about.
  public let year: Int
  /// The code of the currency.
  public let currency: String
  /// What was found of each target.
  public let sensitivity: SensitivityFindings
  /// What there is to say of the run beside its results.
  public let context: RunContext
  /// The levers that ranged over what can be chosen; nil where all stood where they are set.
  public let levers: RangingLevers?

  /// - Parameters:
  ///   - scenario: what was asked about.
  ///   - sensitivity: what was found.
  ///   - context: where its figures come from.
  ///   - levers: that ranged over what can be chosen, if any.
  public init(
    scenario: Scenario, sensitivity: SensitivityFindings, context: RunContext,
    levers: RangingLevers? = nil
  ) {
    self.levers = levers
    self.scenario = scenario.name
    year = scenario.economy.year
    currency = scenario.economy.currency
    self.sensitivity = sensitivity
    self.context = context
  }

  func measure(_ unit: Unit) -> Measure { Measure(unit: unit, currency: currency) }

  /// The measure of a response: that of the quantity, or plain probabilities.
  func measure(_ target: TargetSensitivity) -> Measure {
    measure(sensitivity.measure == .quantity ? target.quantity.unit : .rate)
  }

}

/// Levers that lay anywhere in their ranges, evenly, by their ids.
public struct RangingLevers: Sendable, Equatable {
  /// Those that were moved.
  public let moved: [String]
  /// Those that stayed where they are set.
  public let left: [String]

  /// Levers that were moved, and those that stayed.
  public init(moved: [String], left: [String]) {
    self.moved = moved
    self.left = left
  }
}

extension TargetSensitivity {
  /// What people call a part.
  func title(_ part: SobolIndices.Part) -> String {
    part.name?.printable ?? title(part.variables)
  }

  /// What people call what has an effect.
  func title(_ effect: ShapleyEffect) -> String {
    effect.name?.printable ?? title(effect.variables)
  }

  /// What people call some of its variables: the first of many.
  func title(_ variables: [Int]) -> String {
    let titles = variables.map { self.variables[$0].title.printable }
    return titles.count <= Self.mostTitles
      ? titles.joined(separator: "; ")
      : localized("\(titles[0]) and \(titles.count - 1) more")
  }

  private static let mostTitles = 2

  /// The bars of the tornado, the largest change first.
  var widestFirst: [TornadoBar] {
    tornado.sorted { $0.difference.magnitude > $1.difference.magnitude }
  }

  /// The names of some of its variables.
  func names(_ variables: [Int]) -> [String] { variables.map { self.variables[$0].name } }
}
