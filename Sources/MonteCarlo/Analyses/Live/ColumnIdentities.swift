import GrowthModel
import Stochastics

/// Numbers for the columns of plans: two columns that are made by the same arithmetic from the same draws have
/// the same number, and so the same bits.
struct ColumnIdentities {
  private struct Operand: Hashable {
    let offset: UInt64
    let factor: UInt64
    let column: Int
  }

  private struct Term: Hashable {
    let weight: UInt64
    let column: Int
  }

  private enum Key: Hashable {
    /// The draws of a variable, with another number for each distribution that it has had.
    case variable(String, version: Int)
    case linear(constant: UInt64, [Term])
    case product(Operand, Operand)
    case quotient(Operand, Operand)
    case function(QuantityGraph.Function, Operand)
    case pair(QuantityGraph.PairFunction, Operand, Operand)
    case choice(Operand, Operand, Operand)
  }

  private var known: [Key: Int] = [:]
  private var next = 0
  private var uncertainty: JointDistribution?
  private var versions: [String: Int] = [:]

  /// The numbers of a plan's columns; those of variables that it does not look at mean nothing.
  ///
  /// - Parameters:
  ///   - plan: whose columns.
  ///   - uncertainty: what its variables are drawn from, with the seed and the sampling of all others.
  mutating func identify(_ plan: Plan, _ uncertainty: JointDistribution) -> [Int] {
    renew(uncertainty)
    var numbers: [Int] = []
    numbers.reserveCapacity(plan.columnCount)
    for (place, variable) in uncertainty.variables.enumerated() {
      guard plan.usedVariables.contains(place) else {
        numbers.append(-1)
        continue
      }
      numbers.append(
        number(.variable(variable.name, version: versions[variable.name] ?? 0)))
    }
    func operand(_ view: Plan.View) -> Operand {
      Operand(
        offset: view.offset.bitPattern, factor: view.factor.bitPattern,
        column: view.column.map { numbers[$0] } ?? -1)
    }
    for step in plan.steps {
      let key: Key =
        switch step {
        case .linear(let constant, let range):
          .linear(
            constant: constant.bitPattern,
            plan.terms[range].map {
              Term(weight: $0.weight.bitPattern, column: numbers[$0.column])
            })
        case .product(let x, let y): .product(operand(x), operand(y))
        case .quotient(let x, let y): .quotient(operand(x), operand(y))
        case .function(let function, let x): .function(function, operand(x))
        case .pair(let function, let x, let y): .pair(function, operand(x), operand(y))
        case .choice(let condition, let x, let y):
          .choice(operand(condition), operand(x), operand(y))
        }
      numbers.append(number(key))
    }
    return numbers
  }

  private mutating func number(_ key: Key) -> Int {
    if let number = known[key] { return number }
    defer { next += 1 }
    known[key] = next
    return next
  }

  /// Forgets all columns but some, so that memory has a bound.
  ///
  /// - Parameter numbers: to keep.
  mutating func keep(_ numbers: Set<Int>) {
    known = known.filter { numbers.contains($0.value) }
  }

  /// Gives the variables new numbers whose draws are others than they were.
  private mutating func renew(_ new: JointDistribution) {
    defer { uncertainty = new }
    guard let old = uncertainty else { return }
    let marginals = Dictionary(
      old.variables.map { ($0.name, $0.marginal) }, uniquingKeysWith: { first, _ in first })
    let (before, after) = (Self.groups(old), Self.groups(new))
    var same: [[Int]: Bool] = [:]
    for variable in new.variables {
      let isSame: Bool
      switch (before[variable.name], after[variable.name]) {
      case (nil, nil): isSame = true
      case (let one?, let other?):
        let key = [one, other]
        isSame = same[key] ?? old.groups[one].isSame(as: new.groups[other])
        same[key] = isSame
      default: isSame = false
      }
      if !isSame || marginals[variable.name]?.isSame(as: variable.marginal) != true {
        versions[variable.name, default: 0] += 1
      }
    }
  }

  private static func groups(_ uncertainty: JointDistribution) -> [String: Int] {
    var groups: [String: Int] = [:]
    for (number, group) in uncertainty.groups.enumerated() {
      for name in group.names { groups[name] = number }
    }
    return groups
  }
}
