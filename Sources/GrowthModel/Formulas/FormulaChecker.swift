import Languages

/// Works out units from the leaves of a formula upwards. Where a part is wrong, its type is nil, and
/// nothing more is said about what contains it.
struct FormulaChecker<Scope: FormulaScope> {
  let scope: Scope
  let currency: String
  private(set) var errors: [FormulaError] = []
  /// The plurals of what is counted, as they are spelt.
  private var nouns: [String: String] = [:]

  init(scope: Scope, currency: String) {
    self.scope = scope
    self.currency = currency
  }

  mutating func report(_ fact: FormulaError.Fact, at offset: Int) {
    errors.append(FormulaError(fact, at: offset))
  }

  /// The unit of a whole formula.
  mutating func unit(of expression: Expression, expecting: Unit?) -> Unit? {
    guard let type = type(of: expression) else { return nil }
    guard let expecting else {
      guard let unit = type.unit else {
        report(
          type == .condition
            ? .wrongUnit(found: type.text, expected: "\(localized("a quantity"))", remedy: .none)
            : .nameless(type.text),
          at: expression.offset)
        return nil
      }
      if case .measure(let dimension) = type, case .count = unit,
        let noun = dimension.things.keys.first.flatMap({ nouns[$0] })
      {
        return .count(noun)
      }
      return unit
    }
    let wanted = FormulaType(expecting)
    if FormulaType.common(type, wanted) == wanted { return expecting }
    report(
      .wrongUnit(
        found: type.text, expected: expecting.kindText,
        remedy: remedy(for: expression, type, wanted: wanted)), at: expression.offset)
    return nil
  }

  mutating func type(of expression: Expression) -> FormulaType? {
    switch expression.kind {
    case .literal(let literal):
      literal.value == 0 && literal.unit == .number ? .zero : known(literal.unit)
    case .reference(let path, _): quantity(path, at: expression.offset)
    case .leafSum(let activity, let quantity, _):
      leafSum(activity, quantity, at: expression.offset)
    case .year: .number
    case .quarter: quarter(at: expression.offset)
    case .negated(let inner): amount(inner, operation: "-", at: expression.offset)
    case .sum(let terms): sum(terms)
    case .product(let factors): product(factors)
    case .power(let base, let exponent, let place):
      power(base, exponent, operation: "^", at: place)
    case .comparison(let comparison, let left, let right, let place):
      self.comparison(comparison.rawValue, left, right, at: place)
    case .all(let parts), .any(let parts): conditions(parts)
    case .not(let inner): conditions([inner])
    case .call(let function, let arguments):
      call(function, arguments, at: expression.offset)
    }
  }

  private mutating func known(_ unit: Unit) -> FormulaType {
    if case .count(let noun) = unit { nouns[FormulaType.singular(noun)] = noun }
    return FormulaType(unit)
  }
}

// Names.
extension FormulaChecker {
  private mutating func quarter(at offset: Int) -> FormulaType? {
    if scope.hasQuarters { return .number }
    report(.noQuarters, at: offset)
    return nil
  }

  private mutating func quantity(_ path: String, at offset: Int) -> FormulaType? {
    if let unit = scope.unit(of: path) { return known(unit) }
    report(.unknownName(path, remedy: remedy(forName: path)), at: offset)
    return nil
  }

  private func remedy(forName path: String) -> FormulaError.NameRemedy {
    for hyphen in path.indices where path[hyphen] == "-" {
      let left = String(path[..<hyphen])
      let right = String(path[path.index(after: hyphen)...])
      if scope.unit(of: left) != nil, scope.unit(of: right) != nil || Double(right) != nil {
        return .subtraction("\(left) - \(right)")
      }
    }
    if scope.leaves(of: path) != nil,
      let quantity = scope.names.first(where: { $0.hasPrefix(path + ".") })
    {
      return .activity(quantity: quantity)
    }
    if let nearest = NearestName.of(path, among: scope.names) { return .nearest(nearest) }
    return .listing(scope.names)
  }

  private mutating func leafSum(
    _ activity: String, _ quantity: String, at offset: Int
  ) -> FormulaType? {
    guard let leaves = scope.leaves(of: activity), !leaves.isEmpty else {
      let activities = scope.names.compactMap { name in
        name.lastIndex(of: ".").map { String(name[..<$0]) }
      }.filter { scope.leaves(of: $0) != nil }
      report(
        .unknownActivity(activity, nearest: NearestName.of(activity, among: activities)),
        at: offset)
      return nil
    }
    var result: FormulaType?
    for leaf in leaves {
      let path = leaf + "." + quantity
      guard let type = self.quantity(path, at: offset) else { return nil }
      guard let first = result else {
        result = type
        continue
      }
      guard first == type else {
        report(
          .unlikeLeaves(activity + "." + quantity, first: first.text, other: type.text),
          at: offset)
        return nil
      }
    }
    if result == .date {
      report(.unfitUnit(operation: "sum", found: FormulaType.date.text), at: offset)
      return nil
    }
    return result
  }
}

// Operators.
extension FormulaChecker {
  /// The type of something that a sign or a function takes as it is.
  private mutating func amount(
    _ expression: Expression, operation: String, at offset: Int
  ) -> FormulaType? {
    guard let type = type(of: expression) else { return nil }
    if type.isAmount { return type }
    report(misuse(type, operation: operation), at: offset)
    return nil
  }

  private func misuse(_ type: FormulaType, operation: String) -> FormulaError.Fact {
    type == .condition
      ? .conditionUsed(operation: operation)
      : .unfitUnit(operation: operation, found: type.text)
  }

  private mutating func sum(_ terms: [Expression.Operand]) -> FormulaType? {
    var types: [FormulaType?] = []
    for term in terms { types.append(type(of: term.expression)) }
    func isOne(_ term: Expression.Operand) -> Bool {
      term.expression.bareNumber?.magnitude == 1
    }
    guard var result = types[0] else { return nil }
    // 1 + g is an index: the one figure that rates can be added to.
    var isIndex = isOne(terms[0])
    for (term, type) in zip(terms, types).dropFirst() {
      guard let type else { return nil }
      isIndex = isIndex && type.isFraction || result.isFraction && isOne(term)
      if isIndex {
        result = .number
        continue
      }
      guard let next = FormulaType.sum(result, type, isMinus: term.isInverse) else {
        let operation = term.isInverse ? "-" : "+"
        let isCondition = result == .condition || type == .condition
        report(
          isCondition
            ? .conditionUsed(operation: operation)
            : .unlikeUnits(
              operation: operation, left: result.text, right: type.text,
              remedy: remedy(terms, before: term, result, type)), at: term.operatorOffset)
        return nil
      }
      result = next
    }
    return result
  }

  private func remedy(
    _ terms: [Expression.Operand], before term: Expression.Operand, _ left: FormulaType,
    _ right: FormulaType
  ) -> FormulaError.UnitRemedy {
    let remedy = remedy(for: term.expression, right, wanted: left)
    guard remedy == .makeNumber, terms.count == 2 else { return remedy }
    return self.remedy(for: terms[0].expression, left, wanted: right)
  }

  private mutating func product(_ factors: [Expression.Operand]) -> FormulaType? {
    var types: [FormulaType?] = []
    for factor in factors { types.append(type(of: factor.expression)) }
    for factor in factors where factor.isInverse && factor.expression.bareNumber == 0 {
      report(.dividesByZero, at: factor.operatorOffset)
    }
    guard var result = types[0] else { return nil }
    for (factor, type) in zip(factors, types).dropFirst() {
      guard let type else { return nil }
      guard let next = FormulaType.product(result, type, isDivision: factor.isInverse) else {
        report(
          misuse(result.isAmount ? type : result, operation: factor.isInverse ? "/" : "*"),
          at: factor.operatorOffset)
        return nil
      }
      result = next
    }
    return result
  }

  private mutating func power(
    _ base: Expression, _ exponent: Expression, operation: String, at offset: Int
  ) -> FormulaType? {
    let types = (type(of: base), type(of: exponent))
    guard let baseType = types.0, let exponentType = types.1 else { return nil }
    guard exponentType.isAmount, baseType.isAmount else {
      report(misuse(baseType.isAmount ? exponentType : baseType, operation: operation), at: offset)
      return nil
    }
    guard exponentType.isFraction || exponentType == .zero || exponentType == .number else {
      report(.unfitUnit(operation: operation, found: exponentType.text), at: exponent.offset)
      return nil
    }
    if let type = baseType.raised(to: exponent.bareNumber) { return type }
    report(.exponentUnfit(base: baseType.text), at: offset)
    return nil
  }

  private mutating func comparison(
    _ operation: String, _ left: Expression, _ right: Expression, at offset: Int
  ) -> FormulaType? {
    let found = common([left, right], operation: operation) { _ in offset }
    guard let found else { return nil }
    guard found != .condition else {
      report(.conditionUsed(operation: operation), at: offset)
      return nil
    }
    return .condition
  }

  private mutating func conditions(_ parts: [Expression]) -> FormulaType? {
    var isRight = true
    for part in parts {
      guard let type = type(of: part) else {
        isRight = false
        continue
      }
      guard type != .condition else { continue }
      report(.conditionWanted(found: type.text), at: part.offset)
      isRight = false
    }
    return isRight ? .condition : nil
  }

  /// What several expressions are that must be alike; the offset is that of the first unlike one.
  private mutating func common(
    _ expressions: [Expression], operation: String, place: (Expression) -> Int
  ) -> FormulaType? {
    var types: [FormulaType?] = []
    for expression in expressions { types.append(type(of: expression)) }
    guard var result = types[0] else { return nil }
    for k in expressions.indices.dropFirst() {
      guard let type = types[k] else { return nil }
      guard let both = FormulaType.common(result, type) else {
        var remedy = remedy(for: expressions[k], type, wanted: result)
        if remedy == .makeNumber, k == 1 {
          remedy = self.remedy(for: expressions[0], result, wanted: type)
        }
        let isCondition = result == .condition || type == .condition
        report(
          isCondition
            ? .conditionUsed(operation: operation)
            : .unlikeUnits(
              operation: operation, left: result.text, right: type.text, remedy: remedy),
          at: place(expressions[k]))
        return nil
      }
      result = both
    }
    return result
  }
}

// Functions.
extension FormulaChecker {
  private mutating func call(
    _ function: FormulaFunction, _ arguments: [Expression], at offset: Int
  ) -> FormulaType? {
    let name = function.rawValue
    switch function {
    case .choice:
      let condition = conditions([arguments[0]])
      let result = alternatives(Array(arguments[1...]), name)
      return condition == nil ? nil : result
    case .minimum, .maximum: return alternatives(arguments, name)
    case .clamp:
      if let low = arguments[1].bareNumber, let high = arguments[2].bareNumber, low > high {
        report(.boundsExchanged, at: arguments[1].offset)
      }
      return alternatives(arguments, name)
    case .abs: return amount(arguments[0], operation: name, at: arguments[0].offset)
    case .power: return power(arguments[0], arguments[1], operation: name, at: offset)
    case .sqrt: return root(arguments[0])
    case .exp, .log, .sin, .cos, .number: return fraction(arguments[0], name) == nil ? nil : .number
    case .rate: return fraction(arguments[0], name) == nil ? nil : .rate
    }
  }

  private mutating func alternatives(_ expressions: [Expression], _ name: String) -> FormulaType? {
    guard let found = common(expressions, operation: name, place: \.offset) else { return nil }
    guard found != .condition else {
      report(.conditionUsed(operation: name), at: expressions[0].offset)
      return nil
    }
    return found
  }

  private mutating func root(_ argument: Expression) -> FormulaType? {
    guard let type = amount(argument, operation: "sqrt", at: argument.offset) else { return nil }
    if let result = type.raised(to: 0.5) { return result }
    report(.exponentUnfit(base: type.text), at: argument.offset)
    return nil
  }

  /// The type of an argument that must have no dimension.
  private mutating func fraction(_ argument: Expression, _ name: String) -> FormulaType? {
    guard let type = amount(argument, operation: name, at: argument.offset) else { return nil }
    if type.isFraction || type == .zero || type == .number { return type }
    report(.unfitUnit(operation: name, found: type.text), at: argument.offset)
    return nil
  }

  /// How an expression could be given the type that its place wants.
  private func remedy(
    for expression: Expression, _ type: FormulaType, wanted: FormulaType
  ) -> FormulaError.UnitRemedy {
    if case .literal(let literal) = expression.kind, literal.unit == .number {
      switch wanted {
      case .rate, .difference: return .write(literal.text + "%")
      case .points: return .write(literal.text + " pp")
      case .measure(let dimension):
        if dimension.money == 1, let unit = wanted.unit {
          return .example(unit.example(currency: currency))
        }
        if case .count(let noun)? = wanted.unit {
          return .write("\(literal.text) \(nouns[FormulaType.singular(noun)] ?? noun)")
        }
      default: break
      }
    }
    if type == .number, wanted.isFraction { return .makeRate }
    if type.isFraction, wanted == .number { return .makeNumber }
    if case .literal = expression.kind, let unit = wanted.unit {
      return .example(unit.example(currency: currency))
    }
    return .none
  }
}
