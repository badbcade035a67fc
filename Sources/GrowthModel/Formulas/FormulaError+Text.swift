import Languages

extension FormulaError: CustomStringConvertible {
  /// What is wrong, without a full stop.
  public var description: String { fact.message.text() }

  /// How to put it right.
  public var hint: String? { fact.hint?.text() }
}

extension FormulaError.Fact {
  /// What is wrong, without a full stop.
  package var message: Phrase {
    switch self {
    case .empty: "the formula is empty"
    case .tooLong(let count):
      "the formula has \(count) characters; it may have \(Formula.maximumLength)"
    case .nestedTooDeeply: "the formula is nested more than \(Formula.maximumNesting) deep"
    case .foreignCharacter(let text): "'\(text)' does not belong in a formula"
    case .foreignOperator(let text, _): "'\(text)' is not an operator"
    case .hexadecimal(let text): "'\(text)' is not a decimal number"
    case .strayPoint(let text): "'\(text)' has a point too many"
    case .strayUnderscore(let text): "'\(text)' has a '_' that does not stand between digits"
    case .tooLarge(let text): "'\(text)' is too large to compute with"
    case .tooSmall(let text): "'\(text)' is too close to zero to compute with"
    case .noSuchDay(let text): "there is no day '\(text)'"
    case .percentSpelled(let text): "'\(text)' has its unit in words"
    case .misspeltScale(let word, _): "'\(word)' is not a scale"
    case .scaleWithoutUnit(let text): "'\(text)' does not say of what"
    case .perWithoutThing(let text): "'\(text)' does not say per what"
    case .perWithoutCurrency(let text): "'\(text)' names no currency before 'per'"
    case .wrongCurrency(let found, let currency):
      "the amount is in \(found), but the currency is \(currency)"
    case .malformedLag(let text): "'\(text)' is not a lag"
    case .looksAhead(let text): "'\(text)' does not look back"
    case .noLag(let name): "'\(name)' has no lag"
    case .unexpectedEnd: "the formula breaks off"
    case .unexpected(let text): "'\(text)' is not expected here"
    case .missingOperator(let left, let right):
      "there is no operator between '\(left)' and '\(right)'"
    case .blankInNumber(let text): "'\(text)' has a blank in its number"
    case .chainedComparison: "a comparison compares two things"
    case .strayComma: "the comma stands in no list of arguments"
    case .unclosed: "the parenthesis is not closed"
    case .lagBehindNoName: "a lag stands behind something that is not a name"
    case .unknownFunction(let name, _): "there is no function '\(name)'"
    case .functionWithoutArguments(let name, _): "the function '\(name)' has no arguments"
    case .wrongArguments(let name, 1, _): "'\(name)' is called with 1 argument"
    case .wrongArguments(let name, let found, _): "'\(name)' is called with \(found) arguments"
    case .sumOfNoPath: "'sum' takes the quantity of an activity's leaves"
    case .unknownName(let name, _): "there is no quantity '\(name)'"
    case .unknownActivity(let name, _): "there is no activity '\(name)'"
    case .unlikeLeaves(let path, let first, let other):
      "'\(path)' is \(first) for one leaf and \(other) for another"
    case .noQuarters: "the model has no quarters"
    case .unlikeUnits(let operation, let left, let right, _):
      "'\(operation)' has \(left) on one side and \(right) on the other"
    case .conditionWanted(let found): "there is \(found) where a condition belongs"
    case .conditionUsed(let operation): "'\(operation)' takes no condition"
    case .unfitUnit(let operation, let found): "'\(operation)' has no meaning for \(found)"
    case .exponentUnfit(let base): "\(base) is raised to a power that gives it no unit"
    case .wrongUnit(let found, let expected, _):
      "the formula gives \(found) where \(expected) belongs"
    case .nameless(let unit): "the formula gives \(unit), a unit that no quantity has"
    case .dividesByZero: "the formula divides by zero"
    case .boundsExchanged: "the lower bound lies above the upper one"
    }
  }
}

extension FormulaError.Fact {
  /// How to put it right; nil where nothing general can be said.
  package var hint: Phrase? {
    switch self {
    case .empty: "write an expression such as `services.growth + 0.5 pp`"
    case .tooLong, .nestedTooDeeply: "give parts of it names of their own"
    case .foreignCharacter:
      "names have the letters a to z, digits, hyphens and points; operators are `+ - * / ^`"
    case .foreignOperator(_, let instead): "write `\(instead)`"
    case .hexadecimal: "use the digits 0 to 9"
    case .strayPoint: "the point is the decimal sign; set thousands apart with `_`, as in `36_274`"
    case .strayUnderscore: "write it only between digits, as in `36_274`"
    case .tooLarge, .tooSmall: "check the exponent"
    case .noSuchDay: "a date is written year-month-day, as in `2025-07-01`"
    case .percentSpelled(let text): "write `\(text.prefix { $0 != " " && !$0.isLetter })%`"
    case .misspeltScale(_, let scale): "did you mean '\(scale)'?"
    case .scaleWithoutUnit(let text):
      """
      name the currency or what is counted, as in `\(text) visits`; for a plain number write \
      `\(text.prefix { $0 != " " })e\(Self.power(of: text))`
      """
    case .perWithoutThing: "name it, as in `61.8 million VND per person`"
    case .perWithoutCurrency: "name it, as in `61.8 million VND per person`"
    case .wrongCurrency(_, let currency): "convert it to \(currency)"
    case .malformedLag: "write `[-1]` for a step of the model earlier, `[-1y]` for a year"
    case .looksAhead: "a formula looks back with `[-1]`; without brackets it sees the same period"
    case .noLag(let name): "write `\(name) - 1`"
    case .unexpectedEnd: "a figure, a name or a parenthesis is missing at its end"
    case .unexpected: "a figure, a name or a parenthesis belongs here"
    case .missingOperator(let left, let right):
      "write `\(left) * \(right)` for the product"
    case .blankInNumber: "write the number without a blank, or set thousands apart with `_`"
    case .chainedComparison: "join two comparisons with `and`, as in `a < b and b < c`"
    case .strayComma: "the decimal sign is a point: `0.5`"
    case .unclosed: "write the `)` that belongs to it"
    case .lagBehindNoName: "write lags directly behind names, as in `growth[-1]`"
    case .unknownFunction(_, let nearest?): "did you mean '\(nearest)'?"
    case .unknownFunction: "there are: \(FormulaParser.functionNames.joined(separator: ", "))"
    case .functionWithoutArguments(_, let example), .wrongArguments(_, _, let example):
      "write `\(example)`"
    case .sumOfNoPath: "write `sum(services.volume)`, or `sum(all.volume)` for every leaf"
    case .unknownName(_, let remedy): remedy.hint
    case .unknownActivity(_, let nearest?): "did you mean '\(nearest)'?"
    case .unknownActivity: "write `all` for every leaf"
    case .unlikeLeaves: "sum quantities of one unit"
    case .noQuarters: "use `year`, or give the model quarters"
    case .unlikeUnits(_, _, _, let remedy), .wrongUnit(_, _, let remedy): remedy.hint
    case .conditionWanted: "compare it with something, as in `growth > 8%`"
    case .conditionUsed: "choose between two numbers with `if(condition, a, b)`"
    case .unfitUnit(let operation, _):
      Self.takeNumbers.contains(operation)
        ? "divide by something of the same unit first" : nil
    case .exponentUnfit: "use a whole number such as `2`, or divide by something of the same unit"
    case .nameless: "multiply or divide until a unit of the model is left"
    case .dividesByZero: nil
    case .boundsExchanged: "write `clamp(x, low, high)`"
    }
  }

  /// Operations of plain numbers only.
  private static let takeNumbers: Set = ["exp", "log", "number", "rate", "^"]

  /// The power of ten that the scale at the end of a text stands for.
  private static func power(of text: String) -> Int {
    FormulaScanner.scales.first { text.hasSuffix($0.key) }?.value ?? 0
  }
}

extension FormulaError.NameRemedy {
  var hint: Phrase? {
    switch self {
    case .nearest(let name): "did you mean '\(name)'?"
    case .activity(let quantity): "name one of its quantities, such as `\(quantity)`"
    case .subtraction(let text): "a hyphen belongs to a name: write `\(text)`"
    case .listing(let names):
      names.isEmpty ? nil : "there are: \(NearestName.list(names))"
    }
  }
}

extension FormulaError.UnitRemedy {
  var hint: Phrase? {
    switch self {
    case .write(let text): "write `\(text)`"
    case .makeRate: "write `rate(...)` around a number that is meant as a fraction"
    case .makeNumber: "write `number(...)` around a rate that is meant as a plain number"
    case .example(let text): "it would be written like `\(text)`"
    case .none: nil
    }
  }
}
