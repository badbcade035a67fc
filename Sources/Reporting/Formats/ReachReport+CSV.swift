import GrowthModel
import MonteCarlo

extension ReachReport {
  /// The levers as a table, a row each: settings in base units, costs in units of the currency, all digits.
  ///
  /// Of a lever with a number for each period the settings are what is added to all of them.
  public func csv() -> String {
    var csv = CSVText()
    csv.add([
      "target", "probability asked", "probability now", "lever", "title", "unit", "outcome",
      "present", "range low", "range high", "probability at range low",
      "probability at range high", "setting", "probability at setting", "setting low",
      "setting high", "rounded", "probability at rounded", "change", "cost of change",
      "best setting", "best probability", "reversal", "owner", "set",
    ])
    for reach in findings.levers {
      let measure = measure(reach.lever)
      let reached = reach.reached
      func base(_ value: Double?) -> String { CSVText.number(value.map(measure.base)) }
      let change = reached.flatMap { setting in reach.present.map { setting.exact.position - $0 } }
      let cost = reached.flatMap { reach.cost(at: $0.exact.position) }
      csv.add([
        findings.target.id, CSVText.number(findings.probability),
        CSVText.number(findings.present.probability), reach.lever.id,
        reach.lever.setting.name.printable, measure.baseUnit, reach.outcome.name,
        base(reach.present), base(reach.range?.lowerBound), base(reach.range?.upperBound),
        CSVText.number(reach.ends?.low.probability),
        CSVText.number(reach.ends?.high.probability), base(reached?.exact.position),
        CSVText.number(reached?.exact.estimate.probability), base(reached?.low),
        base(reached?.high), base(reached?.rounded.position),
        CSVText.number(reached?.rounded.estimate.probability), base(change),
        CSVText.number(cost.map(self.measure(.money).base)), base(reach.best?.position),
        CSVText.number(reach.best?.estimate.probability), CSVText.number(reach.reversal),
        (reach.lever.owner ?? "").printable,
        (reached.map { overrides(reach, at: $0.exact.position) } ?? []).joined(separator: "; "),
      ])
    }
    return csv.text
  }
}
