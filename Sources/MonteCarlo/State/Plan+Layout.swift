extension Plan {
  /// A checksum of all that decides what a tally of this plan means, to the last bit.
  var layout: UInt64 {
    var writer = ByteWriter()
    writer.add(variableCount)
    for variable in usedVariables.sorted() { writer.add(variable) }
    for term in terms {
      writer.add(term.weight)
      writer.add(term.column)
    }
    for step in steps { step.write(to: &writer) }
    for column in recorded { writer.add(column) }
    for (quantity, view) in quantities {
      writer.add(quantity.path)
      view.write(to: &writer)
    }
    for goal in goals {
      writer.add(goal.target.id)
      writer.add("\(goal.target.comparison)")
      writer.add(goal.target.threshold)
      writer.add(goal.target.rounding)
      writer.add(goal.quantity.path)
      goal.view.write(to: &writer)
      writer.add(byte: goal.control == nil ? 0 : 1)
      if let control = goal.control {
        writer.add(control.column)
        writer.add(control.probability)
      }
    }
    return CyclicRedundancy.checksum(writer.bytes[...])
  }
}

extension Plan.View {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.add(offset)
    writer.add(factor)
    writer.add(column.map { $0 + 1 } ?? 0)
  }
}

extension Plan.Step {
  fileprivate func write(to writer: inout ByteWriter) {
    func add(_ kind: String, _ views: Plan.View...) {
      writer.add(kind)
      for view in views { view.write(to: &writer) }
    }
    switch self {
    case .linear(let constant, let terms):
      writer.add("sum")
      writer.add(constant)
      writer.add(terms.lowerBound)
      writer.add(terms.count)
    case .product(let a, let b): add("product", a, b)
    case .quotient(let a, let b): add("quotient", a, b)
    case .function(let function, let a): add("\(function)", a)
    case .pair(let function, let a, let b): add("\(function)", a, b)
    case .choice(let a, let b, let c): add("choice", a, b, c)
    }
  }
}
