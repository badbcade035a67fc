import LinearAlgebra

/// Whether the statements of a plan can hold together, and what each of them costs.
public struct PlanVerdict: Sendable, Equatable {
  /// Statements that cannot all hold; any of them left out, the others can.
  public struct Contradiction: Sendable, Equatable {
    /// Their places in the problem.
    public let statements: [Int]
    /// Whether no figures at all meet them; otherwise a search for such figures found none.
    public let isCertain: Bool
  }

  /// What a statement costs.
  public struct Price: Sendable, Equatable {
    /// The misfit that is left when it is left out.
    public let misfitWithout: Double
    /// The statements that must be left out with it, because with the others they would imply it:
    /// of shares that add up to one, another share.
    public let together: [Int]
  }

  /// The nearest plan, or nil where there is a contradiction.
  public let plan: NearestPlan?
  /// Statements that exclude each other; nil where all can hold.
  public let contradiction: Contradiction?
  /// One for each statement; nil where leaving it out makes no difference.
  public let prices: [Price?]

  /// Judges a problem.
  ///
  /// A contradiction is narrowed down by leaving out one statement after the other for as long as
  /// the rest still cannot hold: the deletion filter of Chinneck and Dravnieks, "Locating minimal
  /// infeasible constraint sets in linear programs", ORSA J. Comput. 3 (1991) 157-168,
  /// doi:10.1287/ijoc.3.2.157; once in the order of the statements and once in reverse, of which the
  /// smaller set is taken.
  ///
  /// A statement that others imply costs nothing alone. It is priced with the one among those others
  /// that, left out with it, lowers the misfit most.
  ///
  /// - Throws: `NearestPlanError.undefinedAtCentres` or `.algebra`.
  /// - Complexity: one search a statement, and one a pair of those that imply each other.
  public init(_ problem: PlanProblem) throws(NearestPlanError) {
    let all = Array(problem.statements.indices)
    switch try Self.attempt(problem, all) {
    case .plan(let plan):
      self.plan = plan
      contradiction = nil
      prices = try Self.prices(problem, plan)
    case .none:
      plan = nil
      contradiction = try Self.narrow(problem, all)
      prices = all.map { _ in nil }
    }
  }

  /// The statement whose removal lowers the misfit most; nil where all hold at the centres.
  public var hardest: Int? {
    guard let plan, plan.misfit > 0 else { return nil }
    // The first of equals, in the order of the plan.
    let least = prices.compactMap { $0?.misfitWithout }.min()
    return prices.firstIndex { $0 != nil && $0?.misfitWithout == least }
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

  private static func prices(
    _ problem: PlanProblem, _ plan: NearestPlan
  ) throws(NearestPlanError) -> [Price?] {
    let circles: [[Int]]
    do {
      circles = try self.circles(problem, plan)
    } catch {
      throw .algebra(error)
    }
    var known: [[Int]: Double] = [:]
    func misfit(without dropped: [Int]) throws(NearestPlanError) -> Double? {
      let dropped = dropped.sorted()
      if let misfit = known[dropped] { return misfit }
      let kept = problem.statements.indices.filter { !dropped.contains($0) }
      guard case .plan(let other) = try attempt(problem, kept) else { return nil }
      known[dropped] = other.misfit
      return other.misfit
    }
    var result: [Price?] = []
    for k in problem.statements.indices {
      var best: Price?
      let own = circles.filter { $0.contains(k) }
      for partners in Self.partners(of: k, in: own, plan.standings) {
        guard let left = try misfit(without: [k] + partners) else { continue }
        if left < best?.misfitWithout ?? .infinity {
          best = Price(misfitWithout: left, together: partners)
        }
      }
      let isPriced = plan.standings[k] == .binding || !own.isEmpty
      result.append(isPriced ? best : nil)
    }
    return result
  }

  /// What may be left out with a statement so that it makes a difference.
  private static func partners(
    of k: Int, in circles: [[Int]], _ standings: [NearestPlan.Standing]
  ) -> [[Int]] {
    switch circles.count {
    case 0: standings[k] == .binding ? [[]] : []
    case 1: circles[0].filter { $0 != k }.map { [$0] }
    // Of several circles, those that the others imply: the pairs would be too many to try.
    default: [Set(circles.compactMap(\.last)).subtracting([k]).sorted()]
    }
  }

  /// For each equality that others imply, those others and behind them itself.
  private static func circles(
    _ problem: PlanProblem, _ plan: NearestPlan
  ) throws(LinearAlgebraError) -> [[Int]] {
    let binding = problem.statements.indices.filter {
      plan.standings[$0] == .binding && problem.statements[$0].isEquality
    }
    let implied = problem.statements.indices.filter {
      plan.standings[$0] == .implied && problem.statements[$0].isEquality
    }
    let slopes = try problem.linearization(at: plan.figures).derivatives * problem.factor
    func unit(_ row: Int) -> [Double] {
      let entries = slopes.row(row)
      let norm = entries.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return norm > 0 ? entries.map { $0 / norm } : entries
    }
    var columns = Matrix(rows: slopes.columns, columns: binding.count)
    for (j, row) in binding.enumerated() {
      for (i, entry) in unit(row).enumerated() { columns[i, j] = entry }
    }
    var result: [[Int]] = []
    for row in implied {
      let weights = try LeastSquares.minimumNorm(columns, unit(row)).solution
      // Far above the rounding of the slopes, far below the part of a statement that matters.
      result.append(zip(binding, weights).filter { $0.1.magnitude > 1e-6 }.map(\.0) + [row])
    }
    return result
  }
}
