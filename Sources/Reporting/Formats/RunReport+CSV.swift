import GrowthModel

extension RunReport {
  /// The report as one table: a row for each quantity, then one for each target, then one for all
  /// targets together, told apart by the column `kind`.
  ///
  /// Numbers are in base units, with all digits; fields that have no meaning for a row, and numbers
  /// that do not exist, are empty.
  public func csv() -> String {
    var csv = CSVText()
    let quantileNames = Self.probabilities.map { "quantile " + $0.key }
    let targetNames = [
      "target", "comparison", "threshold", "tolerance", "probability", "probability low",
      "probability high", "probability standard error", "mean shortfall", "missed alone",
      "method", "effective sample size", "coefficient of variation", "evaluations",
    ]
    csv.add(
      ["kind", "path", "unit", "mean", "standard deviation", "standard error"] + quantileNames
        + targetNames)
    for quantity in quantities {
      csv.add(
        ["quantity", quantity.path, quantity.unitName] + Self.fields(quantity.distribution)
          + targetNames.map { _ in "" })
    }
    for target in targets {
      csv.add(
        ["target", target.quantity, target.unitName]
          + (target.distribution.map(Self.fields) ?? Self.noDistribution) + [
            target.id, target.comparison.name, CSVText.number(target.threshold),
            CSVText.number(target.comparison.tolerance),
          ] + Self.fields(target.outcome) + [
            CSVText.number(target.meanShortfall),
            CSVText.number(Double(target.missedAlone) / Double(target.outcome.draws)),
          ] + Self.fields(target.outcome.method))
    }
    if let allTargets {
      csv.add(
        ["all targets", "", ""] + Self.noDistribution + ["", "", "", ""] + Self.fields(allTargets)
          + ["", ""] + Self.fields(allTargets.method))
    }
    return csv.text
  }

  private static var noDistribution: [String] {
    [String](repeating: "", count: 3 + probabilities.count)
  }

  private static func fields(_ distribution: DistributionReport) -> [String] {
    ([distribution.mean, distribution.standardDeviation, distribution.standardError]
      + distribution.quantiles).map(CSVText.number)
  }

  private static func fields(_ outcome: ProbabilityReport) -> [String] {
    [outcome.probability, outcome.low, outcome.high, outcome.standardError].map(CSVText.number)
  }

  private static func fields(_ method: ProbabilityMethod) -> [String] {
    [
      method.name, CSVText.number(method.aimed?.effectiveSampleSize),
      CSVText.number(method.aimed?.coefficientOfVariation),
      method.evaluations.map(String.init) ?? "",
    ]
  }
}
