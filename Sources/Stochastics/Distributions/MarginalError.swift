import Languages

/// Why parameters do not make a distribution: the parameter, its value and the rule it breaks.
public enum MarginalError: Error, Hashable, Sendable {
  /// The parameter is infinite or NaN.
  case notFinite(parameter: String, value: Double)

  /// The parameter must be above the bound.
  case notAbove(bound: Double, parameter: String, value: Double)

  /// The parameter must not be above the limit up to which the distribution is computed.
  case notAtMost(limit: Double, parameter: String, value: Double)

  /// The parameter must not be below the bound.
  case notAtLeast(bound: Double, parameter: String, value: Double)

  /// There must be at least one value.
  case noValues

  /// There must be a weight for each value.
  case wrongWeightCount(values: Int, weights: Int)

  /// An entry of a list, counted from zero, is infinite or NaN.
  case entryNotFinite(parameter: String, index: Int, value: Double)

  /// A weight, counted from zero, must not be below zero.
  case negativeWeight(index: Int, value: Double)

  /// One of the weights at least must be above zero.
  case noWeight

  /// The distribution has no probability, or next to none, between the bounds.
  case noProbability(lower: Double, upper: Double)

  /// The lower bound must be below the upper.
  case boundsNotAscending(lower: Double, upper: Double)

  /// The mode must lie between the bounds, or on one of them.
  case modeOutsideBounds(mode: Double, lower: Double, upper: Double)

  /// There must be two quantiles or more.
  case tooFewQuantiles(count: Int)

  /// A probability, counted from zero, must lie between 0 and 1 and on neither.
  case probabilityNotInside(index: Int, value: Double)

  /// An entry of a list, counted from zero, must be above the one before it.
  case entriesNotAscending(parameter: String, index: Int, value: Double, previous: Double)

  /// A value, counted from zero, must lie between the bounds and on neither.
  case valueOutsideBounds(index: Int, value: Double, lower: Double, upper: Double)

  /// A Student t distribution with at most one degree of freedom has no expected value.
  case meanDoesNotExist(degreesOfFreedom: Double)

  /// The parameters are fine one by one, but a quantity made of them is past the largest `Double`
  /// or too small to be told from zero.
  case outOfRange(quantity: String)
}

extension MarginalError: CustomStringConvertible {
  public var description: String { message.text() }

  /// The fact, without a full stop.
  public var message: Phrase {
    switch self {
    case .notFinite(let parameter, let value):
      return "\(Self.name(parameter)) is \(brief(value)), not a finite number"
    case .notAbove(let bound, let parameter, let value):
      return "\(Self.name(parameter)) is \(brief(value)), but must be above \(brief(bound))"
    case .notAtMost(let limit, let parameter, let value):
      return "\(Self.name(parameter)) is \(brief(value)), but must be at most \(brief(limit))"
    case .notAtLeast(let bound, let parameter, let value):
      return "\(Self.name(parameter)) is \(brief(value)), but must be at least \(brief(bound))"
    case .noValues:
      return "there are no values"
    case .wrongWeightCount(let values, let weights):
      return "there are \(weights) weights for \(values) values"
    case .entryNotFinite(let parameter, let index, let value):
      return
        "number \(index + 1) of the \(Self.name(parameter)) is \(brief(value)), not a finite number"
    case .negativeWeight(let index, let value):
      return "weight \(index + 1) is \(brief(value)), but must be at least 0"
    case .noWeight:
      return "all weights are 0"
    case .noProbability(let lower, let upper):
      return "there is no probability between \(brief(lower)) and \(brief(upper))"
    case .boundsNotAscending(let lower, let upper):
      return "lower bound \(brief(lower)) is not below upper bound \(brief(upper))"
    case .modeOutsideBounds(let mode, let lower, let upper):
      return "mode \(brief(mode)) lies outside the bounds \(brief(lower)) ... \(brief(upper))"
    case .tooFewQuantiles(let count):
      return "there must be two quantiles or more, not \(count)"
    case .probabilityNotInside(let index, let value):
      return "probability \(index + 1) is \(brief(value)), but must be above 0 and below 1"
    case .entriesNotAscending(let parameter, let index, let value, let previous):
      return """
        number \(index + 1) of the \(Self.name(parameter)) is \(brief(value)), not above the one before \
        it, \(brief(previous))
        """
    case .valueOutsideBounds(let index, let value, let lower, let upper):
      return """
        value \(index + 1), \(brief(value)), does not lie between the bounds \
        \(brief(lower)) ... \(brief(upper))
        """
    case .meanDoesNotExist(let degreesOfFreedom):
      return """
        mean does not exist with \(brief(degreesOfFreedom)) degrees of freedom, \
        only with more than 1
        """
    case .outOfRange(let quantity):
      return "\(Self.name(quantity)) is out of the range of a Double"
    }
  }

  /// A parameter, or what is made of some, as sentences call it.
  private static func name(_ parameter: String) -> Phrase {
    switch parameter {
    case "distance between the values": "distance between the values"
    case "location": "location"
    case "lower bound": "lower bound"
    case "mean": "mean"
    case "mode": "mode"
    case "probabilities": "probabilities"
    case "probability": "probability"
    case "scale": "scale"
    case "shape": "shape"
    case "skew": "skew"
    case "slope between the quantiles": "slope between the quantiles"
    case "standard deviation above the mode": "standard deviation above the mode"
    case "standard deviation below the mode": "standard deviation below the mode"
    case "standard deviation of a side": "standard deviation of a side"
    case "standard deviation over mean": "standard deviation over mean"
    case "standard deviation": "standard deviation"
    case "sum of the standard deviations": "sum of the standard deviations"
    case "sum of the weights": "sum of the weights"
    case "upper bound - lower bound": "upper bound - lower bound"
    case "upper bound": "upper bound"
    case "degrees of freedom": "degrees of freedom"
    case "value": "value"
    case "values": "values"
    case "weights": "weights"
    default: "\(parameter)"
    }
  }
}

/// The shortest decimal form of `value`, without ".0" behind a whole number.
func brief(_ value: Double) -> String {
  let text = value.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// Throws `MarginalError.notFinite` unless `value` is finite.
func requireFinite(_ value: Double, _ parameter: String) throws(MarginalError) {
  guard value.isFinite else { throw .notFinite(parameter: parameter, value: value) }
}

/// Throws unless `value` is finite and above `bound`.
func require(
  _ value: Double, _ parameter: String, above bound: Double
) throws(MarginalError) {
  try requireFinite(value, parameter)
  guard value > bound else { throw .notAbove(bound: bound, parameter: parameter, value: value) }
}

/// Throws `MarginalError.noValues` or `.entryNotFinite` unless there are entries, all finite.
func requireFinite(_ values: [Double], _ parameter: String) throws(MarginalError) {
  guard !values.isEmpty else { throw .noValues }
  if let index = values.firstIndex(where: { !$0.isFinite }) {
    throw .entryNotFinite(parameter: parameter, index: index, value: values[index])
  }
}

/// Throws `MarginalError.entriesNotAscending` unless every value is above the one before it.
func requireAscending(_ values: [Double], _ parameter: String) throws(MarginalError) {
  if let index = values.indices.dropFirst().first(where: { values[$0] <= values[$0 - 1] }) {
    throw .entriesNotAscending(
      parameter: parameter, index: index, value: values[index], previous: values[index - 1])
  }
}

/// Throws unless both bounds are finite, ascending, and their distance is a finite `Double`.
func requireAscending(_ lower: Double, _ upper: Double) throws(MarginalError) {
  try requireFinite(lower, "lower bound")
  try requireFinite(upper, "upper bound")
  guard lower < upper else { throw .boundsNotAscending(lower: lower, upper: upper) }
  guard (upper - lower).isFinite else { throw .outOfRange(quantity: "upper bound - lower bound") }
}

/// Throws unless `value` is finite, above `bound` and at most `limit`.
func require(
  _ value: Double, _ parameter: String, above bound: Double, atMost limit: Double
) throws(MarginalError) {
  try require(value, parameter, above: bound)
  guard value <= limit else { throw .notAtMost(limit: limit, parameter: parameter, value: value) }
}

/// Throws unless the bounds pass `requireAscending(_:_:)` and `mode` lies between them or on one.
func requireMode(_ mode: Double, from lower: Double, to upper: Double) throws(MarginalError) {
  try requireAscending(lower, upper)
  try requireFinite(mode, "mode")
  guard lower <= mode, mode <= upper else {
    throw .modeOutsideBounds(mode: mode, lower: lower, upper: upper)
  }
}
