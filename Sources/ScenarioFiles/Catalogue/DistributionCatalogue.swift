import GrowthModel
import Languages
import Stochastics

/// The distributions that a scenario may use, from the table by which scenarios are read.
public enum DistributionCatalogue {
  /// All of them, in the order of the table; each stands for the figures of one of its examples.
  public static var entries: [DistributionEntry] {
    var forms: [String: Int] = [:]
    let rows = DistributionTable.rows.map { row in
      let form = forms[row.name, default: 0]
      forms[row.name] = form + 1
      return entry(row, form: form)
    }
    return rows + fromData
  }

  /// The names, each once.
  public static var names: [String] { DistributionTable.names }

  private static func entry(_ row: DistributionRow, form: Int) -> DistributionEntry {
    let known = examples[row.name] ?? []
    let figures = known.indices.contains(form) ? known[form] : ""
    let example = "{distribution: \(row.name)\(figures.isEmpty ? "" : ", " + figures)}"
    var parameters = row.parameters.map { parameter in
      DistributionEntry.Parameter(
        key: parameter.key, kind: kind(parameter.kind), isNeeded: parameter.standard == nil,
        standard: parameter.standard.flatMap { $0.isFinite ? $0 : nil },
        meaning: meaning(of: parameter.key, in: row.name) ?? "")
    }
    if row.takesQuantiles {
      let quantiles = DistributionEntry.Parameter(
        key: QuantileKey.usual.joined(separator: ", "), kind: .figure, isNeeded: true,
        standard: nil, meaning: meaning(of: "quantile", in: row.name) ?? "")
      parameters.insert(quantiles, at: 0)
    }
    return DistributionEntry(
      name: row.name, summary: summary(of: row.name) ?? "", parameters: parameters,
      hasBounds: row.isContinuous, example: example, marginal: marginal(of: example),
      isContinuous: row.isContinuous)
  }

  /// Those whose values come from a file of data.
  private static var fromData: [DistributionEntry] {
    DistributionTable.namesFromData.map { name in
      let keys = UncertainReader.schema(ofData: name, canRepeat: false).names
      let hasBounds = keys.contains(DistributionRow.bounds.lower)
      return DistributionEntry(
        name: name, summary: summary(of: name) ?? "",
        parameters: keys.filter { $0 == "mean" }.map {
          DistributionEntry.Parameter(
            key: $0, kind: .figure, isNeeded: false, standard: nil,
            meaning: meaning(of: $0, in: name) ?? "")
        }, hasBounds: hasBounds, example: "{distribution: \(name)}", marginal: nil,
        isContinuous: hasBounds)
    }
  }

  private static func kind(_ kind: DistributionRow.Parameter.Kind)
    -> DistributionEntry.Parameter.Kind
  {
    switch kind {
    case .figure: .figure
    case .spread: .distance
    case .number: .number
    case .figures: .figures
    case .weights: .weights
    }
  }

  /// The distribution of an example, read as a scenario's is; nil where there is a mistake in it.
  static func marginal(of example: String) -> (any Marginal)? {
    let findings = Findings(main: "example")
    var reader = YAMLReader(findings: findings) { position in
      .file(Location(path: "example", line: position?.line, column: position?.column))
    }
    guard let entry = reader.read("figure: " + example)?.entries?.first else { return nil }
    let context = ReadingContext(findings: findings, scenarioPath: "example")
    let figure = UncertainReader(context: context, variable: "figure", expected: .any, bound: .none)
      .read(entry, path: "figure")
    guard figure.mean != nil, !findings.hasErrors,
      case .uncertain(let marginal) = context.variables["figure"]?.state
    else { return nil }
    return marginal
  }

  /// The parameters of the examples, all of growth rates around 7%: by name, one for each set of
  /// parameters.
  private static let examples: [String: [String]] = [
    "normal": ["mean: 7%, sd: 1.5%"],
    "lognormal": ["mean: 7%, sd: 2%"],
    "student-t": ["location: 7%, scale: 1.2%, degrees-of-freedom: 4"],
    "uniform": ["low: 4%, high: 10%"],
    "triangular": ["low: 3%, mode: 8%, high: 10%"],
    "pert": ["low: 3%, mode: 8%, high: 10%"],
    "beta": ["low: 2%, high: 11%, alpha: 4, beta: 3"],
    "gamma": ["location: 3%, scale: 1%, shape: 4"],
    "skew-normal": ["location: 9%, scale: 3%, shape: -4"],
    "two-piece-normal": [
      "mode: 8%, sd-below: 2%, sd-above: 1%", "mode: 8%, uncertainty: 1.5%, skew: -0.8%",
    ],
    "quantiles": ["p10: 4%, p50: 7.5%, p90: 9%"],
    "empirical": ["values: [5.9%, 7.1%, 6.4%, 8.2%, 7.5%]"],
    "discrete": ["values: [4%, 7%, 9%], weights: [20%, 50%, 30%]"],
  ]
}
