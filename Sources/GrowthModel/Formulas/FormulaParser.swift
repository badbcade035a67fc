/// Reads a formula by recursive descent: one function a level of precedence.
struct FormulaParser {
  /// Every function, for people.
  static let functionNames = FormulaFunction.allCases.map(\.rawValue) + ["sum"]

  private let tokens: [FormulaScanner.Token]
  private var position = 0
  private var depth = 0

  init(_ text: String, currency: String) throws(FormulaError) {
    let count = text.unicodeScalars.count
    guard count <= Formula.maximumLength else { throw FormulaError(.tooLong(count), at: 0) }
    var scanner = FormulaScanner(text, currency: currency)
    tokens = try scanner.tokens()
  }

  /// The whole text as one formula.
  mutating func formula() throws(FormulaError) -> Expression {
    guard tokens.count > 1 else { throw FormulaError(.empty, at: 0) }
    let expression = try disjunction()
    guard token.kind == .end else { throw behind() }
    return expression
  }

  private var token: FormulaScanner.Token { tokens[position] }

  private func stands(_ sign: String) -> Bool { token.kind == .sign(sign) }

  /// Goes past a sign if it stands here.
  private mutating func skip(_ sign: String) -> Bool {
    guard stands(sign) else { return false }
    position += 1
    return true
  }

  /// Goes past a word if it stands here.
  private mutating func skip(word: String) -> Bool {
    guard token.kind == .name(word) else { return false }
    position += 1
    return true
  }

  // Nesting is counted where the grammar comes back to itself, so that no text exhausts the stack.
  private mutating func enter() throws(FormulaError) {
    depth += 1
    guard depth <= Formula.maximumNesting else {
      throw FormulaError(.nestedTooDeeply, at: token.offset)
    }
  }

  private mutating func leave() { depth -= 1 }
}

extension FormulaParser {
  private mutating func disjunction() throws(FormulaError) -> Expression {
    let offset = token.offset
    var parts = [try conjunction()]
    while skip(word: "or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : Expression(offset: offset, kind: .any(parts))
  }

  private mutating func conjunction() throws(FormulaError) -> Expression {
    let offset = token.offset
    var parts = [try negation()]
    while skip(word: "and") { parts.append(try negation()) }
    return parts.count == 1 ? parts[0] : Expression(offset: offset, kind: .all(parts))
  }

  private mutating func negation() throws(FormulaError) -> Expression {
    let offset = token.offset
    guard skip(word: "not") else { return try comparison() }
    try enter()
    let inner = try negation()
    leave()
    return Expression(offset: offset, kind: .not(inner))
  }

  private mutating func comparison() throws(FormulaError) -> Expression {
    let offset = token.offset
    let left = try sum()
    guard let comparison = comparisonSign() else { return left }
    let operatorOffset = token.offset
    position += 1
    let right = try sum()
    if comparisonSign() != nil { throw FormulaError(.chainedComparison, at: token.offset) }
    return Expression(
      offset: offset,
      kind: .comparison(comparison, left, right, operatorOffset: operatorOffset))
  }

  private func comparisonSign() -> Expression.Comparison? {
    guard case .sign(let sign) = token.kind else { return nil }
    return Expression.Comparison(rawValue: sign)
  }

  private mutating func sum() throws(FormulaError) -> Expression {
    let offset = token.offset
    let first = try product()
    var terms = [Expression.Operand(isInverse: false, operatorOffset: offset, expression: first)]
    while stands("+") || stands("-") {
      let (isMinus, place) = (stands("-"), token.offset)
      position += 1
      terms.append(
        Expression.Operand(
          isInverse: isMinus, operatorOffset: place, expression: try product()))
    }
    return terms.count == 1 ? first : Expression(offset: offset, kind: .sum(terms))
  }

  private mutating func product() throws(FormulaError) -> Expression {
    let offset = token.offset
    let first = try signed()
    var factors = [Expression.Operand(isInverse: false, operatorOffset: offset, expression: first)]
    while stands("*") || stands("/") {
      let (isDivision, place) = (stands("/"), token.offset)
      position += 1
      factors.append(
        Expression.Operand(
          isInverse: isDivision, operatorOffset: place, expression: try signed()))
    }
    return factors.count == 1 ? first : Expression(offset: offset, kind: .product(factors))
  }

  private mutating func signed() throws(FormulaError) -> Expression {
    let offset = token.offset
    guard skip("-") else { return try power() }
    try enter()
    let inner = try signed()
    leave()
    return Expression(offset: offset, kind: .negated(inner))
  }

  private mutating func power() throws(FormulaError) -> Expression {
    let offset = token.offset
    let base = try primary()
    let operatorOffset = token.offset
    guard skip("^") else { return base }
    try enter()
    let exponent = try signed()
    leave()
    return Expression(
      offset: offset, kind: .power(base, exponent, operatorOffset: operatorOffset))
  }
}

extension FormulaParser {
  private mutating func primary() throws(FormulaError) -> Expression {
    let start = token
    switch start.kind {
    case .literal(let literal):
      position += 1
      try refuseLag()
      return Expression(offset: start.offset, kind: .literal(literal))
    case .name(let name):
      return try named(name)
    case .sign("("):
      position += 1
      try enter()
      let inner = try disjunction()
      leave()
      guard skip(")") else { throw unclosed(start) }
      try refuseLag()
      return Expression(offset: start.offset, kind: inner.kind)
    case .end: throw FormulaError(.unexpectedEnd, at: start.offset)
    case .sign, .lag: throw FormulaError(.unexpected(start.text), at: start.offset)
    }
  }

  private mutating func named(_ name: String) throws(FormulaError) -> Expression {
    let offset = token.offset
    guard !FormulaScanner.operatorWords.contains(name) else {
      throw FormulaError(.unexpected(name), at: offset)
    }
    position += 1
    if stands("(") { return try call(name, at: offset) }
    if let function = FormulaFunction(rawValue: name) {
      throw FormulaError(
        .functionWithoutArguments(name, example: function.example), at: offset)
    }
    guard name != "sum" else {
      throw FormulaError(
        .functionWithoutArguments(name, example: "sum(services.volume)"), at: offset)
    }
    let lag = lag()
    guard name == "year" || name == "quarter" else {
      return Expression(offset: offset, kind: .reference(name, lag))
    }
    guard lag == .none else { throw FormulaError(.noLag(name), at: offset) }
    return Expression(offset: offset, kind: name == "year" ? .year : .quarter)
  }

  private mutating func lag() -> Formula.Lag {
    guard case .lag(let lag, _) = token.kind else { return .none }
    position += 1
    return lag
  }

  private mutating func call(_ name: String, at offset: Int) throws(FormulaError) -> Expression {
    if name == "sum" { return try leafSum(at: offset) }
    guard let function = FormulaFunction(rawValue: name) else {
      throw FormulaError(
        .unknownFunction(name, nearest: NearestName.of(name, among: Self.functionNames)),
        at: offset)
    }
    let arguments = try arguments()
    guard function.arity.contains(arguments.count) else {
      throw FormulaError(
        .wrongArguments(name, found: arguments.count, example: function.example), at: offset)
    }
    return Expression(offset: offset, kind: .call(function, arguments))
  }

  private mutating func arguments() throws(FormulaError) -> [Expression] {
    let opening = token
    position += 1
    try enter()
    var arguments: [Expression] = []
    if !stands(")") {
      repeat { arguments.append(try disjunction()) } while skip(",")
    }
    leave()
    guard skip(")") else { throw unclosed(opening) }
    try refuseLag()
    return arguments
  }

  /// `sum(activity.quantity)`, with a lag or without.
  private mutating func leafSum(at offset: Int) throws(FormulaError) -> Expression {
    position += 1
    guard case .name(let path) = token.kind, let point = path.lastIndex(of: ".") else {
      throw FormulaError(.sumOfNoPath, at: offset)
    }
    let pathOffset = token.offset
    position += 1
    let lag = lag()
    guard skip(")") else {
      throw token.kind == .end
        ? FormulaError(.unclosed, at: offset) : FormulaError(.sumOfNoPath, at: offset)
    }
    try refuseLag()
    return Expression(
      offset: pathOffset,
      kind: .leafSum(
        activity: String(path[..<point]), quantity: String(path[path.index(after: point)...]),
        lag))
  }

  private func refuseLag() throws(FormulaError) {
    guard case .lag = token.kind else { return }
    throw FormulaError(.lagBehindNoName, at: token.offset)
  }

  /// Why a parenthesis does not close where it should.
  private func unclosed(_ opening: FormulaScanner.Token) -> FormulaError {
    token.kind == .end ? FormulaError(.unclosed, at: opening.offset) : behind()
  }

  /// What is wrong with a token behind a complete expression.
  private func behind() -> FormulaError {
    let last = tokens[position - 1]
    switch token.kind {
    case .sign(","): return FormulaError(.strayComma, at: token.offset)
    case .literal:
      if case .literal(let number) = last.kind, number.unit == .number {
        return FormulaError(.blankInNumber(last.text + " " + token.text), at: last.offset)
      }
      return missingOperator(behind: last)
    case .name(let name) where !FormulaScanner.operatorWords.contains(name):
      return missingOperator(behind: last)
    case .sign("("): return missingOperator(behind: last)
    default: return FormulaError(.unexpected(token.text), at: token.offset)
    }
  }

  private func missingOperator(behind last: FormulaScanner.Token) -> FormulaError {
    FormulaError(.missingOperator(left: last.text, right: token.text), at: token.offset)
  }
}
