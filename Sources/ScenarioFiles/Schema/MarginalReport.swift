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
    if let (fact, index) = describeQuantile(error) {
      let place = figures[row.parameter(ofQuantile: index)].first?.place ?? place
      return context.findings.report(fact, at: place)
    }
    let (fact, argument) = describe(error)
    context.findings.report(fact, at: figure(argument)?.place ?? place)
  }

  /// The fact about a stated quantile, and which one, counted from zero; nil for any other.
  private func describeQuantile(_ error: MarginalError) -> (DistributionFact, Int)? {
    guard row.takesQuantiles else { return nil }
    switch error {
    case .probabilityNotInside(let index, _):
      return (.quantileNotInside(quantile(index).key), index)
    case .entriesNotAscending("probabilities", let index, _, _):
      return (.equalQuantiles(quantile(index - 1).key, quantile(index).key), index)
    case .entriesNotAscending(_, let index, _, _):
      let fact = DistributionFact.quantilesNotAscending(
        lower: quantile(index - 1).key, quantile(index - 1).text, upper: quantile(index).key,
        quantile(index).text)
      return (fact, index)
    case .valueOutsideBounds(let index, let value, let lower, _):
      let isLow = value <= lower
      let fact = DistributionFact.quantileOutsideBounds(
        quantile(index).key, value: quantile(index).text, bound: isLow ? "low" : "high",
        text(isLow ? "lower bound" : "upper bound"), isLow: isLow)
      return (fact, index)
    default: return nil
    }
  }

  /// The key and the text of a stated quantile.
  private func quantile(_ index: Int) -> (key: String, text: String) {
    let parameter = row.parameter(ofQuantile: index)
    return (row.parameters[parameter].key, figures[parameter].first?.figure.text ?? "")
  }

  /// The fact, and what `MarginalError` calls the parameter that it is about.
  private func describe(_ error: MarginalError) -> (DistributionFact, String?) {
    switch error {
    case .notAbove(let bound, let argument, _):
      let fact = DistributionFact.notAbove(
        key(argument), value: text(argument), bound: FigureText.decimal(bound, places: 4),
        of: row.name)
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
        key(argument), value: text(argument), limit: FigureText.decimal(limit, places: 4),
        of: row.name)
      return (fact, argument)
    case .meanDoesNotExist:
      let argument = "degrees of freedom"
      let fact = DistributionFact.notAbove(
        key(argument), value: text(argument), bound: "1", of: row.name)
      return (fact, argument)
    case .tooFewQuantiles(let count):
      return (.tooFewQuantiles(count), nil)
    case .notFinite(let argument, _):
      return (.impossible(row.name, "\(error)"), argument)
    case .noValues:
      return (.emptyList(key("values")), nil)
    case .wrongWeightCount(let values, let weights):
      return (.weightCount(values: values, weights: weights), "weights")
    case .noWeight:
      return (.noWeight, "weights")
    case .notAtLeast(let limit, let argument, _):
      let fact = DistributionFact.notAtLeast(
        key(argument), value: text(argument), limit: FigureText.decimal(limit, places: 4),
        of: row.name)
      return (fact, argument)
    case .entryNotFinite(let argument, _, _):
      return (.impossible(row.name, "\(error)"), argument)
    case .outOfRange, .negativeWeight, .noProbability, .probabilityNotInside,
      .entriesNotAscending, .valueOutsideBounds:
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
