import GrowthModel

/// The steps of a plan as a run works through them, block after block.
///
/// A sum or a piece of lines that only one product looks at is worked out with that product and has no column. Of
/// the others those that are not looked at after a block take the places of such that nothing needs any more,
/// so that the columns of a tile stay in the near caches. What is left has the bits that the steps one by one
/// give it.
struct BlockSchedule: Sendable {
  typealias View = Plan.View

  /// What fills a column.
  fileprivate enum Operation: Sendable {
    case step(Plan.Step)
    /// A function of a view, seen as `offset + factor x` it, times another view.
    case function(QuantityGraph.Function, View, seen: View, times: View)
    /// A sum, seen as `offset + factor x` it, times another view.
    case sum(constant: Double, terms: Range<Int>, seen: View, times: View)
  }

  private var operations: [(operation: Operation, column: Int)] = []
  private var terms: [Plan.Term] = []

  /// - Complexity: O(number of steps and terms).
  init(_ plan: Plan) {
    var isKept = [Bool](repeating: false, count: plan.columnCount)
    let controls = plan.goals.compactMap { $0.control?.column }
    for column in plan.recorded + plan.goals.compactMap(\.view.column) + controls {
      isKept[column] = true
    }
    for column in 0..<plan.variableCount { isKept[column] = true }
    let whole = Self.joined(plan, isKept)
    move(whole, plan, isKept)
  }

  /// The operations with each column where the plan has it.
  private static func joined(
    _ plan: Plan, _ isKept: [Bool]
  ) -> [(operation: Operation, column: Int)] {
    var looks = [Int](repeating: 0, count: plan.columnCount)
    for step in plan.steps {
      for column in plan.columns(of: step) { looks[column] += 1 }
    }
    var isJoined = [Bool](repeating: false, count: plan.columnCount)
    /// The product with what fills the column of its first view, if that can be had at once.
    func joined(_ x: View, _ y: View) -> Operation? {
      guard let column = x.column, y.column != nil, column >= plan.variableCount,
        !isKept[column], looks[column] == 1
      else { return nil }
      switch plan.steps[column - plan.variableCount] {
      case .linear(let constant, let terms):
        return .sum(constant: constant, terms: terms, seen: x, times: y)
      case .function(let function, let argument)
      where Tile.multiplies(function) && argument.column != nil && !(x.isPlain && y.isPlain):
        return .function(function, argument, seen: x, times: y)
      default: return nil
      }
    }
    var products: [Int: Operation] = [:]
    for (index, step) in plan.steps.enumerated() {
      guard case .product(let x, let y) = step else { continue }
      if let operation = joined(x, y) {
        products[index] = operation
        x.column.map { isJoined[$0] = true }
      } else if let operation = joined(y, x) {
        products[index] = operation
        y.column.map { isJoined[$0] = true }
      }
    }
    return plan.steps.enumerated().compactMap { index, step in
      let column = plan.variableCount + index
      return isJoined[column] ? nil : (products[index] ?? .step(step), column)
    }
  }

  /// Takes over operations, with columns that are not kept in places that are free.
  private mutating func move(
    _ whole: [(operation: Operation, column: Int)], _ plan: Plan, _ isKept: [Bool]
  ) {
    var lastLook = [Int](repeating: -1, count: plan.columnCount)
    for (index, item) in whole.enumerated() {
      lastLook[item.column] = index
      for column in item.operation.columns(in: plan) { lastLook[column] = index }
    }
    var places = Array(0..<plan.columnCount)
    // The place that was looked at last is taken first.
    var free = Array((0..<plan.columnCount).filter { !isKept[$0] }.reversed())
    for (index, item) in whole.enumerated() {
      if !isKept[item.column] { places[item.column] = free.removeLast() }
      let operation = item.operation.moved({ places[$0] }, in: plan, to: &terms)
      operations.append((operation, places[item.column]))
      for column in Set(item.operation.columns(in: plan) + [item.column]).sorted()
      where !isKept[column] && lastLook[column] == index {
        free.append(places[column])
      }
    }
  }

  /// How many columns are filled.
  var columnCount: Int { Set(operations.map(\.column)).count }

  /// Fills the columns that are looked at after a block from those of the variables, a tile after the other.
  func evaluate(count: Int, in workspace: Workspace) {
    operations.withUnsafeBufferPointer { operations in
      Tile.forEach(of: count, in: workspace, terms: terms) { tile in
        for index in operations.indices {
          let column = operations[index].column
          switch operations[index].operation {
          case .step(let step): tile.evaluate(step, into: column)
          case .function(let function, let x, let seen, let y):
            tile.multiply(function, of: x, seen: seen, by: y, into: column)
          case .sum(let constant, let terms, let seen, let y):
            tile.multiply(constant, terms, seen: seen, by: y, into: column)
          }
        }
      }
    }
  }
}

extension BlockSchedule.Operation {
  /// The columns that it looks at, each as often as it does.
  func columns(in plan: Plan) -> [Int] {
    switch self {
    case .step(let step): plan.columns(of: step)
    case .function(_, let x, _, let y): [x, y].compactMap(\.column)
    case .sum(_, let range, _, let y):
      plan.terms[range].map(\.column) + [y].compactMap(\.column)
    }
  }

  /// The same with its columns at other places.
  ///
  /// - Parameters:
  ///   - place: where a column is.
  ///   - terms: takes the terms of a sum.
  func moved(_ place: (Int) -> Int, in plan: Plan, to terms: inout [Plan.Term]) -> Self {
    switch self {
    case .step(let step): .step(plan.moved(step, place, to: &terms))
    case .function(let function, let x, let seen, let y):
      .function(function, x.moved(place), seen: seen, times: y.moved(place))
    case .sum(let constant, let range, let seen, let y):
      .sum(
        constant: constant, terms: plan.moved(range, place, to: &terms), seen: seen,
        times: y.moved(place))
    }
  }
}
