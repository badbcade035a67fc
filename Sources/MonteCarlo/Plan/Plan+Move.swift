extension Plan {
  /// The columns that a step looks at, each as often as it does.
  func columns(of step: Step) -> [Int] {
    switch step {
    case .linear(_, let range): terms[range].map(\.column)
    case .product(let x, let y), .quotient(let x, let y), .pair(_, let x, let y):
      [x, y].compactMap(\.column)
    case .function(_, let x): [x].compactMap(\.column)
    case .choice(let condition, let x, let y): [condition, x, y].compactMap(\.column)
    }
  }

  /// A step of this plan that looks at the same columns at other places.
  ///
  /// - Parameters:
  ///   - place: where a column is.
  ///   - terms: takes the terms of a sum, which the result is about.
  func moved(_ step: Step, _ place: (Int) -> Int, to terms: inout [Term]) -> Step {
    switch step {
    case .linear(let constant, let range):
      .linear(constant: constant, terms: moved(range, place, to: &terms))
    case .product(let x, let y): .product(x.moved(place), y.moved(place))
    case .quotient(let x, let y): .quotient(x.moved(place), y.moved(place))
    case .function(let function, let x): .function(function, x.moved(place))
    case .pair(let function, let x, let y): .pair(function, x.moved(place), y.moved(place))
    case .choice(let condition, let x, let y):
      .choice(condition.moved(place), x.moved(place), y.moved(place))
    }
  }

  /// Terms of this plan, appended to others with their columns at other places.
  ///
  /// - Returns: where they are.
  func moved(
    _ range: Range<Int>, _ place: (Int) -> Int, to terms: inout [Term]
  ) -> Range<Int> {
    let start = terms.count
    for term in self.terms[range] {
      terms.append(Term(weight: term.weight, column: place(term.column)))
    }
    return start..<terms.count
  }
}

extension Plan.View {
  /// The same view of the column at another place.
  func moved(_ place: (Int) -> Int) -> Plan.View {
    var view = self
    view.column = column.map(place)
    return view
  }
}
