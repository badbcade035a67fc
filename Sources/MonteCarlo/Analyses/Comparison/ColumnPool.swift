import Stochastics

/// The columns of uncertain variables of several scenarios, side by side: a variable that has the same
/// distribution in two of them is drawn once.
struct ColumnPool {
  /// What draws the variables that a scenario does not share with those before it.
  fileprivate struct Filler: Sendable {
    let sampler: JointSampler
    /// The pool's column of its first variable.
    let offset: Int
  }

  /// A variable that has a column.
  private struct Known {
    /// The place among the distributions.
    let distribution: Int
    let place: Int
    let column: Int
  }

  /// A distribution and the group that each variable is in.
  private struct Owner {
    let distribution: JointDistribution
    let groups: [String: Int]

    init(_ distribution: JointDistribution) {
      self.distribution = distribution
      var groups: [String: Int] = [:]
      for (number, group) in distribution.groups.enumerated() {
        for name in group.names { groups[name] = number }
      }
      self.groups = groups
    }
  }

  private let seed: UInt64
  private var owners: [Owner] = []
  private var known: [String: [Known]] = [:]
  private var fillers: [Filler] = []
  private(set) var columnCount = 0

  /// - Parameter seed: of the random numbers.
  init(seed: UInt64) { self.seed = seed }

  /// What fills the columns.
  var draws: Draws { Draws(fillers: fillers) }

  /// Fills the columns of a pool.
  struct Draws: Sendable {
    fileprivate let fillers: [Filler]

    /// Draws all variables of a block.
    func fill(firstDraw: Int, count: Int, in workspace: Workspace) {
      for filler in fillers {
        filler.sampler.fill(
          columns: workspace.column(filler.offset), stride: Workspace.columnStride, count: count,
          firstDraw: firstDraw)
      }
    }
  }

  /// Adds the variables that a plan looks at.
  ///
  /// - Parameters:
  ///   - plan: whose variables.
  ///   - distribution: what they are drawn from.
  /// - Returns: the column of each variable, in the order of the distribution; zero for those that the plan does
  ///   not look at.
  mutating func add(_ plan: Plan, _ distribution: JointDistribution) throws(SimulationError)
    -> [Int]
  {
    var columns = [Int](repeating: 0, count: distribution.variables.count)
    var new: Set<Int> = []
    let owner = Owner(distribution)
    var same: [[Int]: Bool] = [:]
    for place in plan.usedVariables.sorted() {
      if let column = column(of: place, in: owner, &same) {
        columns[place] = column
      } else {
        new.insert(place)
      }
    }
    guard !new.isEmpty else { return columns }
    do throws(SobolError) {
      let sampler = try JointSampler(distribution, seed: seed, needed: new)
      fillers.append(Filler(sampler: sampler, offset: columnCount))
    } catch {
      throw SimulationError(error)
    }
    for place in new {
      columns[place] = columnCount + place
      known[distribution.variables[place].name, default: []].append(
        Known(distribution: owners.count, place: place, column: columnCount + place))
    }
    columnCount += columns.count
    owners.append(owner)
    return columns
  }

  /// The column of a variable that is drawn already.
  ///
  /// - Parameter same: which groups of two distributions have been found the same.
  private func column(of place: Int, in owner: Owner, _ same: inout [[Int]: Bool]) -> Int? {
    let variable = owner.distribution.variables[place]
    for other in known[variable.name] ?? [] {
      let before = owners[other.distribution]
      guard before.distribution.variables[other.place].marginal.isSame(as: variable.marginal) else {
        continue
      }
      let (group, otherGroup) = (owner.groups[variable.name], before.groups[variable.name])
      guard let group, let otherGroup else {
        if group == nil, otherGroup == nil { return other.column }
        continue
      }
      let key = [other.distribution, otherGroup, group]
      let isSame =
        same[key]
        ?? owner.distribution.groups[group].isSame(as: before.distribution.groups[otherGroup])
      same[key] = isSame
      if isSame { return other.column }
    }
    return nil
  }
}

extension Plan {
  /// The plan with its variables and steps in other columns.
  ///
  /// - Parameters:
  ///   - variables: the column of each variable.
  ///   - firstStep: the column of the first step; the others follow it.
  func moved(variables: [Int], firstStep: Int) -> Plan {
    func column(_ old: Int) -> Int {
      old < variableCount ? variables[old] : firstStep + (old - variableCount)
    }
    func view(_ old: View) -> View {
      View(offset: old.offset, factor: old.factor, column: old.column.map(column))
    }
    let steps = steps.map { step -> Step in
      switch step {
      case .linear: step
      case .product(let x, let y): .product(view(x), view(y))
      case .quotient(let x, let y): .quotient(view(x), view(y))
      case .function(let function, let x): .function(function, view(x))
      case .pair(let function, let x, let y): .pair(function, view(x), view(y))
      case .choice(let condition, let x, let y): .choice(view(condition), view(x), view(y))
      }
    }
    return Plan(
      variableCount: firstStep, usedVariables: [], steps: steps,
      terms: terms.map { Term(weight: $0.weight, column: column($0.column)) },
      recorded: recorded.map(column), quantities: quantities.map { ($0.quantity, view($0.view)) },
      goals: goals.map { Goal(target: $0.target, quantity: $0.quantity, view: view($0.view)) })
  }
}
