import GrowthModel

extension Plan {
  /// The same plan without what only other quantities need.
  ///
  /// Compiling for fewer quantities in the first place could put sums together in another way, and round
  /// otherwise in the last bit. Here every step that is left is the one it was, so that what is recorded has
  /// the same bits.
  ///
  /// - Parameter paths: of the quantities to keep beside those of the goals.
  /// - Complexity: O(number of steps and terms).
  func narrowed(to paths: Set<String>) -> Plan {
    let targeted = Set(goals.map(\.quantity.path))
    let kept = quantities.filter {
      paths.contains($0.quantity.path) || targeted.contains($0.quantity.path)
    }
    let views = kept.map(\.view) + goals.map(\.view)
    let controls = goals.compactMap { $0.control?.column }
    let needed = needed(for: views.compactMap(\.column) + controls)
    // Where each column goes; those of the variables stay.
    var places = Array(0..<columnCount)
    var next = variableCount
    for column in variableCount..<columnCount where needed[column] {
      places[column] = next
      next += 1
    }
    func moved(_ view: View) -> View { view.moved { places[$0] } }
    var terms: [Term] = []
    var steps: [Step] = []
    for (index, step) in self.steps.enumerated() where needed[variableCount + index] {
      steps.append(self.moved(step, { places[$0] }, to: &terms))
    }
    let quantities = kept.map { (quantity: $0.quantity, view: moved($0.view)) }
    return Plan(
      variableCount: variableCount, usedVariables: usedVariables.filter { needed[$0] },
      steps: steps, terms: terms, recorded: Set(quantities.compactMap(\.view.column)).sorted(),
      quantities: quantities,
      goals: goals.map { goal in
        Goal(
          target: goal.target, quantity: goal.quantity, view: moved(goal.view),
          control: goal.control.map {
            Control(column: places[$0.column], probability: $0.probability)
          })
      })
  }

  /// Whether each column is one of these, or goes into one of these.
  private func needed(for columns: [Int]) -> [Bool] {
    var needed = [Bool](repeating: false, count: columnCount)
    for column in columns { needed[column] = true }
    for (index, step) in steps.enumerated().reversed() where needed[variableCount + index] {
      for column in self.columns(of: step) { needed[column] = true }
    }
    return needed
  }
}
