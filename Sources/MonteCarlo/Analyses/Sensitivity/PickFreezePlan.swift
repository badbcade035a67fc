import GrowthModel
import Stochastics

/// A plan laid out for model runs that differ in a part of their inputs.
///
/// The columns are: a first set of all variables, a second set, the steps with the first set, and room for
/// the steps of one pass. A pass evaluates again what depends on the variables that it takes from the
/// second set, and looks at the first evaluation for the rest.
struct PickFreezePlan: Sendable {
  typealias View = Plan.View
  typealias Step = Plan.Step

  /// What is evaluated again when some variables change.
  struct Pass: Sendable {
    /// Step k fills column `fresh + k`.
    var steps: [Step] = []
    /// What the response looks at; nil where it does not change.
    var response: View?
  }

  let plan: Plan
  private(set) var terms: [Plan.Term] = []
  /// What the response looks at with the first set.
  let response: View
  /// The steps with the first set: step k fills column `base + k`.
  private(set) var baseSteps: [Step] = []
  private(set) var columnCount: Int

  /// - Parameters:
  ///   - plan: what is evaluated.
  ///   - response: what of it is looked at.
  init(_ plan: Plan, response: View) {
    self.plan = plan
    columnCount = 2 * plan.variableCount + 2 * plan.steps.count
    let shift = plan.variableCount
    let place = { (column: Int) in column < shift ? column : column + shift }
    self.response = response.moved(place)
    for step in plan.steps { baseSteps.append(moved(step, place)) }
  }

  /// The first column of the second set.
  var second: Int { plan.variableCount }
  /// The first column of the steps with the first set.
  var base: Int { 2 * plan.variableCount }
  /// The first column of a pass.
  var fresh: Int { base + plan.steps.count }

  /// What is to be evaluated where some variables are those of the second set.
  ///
  /// - Parameter changes: whether the variable of this place is.
  mutating func pass(changes: (Int) -> Bool) -> Pass {
    var places = (0..<plan.variableCount).map { changes($0) ? second + $0 : $0 }
    var isChanged = (0..<plan.variableCount).map(changes)
    var pass = Pass()
    for (number, step) in plan.steps.enumerated() {
      let isTouched = plan.columns(of: step).contains { isChanged[$0] }
      isChanged.append(isTouched)
      if isTouched {
        places.append(fresh + pass.steps.count)
        pass.steps.append(again(step, base + number, places, isChanged))
      } else {
        places.append(base + number)
      }
    }
    let view = original(response)
    if let column = view.column, isChanged[column] { pass.response = view.moved { places[$0] } }
    return pass
  }

  /// The view in the columns of the plan.
  private func original(_ view: View) -> View {
    view.moved { $0 < plan.variableCount ? $0 : $0 - plan.variableCount }
  }

  /// A step with some of its columns changed; a long sum of which little changes is the old sum and the
  /// differences.
  private mutating func again(
    _ step: Step, _ old: Int, _ places: [Int], _ isChanged: [Bool]
  ) -> Step {
    guard case .linear(_, let range) = step else { return moved(step) { places[$0] } }
    let changed = plan.terms[range].filter { isChanged[$0.column] }
    guard 2 * changed.count + 1 < range.count else { return moved(step) { places[$0] } }
    let start = terms.count
    terms.append(Plan.Term(weight: 1, column: old))
    for term in changed {
      let before = term.column < plan.variableCount ? term.column : term.column + plan.variableCount
      terms.append(Plan.Term(weight: term.weight, column: places[term.column]))
      terms.append(Plan.Term(weight: -term.weight, column: before))
    }
    return .linear(constant: 0, terms: start..<terms.count)
  }

  private mutating func moved(_ step: Step, _ place: (Int) -> Int) -> Step {
    plan.moved(step, place, to: &terms)
  }

  // MARK: Evaluation

  /// Evaluates some rows of the steps with the first set.
  func evaluateBase(rows: Range<Int>, in workspace: Workspace) {
    evaluate(baseSteps, into: base, rows: rows, in: workspace)
  }

  /// Evaluates some rows of some of the steps with the first set again.
  func evaluateBase(steps: [Int], rows: Range<Int>, in workspace: Workspace) {
    terms.withUnsafeBufferPointer { terms in
      let tile = Tile(
        columns: workspace.columns + rows.lowerBound, scratch: workspace.scratch, terms: terms,
        count: rows.count)
      for k in steps { tile.evaluate(baseSteps[k], into: base + k) }
    }
  }

  /// Evaluates some rows of a pass.
  func evaluate(_ pass: Pass, rows: Range<Int>, in workspace: Workspace) {
    evaluate(pass.steps, into: fresh, rows: rows, in: workspace)
  }

  private func evaluate(
    _ steps: [Step], into first: Int, rows: Range<Int>, in workspace: Workspace
  ) {
    terms.withUnsafeBufferPointer { terms in
      let tile = Tile(
        columns: workspace.columns + rows.lowerBound, scratch: workspace.scratch, terms: terms,
        count: rows.count)
      for k in steps.indices { tile.evaluate(steps[k], into: first + k) }
    }
  }

  /// The rows of a block in tiles.
  static func tiles(count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: Tile.length).map { $0..<min($0 + Tile.length, count) }
  }
}
