import Stochastics

extension Row {
  /// A column of scores turned into draws, one row for each distribution.
  ///
  /// The scores are the same in each step, so that a copy of the column is part of the work.
  static var marginals: [Row] {
    [
      marginal("normal") { try NormalDistribution(mean: 2, standardDeviation: 3) },
      marginal("lognormal") { try LognormalDistribution(mean: 2, standardDeviation: 1) },
      marginal("uniform") { try UniformDistribution(lower: -1, upper: 2) },
      marginal("triangular") { try TriangularDistribution(lower: -1, mode: 0, upper: 3) },
      marginal("pert") { try PERTDistribution(lower: -1, mode: 0, upper: 3) },
      marginal("beta") { try BetaDistribution(lower: 0, upper: 1, alpha: 2.5, beta: 4) },
      marginal("gamma") { try GammaDistribution(shape: 2.5, scale: 1.5) },
      marginal("student t") {
        try StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: 5)
      },
      marginal("skew normal") { try SkewNormalDistribution(location: 0, scale: 1, shape: 3) },
      marginal("two-piece normal") {
        try TwoPieceNormalDistribution(
          mode: 0, standardDeviationBelow: 1, standardDeviationAbove: 2)
      },
      marginal("truncated normal") {
        try TruncatedDistribution(
          NormalDistribution(mean: 0, standardDeviation: 1), atLeast: -1, atMost: 2)
      },
      marginal("quantiles") {
        try QuantileDistribution(
          [(0.05, -1), (0.25, 0.5), (0.5, 1), (0.75, 1.8), (0.95, 4)].map {
            QuantileDistribution.Quantile(probability: $0, value: $1)
          })
      },
      marginal("bernoulli") { try BernoulliDistribution(probability: 0.3) },
      marginal("discrete") {
        try DiscreteDistribution(values: [1, 2, 3, 5, 8], weights: [1, 2, 4, 2, 1])
      },
      marginal("empirical") {
        try EmpiricalDistribution(values: (0..<40).map { Double($0 * $0 % 41) })
      },
      marginal("constant") { try ConstantDistribution(4) },
    ]
  }

  private static func marginal(
    _ name: String, _ make: @escaping @Sendable () throws -> any Marginal
  ) -> Row {
    Row("marginal \(name)", .marginals, unit: "number", perStep: blockLength, counted: 100) {
      let marginal = try make()
      return { steps in
        withColumns(2) { scores in
          let draws = scores + columnStride
          RandomStream(seed: 2025, name: "scores").fillNormals(block(scores), firstDraw: 0)
          for _ in 0..<steps {
            draws.update(from: scores, count: blockLength)
            marginal.transform(scores: block(draws))
          }
          keep(draws[0])
        }
      }
    }
  }
}
