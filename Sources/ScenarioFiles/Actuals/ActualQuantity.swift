import GrowthModel

/// Finds the quantities that published figures are of.
struct ActualQuantity {
  let context: ReadingContext
  let quantities: QuantityReader

  /// The quantity of a path, under its name with the period; reports one that no figure can be of: that is not
  /// there, not in this period, or the same in every draw.
  func read(_ path: String, at location: Location) -> Quantity? {
    guard let graph = quantities.graph else { return nil }
    guard graph.quantity(path) != nil || !hasOtherPeriods(path, graph, at: location) else {
      return nil
    }
    guard var quantity = quantities.quantity(path, at: location) else { return nil }
    if quantity.isOfLastYear, let dated = graph.quantity("\(path).\(quantity.period)") {
      quantity = dated
    }
    guard graph.varies(quantity.node) || quantities.hidesUncertainty else {
      context.findings.report(ActualFact.constant(quantity.path), at: location)
      return nil
    }
    return quantity
  }

  /// Whether only the period of a path is wrong; reports it.
  private func hasOtherPeriods(_ path: String, _ graph: QuantityGraph, at location: Location)
    -> Bool
  {
    guard let point = path.lastIndex(of: "."),
      let period = Period(path[path.index(after: point)...]),
      let last = graph.quantity(String(path[..<point])), last.kind != .average
    else { return false }
    let timeline = context.timeline
    let fact: TimeFact
    if timeline.step == .year, period.span != .year {
      fact = .notStep("\(period)", step: .year)
    } else if timeline.contains(period) {
      fact = .onlyYears(.named(last.path))
    } else {
      fact = .outside(
        period, first: timeline.steps[0], last: timeline.steps[timeline.steps.count - 1])
    }
    context.findings.report(fact, at: location)
    return true
  }
}
