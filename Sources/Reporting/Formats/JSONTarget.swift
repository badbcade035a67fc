import GrowthModel
import MonteCarlo

/// A target, as all JSON formats name it; in base units.
struct JSONTarget: Encodable {
  let id: String
  let name: String
  let quantity: String
  let comparison: String
  let threshold: JSONNumber
  let tolerance: JSONNumber
  let unit: String

  /// - Parameters:
  ///   - target: of a scenario.
  ///   - quantity: that it is about.
  ///   - measure: of the quantity.
  init(_ target: Target, of quantity: Quantity, _ measure: Measure) {
    id = target.id
    name = target.name
    self.quantity = quantity.path
    comparison = target.comparison.name
    threshold = JSONNumber(measure.base(target.threshold))
    tolerance = JSONNumber(target.comparison.tolerance.map(measure.base))
    unit = measure.baseUnit
  }

  init(_ target: TargetReport) {
    id = target.id
    name = target.name
    quantity = target.quantity
    comparison = target.comparison.name
    threshold = JSONNumber(target.threshold)
    tolerance = JSONNumber(target.comparison.tolerance)
    unit = target.unitName
  }
}

/// A probability with its error, as all JSON formats name it.
struct JSONProbability: Encodable {
  let probability: Double
  let interval: [Double]
  let standardError: Double

  init(_ found: ProbabilityReport) {
    probability = found.probability
    interval = [found.low, found.high]
    standardError = found.standardError
  }

  init(_ estimate: ProbabilityEstimate) { self.init(ProbabilityReport(estimate)) }
}
