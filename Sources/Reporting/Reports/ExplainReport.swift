import GrowthModel
import MonteCarlo

/// What must be true for a target to be met: what `explain` answers.
public struct ExplainReport: Sendable {
  /// What people call the scenario.
  public let scenario: String
  /// The year that is asked about.
  public let year: Int
  /// The code of the currency.
  public let currency: String
  /// Whether the scenario has levers, which are chosen and so are no part of the answer.
  public let hasLevers: Bool
  /// What was found of each target.
  public let explanation: ExplanationFindings
  /// What there is to say of the run beside its results.
  public let context: RunContext

  /// Puts together what the properties hold.
  public init(scenario: Scenario, explanation: ExplanationFindings, context: RunContext) {
    self.scenario = scenario.name
    year = scenario.economy.year
    currency = scenario.economy.currency
    hasLevers = !scenario.economy.levers.isEmpty
    self.explanation = explanation
    self.context = context
  }

  func measure(_ unit: Unit) -> Measure { Measure(unit: unit, currency: currency) }
}

extension TargetExplanation {
  /// Figures without those that say the same as another.
  private var own: [ExplainedFigure] { figures.filter { $0.sameAs == nil } }

  /// Figures that can be told from those that have nothing to do with the target, what tells most first.
  var distinct: [ExplainedFigure] { own.filter { $0.contrast?.isDistinct == true } }

  /// Those that cannot.
  var indistinct: [ExplainedFigure] { own.filter { $0.contrast?.isDistinct == false } }

  /// The figures that sentences are about, what tells most first.
  ///
  /// First what planners think in: the growth of activities, named numbers, whether projects go ahead and
  /// events strike. Other inputs come in where there are too few of these.
  func leading(_ most: Int) -> [ExplainedFigure] {
    let activities = ActivityVoices(distinct).speaking
    let (inputs, others) = (
      distinct.filter { $0.role == .input }, distinct.filter { !$0.isActivity && $0.role != .input }
    )
    let known = (activities + others).sorted { $0.distance > $1.distance }
    return Array((known + inputs).prefix(most))
  }

  /// Figures with a value at the most likely point, what is furthest from its mean first.
  var furthestAtPoint: [(figure: ExplainedFigure, value: Double, distance: Double)] {
    let found = own.compactMap { figure in
      figure.values == nil
        ? figure.atPoint.flatMap { value in
          figure.distanceAtPoint.map { (figure, value, $0) }
        } : nil
    }
    return found.enumerated().sorted { a, b in
      let (first, second) = (a.element.2.magnitude, b.element.2.magnitude)
      return first == second ? a.offset < b.offset : first > second
    }.map(\.element)
  }
}

extension ExplainedFigure {
  /// Whether it is one or zero: whether something happens.
  var isYesOrNo: Bool { values.map { $0.map(\.value) == [0, 1] } ?? false }

  var isActivity: Bool { if case .activity = role { true } else { false } }

  /// How much it tells; nothing where there is nothing to compare.
  var distance: Double { contrast?.distance ?? 0 }
}
