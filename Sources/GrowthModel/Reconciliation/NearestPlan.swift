import LinearAlgebra

/// The figures nearest to their centres with which all statements hold.
public struct NearestPlan: Sendable, Equatable {
  /// Part that a statement has in the answer.
  public enum Standing: Sendable, Equatable {
    /// It holds the figures back from their centres, or would if they moved.
    case binding
    /// It holds because the binding ones do: it says nothing that they do not say.
    case implied
    /// It holds with room to spare, or bears on figures that are there anyway.
    case slack
    /// It was left out of the problem.
    case leftOut
  }

  /// The adjusted figures, in the order of the problem.
  public let figures: [Double]
  /// The quantities of all statements, also those left out.
  public let values: [Double]
  /// How each statement stands, in the order of the problem.
  public let standings: [Standing]
  /// The slope of the misfit by the bound that a statement sets, in squared standard deviations a
  /// unit of its quantity; zero unless it binds.
  public let multipliers: [Double]
  /// D^2: the squared length of the adjustment, in standard deviations of the figures.
  public let misfit: Double
  /// Steps of relinearisation that it took.
  public let iterations: Int

  /// The number of statements that are independent of each other and bind.
  public var independentStatements: Int { standings.count { $0 == .binding } }

  /// The largest violation of a statement that was kept, relative to its bound or, for bounds near
  /// zero, to the standard deviation of its quantity.
  public let residual: Double

  /// The most steps before a search is given up.
  static let mostIterations = 300
  /// Violations below this, relative as `residual`, are the rounding of the quantities.
  static let tolerance = 1e-12

  /// Solves a problem, or a part of its statements.
  ///
  /// The statements are linearised, the least distance problem is solved with the domain of the
  /// figures as further conditions (`LeastDistance`), and both are repeated from there until the
  /// statements hold to 1e-12 and the figures stay to 1e-10 standard deviations. A step that does not
  /// improve distance and violations together is halved (the exact penalty function of Han, "A
  /// globally convergent method for nonlinear programming", J. Optim. Theory Appl. 22 (1977) 297-309,
  /// doi:10.1007/BF00932858). For quantities that are linear the first step is the answer.
  ///
  /// - Parameters:
  ///   - problem: figures and statements.
  ///   - kept: the statements to meet; nil for all.
  /// - Throws: `NearestPlanError`.
  /// - Complexity: about ten steps for the statements of a plan, each O(m n^2 + n^3).
  public init(
    _ problem: PlanProblem, keeping kept: [Int]? = nil
  ) throws(NearestPlanError) {
    let kept = kept ?? Array(problem.statements.indices)
    var search: PlanSearch
    do {
      search = try PlanSearch(problem, kept)
    } catch {
      throw .algebra(error)
    }
    try search.run()
    figures = search.figures
    values = search.now.values
    misfit = search.point.reduce(0) { $0 + $1 * $1 }
    iterations = search.iterations
    residual = search.violations(of: search.now).max() ?? 0
    var standings = problem.statements.map { _ in Standing.leftOut }
    var multipliers = problem.statements.map { _ in 0.0 }
    let active = Set(search.active)
    for (row, statement) in kept.enumerated() {
      let bounds = problem.statements[statement]
      let value = search.now.values[statement]
      let distance = min((value - bounds.lower).magnitude, (bounds.upper - value).magnitude)
      if active.contains(row) {
        standings[statement] = .binding
        multipliers[statement] = 2 * search.multipliers[row]
      } else if bounds.isEquality || distance <= 1e-9 * search.scales[row] {
        standings[statement] = .implied
      } else {
        standings[statement] = .slack
      }
    }
    self.standings = standings
    self.multipliers = multipliers
  }
}

/// The state of a search: where it is, and what holds there.
private struct PlanSearch {
  let problem: PlanProblem
  let kept: [Int]
  /// What violations of each statement kept are relative to.
  let scales: [Double]
  /// u, in standard deviations.
  private(set) var point: [Double]
  private(set) var figures: [Double]
  private(set) var now: Linearization
  /// Rows of `kept` that bind.
  private(set) var active: [Int] = []
  private(set) var multipliers: [Double]
  private(set) var iterations = 0
  private var penalties: [Double]
  /// Figures with a domain, and moving ones only.
  private let bounded: [Int]

  init(_ problem: PlanProblem, _ kept: [Int]) throws(LinearAlgebraError) {
    self.problem = problem
    self.kept = kept
    point = [Double](repeating: 0, count: problem.factor.columns)
    figures = problem.centres
    now = problem.linearization(at: figures)
    multipliers = kept.map { _ in 0 }
    penalties = multipliers
    bounded = problem.figures.indices.filter {
      problem.figures[$0].lowest > -.infinity && problem.figures[$0].standardDeviation > 0
    }
    let spreads = now.isFinite ? try problem.standardDeviations() : now.values.map { _ in 1 }
    let first = now.values
    scales = kept.map { k in
      let bound = problem.statements[k].nearestBound(to: first[k]).magnitude
      let scale = max(bound, spreads[k])
      return scale > 0 && scale.isFinite ? scale : 1
    }
  }

  mutating func run() throws(NearestPlanError) {
    guard now.isFinite else { throw .undefinedAtCentres }
    while iterations < NearestPlan.mostIterations {
      iterations += 1
      let next = try solveLinearized()
      let step = zip(next, point).map { $0 - $1 }
      let length = norm(step)
      let isSettled = length <= 1e-10 * (1 + norm(point))
      guard advance(by: step, isSmall: length <= 1e-6 * (1 + norm(point))) else { throw .notFound }
      let worst = violations(of: now).max() ?? 0
      if isSettled, worst <= NearestPlan.tolerance { return }
    }
    throw .notFound
  }

  /// The violations of the statements kept, relative to their scales.
  func violations(of quantities: Linearization) -> [Double] {
    zip(kept, scales).map { problem.statements[$0].violation(quantities.values[$0]) / $1 }
  }

  /// The shortest vector that meets the statements linearised where the search is.
  private mutating func solveLinearized() throws(NearestPlanError) -> [Double] {
    do {
      let (matrix, lower, upper) = try conditions()
      let solution = try LeastDistance(matrix, lower: lower, upper: upper)
      active = solution.active.filter { $0 < kept.count }
      multipliers = zip(kept.indices, scales).map { solution.multipliers[$0] / $1 }
      for i in kept.indices {
        penalties[i] = max(penalties[i], 2 * solution.multipliers[i].magnitude)
      }
      return solution.solution
    } catch let error as LeastDistanceError {
      switch error {
      case .incompatible(let rows):
        // Further out, and at the edge of the domain, another way round may lead somewhere.
        guard iterations == 1, rows.allSatisfy({ $0 < kept.count }) else { throw .notFound }
        throw .incompatible(statements: rows.map { kept[$0] })
      // Far from any plan the slopes of quantities may be of no use.
      case .algebra(.noConvergence), .algebra(.overflow): throw .notFound
      case .algebra(let error): throw .algebra(error)
      }
    } catch let error as LinearAlgebraError {
      throw .algebra(error)
    } catch {
      throw .notFound
    }
  }

  /// Statements, each over its scale, then the domain of figures, as conditions on u.
  private func conditions() throws(LinearAlgebraError) -> (Matrix, [Double], [Double]) {
    let slopes = try now.derivatives * problem.factor
    let unknowns = point.count
    var matrix = Matrix(rows: kept.count + bounded.count, columns: unknowns)
    var lower: [Double] = []
    var upper: [Double] = []
    for (row, (k, scale)) in zip(kept, scales).enumerated() {
      let slope = slopes.row(k).map { $0 / scale }
      // What is this small beside the quantity is what its cancellation left of no slope at all.
      let isFlat = norm(slope) <= 1e-13
      var offset = now.values[k] / scale
      if !isFlat {
        for j in 0..<unknowns {
          matrix[row, j] = slope[j]
          offset -= slope[j] * point[j]
        }
      }
      let statement = problem.statements[k]
      let dust = isFlat ? NearestPlan.tolerance : 0
      lower.append(statement.lower / scale - offset - dust)
      upper.append(statement.upper / scale - offset + dust)
    }
    for (row, figure) in bounded.enumerated() {
      for j in 0..<unknowns { matrix[kept.count + row, j] = problem.factor[figure, j] }
      lower.append(problem.figures[figure].lowest - problem.figures[figure].centre)
      upper.append(.infinity)
    }
    return (matrix, lower, upper)
  }

  /// Takes the step, or as much of it as improves matters; false where no part of it does.
  private mutating func advance(by step: [Double], isSmall: Bool) -> Bool {
    let before = merit(point, now)
    let slope = zip(point, step).reduce(0) { $0 + $1.0 * $1.1 } - penalty(now)
    var fraction = 1.0
    while fraction > 1e-9 {
      let candidate = zip(point, step).map { $0 + fraction * $1 }
      let values = figures(at: candidate)
      let quantities = problem.linearization(at: values)
      if quantities.isFinite {
        let gain = merit(candidate, quantities) - before
        if isSmall || gain <= 1e-4 * fraction * slope + 1e-12 * (1 + before.magnitude) {
          (point, figures, now) = (candidate, values, quantities)
          return true
        }
      }
      fraction *= 0.5
    }
    return false
  }

  private func merit(_ point: [Double], _ quantities: Linearization) -> Double {
    0.5 * point.reduce(0) { $0 + $1 * $1 } + penalty(quantities)
  }

  private func penalty(_ quantities: Linearization) -> Double {
    zip(penalties, violations(of: quantities)).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private func figures(at point: [Double]) -> [Double] {
    problem.figures.indices.map { i in
      var value = problem.figures[i].centre
      for j in point.indices { value += problem.factor[i, j] * point[j] }
      return value
    }
  }

  private func norm(_ vector: [Double]) -> Double {
    vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}

extension Linearization {
  var isFinite: Bool {
    values.allSatisfy(\.isFinite) && derivatives.columnMajor.allSatisfy(\.isFinite)
  }
}
