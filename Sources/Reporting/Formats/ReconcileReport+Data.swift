import GrowthModel
import MonteCarlo

extension ReconcileReport {
  /// The report in the format `growth.reconcile/1`, in base units; adjustments and misfits in
  /// standard deviations and their squares. What does not exist is null.
  public func json() throws -> String { try jsonText(ReconcileJSON(self)) }

  /// The report as one table: a row for each statement, then each figure, most moved first, then each
  /// quantity of the accounts, told apart by the column `kind`; base units, all digits.
  public func csv() -> String {
    var csv = CSVText()
    csv.add([
      "kind", "id", "quantity", "unit", "centre", "standard deviation", "reconciled", "adjustment",
      "comparison", "threshold", "tolerance", "standing", "multiplier", "misfit without",
      "together with",
      "in contradiction", "out of range",
    ])
    for row in reconciliation.statements {
      let measure = measure(row.quantity.unit)
      csv.add(
        [row.isTarget ? "target" : "statement", row.target.id, row.quantity.path, measure.baseUnit]
          + [
            measure.base(row.centre), measure.base(row.standardDeviation),
            row.reconciled.map(measure.base), nil,
          ].map(CSVText.number) + [row.target.comparison.name]
          + [
            measure.base(row.target.threshold), row.target.comparison.tolerance.map(measure.base),
          ].map(CSVText.number) + [isContradictory ? "" : row.standing.name]
          + [measure.slope(row.multiplier), row.price?.misfitWithout].map(CSVText.number)
          + [together(row).joined(separator: " "), String(row.isInContradiction), ""])
    }
    for figure in mostMovedFirst {
      let measure = measure(of: figure)
      csv.add(
        ["figure", figure.name, figure.quantity?.path ?? "", measure.baseUnit]
          + [
            measure.base(figure.centre), measure.base(figure.standardDeviation),
            figure.reconciled.map(measure.base), figure.adjustment,
          ].map(CSVText.number) + ["", "", "", "", "", "", "", "", String(figure.isOutOfRange)])
    }
    for (quantity, centre, reconciled) in reconciliation.accounts {
      let measure = measure(quantity.unit)
      csv.add(
        ["account", quantity.path, quantity.path, measure.baseUnit]
          + [measure.base(centre), nil, reconciled.map(measure.base), nil].map(CSVText.number)
          + ["", "", "", "", "", "", "", "", ""])
    }
    return csv.text
  }

  /// The statements that must be left out with one for it to make a difference.
  func together(_ row: Reconciliation.Statement) -> [String] {
    row.price?.together.map { reconciliation.statements[$0].target.id } ?? []
  }

  fileprivate var isContradictory: Bool { verdict == .contradictory }
}

extension Measure {
  /// A slope by a number of the model as one by the number in base units.
  fileprivate func slope(_ value: Double) -> Double { value.shifted(by: -modelPowerOfTen) }
}

/// The keys of `growth.reconcile/1`: scripts depend on them, so they may be added to and not changed.
private struct TableJSON: Encodable {
  let sectors: [String]
  let given: [[Double]]
  let balanced: [[Double]]
  let iterations: Int

  init(_ balance: TableBalance, currency: String) {
    let measure = Measure(unit: .money, currency: currency)
    sectors = balance.sectors
    given = balance.given.map { $0.map(measure.base) }
    balanced = balance.balanced.map { $0.map(measure.base) }
    iterations = balance.iterations
  }
}

private struct ReconcileJSON: Encodable {
  let format = "growth.reconcile/1"
  let scenario: JSONScenario
  let asOf: JSONOptional<String>
  let baseYear: Int
  let year: Int
  let currency: String
  let version: String
  let overrides: [String]
  let reading: String
  let verdict: String
  let summary: String
  let misfit: JSONNumber
  let independentStatements: Int
  let tailProbability: JSONNumber
  let hardest: JSONOptional<String>
  let contradiction: [String]
  let contradictionIsCertain: JSONOptional<Bool>
  /// What becomes of it without tolerances.
  let exact: JSONOptional<ExactJSON>
  let statements: [StatementJSON]
  let figures: [FigureJSON]
  let accounts: [String: AccountJSON]
  let outside: [String]
  /// The flows of the input-output table as given and as adjusted to their totals.
  let table: JSONOptional<TableJSON>
  let warnings: [WarningJSON]

  init(_ report: ReconcileReport) {
    table = JSONOptional(report.table.map { TableJSON($0, currency: report.currency) })
    let (context, result) = (report.context, report.reconciliation)
    scenario = JSONScenario(name: report.scenario, file: context.file, digest: context.digest)
    asOf = JSONOptional(context.asOf)
    baseYear = report.baseYear
    year = report.year
    currency = report.currency
    version = context.version
    overrides = context.overrides
    reading = result.reading.name
    verdict = report.verdict.rawValue
    summary = report.summary
    misfit = JSONNumber(result.misfit)
    independentStatements = result.independentStatements
    tailProbability = JSONNumber(result.tailProbability)
    hardest = JSONOptional(report.hardest?.target.id)
    contradiction = report.contradiction.map(\.target.id)
    contradictionIsCertain = JSONOptional(result.contradictionIsCertain)
    exact = JSONOptional(report.exact.map(ExactJSON.init))
    statements = result.statements.map {
      StatementJSON($0, report)
    }
    figures = report.mostMovedFirst.map { FigureJSON($0, report.measure(of: $0)) }
    accounts = Dictionary(
      result.accounts.map {
        ($0.quantity.path, AccountJSON($0, report.measure($0.quantity.unit)))
      }, uniquingKeysWith: { first, _ in first })
    outside = result.outside.map(\.id)
    warnings = context.warnings.map(WarningJSON.init)
  }
}

private struct ExactJSON: Encodable {
  let verdict: String
  let misfit: JSONNumber
  let independentStatements: Int
  let tailProbability: JSONNumber
  let hardest: JSONOptional<String>
  let contradiction: [String]

  init(_ result: Reconciliation) {
    verdict = ReconcileReport.verdict(on: result).rawValue
    misfit = JSONNumber(result.misfit)
    independentStatements = result.independentStatements
    tailProbability = JSONNumber(result.tailProbability)
    hardest = JSONOptional(result.hardest.map { result.statements[$0].target.id })
    contradiction = result.statements.filter(\.isInContradiction).map(\.target.id)
  }
}

private struct StatementJSON: Encodable {
  let id: String
  let name: String
  let quantity: String
  let unit: String
  let isTarget: Bool
  let comparison: String
  let threshold: JSONNumber
  let tolerance: JSONNumber
  let centre: JSONNumber
  let standardDeviation: JSONNumber
  let reconciled: JSONNumber
  let standing: JSONOptional<String>
  /// The slope of the misfit by the stated value.
  let multiplier: JSONNumber
  let misfitWithout: JSONNumber
  /// Those that are left out with it in `misfitWithout`.
  let together: [String]

  init(_ row: Reconciliation.Statement, _ report: ReconcileReport) {
    let measure = report.measure(row.quantity.unit)
    let isContradictory = report.isContradictory
    id = row.target.id
    name = row.target.name
    quantity = row.quantity.path
    unit = measure.baseUnit
    isTarget = row.isTarget
    comparison = row.target.comparison.name
    threshold = JSONNumber(measure.base(row.target.threshold))
    tolerance = JSONNumber(row.target.comparison.tolerance.map(measure.base))
    centre = JSONNumber(measure.base(row.centre))
    standardDeviation = JSONNumber(measure.base(row.standardDeviation))
    reconciled = JSONNumber(row.reconciled.map(measure.base))
    standing = JSONOptional(isContradictory ? nil : row.standing.name)
    multiplier = JSONNumber(isContradictory ? nil : measure.slope(row.multiplier))
    misfitWithout = JSONNumber(row.price?.misfitWithout)
    together = report.together(row)
  }
}

private struct FigureJSON: Encodable {
  let name: String
  let title: JSONOptional<String>
  let unit: String
  let centre: JSONNumber
  let standardDeviation: JSONNumber
  let reconciled: JSONNumber
  let adjustment: JSONNumber
  let isOutOfRange: Bool

  init(_ figure: Reconciliation.Figure, _ measure: Measure) {
    name = figure.name
    title = JSONOptional(figure.title)
    unit = measure.baseUnit
    centre = JSONNumber(measure.base(figure.centre))
    standardDeviation = JSONNumber(measure.base(figure.standardDeviation))
    reconciled = JSONNumber(figure.reconciled.map(measure.base))
    adjustment = JSONNumber(figure.adjustment)
    isOutOfRange = figure.isOutOfRange
  }
}

private struct AccountJSON: Encodable {
  let title: String
  let unit: String
  let centre: JSONNumber
  let reconciled: JSONNumber

  init(_ row: (quantity: Quantity, centre: Double, reconciled: Double?), _ measure: Measure) {
    title = row.quantity.title
    unit = measure.baseUnit
    centre = JSONNumber(measure.base(row.centre))
    reconciled = JSONNumber(row.reconciled.map(measure.base))
  }
}
