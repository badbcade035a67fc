import GrowthModel
import Stochastics

/// Makes the dependence of variables that are drawn from rows of a history.
struct RowsBuilder {
  let context: ReadingContext
  let bootstrap: Bootstrap
  let history: History

  /// The rows of the group, and the dependence; without the latter, with a diagnostic, where a mistake is
  /// in the way.
  func build() -> (rows: [CorrelationTable.Row], groups: [Dependence]) {
    let columns = history.columns.filter(isDrawn)
    let rows = columns.map { CorrelationTable.Row(name: $0.variable, place: $0.place) }
    guard !rows.isEmpty else { return ([], []) }
    let group = CorrelationGroup(table: CorrelationTable(rows: rows), place: bootstrap.place)
    guard let periods = CopulaBuilder(context: context, group: group).periods(),
      isSound(periods.compactMap(\.period), name: rows[0].name),
      zip(columns, rows.indices).allSatisfy({ column, k in
        hasItsDistribution(periods.map { $0.names[k] }, column)
      })
    else { return (rows, []) }
    do throws(DependenceError) {
      let dependence = try HistoryRows(
        steps: periods.map(\.names), columns: columns.map(\.values),
        blockLength: bootstrap.blockLength, group: bootstrap.name)
      return (rows, [.rows(dependence)])
    } catch {
      context.findings.report(CorrelationFact.impossible("\(error)"), at: bootstrap.place)
      return (rows, [])
    }
  }

  /// Whether a column belongs to something uncertain.
  private func isDrawn(_ column: History.Column) -> Bool {
    guard context.variables.place(of: column.variable) != nil else {
      context.findings.report(
        HistoryFact.unknownVariable(column.variable, context.variables.correlatedNames),
        at: column.place)
      return false
    }
    guard context.variables.isUncertain(column.variable) else {
      context.findings.report(HistoryFact.fixedVariable(column.variable), at: column.place)
      return false
    }
    return true
  }

  /// Whether blocks of rows fit the periods.
  private func isSound(_ periods: [Period], name: String) -> Bool {
    guard bootstrap.blockLength > 1 else { return true }
    guard periods.count > 1, let first = periods.first, let last = periods.last else {
      context.findings.report(BootstrapFact.blockOfOnePeriod, at: bootstrap.place)
      return false
    }
    let step = history.span.step
    guard let span = HistorySpan("\(first)", "\(last)", step: step) else {
      context.findings.report(BootstrapFact.otherStep(name, rows: step), at: bootstrap.place)
      return false
    }
    guard span.count == periods.count else {
      context.findings.report(BootstrapFact.gap(name), at: bootstrap.place)
      return false
    }
    return true
  }

  /// Whether the variables of a column have the distribution of its values.
  private func hasItsDistribution(_ names: [String], _ column: History.Column) -> Bool {
    guard let expected = try? EmpiricalDistribution(values: column.values) else { return false }
    for name in names {
      guard case .uncertain(let marginal) = context.variables[name]?.state else { return false }
      guard let own = marginal as? EmpiricalDistribution, own == expected else {
        context.findings.report(
          BootstrapFact.otherDistribution(column.variable), at: column.place)
        return false
      }
    }
    return true
  }
}
