import GrowthModel
import Stochastics

/// Reports why parameters do not make a distribution, at the parameter that is wrong.
struct MarginalReport {
  let row: DistributionRow
  /// The figures of the parameters, in the order of the row.
  let figures: [[LocatedFigure]]
  let place: Place

  func report(_ error: MarginalError, unit: Unit, _ context: ReadingContext) {
    if case .negativeWeight(let index, _) = error, let weight = figures.last?[index] {
      let fact = DistributionFact.negativeWeight(weight.figure.text)
      return context.findings.report(fact, at: weight.place)
    }
    let (fact, argument) = describe(error)
    context.findings.report(fact, at: figure(argument)?.place ?? place)
  }

  /// The fact, and what `MarginalError` calls the parameter that it is about.
  private func describe(_ error: MarginalError) -> (DistributionFact, String?) {
    switch error {
    case .notAbove(let bound, let argument, _):
      let fact = DistributionFact.notAbove(
        key(argument), value: text(argument), bound: FigureText.decimal(bound, places: 4))
      return (fact, argument)
    case .boundsNotAscending:
      let fact = DistributionFact.boundsNotAscending(
        low: text("lower bound"), high: text("upper bound"))
      return (fact, "lower bound")
    case .modeOutsideBounds:
      let fact = DistributionFact.modeOutsideBounds(
        mode: text("mode"), low: text("lower bound"), high: text("upper bound"))
      return (fact, "mode")
    case .notAtMost(let limit, let argument, _):
      let fact = DistributionFact.notAtMost(
        key(argument), value: text(argument), limit: FigureText.decimal(limit, places: 4))
      return (fact, argument)
    case .meanDoesNotExist:
      let argument = "degrees of freedom"
      return (.notAbove(key(argument), value: text(argument), bound: "1"), argument)
    case .notFinite(let argument, _):
      return (.impossible(row.name, "\(error)"), argument)
    case .noValues:
      return (.emptyList(key("values")), nil)
    case .wrongWeightCount(let values, let weights):
      return (.weightCount(values: values, weights: weights), "weights")
    case .noWeight:
      return (.noWeight, "weights")
    case .notAtLeast(_, let argument, _), .entryNotFinite(let argument, _, _):
      return (.impossible(row.name, "\(error)"), argument)
    case .outOfRange, .negativeWeight, .noProbability:
      return (.impossible(row.name, "\(error)"), nil)
    }
  }

  private func figure(_ argument: String?) -> LocatedFigure? {
    row.parameters.firstIndex { $0.argument == argument }.flatMap { figures[$0].first }
  }

  private func key(_ argument: String) -> String {
    row.parameters.first { $0.argument == argument }?.key ?? argument
  }

  private func text(_ argument: String) -> String { figure(argument)?.figure.text ?? argument }
}
