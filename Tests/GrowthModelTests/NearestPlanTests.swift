import GrowthModel
import LinearAlgebra
import TestSupport
import Testing

@Suite struct NearestPlanTests {
  typealias Quantity = LeafAccounts.Quantity

  /// Two sectors of equal weight at 4% and 6%, the second three times as uncertain. Growth of 7% in
  /// all asks for 4 points between them; the variances 1 and 9 divide them one to nine: 4.4% and
  /// 9.6%. The misfit is 0.4^2 + (3.6 / 3)^2 = 1.6, which is 2^2 over the variance 10/4 of growth.
  @Test func twoSectorsByHand() throws {
    let problem = try Self.linear(
      centres: [0.04, 0.06], deviations: [0.01, 0.03], weights: [[0.5, 0.5]], totals: [0.07])
    let plan = try NearestPlan(problem)
    #expect((plan.figures[0] - 0.044).magnitude < 1e-15)
    #expect((plan.figures[1] - 0.096).magnitude < 1e-15)
    #expect((plan.misfit - 1.6).magnitude < 1e-12)
    #expect(plan.standings == [.binding])
    // The misfit is (b - 0.05)^2 / 0.00025, whose slope at b = 0.07 is 160.
    #expect((plan.multipliers[0] - 160).magnitude < 1e-9)
  }

  static func linear(
    centres: [Double], deviations: [Double], correlation: Matrix? = nil, weights: [[Double]],
    totals: [Double]
  ) throws -> PlanProblem {
    let matrix = try Matrix(rows: weights)
    return try PlanProblem(
      figures: zip(centres, deviations).enumerated().map {
        PlanFigure(name: "\($0)", centre: $1.0, standardDeviation: $1.1)
      }, correlation: correlation,
      statements: totals.enumerated().map { PlanStatement(id: "\($0)", equals: $1) }
    ) { x in
      Linearization(
        values: weights.map { zip($0, x).reduce(0) { $0 + $1.0 * $1.1 } }, derivatives: matrix)
    }
  }

  /// x = c + S Aᵀ (A S Aᵀ)^-1 (b - A c), with S the covariance; by plain loops.
  @Test(arguments: 1...20) func linearPlansHaveAClosedForm(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func number() -> Double { 2 * random.nextUniform() - 1 }
    let (n, m) = (3 + Int(seed) % 6, 1 + Int(seed) % 3)
    let centres = (0..<n).map { _ in 0.1 * number() }
    // One figure in four is fixed.
    let deviations = (0..<n).map { $0 % 4 == 3 ? 0 : 0.01 + 0.05 * random.nextUniform() }
    // A correlation of two factors and noise; of the first seeds without noise, and so singular.
    let loads = (0..<n).map { _ in [number(), number()] }
    let noise = seed <= 5 ? 0.0 : 0.5
    var correlation = Matrix(rows: n, columns: n)
    func product(_ i: Int, _ j: Int) -> Double {
      loads[i][0] * loads[j][0] + loads[i][1] * loads[j][1] + (i == j ? noise : 0)
    }
    for i in 0..<n {
      for j in 0..<n {
        correlation[i, j] =
          i == j ? 1 : product(i, j) / (product(i, i) * product(j, j)).squareRoot()
      }
    }
    let rank = seed <= 5 ? min(m, 2) : m
    let weights = (0..<rank).map { _ in (0..<n).map { _ in number() } }
    let totals = (0..<rank).map { _ in 0.1 * number() }
    let problem = try Self.linear(
      centres: centres, deviations: deviations, correlation: correlation, weights: weights,
      totals: totals)
    let plan = try NearestPlan(problem)

    func covariance(_ i: Int, _ j: Int) -> Double {
      correlation[i, j] * deviations[i] * deviations[j]
    }
    let spread = weights.map { row in
      (0..<n).map { j in (0..<n).reduce(0) { $0 + row[$1] * covariance($1, j) } }
    }
    var a = (0..<rank).map { i in
      (0..<rank).map { j in (0..<n).reduce(0) { $0 + spread[i][$1] * weights[j][$1] } }
        + [totals[i] - zip(weights[i], centres).reduce(0) { $0 + $1.0 * $1.1 }]
    }
    for k in 0..<rank {
      for i in 0..<rank where i != k {
        let factor = a[i][k] / a[k][k]
        for j in k...rank { a[i][j] -= factor * a[k][j] }
      }
    }
    let lambda = (0..<rank).map { a[$0][rank] / a[$0][$0] }
    for j in 0..<n {
      let expected = (0..<rank).reduce(centres[j]) { $0 + spread[$1][j] * lambda[$1] }
      #expect((plan.figures[j] - expected).magnitude < 1e-10)
      if deviations[j] == 0 { #expect(plan.figures[j] == centres[j]) }
    }
    for (multiplier, expected) in zip(plan.multipliers, lambda) {
      #expect((multiplier - 2 * expected).magnitude < 1e-8 * (1 + expected.magnitude))
    }
    let gaps = (0..<rank).map { k in
      totals[k] - zip(weights[k], centres).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let misfit = zip(gaps, lambda).reduce(0) { $0 + $1.0 * $1.1 }
    #expect((plan.misfit - misfit).magnitude < 1e-9 * (1 + misfit))
    #expect(plan.iterations <= 3)
  }

  /// A random economy, a random plan that some figures near its centres meet exactly, and the shares of
  /// all leaves among its statements, one of which follows from the others.
  struct Draw {
    let problem: PlanProblem
    let quantities: [Quantity]
    /// Figures that meet the statements.
    let met: [Double]

    init(seed: UInt64, reach: Double = 1.5, bounded: Bool = false) throws {
      var random = SplitMix64(seed: seed)
      let n = 2 + Int(seed) % 5
      let volumes = (0..<n).map { _ in 1000 * (0.2 + random.nextUniform()) }
      let accounts = LeafAccounts(
        volumes: volumes, values: volumes.map { $0 * (1.5 + random.nextUniform()) })
      let figures =
        (0..<2 * n).map { i in
          PlanFigure(
            name: "\(i)", centre: 0.1 * random.nextUniform(),
            standardDeviation: i % 7 == 5 ? 0 : 0.005 + 0.05 * random.nextUniform(), lowest: -1)
        } + [PlanFigure(name: "population", centre: 1.3, standardDeviation: 0.01, lowest: 0)]
      var quantities: [Quantity] = [.growth, .perPerson]
      quantities += (0..<n).map { .share([$0]) }
      quantities += [.value(Array(0..<n))]
      if n > 3 { quantities += [.groupGrowth([0, 1]), .contribution(2)] }
      met = figures.map {
        $0.centre + reach * $0.standardDeviation * (2 * random.nextUniform() - 1)
      }
      let values = accounts.linearization(of: quantities, at: met).values
      let asked = quantities
      problem = try PlanProblem(
        figures: figures,
        statements: values.enumerated().map { place, value in
          guard bounded, place.isMultiple(of: 2) else {
            return PlanStatement(id: "\(place)", equals: value)
          }
          let room = 0.02 * value.magnitude
          return place.isMultiple(of: 4)
            ? PlanStatement(id: "\(place)", lower: value, upper: .infinity)
            : PlanStatement(id: "\(place)", lower: value - room, upper: value + room)
        }
      ) { accounts.linearization(of: asked, at: $0) }
      self.quantities = quantities
    }
  }

  @Test(arguments: 1...60, [false, true])
  func statementsHoldAndNothingIsNearer(seed: UInt64, bounded: Bool) throws {
    let draw = try Draw(seed: seed, bounded: bounded)
    let problem = draw.problem
    let plan = try NearestPlan(problem)
    let now = problem.linearization(at: plan.figures)
    #expect(plan.residual < 1e-10)
    for (statement, value) in zip(problem.statements, now.values) {
      #expect(statement.violation(value) <= 1e-10 * max(value.magnitude, 1e-2))
    }
    // The gradient of the misfit, 2 (x - c) / sd^2, is that of the statements times multipliers.
    for (j, figure) in problem.figures.enumerated() {
      guard figure.standardDeviation > 0 else {
        #expect(plan.figures[j] == figure.centre)
        continue
      }
      let pull = (0..<now.values.count).reduce(0) {
        $0 + now.derivatives[$1, j] * plan.multipliers[$1] * figure.standardDeviation
      }
      let score = (plan.figures[j] - figure.centre) / figure.standardDeviation
      #expect((pull - 2 * score).magnitude < 1e-8 * (1 + plan.misfit.squareRoot()))
    }
    for (k, statement) in problem.statements.enumerated() where !statement.isEquality {
      let multiplier = plan.multipliers[k]
      if plan.standings[k] == .slack { #expect(multiplier == 0) }
      if multiplier > 0 { #expect((now.values[k] / statement.lower - 1).magnitude < 1e-9) }
      if multiplier < 0 { #expect((now.values[k] / statement.upper - 1).magnitude < 1e-9) }
    }
    let distance = zip(draw.met, problem.figures).reduce(0) { sum, pair in
      guard pair.1.standardDeviation > 0 else { return sum }
      let score = (pair.0 - pair.1.centre) / pair.1.standardDeviation
      return sum + score * score
    }
    #expect(plan.misfit <= distance * (1 + 1e-9))
    // Of the shares one follows from the others.
    if !bounded { #expect(plan.standings.contains(.implied)) }
  }

  /// The slope of the misfit, against differences of it.
  @Test(arguments: 1...10) func multipliersAreSlopes(seed: UInt64) throws {
    let accounts = LeafAccounts(volumes: [700, 1200, 1500], values: [1800, 2000, 3100])
    let quantities: [Quantity] = [.growth, .value([0, 1, 2]), .share([0])]
    let stated = [0.08, 7600 + 10 * Double(seed), 0.25]
    let deviations = [0.015, 0.09, 0.02, 0.03, 0.02, 0.01, 0.01]
    func plan(_ stated: [Double]) throws -> NearestPlan {
      try NearestPlan(
        PlanProblem(
          figures: zip([0.04, 0.03, 0.065, 0.03, 0.03, 0.025, 1.3], deviations).enumerated().map {
            PlanFigure(name: "\($0)", centre: $1.0, standardDeviation: $1.1, lowest: -1)
          }, statements: stated.enumerated().map { PlanStatement(id: "\($0)", equals: $1) }
        ) { accounts.linearization(of: quantities, at: $0) })
    }
    let found = try plan(stated)
    for k in stated.indices {
      let step = 1e-4 * stated[k]
      var (below, above) = (stated, stated)
      below[k] -= step
      above[k] += step
      let slope = try (plan(above).misfit - plan(below).misfit) / (2 * step)
      #expect((found.multipliers[k] / slope - 1).magnitude < 1e-3)
    }
  }

  @Test func farPlansAreFoundToo() throws {
    // Twenty and more standard deviations away, where one linearisation would be far off.
    var found = 0
    for seed in UInt64(1)...20 {
      guard let draw = try? Draw(seed: seed, reach: 12),
        draw.met.allSatisfy({ $0 > -0.9 })
      else { continue }
      let plan = try NearestPlan(draw.problem)
      #expect(plan.residual < 1e-10)
      found += 1
    }
    #expect(found > 10)
  }

  @Test func undefinedCentresAreTold() throws {
    let problem = try PlanProblem(
      figures: [PlanFigure(name: "a", centre: 0, standardDeviation: 1)],
      statements: [PlanStatement(id: "inverse", equals: 1)]
    ) { x in
      Linearization(values: [1 / x[0]], derivatives: Matrix(rows: 1, columns: 1, repeating: 1))
    }
    #expect(throws: NearestPlanError.undefinedAtCentres) { try NearestPlan(problem) }
    #expect(throws: NearestPlanError.undefinedAtCentres) { try PlanVerdict(problem) }
  }
}
