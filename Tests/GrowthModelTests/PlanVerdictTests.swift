import LinearAlgebra
import Testing

@testable import GrowthModel

@Suite struct PlanVerdictTests {
  typealias Quantity = LeafAccounts.Quantity

  private static let accounts = LeafAccounts(
    volumes: [700, 1200, 1500, 200], values: [1800, 2000, 3100, 500])

  /// Four sectors like Sơn La's, growth rates and deflators uncertain unless told otherwise.
  private func problem(
    _ stated: [(Quantity, PlanStatement)], growthDeviation: Double = 0.03,
    deflatorDeviation: Double = 0.02, populationDeviation: Double = 0.01
  ) throws -> PlanProblem {
    let quantities = stated.map(\.0)
    let growth = [0.05, 0.05, 0.05, 0.05].map {
      PlanFigure(name: "g", centre: $0, standardDeviation: growthDeviation, lowest: -1)
    }
    let deflators = [0.03, 0.03, 0.025, 0.03].map {
      PlanFigure(name: "p", centre: $0, standardDeviation: deflatorDeviation, lowest: -1)
    }
    let population = PlanFigure(
      name: "n", centre: 1.3, standardDeviation: populationDeviation, lowest: 0)
    return try PlanProblem(
      figures: growth + deflators + [population], statements: stated.map(\.1)
    ) { Self.accounts.linearization(of: quantities, at: $0) }
  }

  private func shares(_ values: [Double]) -> [(Quantity, PlanStatement)] {
    values.enumerated().map { (.share([$0]), PlanStatement(id: "share \($0)", equals: $1)) }
  }

  private func contradiction(_ problem: PlanProblem) throws -> PlanVerdict.Contradiction? {
    try PlanVerdict(problem).contradiction
  }

  @Test func sharesBeyondTheWhole() throws {
    let growth: (Quantity, PlanStatement) = (.growth, PlanStatement(id: "growth", equals: 0.08))
    let all = shares([0.23, 0.29, 0.42, 0.09])
    #expect(
      try contradiction(problem([growth] + all))
        == .init(statements: [1, 2, 3, 4], isCertain: true))
    // Any three of them are no contradiction.
    #expect(try contradiction(problem([growth] + all.prefix(3))) == nil)
    // A group and its parts: the smaller circle is named.
    let group: (Quantity, PlanStatement) = (
      .share([0, 1]), PlanStatement(id: "both", equals: 0.55)
    )
    #expect(
      try contradiction(problem(shares([0.23, 0.29]) + [growth, group]))
        == .init(statements: [0, 1, 3], isCertain: true))
  }

  @Test func fixedSectorsCannotGrow() throws {
    let growth: (Quantity, PlanStatement) = (
      .growth, PlanStatement(id: "growth", lower: 0.08, upper: .infinity)
    )
    let value: (Quantity, PlanStatement) = (
      .value([0, 1, 2, 3]), PlanStatement(id: "value", equals: 8000)
    )
    #expect(
      try contradiction(problem([value, growth], growthDeviation: 0))
        == .init(statements: [1], isCertain: true))
    // What the fixed figures give may be stated.
    let given: (Quantity, PlanStatement) = (.growth, PlanStatement(id: "growth", equals: 0.05))
    let verdict = try PlanVerdict(problem([value, given], growthDeviation: 0))
    #expect(verdict.contradiction == nil)
    #expect(verdict.plan?.standings == [.binding, .implied])
  }

  @Test func sectorsBelowTheWhole() throws {
    let stated: [(Quantity, PlanStatement)] =
      (0..<4).map {
        (.groupGrowth([$0]), PlanStatement(id: "g\($0)", lower: -.infinity, upper: 0.07))
      } + [
        (.growth, PlanStatement(id: "growth", lower: 0.08, upper: .infinity)),
        (.value([0, 1, 2, 3]), PlanStatement(id: "value", equals: 8000)),
      ]
    #expect(
      try contradiction(problem(stated)) == .init(statements: [0, 1, 2, 3, 4], isCertain: true))
  }

  /// A level, a level per person and a fixed population say the same thing twice.
  @Test func levelAndLevelPerPerson() throws {
    func plan(_ perPerson: Double) throws -> PlanProblem {
      try problem(
        [
          (.value([0, 1, 2, 3]), PlanStatement(id: "value", equals: 7800)),
          (.perPerson, PlanStatement(id: "per person", equals: perPerson)),
        ], populationDeviation: 0)
    }
    #expect(try contradiction(plan(6100)) == .init(statements: [0, 1], isCertain: true))
    #expect(try contradiction(plan(7800 / 1.3)) == nil)
  }

  /// No figures above -100% give three quarters of all to a leaf and as much to another.
  @Test func sharesThatLeaveTheDomain() throws {
    let found = try contradiction(problem(shares([0.75, 0.75])))
    #expect(found?.statements == [0, 1])
    // The slopes of the shares alone would allow it.
    #expect(found?.isCertain == false)
  }

  /// Plans beyond all reason are contradictions, or hold by figures in the domain; none is an error of
  /// the algebra.
  @Test(arguments: [0.0, 0.4, 1, 1.5], [1.0, 7800, 1e8])
  func absurdPlansHaveAVerdict(share: Double, value: Double) throws {
    for growth in [-0.99, 0.05, 3] {
      let stated: [(Quantity, PlanStatement)] =
        shares([share, 0.29, 0.42]) + [
          (.growth, PlanStatement(id: "growth", lower: growth, upper: .infinity)),
          (.share([3]), PlanStatement(id: "taxes", lower: 0.05, upper: 0.07)),
          (.value([0, 1, 2, 3]), PlanStatement(id: "value", equals: value)),
        ]
      let verdict = try PlanVerdict(problem(stated))
      if share != 0.4 && share > 0.29 { #expect(verdict.contradiction != nil) }
      guard let plan = verdict.plan else {
        #expect(verdict.contradiction?.statements.isEmpty == false)
        continue
      }
      #expect(plan.residual < 1e-10)
      #expect(plan.figures.allSatisfy { $0 >= -1 - 1e-12 })
    }
  }

  /// The price is the misfit of a plan that never had the statement.
  @Test func pricesAreThoseOfPlansWithout() throws {
    let stated: [(Quantity, PlanStatement)] = [
      (.growth, PlanStatement(id: "growth", equals: 0.08)),
      (.value([0, 1, 2, 3]), PlanStatement(id: "value", equals: 7900)),
      (.share([0]), PlanStatement(id: "share", equals: 0.2)),
      (.groupGrowth([2]), PlanStatement(id: "services", lower: 0.01, upper: .infinity)),
    ]
    let verdict = try PlanVerdict(problem(stated))
    for k in 0..<3 {
      var others = stated
      others.remove(at: k)
      let expected = try NearestPlan(problem(others)).misfit
      let price = try #require(verdict.prices[k])
      #expect((price.misfitWithout - expected).magnitude < 1e-9)
      #expect(price.together == [])
      #expect(price.misfitWithout <= (try #require(verdict.plan).misfit) + 1e-9)
    }
    #expect(verdict.prices[3] == nil)
    let least = verdict.prices.compactMap { $0?.misfitWithout }.min()
    #expect(verdict.hardest.flatMap { verdict.prices[$0] }?.misfitWithout == least)
  }

  /// Of shares that add up to one, each is priced with the other whose removal helps most.
  @Test func impliedStatementsArePricedInPairs() throws {
    let stated = shares([0.23, 0.29, 0.42, 0.06])
    let verdict = try PlanVerdict(problem(stated))
    let plan = try #require(verdict.plan)
    #expect(plan.standings == [.binding, .binding, .binding, .implied])
    #expect(plan.independentStatements == 3)
    for k in 0..<4 {
      let pairs = try (0..<4).filter { $0 != k }.map { partner in
        let kept = (0..<4).filter { $0 != k && $0 != partner }
        return (try NearestPlan(problem(kept.map { stated[$0] })).misfit, partner)
      }
      let best = try #require(pairs.min { $0.0 < $1.0 })
      let price = try #require(verdict.prices[k])
      #expect((price.misfitWithout - best.0).magnitude < 1e-9)
      #expect(price.together == [best.1])
    }
  }

  @Test func centresThatMeetThePlanCostNothing() throws {
    let verdict = try PlanVerdict(
      problem([(.growth, PlanStatement(id: "growth", lower: 0.04, upper: 0.06))]))
    #expect(verdict.plan?.misfit == 0)
    #expect(verdict.plan?.standings == [.slack])
    #expect(verdict.prices == [nil])
    #expect(verdict.hardest == nil)
  }
}
