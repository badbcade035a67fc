import Stochastics
import Testing

/// Parameters that do not make a distribution, with the error and its text.
struct BadParameters: Sendable, CustomTestStringConvertible {
  let make: @Sendable () throws -> any Marginal
  let error: MarginalError
  let text: String

  init(
    _ error: MarginalError, _ text: String,
    _ make: @escaping @Sendable () throws -> any Marginal
  ) {
    self.make = make
    self.error = error
    self.text = text
  }

  var testDescription: String { text }
}

extension BadParameters {
  /// One row for each rule of each initializer. Two NaNs are never equal: NaN has a test of its own.
  static let all: [BadParameters] = [
    .init(
      .notFinite(parameter: "value", value: -.infinity),
      "value is -inf, not a finite number"
    ) { try ConstantDistribution(-.infinity) },

    .init(
      .notFinite(parameter: "mean", value: .infinity), "mean is inf, not a finite number"
    ) {
      try NormalDistribution(mean: .infinity, standardDeviation: 1)
    },
    .init(
      .notAbove(bound: 0, parameter: "standard deviation", value: 0),
      "standard deviation is 0, but must be above 0"
    ) { try NormalDistribution(mean: 0, standardDeviation: 0) },

    .init(
      .notFinite(parameter: "lower bound", value: -.infinity),
      "lower bound is -inf, not a finite number"
    ) { try UniformDistribution(lower: -.infinity, upper: 1) },
    .init(
      .notFinite(parameter: "upper bound", value: .infinity),
      "upper bound is inf, not a finite number"
    ) { try UniformDistribution(lower: 0, upper: .infinity) },
    .init(
      .boundsNotAscending(lower: 3, upper: -1), "lower bound 3 is not below upper bound -1"
    ) { try UniformDistribution(lower: 3, upper: -1) },
    .init(
      .boundsNotAscending(lower: 2.5, upper: 2.5), "lower bound 2.5 is not below upper bound 2.5"
    ) { try UniformDistribution(lower: 2.5, upper: 2.5) },
    .init(
      .outOfRange(quantity: "upper bound - lower bound"),
      "upper bound - lower bound is out of the range of a Double"
    ) { try UniformDistribution(lower: -1e308, upper: 1e308) },

    .init(
      .boundsNotAscending(lower: 2, upper: 0), "lower bound 2 is not below upper bound 0"
    ) { try TriangularDistribution(lower: 2, mode: 1, upper: 0) },
    .init(
      .notFinite(parameter: "mode", value: .infinity), "mode is inf, not a finite number"
    ) {
      try TriangularDistribution(lower: 0, mode: .infinity, upper: 2)
    },
    .init(
      .modeOutsideBounds(mode: 2.5, lower: 0, upper: 2), "mode 2.5 lies outside the bounds 0 ... 2"
    ) { try TriangularDistribution(lower: 0, mode: 2.5, upper: 2) },
    .init(
      .modeOutsideBounds(mode: -0.5, lower: 0, upper: 2),
      "mode -0.5 lies outside the bounds 0 ... 2"
    ) { try TriangularDistribution(lower: 0, mode: -0.5, upper: 2) },

    .init(
      .boundsNotAscending(lower: 2, upper: 2), "lower bound 2 is not below upper bound 2"
    ) { try PERTDistribution(lower: 2, mode: 2, upper: 2) },
    .init(
      .modeOutsideBounds(mode: 3, lower: 0, upper: 2), "mode 3 lies outside the bounds 0 ... 2"
    ) { try PERTDistribution(lower: 0, mode: 3, upper: 2) },
    .init(
      .notFinite(parameter: "shape", value: .infinity), "shape is inf, not a finite number"
    ) {
      try PERTDistribution(lower: 0, mode: 1, upper: 2, shape: .infinity)
    },
    .init(
      .notAbove(bound: 0, parameter: "shape", value: 0), "shape is 0, but must be above 0"
    ) { try PERTDistribution(lower: 0, mode: 1, upper: 2, shape: 0) },
    .init(
      .notAtMost(limit: 1e6, parameter: "shape", value: 2e6),
      "shape is 2000000, but must be at most 1000000"
    ) { try PERTDistribution(lower: 0, mode: 1, upper: 2, shape: 2e6) },

    .init(
      .notFinite(parameter: "location", value: .infinity), "location is inf, not a finite number"
    ) {
      try StudentTDistribution(location: .infinity, scale: 1, degreesOfFreedom: 4)
    },
    .init(
      .notAbove(bound: 0, parameter: "scale", value: -1), "scale is -1, but must be above 0"
    ) {
      try StudentTDistribution(location: 0, scale: -1, degreesOfFreedom: 4)
    },
    .init(
      .notAbove(bound: 0, parameter: "degrees of freedom", value: -2),
      "degrees of freedom is -2, but must be above 0"
    ) {
      try StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: -2)
    },
    .init(
      .meanDoesNotExist(degreesOfFreedom: 1),
      "mean does not exist with 1 degrees of freedom, only with more than 1"
    ) {
      try StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: 1)
    },
    .init(
      .notFinite(parameter: "degrees of freedom", value: .infinity),
      "degrees of freedom is inf, not a finite number"
    ) {
      try StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: .infinity)
    },
    .init(
      .notAtMost(limit: 1e8, parameter: "degrees of freedom", value: 1e9),
      "degrees of freedom is 1000000000, but must be at most 100000000"
    ) {
      try StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: 1e9)
    },

    .init(
      .notFinite(parameter: "mode", value: -.infinity), "mode is -inf, not a finite number"
    ) {
      try TwoPieceNormalDistribution(
        mode: -.infinity, standardDeviationBelow: 1, standardDeviationAbove: 1)
    },
    .init(
      .notAbove(bound: 0, parameter: "standard deviation below the mode", value: 0),
      "standard deviation below the mode is 0, but must be above 0"
    ) {
      try TwoPieceNormalDistribution(
        mode: 0, standardDeviationBelow: 0, standardDeviationAbove: 1)
    },
    .init(
      .notAbove(bound: 0, parameter: "standard deviation above the mode", value: -1),
      "standard deviation above the mode is -1, but must be above 0"
    ) {
      try TwoPieceNormalDistribution(
        mode: 0, standardDeviationBelow: 1, standardDeviationAbove: -1)
    },
    .init(
      .outOfRange(quantity: "sum of the standard deviations"),
      "sum of the standard deviations is out of the range of a Double"
    ) {
      try TwoPieceNormalDistribution(
        mode: 0, standardDeviationBelow: 1e308, standardDeviationAbove: 1e308)
    },
    .init(
      .notAbove(bound: 0, parameter: "uncertainty", value: 0),
      "uncertainty is 0, but must be above 0"
    ) {
      try TwoPieceNormalDistribution(mode: 0, uncertainty: 0, skew: 0)
    },
    .init(
      .notFinite(parameter: "skew", value: .infinity), "skew is inf, not a finite number"
    ) {
      try TwoPieceNormalDistribution(mode: 0, uncertainty: 1, skew: .infinity)
    },
    .init(
      .outOfRange(quantity: "standard deviation of a side"),
      "standard deviation of a side is out of the range of a Double"
    ) {
      try TwoPieceNormalDistribution(mode: 0, uncertainty: 1e-300, skew: 1e300)
    },

    .init(
      .notAtLeast(bound: 0, parameter: "probability", value: -0.25),
      "probability is -0.25, but must be at least 0"
    ) { try BernoulliDistribution(probability: -0.25) },
    .init(
      .notAtMost(limit: 1, parameter: "probability", value: 1.5),
      "probability is 1.5, but must be at most 1"
    ) { try BernoulliDistribution(probability: 1.5) },

    .init(.notAbove(bound: 0, parameter: "mean", value: -1), "mean is -1, but must be above 0") {
      try LognormalDistribution(mean: -1, standardDeviation: 1)
    },
    .init(
      .notAbove(bound: 0, parameter: "standard deviation", value: 0),
      "standard deviation is 0, but must be above 0"
    ) { try LognormalDistribution(mean: 1, standardDeviation: 0) },
    .init(
      .outOfRange(quantity: "standard deviation over mean"),
      "standard deviation over mean is out of the range of a Double"
    ) { try LognormalDistribution(mean: 1e-200, standardDeviation: 1e200) },

    .init(.noValues, "there are no values") { try EmpiricalDistribution(values: []) },
    .init(
      .outOfRange(quantity: "distance between the values"),
      "distance between the values is out of the range of a Double"
    ) { try EmpiricalDistribution(values: [-1e308, 1e308]) },
    .init(
      .entryNotFinite(parameter: "values", index: 1, value: .infinity),
      "number 2 of the values is inf, not a finite number"
    ) { try EmpiricalDistribution(values: [0, .infinity]) },
    .init(.noValues, "there are no values") { try DiscreteDistribution(values: [], weights: []) },
    .init(.wrongWeightCount(values: 2, weights: 1), "there are 1 weights for 2 values") {
      try DiscreteDistribution(values: [1, 2], weights: [1])
    },
    .init(.negativeWeight(index: 1, value: -1), "weight 2 is -1, but must be at least 0") {
      try DiscreteDistribution(values: [1, 2], weights: [1, -1])
    },
    .init(.noWeight, "all weights are 0") {
      try DiscreteDistribution(values: [1, 2], weights: [0, 0])
    },
    .init(
      .outOfRange(quantity: "sum of the weights"),
      "sum of the weights is out of the range of a Double"
    ) { try DiscreteDistribution(values: [1, 2], weights: [1e308, 1e308]) },

    .init(
      .boundsNotAscending(lower: 2, upper: 1), "lower bound 2 is not below upper bound 1"
    ) { try BetaDistribution(lower: 2, upper: 1, alpha: 1, beta: 1) },
    .init(.notAbove(bound: 0, parameter: "alpha", value: 0), "alpha is 0, but must be above 0") {
      try BetaDistribution(lower: 0, upper: 1, alpha: 0, beta: 1)
    },
    .init(
      .notAtLeast(bound: 0.01, parameter: "beta", value: 0.001),
      "beta is 0.001, but must be at least 0.01"
    ) { try BetaDistribution(lower: 0, upper: 1, alpha: 1, beta: 0.001) },
    .init(
      .notAtMost(limit: 1e6, parameter: "beta", value: 2e6),
      "beta is 2000000, but must be at most 1000000"
    ) { try BetaDistribution(lower: 0, upper: 1, alpha: 1, beta: 2e6) },

    .init(.notAbove(bound: 0, parameter: "shape", value: -2), "shape is -2, but must be above 0") {
      try GammaDistribution(shape: -2, scale: 1)
    },
    .init(
      .notAtLeast(bound: 0.01, parameter: "shape", value: 0.005),
      "shape is 0.005, but must be at least 0.01"
    ) { try GammaDistribution(shape: 0.005, scale: 1) },
    .init(
      .notAtMost(limit: 1e6, parameter: "shape", value: 1e7),
      "shape is 10000000, but must be at most 1000000"
    ) { try GammaDistribution(shape: 1e7, scale: 1) },
    .init(.notAbove(bound: 0, parameter: "scale", value: 0), "scale is 0, but must be above 0") {
      try GammaDistribution(shape: 1, scale: 0)
    },
    .init(.outOfRange(quantity: "mean"), "mean is out of the range of a Double") {
      try GammaDistribution(shape: 100, scale: 1e307)
    },

    .init(.notAbove(bound: 0, parameter: "scale", value: -1), "scale is -1, but must be above 0") {
      try SkewNormalDistribution(location: 0, scale: -1, shape: 2)
    },
    .init(
      .notAtMost(limit: 1000, parameter: "shape", value: 1001),
      "shape is 1001, but must be at most 1000"
    ) { try SkewNormalDistribution(location: 0, scale: 1, shape: 1001) },
    .init(
      .notAtLeast(bound: -1000, parameter: "shape", value: -1001),
      "shape is -1001, but must be at least -1000"
    ) { try SkewNormalDistribution(location: 0, scale: 1, shape: -1001) },
    .init(.outOfRange(quantity: "mean"), "mean is out of the range of a Double") {
      try SkewNormalDistribution(location: 1.7e308, scale: 1e308, shape: 10)
    },

    .init(.tooFewQuantiles(count: 1), "there must be two quantiles or more, not 1") {
      try QuantileDistribution.through([(0.5, 1)])
    },
    .init(
      .probabilityNotInside(index: 1, value: 1),
      "probability 2 is 1, but must be above 0 and below 1"
    ) { try QuantileDistribution.through([(0.5, 1), (1, 2)]) },
    .init(
      .entriesNotAscending(parameter: "probabilities", index: 2, value: 0.5, previous: 0.5),
      "number 3 of the probabilities is 0.5, not above the one before it, 0.5"
    ) { try QuantileDistribution.through([(0.1, 1), (0.5, 2), (0.5, 3)]) },
    .init(
      .entriesNotAscending(parameter: "values", index: 1, value: -2, previous: 1),
      "number 2 of the values is -2, not above the one before it, 1"
    ) { try QuantileDistribution.through([(0.1, 1), (0.5, -2), (0.9, 3)]) },
    .init(
      .valueOutsideBounds(index: 0, value: 1, lower: 1, upper: 9),
      "value 1, 1, does not lie between the bounds 1 ... 9"
    ) { try QuantileDistribution.through([(0.1, 1), (0.5, 2)], lower: 1, upper: 9) },
    .init(
      .valueOutsideBounds(index: 1, value: 2, lower: -.infinity, upper: 1.5),
      "value 2, 2, does not lie between the bounds -inf ... 1.5"
    ) { try QuantileDistribution.through([(0.1, 1), (0.5, 2)], upper: 1.5) },
    .init(
      .boundsNotAscending(lower: 5, upper: 0), "lower bound 5 is not below upper bound 0"
    ) { try QuantileDistribution.through([(0.1, 1), (0.5, 2)], lower: 5, upper: 0) },
    .init(
      .outOfRange(quantity: "distance between the values"),
      "distance between the values is out of the range of a Double"
    ) { try QuantileDistribution.through([(0.1, -1e308), (0.5, 1e308)]) },
    .init(
      .outOfRange(quantity: "slope between the quantiles"),
      "slope between the quantiles is out of the range of a Double"
    ) { try QuantileDistribution.through([(0.1, 0), (0.5, 0x1p-1074)]) },
    .init(.outOfRange(quantity: "mean"), "mean is out of the range of a Double") {
      try QuantileDistribution.through([(0.4, 1), (0.5, 1e100)], lower: 0)
    },

    .init(
      .boundsNotAscending(lower: 1, upper: 1), "lower bound 1 is not below upper bound 1"
    ) { try TruncatedDistribution(NormalDistribution.standard, atLeast: 1, atMost: 1) },
    .init(
      .noProbability(lower: 2, upper: 3), "there is no probability between 2 and 3"
    ) { try TruncatedDistribution(UniformDistribution(lower: 0, upper: 1), atLeast: 2, atMost: 3) },
    .init(
      .noProbability(lower: 40, upper: .infinity), "there is no probability between 40 and inf"
    ) { try TruncatedDistribution(NormalDistribution.standard, atLeast: 40) },
  ]

  /// Each initializer with the same number for each parameter in turn and valid ones for the rest.
  static func withOneParameter(_ x: Double) -> [@Sendable () throws -> any Marginal] {
    [
      { try ConstantDistribution(x) },
      { try NormalDistribution(mean: x, standardDeviation: 1) },
      { try NormalDistribution(mean: 0, standardDeviation: x) },
      { try UniformDistribution(lower: x, upper: 1) },
      { try UniformDistribution(lower: 0, upper: x) },
      { try TriangularDistribution(lower: x, mode: 1, upper: 2) },
      { try TriangularDistribution(lower: 0, mode: x, upper: 2) },
      { try TriangularDistribution(lower: 0, mode: 1, upper: x) },
      { try PERTDistribution(lower: x, mode: 1, upper: 2) },
      { try PERTDistribution(lower: 0, mode: x, upper: 2) },
      { try PERTDistribution(lower: 0, mode: 1, upper: x) },
      {
        try PERTDistribution(lower: 0, mode: 1, upper: 2, shape: x)
      },
      {
        try StudentTDistribution(location: x, scale: 1, degreesOfFreedom: 4)
      },
      {
        try StudentTDistribution(location: 0, scale: x, degreesOfFreedom: 4)
      },
      {
        try StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: x)
      },
      {
        try TwoPieceNormalDistribution(
          mode: x, standardDeviationBelow: 1, standardDeviationAbove: 1)
      },
      {
        try TwoPieceNormalDistribution(
          mode: 0, standardDeviationBelow: x, standardDeviationAbove: 1)
      },
      {
        try TwoPieceNormalDistribution(
          mode: 0, standardDeviationBelow: 1, standardDeviationAbove: x)
      },
      {
        try TwoPieceNormalDistribution(mode: x, uncertainty: 1, skew: 0)
      },
      {
        try TwoPieceNormalDistribution(mode: 0, uncertainty: x, skew: 0)
      },
      {
        try TwoPieceNormalDistribution(mode: 0, uncertainty: 1, skew: x)
      },
      { try BernoulliDistribution(probability: x) },
      { try LognormalDistribution(mean: x, standardDeviation: 1) },
      { try LognormalDistribution(mean: 1, standardDeviation: x) },
      { try BetaDistribution(lower: x, upper: 1, alpha: 2, beta: 3) },
      { try BetaDistribution(lower: 0, upper: x, alpha: 2, beta: 3) },
      { try BetaDistribution(lower: 0, upper: 1, alpha: x, beta: 3) },
      { try BetaDistribution(lower: 0, upper: 1, alpha: 2, beta: x) },
      { try GammaDistribution(shape: x, scale: 1) },
      { try GammaDistribution(shape: 2, scale: x) },
      { try GammaDistribution(shape: 2, scale: 1, location: x) },
      { try SkewNormalDistribution(location: x, scale: 1, shape: 2) },
      { try SkewNormalDistribution(location: 0, scale: x, shape: 2) },
      { try SkewNormalDistribution(location: 0, scale: 1, shape: x) },
    ]
  }

  /// Each initializer that takes a list, with the number in its second place.
  static func withOneEntry(_ x: Double) -> [@Sendable () throws -> any Marginal] {
    [
      { try EmpiricalDistribution(values: [1, x, 3]) },
      { try DiscreteDistribution(values: [1, x, 3], weights: [1, 2, 3]) },
      { try DiscreteDistribution(values: [1, 2, 3], weights: [1, x, 3]) },
      { try QuantileDistribution.through([(0.25, 1), (x, 2), (0.75, 3)]) },
      { try QuantileDistribution.through([(0.25, 1), (0.5, x), (0.75, 3)]) },
    ]
  }

  /// Bounds of distributions of several kinds.
  static func withOneBound(_ x: Double) -> [@Sendable () throws -> any Marginal] {
    [
      { try TruncatedDistribution(NormalDistribution.standard, atLeast: x) },
      { try TruncatedDistribution(NormalDistribution.standard, atMost: x) },
      {
        try TruncatedDistribution(
          StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: 4), atLeast: x)
      },
      {
        try TruncatedDistribution(
          LognormalDistribution(mean: 1, standardDeviation: 1), atMost: x)
      },
      {
        try TruncatedDistribution(PERTDistribution(lower: 0, mode: 1, upper: 2), atLeast: x)
      },
      { try QuantileDistribution.through([(0.25, 1), (0.75, 3)], lower: x) },
      { try QuantileDistribution.through([(0.25, 1), (0.75, 3)], upper: x) },
    ]
  }
}
