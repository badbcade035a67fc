import GrowthModel
import MonteCarlo

extension ReachReport {
  /// The levers as a table, a row each for what it does alone, and one for what it does in the cheapest
  /// combination, told apart by the column `kind`: settings in base units, costs in units of the currency, all
  /// digits.
  ///
  /// Of a lever with a number for each period the settings are what is added to all of them.
  public func csv() -> String {
    var csv = CSVText()
    csv.add([
      "kind", "target", "probability asked", "probability now", "lever", "title", "unit", "outcome",
      "present", "range low", "range high", "probability at range low",
      "probability at range high", "setting", "probability at setting", "setting low",
      "setting high", "rounded", "probability at rounded", "change", "cost of change",
      "best setting", "best probability", "reversal", "owner", "set",
    ])
    for reach in findings.levers {
      let measure = measure(reach.lever)
      let reached = reach.reached
      func base(_ value: Double?) -> String { CSVText.number(value.map(measure.base)) }
      let change = reached.flatMap { reach.change(to: $0.exact.position) }
      let cost = reached.flatMap { reach.cost(at: $0.exact.position) }
      csv.add([
        "alone", findings.target.id, CSVText.number(findings.probability),
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
    if let combination = findings.combination { add(combination, to: &csv) }
    return csv.text
  }

  private func add(_ combination: CombinationReach, to csv: inout CSVText) {
    let found = combination.reached
    guard let setting = found?.exact ?? combination.best else { return }
    let probability = CSVText.number(setting.estimate.probability)
    let rounded = found.map { moves(combination, $0.rounded).map(\.position) }
    for (place, move) in moves(combination, setting).enumerated() {
      let measure = measure(move.reach.lever)
      func base(_ value: Double?) -> String { CSVText.number(value.map(measure.base)) }
      let isReached = found != nil
      csv.add([
        "together", findings.target.id, CSVText.number(findings.probability),
        CSVText.number(findings.present.probability), move.reach.lever.id,
        move.reach.lever.setting.name.printable, measure.baseUnit, combination.outcome.name,
        base(move.reach.present), base(move.reach.range?.lowerBound),
        base(move.reach.range?.upperBound), "", "", isReached ? base(move.position) : "",
        isReached ? probability : "", "", "", base(rounded?[place]),
        CSVText.number(found?.rounded.estimate.probability), base(move.change),
        CSVText.number(self.measure(.money).base(move.cost)),
        isReached ? "" : base(move.position), isReached ? "" : probability, "",
        (move.reach.lever.owner ?? "").printable,
        overrides(move.reach, at: move.position).joined(separator: "; "),
      ])
    }
  }
}
