/// Every distribution, with parameters that take each of its ways.
func distributions() throws(MarginalError) -> [(name: String, distribution: AnyMarginal)] {
  func quantiles(
    _ pairs: [(Double, Double)], lower: Double = -.infinity, upper: Double = .infinity
  ) throws(MarginalError) -> AnyMarginal {
    any(
      try QuantileDistribution(
        pairs.map { QuantileDistribution.Quantile(probability: $0.0, value: $0.1) }, lower: lower,
        upper: upper))
  }
  let three = [(0.1, 2.0), (0.5, 4), (0.9, 9)]
  let few = [3.5, -1, 2, 2, 7.25]
  let many = (0..<200).map { Double($0 * $0 % 211) / 7 }
  let normal = any(try NormalDistribution(mean: 8, standardDeviation: 1.1))
  let gamma = any(try GammaDistribution(shape: 2, scale: 1.5))
  return [
    ("ConstantDistribution", any(try ConstantDistribution(8.05))),
    ("UniformDistribution", any(try UniformDistribution(lower: -1.3, upper: 2.9))),
    ("TriangularDistribution", any(try TriangularDistribution(lower: 1, mode: 1.7, upper: 4))),
    ("TriangularDistribution, slope", any(try TriangularDistribution(lower: 1, mode: 1, upper: 4))),
    ("NormalDistribution", normal),
    (
      "TwoPieceNormalDistribution",
      any(
        try TwoPieceNormalDistribution(
          mode: 8, standardDeviationBelow: 1.4, standardDeviationAbove: 0.6))
    ),
    ("SkewNormalDistribution", any(try SkewNormalDistribution(location: 8, scale: 1.2, shape: -3))),
    (
      "SkewNormalDistribution, steep",
      any(try SkewNormalDistribution(location: 0, scale: 1, shape: 40))
    ),
    ("LognormalDistribution", any(try LognormalDistribution(mean: 100, standardDeviation: 30))),
    ("GammaDistribution", gamma),
    ("GammaDistribution, pole", any(try GammaDistribution(shape: 0.1, scale: 3, location: 1))),
    ("GammaDistribution, large", any(try GammaDistribution(shape: 5000, scale: 0.01))),
    ("BetaDistribution", any(try BetaDistribution(lower: 0, upper: 1, alpha: 2.5, beta: 4))),
    (
      "BetaDistribution, poles",
      any(try BetaDistribution(lower: -2, upper: 5, alpha: 0.2, beta: 0.7))
    ),
    (
      "BetaDistribution, large",
      any(try BetaDistribution(lower: 0, upper: 1, alpha: 3000, beta: 900))
    ),
    ("PERTDistribution", any(try PERTDistribution(lower: 5, mode: 8, upper: 9.5))),
    (
      "StudentTDistribution",
      any(try StudentTDistribution(location: 8, scale: 1.1, degreesOfFreedom: 5))
    ),
    (
      "StudentTDistribution, heavy",
      any(try StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: 1.25))
    ),
    ("QuantileDistribution", try quantiles(three)),
    ("QuantileDistribution, above", try quantiles(three, lower: 0)),
    ("QuantileDistribution, within", try quantiles(three, lower: 0, upper: 20)),
    ("BernoulliDistribution", any(try BernoulliDistribution(probability: 0.3))),
    ("EmpiricalDistribution", any(try EmpiricalDistribution(values: few))),
    ("EmpiricalDistribution, many", any(try EmpiricalDistribution(values: many))),
    (
      "DiscreteDistribution",
      any(try DiscreteDistribution(values: few, weights: [0.2, 1, 3, 0.5, 0.7]))
    ),
    ("TruncatedDistribution", any(try TruncatedDistribution(gamma, atLeast: 0.5, atMost: 6))),
    ("TruncatedDistribution, tail", any(try TruncatedDistribution(normal, atLeast: 13))),
  ]
}
