extension Plan {
  /// What steps the plan has, whatever their numbers: plans of one scenario with other settings mostly share it.
  var shape: [UInt8] {
    var shape = steps.map { step -> UInt8 in
      switch step {
      case .linear: 0
      case .product: 1
      case .quotient: 2
      case .function: 3
      case .pair: 4
      case .choice: 5
      }
    }
    for number in [variableCount, terms.count, recorded.count] {
      withUnsafeBytes(of: number) { shape += $0 }
    }
    return shape
  }

  /// The same steps with other records, and no quantities.
  ///
  /// - Parameter columns: to record, ascending.
  func recording(_ columns: [Int]) -> Plan {
    Plan(
      variableCount: variableCount, usedVariables: usedVariables, steps: steps, terms: terms,
      recorded: columns, quantities: [], goals: goals)
  }

  /// The same plan that looks at other variables.
  ///
  /// - Parameter places: of the variables to draw.
  func drawing(_ places: Set<Int>) -> Plan {
    var plan = self
    plan.usedVariables = places
    return plan
  }
}
