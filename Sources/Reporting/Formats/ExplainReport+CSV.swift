import GrowthModel
import MonteCarlo

extension ExplainReport {
  /// The report as one table: a row for each figure of each target, the target's own quantity first; all digits,
  /// base units.
  public func csv() -> String {
    var csv = CSVText()
    let sides = ["all", "met", "missed"]
    csv.add(
      ["target", "kind", "name", "title", "unit"]
        + sides.flatMap { side in
          [
            "draws", "mean", "standard error", "standard deviation", "p5", "p10", "p50", "p90",
            "p95",
          ]
          .map { "\(side) \($0)" }
        }
        + [
          "shift", "shift standard error", "shift low", "shift high", "distance",
          "critical distance",
          "distinct", "at point", "at point from mean",
        ])
    for target in explanation.targets {
      let measure = measure(target.quantity.unit)
      csv.add(
        [
          target.target.id, "target", target.quantity.path, target.quantity.title.printable,
          measure.baseUnit,
        ] + Self.fields(target.response, measure)
          + [String](repeating: "", count: 7)
          + [
            CSVText.number(
              target.point.flatMap { $0.isConverged ? measure.base($0.response) : nil }), "",
          ])
      for figure in target.figures {
        let measure = self.measure(figure.unit)
        let contrast = figure.contrast
        csv.add(
          [
            target.target.id, figure.role.name, figure.name, figure.title.printable,
            measure.baseUnit,
          ] + Self.fields(figure.distribution, measure)
            + [
              contrast?.shift, contrast?.shiftError, contrast?.shiftInterval.lowerBound,
              contrast?.shiftInterval.upperBound, contrast?.distance, contrast?.criticalDistance,
            ].map(CSVText.number)
            + [contrast.map { String($0.isDistinct) } ?? ""]
            + [figure.atPoint.map(measure.base), figure.distanceAtPoint].map(CSVText.number))
      }
    }
    return csv.text
  }

  private static func fields(_ split: SplitDistribution, _ measure: Measure) -> [String] {
    [split.all, split.met, split.missed].flatMap { side -> [String] in
      guard let side else { return [String](repeating: "", count: 9) }
      let numbers = [side.mean, side.standardError, side.standardDeviation] + side.quantiles
      return [String(side.draws)] + numbers.map { CSVText.number(measure.base($0)) }
    }
  }
}

extension ExplainedFigure.Role {
  /// As data formats name it.
  var name: String {
    switch self {
    case .activity: "activity"
    case .series: "series"
    case .input: "input"
    case .goAhead: "go-ahead"
    case .occurrence: "occurrence"
    }
  }
}
