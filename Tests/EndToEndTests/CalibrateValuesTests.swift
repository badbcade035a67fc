import TestSupport
import Testing

/// `growth calibrate` and other programs on the same file. The values are those that `calibrate_values.py`, beside this file, writes
/// with statsmodels 0.15.0, scikit-learn 1.9.1, scipy 1.17.1 and numpy 2.4.6.
@Suite struct CalibrateValuesTests {
  private func found(_ options: String...) throws -> JSONValue {
    let outcome = try Program.run(
      [
        "calibrate", "Scenarios/data/viet-nam-quarterly-industries.csv", "--period",
        "2011Q1-2019Q4",
        "--series", "agriculture", "--series", "manufacturing", "--series", "trade", "--format",
        "json",
        "--quiet",
      ] + options)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONValue(outcome.output)
  }

  private func expect(
    _ json: JSONValue?, _ wanted: [[Double]], to tolerance: Double = 1e-8,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let rows = try #require(json?.array, sourceLocation: location)
    #expect(rows.count == wanted.count, sourceLocation: location)
    for (row, values) in zip(rows, wanted) {
      let numbers = try #require(row.array, sourceLocation: location)
      #expect(numbers.count == values.count, sourceLocation: location)
      for (number, value) in zip(numbers, values) {
        #expect(
          ((number.number ?? .nan) - value).magnitude <= tolerance * max(value.magnitude, 1e-4),
          sourceLocation: location)
      }
    }
  }

  /// `VAR(E).fit(2, trend="n")` of deviations E from the means.
  private static let twoLags: [[[Double]]] = [
    [
      [0.27565930601400923, 0.1309394385493938, -0.2580943299734305],
      [-0.5251130278081572, 0.6708929734208586, -0.36863926864727237],
      [-0.565318462000429, 0.020762264676060793, 0.4993106672851578],
    ],
    [
      [0.03962476436683371, 0.009576535938988192, 0.07045491374374684],
      [0.37029081322633783, 0.15389306063601954, -0.5343973222912333],
      [0.3030949229384687, 0.14375863737004657, -0.344683899500174],
    ],
  ]
  private static let covarianceOfTwoLags: [[Double]] = [
    [0.00013923661638876318, 6.482419322359269e-05, 6.597225146835922e-05],
    [6.482419322359269e-05, 0.0005186704986906034, 0.00012198619763282519],
    [6.597225146835922e-05, 0.00012198619763282519, 0.0001989085303501841],
  ]

  @Test func twoLagsOfStatsmodels() throws {
    let json = try found("--persistence", "full", "--lags", "2", "--shrinkage", "none")
    #expect(json["lags"]?.number == 2)
    let lags = try #require(json["lagCoefficients"]?.array)
    #expect(lags.count == 2)
    for (found, wanted) in zip(lags, Self.twoLags) { try expect(found, wanted) }
    try expect(json["covariance"], Self.covarianceOfTwoLags)
    let means = [0.024095278743158845, 0.09688544928750678, 0.08422077775482978]
    // Of `VAR(Y).fit(2, trend="c")`: the own lags of each equation.
    let errors = [
      [0.21044108692285604, 0.21603968402917778], [0.23427423382794751, 0.24363953415749157],
      [0.30479387448725376, 0.3217586525256753],
    ]
    let series = try #require(json["series"]?.array)
    for (i, one) in series.enumerated() {
      #expect(((one["mean"]?.number ?? 0) - means[i]).magnitude < 1e-12)
      let own = try #require(one["standardErrorsOfOwnLags"]?.array)
      for (found, wanted) in zip(own, errors[i]) {
        #expect(((found.number ?? 0) - wanted).magnitude < 1e-8)
      }
    }
  }

  @Test func oneLagOfStatsmodels() throws {
    let json = try found("--persistence", "full", "--shrinkage", "none")
    try expect(
      json["coefficients"],
      [
        [0.3369219528115511, 0.15171426077536684, -0.28356804958957377],
        [-0.2792322753992109, 0.7663677719158486, -0.6197534754593117],
        [-0.3565164558096631, 0.11116544407532275, 0.3059756289676636],
      ])
    try expect(
      json["covariance"],
      [
        [0.00013040714656211913, 6.243899321310933e-05, 6.435642268070527e-05],
        [6.243899321310933e-05, 0.0004806594031690432, 0.0001287990974333817],
        [6.435642268070527e-05, 0.0001287990974333817, 0.00019276894370169964],
      ])
  }

  /// `VAR(Y).select_order(4)`: the orders 0 to 4 of all lags of all.
  @Test func criteriaOfStatsmodels() throws {
    let candidates = try #require(try found()["candidates"]?.array)
    let wanted: [(key: String, values: [Double])] = [
      (
        "akaike",
        [
          -24.974282667033012, -25.322824640048417, -24.87840702493056, -24.716308124971718,
          -25.47130163204202,
        ]
      ),
      (
        "hannanQuinn",
        [
          -24.92873423106068, -25.140630896159088, -24.55956797312424, -24.2608237652484,
          -24.879171964401706,
        ]
      ),
      (
        "schwarz",
        [
          -24.83686992614554, -24.77317367649852, -23.91651783871824, -23.342180716096976,
          -23.684936000504855,
        ]
      ),
    ]
    let chosen = candidates.filter { $0["lags"]?.number == 0 || $0["regressors"]?.string == "all" }
    for (key, values) in wanted {
      #expect(chosen.count == values.count)
      for (candidate, value) in zip(chosen, values) {
        #expect(((candidate[key]?.number ?? 0) - value).magnitude < 1e-8)
      }
    }
  }

  /// `LedoitWolf().fit(Y)`, whose divisor is the number of quarters, 36; one less here.
  @Test func growthOfLedoitAndWolf() throws {
    let json = try found("--persistence", "none", "--shrinkage", "ledoit-wolf")
    #expect(((json["shrinkageIntensity"]?.number ?? 0) - 0.16408000675575804).magnitude < 1e-8)
    let scikit = [
      [0.00017730019292184175, 9.384654124306181e-05, 4.459600782906644e-05],
      [9.384654124306181e-05, 0.0006431858123897394, 0.00013926149346439983],
      [4.459600782906644e-05, 0.00013926149346439983, 0.0002199623595877369],
    ]
    try expect(json["covariance"], scikit.map { $0.map { $0 * 36 / 35 } })
  }

  /// The same weight for what two lags leave, put to the covariance that allows for their number.
  @Test func innovationsOfLedoitAndWolf() throws {
    let json = try found(
      "--persistence", "full", "--lags", "2", "--shrinkage", "ledoit-wolf")
    let weight = 0.2902999863102601
    #expect(((json["shrinkageIntensity"]?.number ?? 0) - weight).magnitude < 1e-8)
    let sample = Self.covarianceOfTwoLags
    let level = (sample[0][0] + sample[1][1] + sample[2][2]) / 3
    try expect(
      json["covariance"],
      sample.indices.map { i in
        sample.indices.map { (1 - weight) * sample[i][$0] + (i == $0 ? weight * level : 0) }
      })
  }

  /// Quandt's F by trying every quarter, and Student's t by its likelihood.
  @Test func shiftsAndTails() throws {
    let series = try #require(
      try found("--persistence", "diagonal", "--shrinkage", "none")["series"]?.array)
    let wanted = [
      (3.418283629169764, "2013Q1"), (4.087400417307123, "2016Q2"), (3.7892026216615022, "2013Q1"),
    ]
    for (one, wanted) in zip(series, wanted) {
      #expect(((one["likelyBreak"]?["statistic"]?.number ?? 0) - wanted.0).magnitude < 1e-8)
      #expect(one["likelyBreak"]?["period"]?.string == wanted.1)
    }
    // scipy searches to about 1e-6.
    #expect(((series[0]["degreesOfFreedom"]?.number ?? 0) - 3.183522700971508).magnitude < 1e-4)
    #expect(((series[0]["scale"]?.number ?? 0) - 0.007220396479283627).magnitude < 1e-7)
    #expect(((series[0]["logLikelihoodGain"]?.number ?? 0) - 3.8506283458232247).magnitude < 1e-8)
  }
}
