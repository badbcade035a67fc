import GrowthModel
import MonteCarlo

extension ComparisonReport {
  /// The report as one table, told apart by the column `kind`; all digits, in base units.
  ///
  /// `assumption`: a value that differs. `probability`, `mean`, `p10`, `p50`, `p90`: of the first scenario and of
  /// the one that it is compared with. `probability due to`, `mean due to`: the part of the difference that is due
  /// to an assumption.
  public func csv() -> String {
    var csv = CSVText()
    csv.add([
      "scenario", "kind", "id", "assumption", "first", "second", "difference", "low", "high",
      "standard error", "variance ratio",
    ])
    for (k, pair) in findings.differences.enumerated() {
      let file = scenarios[k + 1].file
      func add(_ kind: String, _ id: String, _ assumption: String, _ texts: [String]) {
        csv.add([file, kind, id, assumption] + texts)
      }
      for assumption in assumptions[k] {
        for change in assumption.changes {
          add(
            "assumption", change.path, assumption.name,
            [change.old?.value ?? "", change.new?.value ?? "", "", "", "", "", ""])
        }
      }
      addProbabilities(pair, k, add)
      for found in pair.means { addMean(found, k, add) }
      addParts(pair, k, add)
    }
    return csv.text
  }

  private typealias Adder = (String, String, String, [String]) -> Void

  private func addProbabilities(_ pair: ComparedPair, _ k: Int, _ add: Adder) {
    func row(_ id: String, _ count: PairedProportion) {
      add(
        "probability", id, "",
        [
          count.first.probability, count.second.probability, count.difference,
          count.interval.lowerBound, count.interval.upperBound, count.standardError,
          count.varianceRatio,
        ].map(CSVText.number))
    }
    for goal in pair.goals { row(goal.first.id, goal.count) }
    if let all = pair.allTargets { row("all targets", all) }
    let shared = Set(pair.goals.map(\.first.id))
    for (place, scenario) in [(0, findings.scenarios[0]), (1, findings.scenarios[k + 1])] {
      for goal in scenario.goals where !shared.contains(goal.target.id) {
        let number = CSVText.number(goal.estimate.probability)
        add(
          "probability", goal.target.id, "",
          [place == 0 ? number : "", place == 1 ? number : "", "", "", "", "", ""])
      }
    }
  }

  private func addMean(_ found: ComparedPair.Mean, _ k: Int, _ add: Adder) {
    let path = found.quantity.path
    guard let first = findings.scenarios[0].summary(path),
      let second = findings.scenarios[k + 1].summary(path)
    else { return }
    let measure = measure(found.quantity.unit)
    func base(_ values: [Double]) -> [String] { values.map { CSVText.number(measure.base($0)) } }
    let mean = found.mean
    add(
      "mean", path, "",
      base([
        first.mean, second.mean, mean.difference, mean.interval.lowerBound,
        mean.interval.upperBound, mean.standardError,
      ]) + [CSVText.number(mean.varianceRatio)])
    for (kind, p) in Self.probabilities {
      let (one, other) = (first.quantile(p), second.quantile(p))
      add(kind, path, "", base([one, other, other - one]) + ["", "", "", ""])
    }
  }

  /// The quantiles of a quantity that are compared.
  static let probabilities = [("p10", 0.1), ("p50", 0.5), ("p90", 0.9)]

  private func addParts(_ pair: ComparedPair, _ k: Int, _ add: Adder) {
    guard let attribution = pair.attribution else { return }
    func rows(_ kind: String, _ id: String, _ parts: [AttributedPart], _ measure: Measure) {
      for (part, found) in zip(attribution.parts, parts) {
        let numbers = [found.value, found.low, found.high, found.standardError]
        add(
          kind, id, names(part, of: k).joined(separator: " + "),
          ["", ""] + numbers.map { CSVText.number(measure.base($0)) } + [""])
      }
    }
    for goal in attribution.goals {
      rows("probability due to", goal.id, goal.probability, measure(.rate))
      if let mean = goal.mean, let known = findings.scenarios[0].goal(goal.id) {
        rows("mean due to", goal.id, mean, measure(known.quantity.unit))
      }
    }
    if let all = attribution.allTargets {
      rows("probability due to", "all targets", all, measure(.rate))
    }
  }
}
