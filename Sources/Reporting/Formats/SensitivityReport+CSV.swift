import GrowthModel
import MonteCarlo

extension SensitivityReport {
  /// The report as one table: a row for each index of each target, told apart by the column `kind`; all
  /// digits.
  public func csv() -> String {
    var csv = CSVText()
    csv.add([
      "target", "of", "kind", "inputs", "title", "dependence", "value", "low", "high",
      "standard error", "distinct from zero",
    ])
    for target in sensitivity.targets {
      func add(
        _ kind: String, _ index: SensitivityIndex, _ inputs: String, _ title: String,
        _ dependence: String
      ) {
        csv.add(
          [target.target.id, sensitivity.measure.rawValue, kind, inputs, title, dependence]
            + [index.value, index.low, index.high, index.standardError].map(CSVText.number)
            + [String(index.isDistinctFromZero)])
      }
      for part in target.sobol?.parts ?? [] {
        let names = target.names(part.variables).joined(separator: " ")
        let title = target.title(part)
        add("first-order", part.first, names, title, part.kind.name)
        add("total", part.total, names, title, part.kind.name)
      }
      if let sobol = target.sobol { add("interactions", sobol.interactions, "", "", "") }
      for effect in target.shapley ?? [] {
        let names = target.names(effect.variables).joined(separator: " ")
        add("shapley", effect.effect, names, target.title(effect), "")
      }
      for bar in target.widestFirst {
        let variable = target.variables[bar.variable]
        let isConditional = bar.others == .conditional
        csv.add(
          [
            target.target.id, "probability", "tornado", variable.name, variable.title.printable,
            isConditional ? "conditional" : "independent",
          ]
            + [bar.difference, bar.interval.lowerBound, bar.interval.upperBound, nil]
            .map(CSVText.number) + [String(bar.isDistinctFromZero)])
      }
    }
    return csv.text
  }
}
