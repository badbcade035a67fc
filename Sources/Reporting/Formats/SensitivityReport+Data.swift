import GrowthModel
import MonteCarlo
import Stochastics

extension SensitivityReport {
  /// The report in the format `growth.sensitivity/1`.
  ///
  /// Indices are parts of the variance; means and deviations are in base units. What does not exist is
  /// null, such as the indices of a quantity that is the same in every draw.
  public func json() throws -> String {
    let head = JSONHead(
      "growth.sensitivity/1", scenario: scenario, year: year, currency: currency,
      seed: sensitivity.seed, draws: sensitivity.draws, context)
    return try jsonText(JSONJoined(head, SensitivityJSON(self)))
  }
}

/// The keys of `growth.sensitivity/1`: scripts depend on them, so they may be added to and not changed.
private struct SensitivityJSON: Encodable {
  let sampling: String
  let replicates: Int
  /// Evaluations of the model.
  let evaluations: Int
  /// `quantity` or `probability`.
  let of: String
  /// What people call each variable.
  let inputs: [String: String]
  let targets: [JSONJoined<JSONTarget, TargetJSON>]
  /// Levers that lay anywhere in their ranges, evenly; null where all stood where they are set.
  let levers: JSONOptional<LeversJSON>

  init(_ report: SensitivityReport) {
    let found = report.sensitivity
    sampling = found.sampling.rawValue
    replicates = found.replicates
    evaluations = found.targets.reduce(0) { $0 + $1.evaluations }
    of = found.measure.rawValue
    inputs = Dictionary(
      found.targets.flatMap(\.variables).map { ($0.name, $0.title) },
      uniquingKeysWith: { first, _ in first })
    targets = found.targets.map { target in
      let measure = report.measure(target.quantity.unit)
      return JSONJoined(
        JSONTarget(target.target, of: target.quantity, measure), TargetJSON(target, report))
    }
    levers = JSONOptional(report.levers.map { LeversJSON(moved: $0.moved, left: $0.left) })
  }
}

private struct LeversJSON: Encodable {
  let moved: [String]
  /// Those that stayed where they are set.
  let left: [String]
}

private struct TargetJSON: Encodable {
  /// Of what the causes are sought: the quantity, or one where the target is met and zero elsewhere.
  let mean: JSONNumber
  let standardDeviation: JSONNumber
  /// Whether too few draws meet the target, or miss it, to tell what decides it.
  let isTooRare: Bool
  /// Sobol indices of independent parts, the largest total index first.
  let sobol: JSONOptional<[PartJSON]>
  /// One less the sum of the first-order indices.
  let interactions: JSONOptional<IndexJSON>
  /// Shapley effects, the largest first, where inputs hang together.
  let shapley: JSONOptional<[EffectJSON]>
  /// The probability of the target with one input held, the largest change first.
  let tornado: [BarJSON]

  init(_ found: TargetSensitivity, _ report: SensitivityReport) {
    let response = report.measure(found)
    mean = JSONNumber(response.base(found.mean))
    standardDeviation = JSONNumber(response.base(found.standardDeviation))
    isTooRare = found.isTooRare
    sobol = JSONOptional(
      found.sobol.map { sobol in
        sobol.parts.map { PartJSON($0, inputs: found.names($0.variables)) }
      })
    interactions = JSONOptional(found.sobol.map { IndexJSON($0.interactions) })
    shapley = JSONOptional(
      found.shapley.map { effects in
        effects.map {
          EffectJSON(
            inputs: found.names($0.variables), group: JSONOptional($0.name),
            effect: IndexJSON($0.effect))
        }
      })
    tornado = found.widestFirst.map { bar in
      let input = found.variables[bar.variable].name
      return BarJSON(bar, input: input)
    }
  }
}

private struct PartJSON: Encodable {
  /// The variables of the part: more than one where they hang together, or are a group.
  let inputs: [String]
  let group: JSONOptional<String>
  let dependence: String
  let first: IndexJSON
  let total: IndexJSON

  init(_ part: SobolIndices.Part, inputs: [String]) {
    self.inputs = inputs
    group = JSONOptional(part.name)
    dependence = part.kind.name
    first = IndexJSON(part.first)
    total = IndexJSON(part.total)
  }
}

private struct EffectJSON: Encodable {
  let inputs: [String]
  let group: JSONOptional<String>
  let effect: IndexJSON
}

/// Probabilities with an input held at the values below and above which it lies once in ten times.
private struct BarJSON: Encodable {
  let input: String
  /// In the unit of the model.
  let p10: JSONNumber
  let p90: JSONNumber
  /// `independent`, or `conditional` where those that hang together with it are drawn as they are there.
  let others: String
  let probabilityAtP10: Double
  let probabilityAtP90: Double
  let difference: Double
  let interval: [Double]
  let isDistinctFromZero: Bool

  init(_ bar: TornadoBar, input: String) {
    self.input = input
    p10 = JSONNumber(bar.lowValue)
    p90 = JSONNumber(bar.highValue)
    others =
      switch bar.others {
      case .independent: "independent"
      case .conditional: "conditional"
      }
    probabilityAtP10 = bar.low
    probabilityAtP90 = bar.high
    difference = bar.difference
    interval = [bar.interval.lowerBound, bar.interval.upperBound]
    isDistinctFromZero = bar.isDistinctFromZero
  }
}

private struct IndexJSON: Encodable {
  let value: JSONNumber
  let interval: [JSONNumber]
  let standardError: JSONNumber
  /// Whether the interval leaves zero out.
  let isDistinctFromZero: Bool

  init(_ index: SensitivityIndex) {
    value = JSONNumber(index.value)
    interval = [JSONNumber(index.low), JSONNumber(index.high)]
    standardError = JSONNumber(index.standardError)
    isDistinctFromZero = index.isDistinctFromZero
  }
}

extension JointDistribution.Part.Kind {
  /// As data formats name it.
  var name: String {
    switch self {
    case .single: "independent"
    case .gaussian: "gaussian"
    case .studentT: "student-t"
    case .rows: "rows"
    }
  }
}
