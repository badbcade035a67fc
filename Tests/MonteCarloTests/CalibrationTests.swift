import Foundation
import GrowthModel
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
    let found = try Calibration(history, persistence: .given(.diagonal), shrinkage: false)
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
}
