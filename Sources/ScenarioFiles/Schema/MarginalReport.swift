import GrowthModel
import Stochastics

/// Reports why parameters do not make a distribution, at the parameter that is wrong.
struct MarginalReport {
  let row: DistributionRow
  /// The parameters, in the order of the row.
  let figures: [LocatedFigure]
  let place: Place

  func report(_ error: MarginalError, unit: Unit, _ context: ReadingContext) {
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
    case .notFinite(let argument, _):
      return (.impossible(row.name, "\(error)"), argument)
    default:
      return (.impossible(row.name, "\(error)"), nil)
    }
  }

  private func figure(_ argument: String?) -> LocatedFigure? {
    row.parameters.firstIndex { $0.argument == argument }.map { figures[$0] }
  }

  private func key(_ argument: String) -> String {
    row.parameters.first { $0.argument == argument }?.key ?? argument
  }

  private func text(_ argument: String) -> String { figure(argument)?.figure.text ?? argument }
}
