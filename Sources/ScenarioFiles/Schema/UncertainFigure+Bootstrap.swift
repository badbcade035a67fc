import GrowthModel
import Stochastics

extension UncertainReader {
  /// The values of the variable's column in the rows that its group draws from.
  func fromBootstrap(_ entry: SyntaxNode.Entry, path: String) -> UncertainFigure {
    let schema = Self.schema(ofData: DistributionTable.bootstrap, canRepeat: canRepeat)
    let place = entry.keyPlace
    guard
      let fields = Fields(
        entry.value, schema: schema, path: path, place: place, context: context)
    else { return uncertain(nil, unit: nil, at: place) }
    let variable = historyName ?? variable
    _ = fields.recordedText("distribution")
    let wanted: Unit? = if case .exactly(let unit) = expected { unit } else { nil }
    guard !context.bootstraps.contains(where: { $0.history == nil }) else {
      return uncertain(nil, unit: wanted, at: place)
    }
    let histories = context.bootstraps.compactMap(\.history)
    guard let column = histories.flatMap(\.columns).first(where: { $0.variable == variable }) else {
      context.findings.report(
        BootstrapFact.noColumn(variable, columns: histories.flatMap(\.declared)), at: place)
      return uncertain(nil, unit: wanted, at: place)
    }
    guard wanted == nil || wanted == column.unit else {
      context.findings.report(
        BootstrapFact.unit(variable, column: column.unit, expected: wanted ?? .number), at: place)
      return uncertain(nil, unit: wanted, at: place)
    }
    guard let marginal = try? EmpiricalDistribution(values: column.values) else {
      return uncertain(nil, unit: column.unit, at: place)
    }
    checkBound(marginal, unit: column.unit, at: place)
    return uncertain(marginal, unit: column.unit, at: place)
  }
}
