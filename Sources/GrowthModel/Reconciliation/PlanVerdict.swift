import LinearAlgebra

/// Whether the statements of a plan can hold together, and what each of them costs.
public struct PlanVerdict: Sendable, Equatable {
  /// Statements that cannot all hold; any of them left out, the others can.
  public struct Contradiction: Sendable, Equatable {
    public let statements: [Int]
    /// Whether no figures at all meet them; otherwise a search for such figures found none.
    public let isCertain: Bool
  }

  /// The nearest plan, or nil where there is a contradiction.
  public let plan: NearestPlan?
  public let contradiction: Contradiction?
  /// For each statement, the misfit that is left when it is left out, and with it those that others
  /// imply; nil where it does not bind.
  public let misfitsWithout: [Double?]

  /// Judges a problem.
  ///
  /// A contradiction is narrowed down by leaving out one statement after the other for as long as
  /// the rest still cannot hold: the deletion filter of Chinneck and Dravnieks, "Locating minimal
  /// infeasible constraint sets in linear programs", ORSA J. Comput. 3 (1991) 157-168,
  /// doi:10.1287/ijoc.3.2.157; once in the order of the statements and once in reverse, of which the
  /// smaller set is taken.
  ///
  /// - Throws: `NearestPlanError.undefinedAtCentres` or `.algebra`.
  /// - Complexity: one search a statement.
  public init(_ problem: PlanProblem) throws(NearestPlanError) {
    let all = Array(problem.statements.indices)
    switch try Self.attempt(problem, all) {
    case .plan(let plan):
      self.plan = plan
      contradiction = nil
      misfitsWithout = try Self.misfits(problem, plan)
    case .none:
      plan = nil
      contradiction = try Self.narrow(problem, all)
      misfitsWithout = all.map { _ in nil }
    }
  }

  /// The statement whose removal lowers the misfit most; nil where all hold at the centres.
  public var hardest: Int? {
    guard let plan, plan.misfit > 0 else { return nil }
    // The first of equals, in the order of the plan.
    let least = misfitsWithout.compactMap(\.self).min()
    return misfitsWithout.firstIndex { $0 != nil && $0 == least }
  }

  private enum Attempt {
    case plan(NearestPlan)
    case none(isCertain: Bool)
  }

  private static func attempt(
    _ problem: PlanProblem, _ kept: [Int]
  ) throws(NearestPlanError) -> Attempt {
    do {
      return .plan(try NearestPlan(problem, keeping: kept))
    } catch {
      switch error {
      case .incompatible: return .none(isCertain: true)
      case .notFound: return .none(isCertain: false)
      case .undefinedAtCentres, .algebra: throw error
      }
    }
  }

  private static func narrow(
    _ problem: PlanProblem, _ all: [Int]
  ) throws(NearestPlanError) -> Contradiction {
    var best: [Int]?
    for order in [all, all.reversed()] {
      var left = all
      for statement in order {
        let rest = left.filter { $0 != statement }
        if case .none = try attempt(problem, rest) { left = rest }
      }
      if left.count < best?.count ?? .max { best = left }
    }
    let statements = best ?? all
    guard case .none(let isCertain) = try attempt(problem, statements) else {
      return Contradiction(statements: all, isCertain: false)
    }
    return Contradiction(statements: statements, isCertain: isCertain)
  }

  private static func misfits(
    _ problem: PlanProblem, _ plan: NearestPlan
  ) throws(NearestPlanError) -> [Double?] {
    let independent = problem.statements.indices.filter { k in
      plan.standings[k] != .implied || !problem.statements[k].isEquality
    }
    var result: [Double?] = []
    for k in problem.statements.indices {
      guard plan.standings[k] == .binding,
        case .plan(let other) = try attempt(problem, independent.filter({ $0 != k }))
      else {
        result.append(nil)
        continue
      }
      result.append(other.misfit)
    }
    return result
  }
}
