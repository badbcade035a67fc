import Stochastics

extension MarginalCase {
  /// As `truncated()`, over the distributions by quantiles, beta, gamma and skew normal, whose values are
  /// those of their own rows.
  static func truncatedNewer() throws -> [MarginalCase] {
    [
      MarginalCase(
        "quantiles, cut off",
        try TruncatedDistribution(
          QuantileDistribution.through([(0.1, 2), (0.5, 4), (0.9, 5)]), atLeast: 1, atMost: 6),
        description: "quantiles(0.1: 2, 0.5: 4, 0.9: 5), at least 1, at most 6",
        mean: 3.8359302428314423, variance: 1.0694055768471549,
        resolution: 1e-15, momentTolerance: 1e-13,
        values: [
          .init(1.25, 0.05417879937910707, 0.012049519910804406, 0.9879504800891956),
          .init(2.0, 0.09998676070270003, 0.06891280943771698, 0.9310871905622831),
          .init(3.5, 0.2637980329766294, 0.32352537090332273, 0.6764746290966773),
          .init(4.5, 0.4571817477323236, 0.7035335973532506, 0.29646640264674934),
          .init(5.75, 0.032830520627110976, 0.9947704957212031, 0.005229504278796918),
        ],
        quantiles: [
          .init(1e-06, .lower, 1.0000235096441807),
          .init(0.01, .lower, 1.2114867400177167),
          .init(0.3, .lower, 3.40805952466393),
          .init(0.49, .lower, 4.015424267714938),
          .init(0.4, .upper, 4.273169957819597),
          .init(0.05, .upper, 5.232429821290053),
          .init(1e-09, .upper, 5.999999916365445),
        ],
        draws: [4.1976946123896335, 4.593400482205356, 5.386238242270912]),
      MarginalCase(
        "gamma, cut off",
        try TruncatedDistribution(
          GammaDistribution(shape: 2.5, scale: 1.25, location: -1), atLeast: 1, atMost: 6),
        description: "gamma(shape 2.5, scale 1.25, location -1), at least 1, at most 6",
        mean: 2.6988344648155445, variance: 1.5731359712529835,
        resolution: 1e-15, momentTolerance: 1e-13,
        values: [
          .init(1.25, 0.38645811183442835, 0.09791978900813143, 0.9020802109918685),
          .init(2.0, 0.326538086466961, 0.3674387359657845, 0.6325612640342155),
          .init(3.5, 0.180683025336711, 0.7448144789568397, 0.2551855210431603),
          .init(5.75, 0.054868637370291934, 0.987231644298677, 0.012768355701322905),
        ],
        quantiles: [
          .init(1e-06, .lower, 1.0000025279442213),
          .init(0.01, .lower, 1.0252964359906467),
          .init(0.3, .lower, 1.79939058960122),
          .init(0.49, .lower, 2.3999123783451872),
          .init(0.4, .upper, 2.815157470837982),
          .init(0.05, .upper, 5.176495545665314),
          .init(1e-09, .upper, 5.999999978921324),
        ],
        draws: [2.6817326955047127, 3.5053601544977955, 5.476831750846526]),
      MarginalCase(
        "beta, cut off",
        try TruncatedDistribution(
          BetaDistribution(lower: -1, upper: 3, alpha: 2, beta: 5), atLeast: 0.25),
        description: "beta(lower -1, upper 3, alpha 2, beta 5), at least 0.25",
        mean: 0.7961672473867596, variance: 0.18259201732447886,
        resolution: 4e-15, momentTolerance: 1e-13,
        values: [
          .init(0.375, 1.2149372543858625, 0.15920819554432916, 0.8407918044556708),
          .init(0.5, 1.090398420981931, 0.3033565643726552, 0.6966434356273449),
          .init(1.0, 0.5955029243122653, 0.7220986353209429, 0.27790136467905713),
          .init(2.5, 0.0040708207716658755, 0.9995832254924247, 0.0004167745075753159),
        ],
        quantiles: [
          .init(1e-06, .lower, 0.2500007516668516),
          .init(0.01, .lower, 0.2575353019146371),
          .init(0.3, .lower, 0.49692611671268205),
          .init(0.49, .lower, 0.6877410654887525),
          .init(0.4, .upper, 0.8201281826713411),
          .init(0.05, .upper, 1.6378665296546306),
          .init(1e-09, .upper, 2.963178277669886),
        ],
        draws: [0.7775776468247511, 1.0410202711771035, 1.7889522060646967]),
      MarginalCase(
        "skew normal, cut off",
        try TruncatedDistribution(
          SkewNormalDistribution(location: 5.5, scale: 1.25, shape: 4), atLeast: 5, atMost: 8),
        description: "skew normal(location 5.5, scale 1.25, shape 4), at least 5, at most 8",
        mean: 6.378685225294178, variance: 0.44042178801529863,
        resolution: 1e-15, momentTolerance: 1e-13,
        values: [
          .init(5.25, 0.13946766784144857, 0.019550018631314756, 0.9804499813686852),
          .init(5.5, 0.3358071179060417, 0.07774296917708842, 0.9222570308229115),
          .init(6.0, 0.5860037199158338, 0.3270631471900079, 0.672936852809992),
          .init(7.0, 0.32690948506966055, 0.8057265597363679, 0.1942734402636321),
          .init(7.75, 0.1329115835532073, 0.9722641539723373, 0.027735846027662672),
        ],
        quantiles: [
          .init(1e-06, .lower, 5.00002943101772),
          .init(0.01, .lower, 5.167107683193342),
          .init(0.3, .lower, 5.953711848235917),
          .init(0.49, .lower, 6.284030633076172),
          .init(0.4, .upper, 6.495734977528231),
          .init(0.05, .upper, 7.599593073720632),
          .init(1e-09, .upper, 7.9999999889980655),
        ],
        draws: [6.42870334556504, 6.830599220692514, 7.740573653933756]),
    ]
  }
}
