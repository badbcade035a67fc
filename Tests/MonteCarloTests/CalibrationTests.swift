import Foundation
import GrowthModel
import LinearAlgebra
import MonteCarlo
import TestSupport
import Testing

@Suite struct CalibrationTests {
  /// Quarters from the first of 2000 on.
  private static func quarters(_ count: Int) -> [Period] {
    (0..<count).map { Period(year: 2000 + $0 / 4, quarter: $0 % 4 + 1) }
  }

  private struct Normals {
    var random: SplitMix64

    mutating func next() -> Double {
      let radius = (-2 * Foundation.log(random.nextUniform())).squareRoot()
      return radius * Foundation.cos(2 * .pi * random.nextUniform())
    }
  }

  /// Growth of two activities with known persistence, spread and correlation of what is new.
  private static func simulated(
    _ count: Int, seed: UInt64, keeps: (Double, Double), correlation: Double
  ) -> ObservedHistory {
    var normals = Normals(random: SplitMix64(seed: seed))
    var (a, b) = (0.0, 0.0)
    var rows: [(Double, Double)] = []
    for t in 0..<count + 200 {
      let (x, y) = (normals.next(), normals.next())
      a = keeps.0 * a + 0.01 * x
      b =
        keeps.1 * b
        + 0.02 * (correlation * x + (1 - correlation * correlation).squareRoot() * y)
      if t >= 200 { rows.append((0.05 + a, 0.08 + b)) }
    }
    return ObservedHistory(
      periods: quarters(count),
      columns: [
        .init(name: "a", unit: .rate, values: rows.map(\.0)),
        .init(name: "b", unit: .rate, values: rows.map(\.1)),
      ])
  }

  /// Simulated histories give their parameters back within 4 standard errors.
  @Test(arguments: 1...10)
  func parametersComeBack(_ seed: Int) throws {
    let count = 2000
    let n = Double(count)
    let history = Self.simulated(count, seed: UInt64(seed), keeps: (0.6, 0.3), correlation: 0.5)
    let found = try Calibration(history, persistence: .given(.diagonal), shrinkage: .none)
    for (series, truth) in zip(
      found.series, [(mean: 0.05, keeps: 0.6, new: 0.01), (mean: 0.08, keeps: 0.3, new: 0.02)])
    {
      let longRun = truth.new / (1 - truth.keeps) / n.squareRoot()
      #expect((series.mean - truth.mean).magnitude < 4 * longRun)
      #expect((series.standardErrorOfMean / longRun - 1).magnitude < 0.25)
      let error = ((1 - truth.keeps * truth.keeps) / n).squareRoot()
      #expect(((series.persistence ?? 0) - truth.keeps).magnitude < 4 * error)
      #expect(((series.standardErrorOfPersistence ?? 0) / error - 1).magnitude < 0.25)
      #expect((series.innovation / truth.new - 1).magnitude < 4 / (2 * n).squareRoot())
      // The inverse of the degrees of freedom is zero in truth, and known to 1.1%.
      #expect(1 / (series.tails?.degreesOfFreedom ?? 0) < 4 * 0.011)
      #expect(series.slope.magnitude < 8 * series.standardErrorOfSlope)
    }
    #expect((found.correlation[0][1] - 0.5).magnitude < 4 * 0.75 / n.squareRoot())
    #expect(found.start.count == 2)
  }

  /// Each criterion takes the process that made the figures when there are many of them.
  @Test(arguments: InformationCriterion.allCases)
  func theOrderIsFound(_ criterion: InformationCriterion) throws {
    let lasting = Self.simulated(800, seed: 3, keeps: (0.6, 0.3), correlation: 0.2)
    #expect(
      try Calibration(lasting, persistence: .chosen(by: criterion)).persistence == .diagonal)
    let fleeting = Self.simulated(800, seed: 4, keeps: (0, 0), correlation: 0.2)
    let none = try Calibration(fleeting, persistence: .chosen(by: criterion))
    #expect(none.persistence == .none)
    #expect(none.series[0].persistence == nil)
    #expect(none.compared == 796)
    // Orders 0 to 4 of own lags, 1 to 4 of all.
    #expect(none.candidates.count == 9)
  }

  /// Levels give growth on a year earlier and seasonal shares; a gap that nobody named is an error.
  @Test func levels() throws {
    let seasons = [0.8, 1.0, 0.9, 1.3]
    let growth: [Double] = (0..<8).map { year in 0.04 + 0.01 * Double(year % 3) }
    var levels: [Double] = seasons.map { 100 * $0 }
    for t in 0..<32 { levels.append(levels[t] * (1 + growth[t / 4])) }
    var values = levels.map(Optional.init)
    func history() -> ObservedHistory {
      ObservedHistory(
        periods: Self.quarters(36), columns: [.init(name: "a", unit: .money, values: values)])
    }
    let whole = history()
    let found = try Calibration(whole, persistence: .given(.none))
    #expect(found.observations == 32 && found.first == Period(year: 2001, quarter: 1))
    let mean = growth.reduce(0, +) / 8
    #expect((found.series[0].mean - mean).magnitude < 1e-14)
    let shares = try #require(found.series[0].seasonalShares)
    for (share, season) in zip(shares, seasons) { #expect((share - season / 4).magnitude < 1e-14) }

    values[17] = nil
    // The level of one quarter is growth of two.
    #expect(throws: CalibrationError.gap(column: "a", Period(year: 2004, quarter: 2))) {
      try Calibration(history(), persistence: .given(.none))
    }
    let without = try Calibration(
      history(), excluding: [Period(year: 2004, quarter: 2), Period(year: 2005, quarter: 2)],
      persistence: .given(.diagonal))
    #expect(without.observations == 30 && without.excluded.count == 2)
    // Runs of 13, 3 and 14: 27 pairs.
    #expect(without.estimate.residuals.count == 27)
    let short = try Calibration(
      whole, span: 8...20, persistence: .given(.none))
    #expect(short.observations == 13 && short.last == Period(year: 2005, quarter: 1))
  }

  @Test func refusals() throws {
    let periods = (2010...2020).map { Period(year: $0) }
    let none = ObservedHistory(
      periods: periods,
      columns: [.init(name: "a", unit: .money, values: [1] + Array(repeating: nil, count: 10))])
    #expect(throws: CalibrationError.noGrowth) { try Calibration(none) }
    let few = ObservedHistory(
      periods: periods,
      columns: [
        .init(
          name: "a", unit: .rate, values: [0.1, 0.2, 0.1, 0.3] + Array(repeating: nil, count: 7))
      ])
    #expect(
      throws: CalibrationError.estimate(.tooFewRows(rows: 4, needed: 5), columns: ["a"])
    ) {
      try Calibration(few, span: 0...3)
    }
    let same = ObservedHistory(
      periods: periods,
      columns: [.init(name: "a", unit: .rate, values: Array(repeating: 0.05, count: 11))])
    #expect(throws: CalibrationError.estimate(.constant(variable: 0), columns: ["a"])) {
      try Calibration(same)
    }
  }

  /// The figure 59% below is named, and so is the way it is counted.
  @Test func outliers() throws {
    var values: [Double?] = (0..<20).map { (year: Int) -> Double in
      0.05 + 0.001 * Double((year * 7) % 5 - 2)
    }
    values[13] = -0.59
    let history = ObservedHistory(
      periods: (2001...2020).map { Period(year: $0) },
      columns: [.init(name: "a", unit: .rate, values: values)])
    let found = try Calibration(history, persistence: .given(.none))
    #expect(found.series[0].outliers.map(\.period) == [Period(year: 2014)])
    // The median is 5%, the median distance from it 0.1%.
    #expect((found.series[0].outliers[0].distance + 0.64 / 0.0014826).magnitude < 1e-6)
  }

  /// 8% up to a break, 5% from then on: two means, the last of which is the trend.
  @Test func aNamedBreak() throws {
    var normals = Normals(random: SplitMix64(seed: 11))
    var deviation = 0.0
    let values: [Double] = (0..<1200).map { t in
      deviation = 0.5 * deviation + 0.01 * normals.next()
      return (t < 500 ? 0.08 : 0.05) + deviation
    }
    let history = ObservedHistory(
      periods: Self.quarters(1200),
      columns: [.init(name: "a", unit: .rate, values: values)])
    let point = Self.quarters(1200)[500]
    let found = try Calibration(history, breaks: [point], persistence: .given(.diagonal))
    let segments = found.series[0].segments
    #expect(segments.map(\.observations) == [500, 700] && segments[1].first == point)
    for (segment, truth) in zip(segments, [0.08, 0.05]) {
      let error = 0.01 / 0.5 / Double(segment.observations).squareRoot()
      #expect((segment.mean - truth).magnitude < 4 * error)
      #expect((segment.standardErrorOfMean / error - 1).magnitude < 0.25)
    }
    #expect(found.series[0].mean == segments[1].mean)
    #expect((found.series[0].ownLags[0] - 0.5).magnitude < 4 * (0.75 / 1200).squareRoot())
    #expect((found.series[0].innovation / 0.01 - 1).magnitude < 4 / 2400.0.squareRoot())
    // Three standard deviations of what is new: without its name the break is found to within a year.
    let silent = try Calibration(history, persistence: .given(.diagonal))
    let shift = try #require(silent.series[0].shift)
    #expect(shift.isClear && (shift.period.number - point.number).magnitude <= 8)
    #expect(found.series[0].shift?.isClear == false)
    #expect(throws: CalibrationError.self) {
      try Calibration(history, breaks: [Self.quarters(2)[1]], persistence: .given(.diagonal))
    }
  }

  /// Of 1000 histories of 120 quarters without a shift, hardly more than one in a hundred are warned of: 0.01 and four standard errors of
  /// 0.0031, and as much again for the few quarters of each.
  @Test func historiesWithoutABreakAreLeftAlone() throws {
    var normals = Normals(random: SplitMix64(seed: 5))
    let periods = Self.quarters(120)
    let warned = (0..<1000).count { _ in
      var deviation = 0.0
      let values: [Double] = (0..<170).map { _ in
        deviation = 0.4 * deviation + normals.next()
        return deviation
      }
      return MeanShiftTest([Array(values.suffix(120))], periods: periods, from: 0, lags: 1)?.isClear
        ?? true
    }
    #expect(warned >= 1 && Double(warned) < 1000 * (0.02 + 4 * 0.0031))
    #expect(MeanShiftTest([[1, 2, 3, 1, 2]], periods: Self.quarters(5), from: 0, lags: 1) == nil)
  }

  /// Two series of two lags each from both, whose innovations have t tails of 8 degrees: all parameters come back.
  ///
  /// Of n rows: coefficients have the covariance S (x) V^-1 / n, with V that of two steps; means (I - A1 - A2)^-1 S (...)' / n;
  /// standard deviations, with kurtosis k, sqrt((k - 1) / 4 n) of themselves; a correlation r, by the same kurtosis,
  /// (1 - r^2) sqrt(k / 3 n); degrees of freedom the inverse of their information (Lange, Little and Taylor 1989, p. 893),
  /// 2.868e-4 a row at 8, which `scipy.integrate` gives as well.
  @Test(arguments: 1...8)
  func twoLagsAndTailsComeBack(_ seed: Int) throws {
    let count = 6000
    let n = Double(count)
    let lags: [[[Double]]] = [[[0.5, 0.1], [-0.2, 0.4]], [[0.2, -0.1], [0.1, 0.25]]]
    let (deviations, r, degrees) = ([0.01, 0.02], 0.5, 8.0)
    var normals = Normals(random: SplitMix64(seed: UInt64(seed)))
    var past: [[Double]] = [[0, 0], [0, 0]]
    var rows: [[Double]] = []
    // A t variable of 8 degrees has the variance 8 / 6.
    let unit = ((degrees - 2) / degrees).squareRoot()
    for t in 0..<count + 300 {
      let squares = (0..<8).reduce(0.0) { sum, _ in
        let z = normals.next()
        return sum + z * z
      }
      let scale = unit * (degrees / squares).squareRoot()
      let (x, y) = (scale * normals.next(), scale * normals.next())
      let new = [deviations[0] * x, deviations[1] * (r * x + (1 - r * r).squareRoot() * y)]
      let next = (0..<2).map { i in
        zip(lags, past).reduce(new[i]) { sum, lag in
          sum + lag.0[i][0] * lag.1[0] + lag.0[i][1] * lag.1[1]
        }
      }
      past = [next, past[0]]
      if t >= 300 { rows.append([0.05 + next[0], 0.08 + next[1]]) }
    }
    let history = ObservedHistory(
      periods: Self.quarters(count),
      columns: ["a", "b"].enumerated().map { i, name in
        .init(name: name, unit: .rate, values: rows.map { $0[i] })
      })
    let found = try Calibration(history, shrinkage: .none)
    #expect(found.persistence == .full && found.lags == 2)
    let truth = try VectorAutoregression(
      lagCoefficients: lags.map { try Matrix(rows: $0) },
      innovationCovariance: Matrix(rows: [
        [1e-4, r * 2e-4], [r * 2e-4, 4e-4],
      ]))
    var new = Matrix(rows: 4, columns: 4)
    for i in 0..<2 { for j in 0..<2 { new[i, j] = truth.innovationCovariance[i, j] } }
    let inverse = try LU(DiscreteLyapunov.solve(truth.companion, new)).solve(Matrix.identity(4))
    let rest = try Matrix(rows: [[0.3, 0], [0.1, 0.35]])
    let half = try LU(rest).solve(truth.innovationCovariance)
    let longRun = try LU(rest).solve(half.transposed)
    let kurtosis = 3 + 6 / (degrees - 4)
    for i in 0..<2 {
      let series = found.series[i]
      for lag in 0..<2 {
        for j in 0..<2 {
          let variance = truth.innovationCovariance[i, i] * inverse[2 * lag + j, 2 * lag + j]
          let error = (variance / n).squareRoot()
          #expect((found.lagCoefficients[lag][i][j] - lags[lag][i][j]).magnitude < 4 * error)
          if i == j {
            #expect((series.standardErrorsOfOwnLags[lag] / error - 1).magnitude < 0.15)
          }
        }
      }
      let error = (longRun[i, i] / n).squareRoot()
      #expect((series.mean - [0.05, 0.08][i]).magnitude < 4 * error)
      #expect((series.standardErrorOfMean / error - 1).magnitude < 0.25)
      #expect(
        (series.innovation / deviations[i] - 1).magnitude < 4
          * ((kurtosis - 1) / (4 * n)).squareRoot())
      let tails = try #require(series.tails)
      #expect(tails.hasFatTails)
      #expect((tails.degreesOfFreedom - degrees).magnitude < 4 / (2.868e-4 * n).squareRoot())
    }
    let spread = (1 - r * r) * (kurtosis / 3 / n).squareRoot()
    #expect((found.correlation[0][1] - r).magnitude < 4 * spread)
    let joint = longRun[0, 1] / (longRun[0, 0] * longRun[1, 1]).squareRoot()
    #expect((found.correlationOfMeans[0][1] - joint).magnitude < 0.1)
    // Shrinkage leaves next to nothing undone where rows are many.
    let shrunk = try Calibration(
      history, persistence: .given(.full), lags: 2, shrinkage: .ledoitWolf)
    #expect((shrunk.estimate.shrinkageIntensity ?? 1) < 0.02)
  }

  /// A process of two lags is not forced into one, but is where no more are allowed.
  @Test func lagsAreLimited() throws {
    let history = Self.simulated(400, seed: 8, keeps: (0.6, 0.3), correlation: 0.2)
    let one = try Calibration(history, lags: 1)
    #expect(one.lags == 1 && one.candidates.contains { $0.lags == 4 })
    #expect(try Calibration(history, persistence: .given(.diagonal), lags: 3).lags == 3)
    #expect(try Calibration(history, persistence: .given(.none), lags: 3).lags == 0)
  }

  /// Between prices of 1994 and of 2010 there is no growth, whatever the figures are; within each there is.
  @Test func pricesThatChange() throws {
    let levels: [Double] = (0..<16).map { year in
      let bump = Double((year * year) % 5)
      let base = year < 8 ? 100.0 : 250
      return base * (1 + 0.05 * Double(year) + 0.01 * bump)
    }
    let values = levels.map(Optional.init)
    let periods = (2002...2017).map { Period(year: $0) }
    let history = ObservedHistory(
      periods: periods,
      columns: [
        .init(
          name: "a", unit: .money, values: values,
          prices: periods.map { $0.year < 2010 ? "1994" : "2010" })
      ])
    #expect(throws: CalibrationError.gap(column: "a", Period(year: 2010))) {
      try Calibration(history)
    }
    let gaps = history.gaps(in: nil, excluding: [])
    #expect(gaps.map(\.period) == [Period(year: 2010)])
    #expect(gaps.first?.reason == .otherPrices(before: "1994", now: "2010"))
    let found = try Calibration(
      history, excluding: [Period(year: 2010)], persistence: .given(.none))
    #expect(found.observations == 14)
    let pairs = zip(levels, levels.dropFirst()).enumerated().filter { $0.offset != 7 }
    let growth = pairs.map { $0.element.1 / $0.element.0 - 1 }
    #expect((found.series[0].mean - growth.reduce(0, +) / 14).magnitude < 1e-15)
  }

  /// The shares of two years and their spread; a year with a gap is none.
  @Test func seasons() throws {
    let shares = [[0.2, 0.3, 0.1, 0.4], [0.22, 0.26, 0.14, 0.38]]
    let whole: [Double] = shares[0].map { 50 * $0 } + shares[1].map { 70 * $0 }
    let values: [Double?] = [nil, 1, 1, 1] + whole.map(Optional.init) + [9]
    let history = ObservedHistory(
      periods: Self.quarters(13), columns: [.init(name: "a", unit: .money, values: values)])
    let pattern = try #require(history.seasonalPattern(of: history.columns[0], years: 5))
    #expect(pattern.years == [2001, 2002])
    for quarter in 0..<4 {
      let (x, y) = (shares[0][quarter], shares[1][quarter])
      #expect((pattern.shares[quarter] - (x + y) / 2).magnitude < 1e-15)
      let spread = (x - y).magnitude / 2.0.squareRoot()
      #expect((pattern.standardDeviations[quarter] - spread).magnitude < 1e-15)
    }
    let last = try #require(history.seasonalPattern(of: history.columns[0], years: 1))
    #expect(last.years == [2002] && last.standardDeviations[0].isNaN)
  }
}
