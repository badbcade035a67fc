import Stochastics

extension MarginalCase {
  /// Counted by hand; the long sample by Python's `fractions`.
  static func steps() throws -> [MarginalCase] {
    [
      MarginalCase(
        "Bernoulli",
        try BernoulliDistribution(probability: 0.25),
        description: "Bernoulli(probability 0.25)",
        mean: 0.25, variance: 0.1875, isContinuous: false,
        values: [
          .init(-0.5, 0, 0, 1),
          .init(0, .infinity, 0.75, 0.25),
          .init(0.5, 0, 0.75, 0.25),
          .init(1, .infinity, 1, 0),
        ],
        quantiles: [
          .init(1e-300, .lower, 0),
          .init(0.5, .lower, 0),
          .init(0.251, .upper, 0),
          .init(0.25, .upper, 0),
          .init(0.249, .upper, 1),
          .init(1e-300, .upper, 1),
        ],
        draws: [0, 0, 1]),
      MarginalCase(
        "Bernoulli, likely",
        try BernoulliDistribution(probability: 0.875),
        description: "Bernoulli(probability 0.875)",
        mean: 0.875, variance: 0.109375, isContinuous: false,
        values: [.init(0, .infinity, 0.125, 0.875)],
        quantiles: [
          .init(0.125, .lower, 0),
          .init(0.126, .lower, 1),
          .init(0.5, .upper, 1),
        ],
        draws: [1, 1, 1]),
      MarginalCase(
        "Bernoulli, certain",
        try BernoulliDistribution(probability: 1),
        description: "Bernoulli(probability 1)",
        mean: 1, variance: 0, isContinuous: false,
        values: [.init(0.5, 0, 0, 1), .init(1, .infinity, 1, 0)],
        quantiles: [.init(1e-300, .lower, 1), .init(1e-300, .upper, 1)],
        draws: [1, 1, 1]),
      MarginalCase(
        "Bernoulli, impossible",
        try BernoulliDistribution(probability: 0),
        description: "Bernoulli(probability 0)",
        mean: 0, variance: 0, isContinuous: false,
        values: [.init(0, .infinity, 1, 0), .init(1, 0, 1, 0)],
        quantiles: [.init(1e-300, .lower, 0), .init(1e-300, .upper, 0)],
        draws: [0, 0, 0]),
      MarginalCase(
        "discrete",
        try DiscreteDistribution(values: [2, -1, 5, 2, 9], weights: [1, 4, 2, 1, 0]),
        description: "discrete(-1: 0.5, 2: 0.25, 5: 0.25)",
        mean: 1.25, variance: 6.1875, isContinuous: false,
        values: [
          .init(-2, 0, 0, 1),
          .init(-1, .infinity, 0.5, 0.5),
          .init(2, .infinity, 0.75, 0.25),
          .init(4.5, 0, 0.75, 0.25),
          .init(5, .infinity, 1, 0),
        ],
        quantiles: [
          .init(1e-300, .lower, -1),
          .init(0.5, .lower, -1),
          .init(0.5, .upper, -1),
          .init(0.499, .upper, 2),
          .init(0.25, .upper, 2),
          .init(0.249, .upper, 5),
        ],
        draws: [2, 2, 5]),
      MarginalCase(
        "empirical",
        try EmpiricalDistribution(values: [3, 1, 4, 1, 5, 9, 2, 6]),
        description: "empirical(8 values, 1 ... 9)",
        mean: 3.875, variance: 6.609375, isContinuous: false,
        values: [
          .init(0.5, 0, 0, 1),
          .init(1, .infinity, 0.25, 0.75),
          .init(3.5, 0, 0.5, 0.5),
          .init(6, .infinity, 0.875, 0.125),
          .init(9, .infinity, 1, 0),
        ],
        quantiles: [
          .init(1e-300, .lower, 1),
          .init(0.25, .lower, 1),
          .init(0.26, .lower, 2),
          .init(0.5, .lower, 3),
          .init(0.5, .upper, 3),
          .init(0.125, .upper, 6),
          .init(0.124, .upper, 9),
        ],
        draws: [4, 5, 9]),
      MarginalCase(
        "empirical, many values",
        try EmpiricalDistribution(values: (0..<41).map { Double($0 * $0 * 17 % 101) / 8 }),
        description: "empirical(41 values, 0 ... 12.5)",
        mean: 5.7073170731707314, variance: 13.210068411659726, isContinuous: false,
        values: [
          .init(0.0, .infinity, 0.024390243902439025, 0.975609756097561),
          .init(1.125, .infinity, 0.14634146341463414, 0.8536585365853658),
          .init(5.625, .infinity, 0.5121951219512195, 0.4878048780487805),
          .init(5.635, 0, 0.5121951219512195, 0.4878048780487805),
          .init(12.5, .infinity, 1.0, 0.0),
        ],
        quantiles: [
          .init(1e-300, .lower, 0.0),
          .init(0.01, .lower, 0.0),
          .init(0.1, .lower, 0.75),
          .init(0.3, .lower, 3.0),
          .init(0.5, .lower, 5.625),
          .init(0.49, .upper, 5.625),
          .init(0.3, .upper, 8.125),
          .init(0.1, .upper, 10.5),
          .init(0.02, .upper, 12.5),
          .init(1e-20, .upper, 12.5),
        ],
        draws: [6.5, 8.75, 12.125]),
    ]
  }
}
