import LinearAlgebra
import Testing

@Suite struct ShrinkageCovarianceTests {
  /// Six observations of three variables.
  static let tall: [[Double]] = [
    [2, 1, -4], [3.5, 1.25, -2], [1, -0.5, 3], [4, 0.75, 1], [2.5, 2, -6], [0.5, -1, 5],
  ]

  /// Five observations of seven variables: the sample covariance is singular.
  static let wide: [[Double]] = (0..<5).map { i in
    (0..<7).map { j in
      let form: Int = i * i * 7 + j * j * 3 + i * j * 11
      return Double(form % 17)
    }
  }

  struct Known: Sendable {
    let rows: [[Double]]
    let target: ShrinkageCovariance.Target
    let intensity: Double
    let covariance: [[Double]]
  }

  /// `scaledIdentity` by scikit-learn 1.9.1: `LedoitWolf().fit(X)`, its `shrinkage_` and
  /// `covariance_`. `diagonal` by numpy 2.4.6 from the formulae of Schäfer and Strimmer:
  ///
  ///     n = len(X); Z = (X - X.mean(0)) / X.std(0, ddof=1)
  ///     W = Z[:, :, None] * Z[:, None, :]; m = W.mean(0); r = n / (n - 1) * m
  ///     v = n / (n - 1)**3 * ((W - m)**2).sum(0); off = ~np.eye(X.shape[1], dtype=bool)
  ///     w = min(1, v[off].sum() / (r[off]**2).sum()); s = X.std(0, ddof=1)
  ///     C = (1 - w) * r; np.fill_diagonal(C, 1); C = C * np.outer(s, s)
  static let known: [Known] = [
    Known(
      rows: tall, target: .scaledIdentity, intensity: 0.19602027225988736,
      covariance: [
        [2.4019386659277586, 0.7369814170951032, -1.842453542737758],
        [0.7369814170951032, 1.9943656095039513, -3.014923979025422],
        [-1.842453542737758, -3.014923979025422, 13.138417946790513],
      ]),
    Known(
      rows: tall, target: .diagonal, intensity: 0.23954349456882323,
      covariance: [
        [1.875, 0.8365021559742944, -2.091255389935736],
        [0.8365021559742944, 1.2666666666666668, -3.4220542744402955],
        [-2.091255389935736, -3.4220542744402955, 17.9],
      ]),
    Known(
      rows: wide, target: .scaledIdentity, intensity: 0.6952929129081561,
      covariance: [
        [
          19.499266015267633, 2.8033052012449637, -1.1578869309490067, -3.0470708709184393,
          -2.8642466186633326, 3.534602210265389, 2.6814223664082264,
        ],
        [
          2.8033052012449637, 19.42613631436559, -3.924627281742949, -2.7301755003429213,
          -3.8149327303898857, 3.8027444469062117, 0.853179843857163,
        ],
        [
          -1.1578869309490067, -3.924627281742949, 18.47545020263904, -2.413280129767404,
          1.450405734557177, -1.109133797014312, 0.06094141741836878,
        ],
        [
          -3.0470708709184393, -2.7301755003429213, -2.413280129767404, 25.764043725875943,
          4.850936826502155, -2.7057989333755734, -2.8033052012449637,
        ],
        [
          -2.8642466186633326, -3.8149327303898857, 1.450405734557177, 4.850936826502155,
          17.256621854271664, -2.8520583351796596, -1.5235354354592197,
        ],
        [
          3.534602210265389, 3.8027444469062117, -1.109133797014312, -2.7057989333755734,
          -2.8520583351796596, 22.37570091741464, -0.24376566967347513,
        ],
        [
          2.6814223664082264, 0.853179843857163, 0.06094141741836878, -2.8033052012449637,
          -1.5235354354592197, -0.24376566967347513, 15.842780970165506,
        ],
      ]),
    Known(
      rows: wide, target: .diagonal, intensity: 0.7493101213169573,
      covariance: [
        [
          23.500000000000004, 2.8829336048549914, -1.1907769237444532, -3.133623483538034,
          -2.945606074525752, 3.6350032409041195, 2.75758866551347,
        ],
        [
          2.8829336048549914, 23.200000000000003, -4.036107046796986, -2.8077266412500776,
          -3.923296601389618, 3.9107621074554664, 0.8774145753906494,
        ],
        [
          -1.1907769237444532, -4.036107046796986, 19.300000000000004, -2.4818297989621234,
          1.491604778164104, -1.140638948007844, 0.06267246967076072,
        ],
        [
          -3.133623483538034, -2.8077266412500776, -2.4818297989621234, 49.20000000000001,
          4.98872858579255, -2.782657653381774, -2.8829336048549914,
        ],
        [
          -2.945606074525752, -3.923296601389618, 1.491604778164104, 4.98872858579255,
          14.300000000000002, -2.9330715805915997, -1.5668117417690166,
        ],
        [
          3.6350032409041195, 3.9107621074554664, -1.140638948007844, -2.782657653381774,
          -2.9330715805915997, 35.29999999999999, -0.25068987868304266,
        ],
        [
          2.75758866551347, 0.8774145753906494, 0.06267246967076072, -2.8829336048549914,
          -1.5668117417690166, -0.25068987868304266, 8.5,
        ],
      ]),
  ]

  /// To 1e-13 of the largest variance: a few hundred roundings in each of the two.
  @Test(arguments: known)
  func knownEstimates(_ known: Known) throws {
    let estimate = try ShrinkageCovariance(
      observations: Matrix(rows: known.rows), target: known.target)
    let wanted = try Matrix(rows: known.covariance)
    let scale = (0..<wanted.rows).reduce(0) { max($0, wanted[$1, $1]) }
    #expect((estimate.intensity - known.intensity).magnitude <= 1e-13)
    #expect(distance(estimate.covariance, wanted) <= 1e-13 * scale)
    #expect(estimate.covariance == estimate.covariance.transposed)
    #expect(estimate.count == known.rows.count)
  }

  /// Fewer observations than variables leave the estimate definite.
  @Test(arguments: [ShrinkageCovariance.Target.diagonal, .scaledIdentity])
  func isDefinite(_ target: ShrinkageCovariance.Target) throws {
    let observations = try Matrix(rows: Self.wide)
    #expect(try PivotedCholesky(SampleCovariance(observations: observations).covariance).rank == 4)
    let estimate = try ShrinkageCovariance(observations: observations, target: target)
    #expect((0...1).contains(estimate.intensity))
    _ = try Cholesky(estimate.covariance)
  }

  /// The default keeps the variances, whatever the units.
  @Test func variancesAreKept() throws {
    let scales = [1e-6, 1, 1e9]
    let scaled = Self.tall.map { row in zip(row, scales).map(*) }
    let plain = try ShrinkageCovariance(observations: Matrix(rows: Self.tall))
    let other = try ShrinkageCovariance(observations: Matrix(rows: scaled))
    let sample = try SampleCovariance(observations: Matrix(rows: scaled))
    #expect((plain.intensity - other.intensity).magnitude <= 1e-14)
    #expect(other.means == sample.means)
    for i in 0..<3 { #expect(other.covariance[i, i] == sample.covariance[i, i]) }
  }

  /// Perfect correlation in many observations is certain: n = 1,000 of uniform numbers z leave
  /// w = (n/(n-1)^3) sum (z^2 - m)^2, about (E z^4 - 1) / n = 0.8 / n, beside a correlation of one.
  @Test func certainCorrelationsStay() throws {
    var samples = Samples(seed: 3)
    let column = samples.vector(1000)
    let estimate = try ShrinkageCovariance(
      observations: Matrix(rows: column.map { [$0, 2 * $0 + 1] }))
    #expect((estimate.intensity * 1000 - 0.8).magnitude <= 0.1)
  }

  /// Without any correlation between independent columns all of what is seen is noise.
  @Test func noiseGoes() throws {
    var samples = Samples(seed: 4)
    let estimate = try ShrinkageCovariance(observations: samples.matrix(20, 10))
    #expect(estimate.intensity > 0.6)
  }

  @Test func scaleDoesNotOverflow() throws {
    let rows = Self.tall.map { $0.map { $0 * 1e150 } }
    let plain = try ShrinkageCovariance(
      observations: Matrix(rows: Self.tall), target: .scaledIdentity)
    let large = try ShrinkageCovariance(observations: Matrix(rows: rows), target: .scaledIdentity)
    #expect((plain.intensity - large.intensity).magnitude <= 1e-14)
  }

  @Test func rejectsWhatHasNoValue() {
    #expect(throws: LinearAlgebraError.tooFewObservations(count: 1)) {
      try ShrinkageCovariance(observations: Matrix(rows: [[1, 2]]))
    }
    #expect(throws: LinearAlgebraError.zeroVariance(column: 1)) {
      try ShrinkageCovariance(observations: Matrix(rows: [[1, 2], [2, 2], [4, 2]]))
    }
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 1)) {
      try ShrinkageCovariance(observations: Matrix(rows: [[1, .nan], [2, 2]]))
    }
  }

  /// One variable has nothing to shrink.
  @Test(arguments: [ShrinkageCovariance.Target.diagonal, .scaledIdentity])
  func oneVariable(_ target: ShrinkageCovariance.Target) throws {
    let estimate = try ShrinkageCovariance(
      observations: Matrix(rows: [[1], [2], [6]]), target: target)
    #expect(estimate.intensity == 0)
    #expect((estimate.covariance[0, 0] - (target == .diagonal ? 7 : 14 / 3.0)).magnitude <= 1e-15)
  }
}
