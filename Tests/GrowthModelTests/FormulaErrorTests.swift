import GrowthModel
import Languages
import TestSupport
import Testing

/// Everything that can be wrong with a formula, with its place, what is said and what is advised.
@Suite struct FormulaErrorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let offset: Int
    let message: String
    let hint: String?
    var expecting: Unit?

    init(
      _ text: String, _ offset: Int, _ message: String, _ hint: String?, expecting: Unit? = nil
    ) {
      self.text = text
      self.offset = offset
      self.message = message
      self.hint = hint
      self.expecting = expecting
    }

    var testDescription: String { text.isEmpty ? "empty" : String(text.prefix(60)) }
  }

  static let syntax: [Case] = [
    Case("", 0, "the formula is empty", "write an expression such as `services.growth + 0.5 pp`"),
    Case("  ", 0, "the formula is empty", "write an expression such as `services.growth + 0.5 pp`"),
    Case(
      "a + é", 4, "'é' does not belong in a formula",
      "names have the letters a to z, digits, hyphens and points; operators are `+ - * / ^`"),
    Case("a ** 2", 2, "'**' is not an operator", "write `^`"),
    Case("a = b", 2, "'=' is not an operator", "write `==`"),
    Case("a \u{2212} b", 2, "'\u{2212}' is not an operator", "write `-`"),
    Case("a \u{2264} b", 2, "'\u{2264}' is not an operator", "write `<=`"),
    Case("if(a > 1 && b > 1, a, b)", 9, "'&&' is not an operator", "write `and`"),
    Case("0x1f + a", 0, "'0x' is not a decimal number", "use the digits 0 to 9"),
    Case(
      "a + 1.2.3", 4, "'1.2.3' has a point too many",
      "the point is the decimal sign; set thousands apart with `_`, as in `36_274`"),
    Case(
      "36_ + a", 0, "'36_' has a '_' that does not stand between digits",
      "write it only between digits, as in `36_274`"),
    Case("1e999", 0, "'1e999' is too large to compute with", "check the exponent"),
    Case("1e-999", 0, "'1e-999' is too close to zero to compute with", "check the exponent"),
    Case(
      "opening - 2025-02-29", 10, "there is no day '2025-02-29'",
      "a date is written year-month-day, as in `2025-07-01`"),
    Case("growth + 8 percent", 9, "'8 percent' has its unit in words", "write `8%`"),
    Case("1.2 trilion VND", 4, "'trilion' is not a scale", "did you mean 'trillion'?"),
    Case(
      "3 million + a", 0, "'3 million' does not say of what",
      "name the currency or what is counted, as in `3 million visits`; for a plain number write"
        + " `3e6`"),
    Case(
      "3 VND per", 0, "'3 VND per' does not say per what",
      "name it, as in `61.8 million VND per person`"),
    Case(
      "3 per person", 0, "'3 per' names no currency before 'per'",
      "name it, as in `61.8 million VND per person`"),
    Case(
      "grdp + 3 billion USD", 17, "the amount is in USD, but the currency is VND",
      "convert it to VND"),
    Case(
      "growth[-1q]", 6, "'[-1q]' is not a lag",
      "write `[-1]` for a step of the model earlier, `[-1y]` for a year"),
    Case(
      "growth[-1", 6, "'[-1' is not a lag",
      "write `[-1]` for a step of the model earlier, `[-1y]` for a year"),
    Case(
      "growth[-2000]", 6, "'[-2000]' is not a lag",
      "write `[-1]` for a step of the model earlier, `[-1y]` for a year"),
    Case(
      "growth[1]", 6, "'[1]' does not look back",
      "a formula looks back with `[-1]`; without brackets it sees the same period"),
    Case(
      "growth[0]", 6, "'[0]' does not look back",
      "a formula looks back with `[-1]`; without brackets it sees the same period"),
    Case("year[-1]", 0, "'year' has no lag", "write `year - 1`"),
    Case(
      "a + ", 4, "the formula breaks off",
      "a figure, a name or a parenthesis is missing at its end"),
    Case(
      "a + * b", 4, "'*' is not expected here",
      "a figure, a name or a parenthesis belongs here"),
    Case(
      "+ a", 0, "'+' is not expected here", "a figure, a name or a parenthesis belongs here"),
    Case(
      "and a", 0, "'and' is not expected here", "a figure, a name or a parenthesis belongs here"),
    Case(
      "a )", 2, "')' is not expected here", "a figure, a name or a parenthesis belongs here"),
    Case(
      "2 growth.x", 2, "there is no operator between '2' and 'growth.x'",
      "write `2 * growth.x` for the product"),
    Case(
      "a (b)", 0, "there is no function 'a'",
      "there are: if, min, max, clamp, exp, log, sqrt, abs, sin, cos, pow, rate, number, sum"),
    Case(
      "36 274 + a", 0, "'36 274' has a blank in its number",
      "write the number without a blank, or set thousands apart with `_`"),
    Case(
      "0 < a < b", 6, "a comparison compares two things",
      "join two comparisons with `and`, as in `a < b and b < c`"),
    Case(
      "0,5 * a", 1, "the comma stands in no list of arguments", "the decimal sign is a point: `0.5`"
    ),
    Case("(a + b", 0, "the parenthesis is not closed", "write the `)` that belongs to it"),
    Case("a * max(a, b", 7, "the parenthesis is not closed", "write the `)` that belongs to it"),
    Case("sum(all.growth", 0, "the parenthesis is not closed", "write the `)` that belongs to it"),
    Case(
      "(a + b)[-1]", 7, "a lag stands behind something that is not a name",
      "write lags directly behind names, as in `growth[-1]`"),
    Case("sqr(a)", 0, "there is no function 'sqr'", "did you mean 'sqrt'?"),
    Case("1 + min", 4, "the function 'min' has no arguments", "write `min(a, b)`"),
    Case("sum + 1", 0, "the function 'sum' has no arguments", "write `sum(services.volume)`"),
    Case("min(a)", 0, "'min' is called with 1 argument", "write `min(a, b)`"),
    Case("exp()", 0, "'exp' is called with 0 arguments", "write `exp(x)`"),
    Case("if(a > b, a)", 0, "'if' is called with 2 arguments", "write `if(condition, a, b)`"),
    Case(
      "sum(a)", 0, "'sum' takes the quantity of an activity's leaves",
      "write `sum(services.volume)`, or `sum(all.volume)` for every leaf"),
    Case(
      "a + sum(all.growth + 1)", 4, "'sum' takes the quantity of an activity's leaves",
      "write `sum(services.volume)`, or `sum(all.volume)` for every leaf"),
    Case(
      String(repeating: "(", count: 65) + "a", 65, "the formula is nested more than 64 deep",
      "give parts of it names of their own"),
    Case(
      String(repeating: "-", count: 2000) + "a", 65, "the formula is nested more than 64 deep",
      "give parts of it names of their own"),
    Case(
      "a" + String(repeating: "^a", count: 65), 130, "the formula is nested more than 64 deep",
      "give parts of it names of their own"),
    Case(
      String(repeating: "not ", count: 65) + "a", 260, "the formula is nested more than 64 deep",
      "give parts of it names of their own"),
    Case(
      String(repeating: "a", count: 4001), 0, "the formula has 4001 characters; it may have 4000",
      "give parts of it names of their own"),
  ]

  static let makeRate = "write `rate(...)` around a number that is meant as a fraction"
  static let compare = "compare it with something, as in `growth > 8%`"
  static let choose = "choose between two numbers with `if(condition, a, b)`"
  static let divide = "divide by something of the same unit first"
  static let rate = "a rate or a share"

  static let names: [Case] = [
    Case("growht + 1%", 0, "there is no quantity 'growht'", "did you mean 'growth'?"),
    Case("1 + a-b", 4, "there is no quantity 'a-b'", "a hyphen belongs to a name: write `a - b`"),
    Case("a-1", 0, "there is no quantity 'a-1'", "a hyphen belongs to a name: write `a - 1`"),
    Case(
      "1 + services", 4, "there is no quantity 'services'",
      "name one of its quantities, such as `services.growth`"),
    Case("sum(servces.volume)", 4, "there is no activity 'servces'", "did you mean 'services'?"),
    Case(
      "sum(elsewhere-at-all.volume)", 4, "there is no activity 'elsewhere-at-all'",
      "write `all` for every leaf"),
    Case(
      "sum(services.volum)", 4, "there is no quantity 'trade.volum'",
      "did you mean 'trade.volume'?"),
    Case(
      "sum(services.employed)", 4,
      "'services.employed' is a number of persons for one leaf and a rate or a share for another",
      "sum quantities of one unit"),
  ]

  static let units: [Case] = [
    Case(
      "growth + 8", 7, "'+' has \(rate) on one side and a plain number on the other", "write `8%`"),
    Case(
      "8 - growth", 2, "'-' has a plain number on one side and \(rate) on the other", "write `8%`"),
    Case(
      "if(growth > 8, a, b)", 10, "'>' has \(rate) on one side and a plain number on the other",
      "write `8%`"),
    Case(
      "max(growth, 8)", 12, "'max' has \(rate) on one side and a plain number on the other",
      "write `8%`"),
    Case(
      "growth + index", 7, "'+' has \(rate) on one side and a plain number on the other", makeRate),
    Case(
      "index + growth", 6, "'+' has a plain number on one side and \(rate) on the other", makeRate),
    Case(
      "gap + 2", 4,
      "'+' has a difference in percentage points on one side and a plain number on the other",
      "write `2 pp`"),
    Case(
      "grdp + 5", 5, "'+' has an amount of money on one side and a plain number on the other",
      "it would be written like `36274 billion VND`"),
    Case(
      "tourism.visits > 5", 15,
      "'>' has a number of visits on one side and a plain number on the other",
      "write `5 visits`"),
    Case(
      "grdp + tourism.visits", 5,
      "'+' has an amount of money on one side and a number of visits on the other", nil),
    Case("opening + opening", 8, "'+' has a date on one side and a date on the other", nil),
    Case("2 * opening", 2, "'*' has no meaning for a date", nil),
    Case("-opening", 0, "'-' has no meaning for a date", nil),
    Case(
      "max(opening, 0)", 13, "'max' has a date on one side and a plain number on the other",
      "it would be written like `2025-07-01`"),
    Case("if(a, 1, 2)", 3, "there is a plain number where a condition belongs", compare),
    Case("a > 1 or growth", 9, "there is \(rate) where a condition belongs", compare),
    Case("not a", 4, "there is a plain number where a condition belongs", compare),
    Case("1 + (a > b)", 2, "'+' takes no condition", choose),
    Case("(a > b) * 2", 8, "'*' takes no condition", choose),
    Case("max(a > b, 2)", 11, "'max' takes no condition", choose),
    Case("if(a > b, a > 1, b > 1)", 10, "'if' takes no condition", choose),
    Case("(a > b) == (b > a)", 8, "'==' takes no condition", choose),
    Case("a > b", 0, "the formula gives a condition where a quantity belongs", nil),
    Case(
      "growth", 0, "the formula gives \(rate) where a plain number belongs",
      "write `number(...)` around a rate that is meant as a plain number", expecting: .number),
    Case(
      "log(5)", 0, "the formula gives a plain number where an amount of money belongs", nil,
      expecting: .money),
    Case("exp(grdp)", 4, "'exp' has no meaning for an amount of money", divide),
    Case("log(tourism.visits)", 4, "'log' has no meaning for a number of visits", divide),
    Case("rate(grdp)", 5, "'rate' has no meaning for an amount of money", divide),
    Case("2 ^ ramp", 4, "'^' has no meaning for a time", divide),
    Case(
      "grdp ^ a", 5, "an amount of money is raised to a power that gives it no unit",
      "use a whole number such as `2`, or divide by something of the same unit"),
    Case(
      "sqrt(grdp)", 5, "an amount of money is raised to a power that gives it no unit",
      "use a whole number such as `2`, or divide by something of the same unit"),
    Case(
      "grdp * grdp", 0, "the formula gives money^2, a unit that no quantity has",
      "multiply or divide until a unit of the model is left"),
    Case(
      "tourism.visits / population", 0,
      "the formula gives visits / persons, a unit that no quantity has",
      "multiply or divide until a unit of the model is left"),
    Case("a / 0", 2, "the formula divides by zero", nil),
    Case(
      "clamp(a, 2, 1)", 9, "the lower bound lies above the upper one", "write `clamp(x, low, high)`"
    ),
    Case(
      "8", 0, "the formula gives a plain number where \(rate) belongs", "write `8%`",
      expecting: .rate),
    Case(
      "index * 2", 0, "the formula gives a plain number where \(rate) belongs", makeRate,
      expecting: .rate),
    Case(
      "gap", 0, "the formula gives a difference in percentage points where \(rate) belongs", nil,
      expecting: .rate),
    Case(
      "8%", 0,
      "the formula gives a rate or a share where a difference in percentage points belongs",
      "it would be written like `0.5 pp`", expecting: .percentagePoints),
    Case(
      "grdp / tourism.visits", 0,
      "the formula gives an amount of money per visit where an amount of money per person belongs",
      nil, expecting: .moneyPerPerson),
    Case("a > b", 0, "the formula gives a condition where \(rate) belongs", nil, expecting: .rate),
  ]

  @Test(arguments: syntax) func refusesWhatIsNoFormula(example: Case) throws {
    let error = try #require(
      #expect(throws: FormulaError.self) { try FormulaFixture.formula(example.text) })
    #expect(error.description == example.message)
    #expect(error.offset == example.offset)
    #expect(error.hint == example.hint)
  }

  @Test("Nothing is left in English in another language", arguments: names + units)
  func vietnamese(example: Case) throws {
    try Language.$current.withValue(.vietnamese) {
      let formula = try FormulaFixture.formula(example.text)
      let (_, errors) = formula.check(in: FormulaFixture(), expecting: example.expecting)
      for error in errors {
        for text in [error.description, error.hint ?? ""] {
          #expect(EnglishWords.first(in: text) == nil, "\(text)")
        }
      }
    }
  }

  @Test(arguments: names + units) func findsWhatIsWrong(example: Case) throws {
    let formula = try FormulaFixture.formula(example.text)
    let (unit, errors) = formula.check(in: FormulaFixture(), expecting: example.expecting)
    try #require(errors.count == 1, "\(errors)")
    #expect(errors[0].description == example.message)
    #expect(errors[0].offset == example.offset)
    #expect(errors[0].hint == example.hint)
    #expect(unit == nil || errors[0].fact == .dividesByZero || errors[0].fact == .boundsExchanged)
  }

  @Test func quartersOnlyWhereThereAreAny() throws {
    let formula = try FormulaFixture.formula("1 + quarter")
    #expect(formula.check(in: FormulaFixture(), expecting: .number).errors == [])
    let errors = formula.check(in: FormulaFixture(hasQuarters: false), expecting: .number).errors
    #expect(errors.map(\.fact) == [.noQuarters])
    #expect(errors.map(\.offset) == [4])
    #expect(errors[0].description == "the model has no quarters")
    #expect(errors[0].hint == "use `year`, or give the model quarters")
  }

  /// Without a near name the known ones are listed.
  @Test func listsNamesWhereNoneIsNear() throws {
    let formula = try FormulaFixture.formula("something.far-off")
    let error = try #require(formula.check(in: FormulaFixture(), expecting: nil).errors.first)
    #expect(
      error.fact == .unknownName("something.far-off", remedy: .listing(FormulaFixture().names)))
    #expect(error.hint?.hasPrefix("there are: a, b, gap, ") == true)
  }

  @Test func manyAtOnceInTheOrderOfTheText() throws {
    let formula = try FormulaFixture.formula("max(grwth, 8) * (nowhere.to.be.found + growth / 0)")
    let errors = formula.check(in: FormulaFixture(), expecting: .rate).errors
    #expect(errors.map(\.offset) == [4, 17, 46])
  }

  @Test func aLongFlatFormulaIsNoDeepOne() throws {
    let text = "a" + String(repeating: "+a", count: 1999)
    let formula = try FormulaFixture.formula(text)
    #expect(formula.check(in: FormulaFixture(), expecting: .number).unit == .number)
    #expect(try FixtureBuilder.value(text, ["a": 0.5]) == 1000)
    #expect(formula.references.count == 2000)
  }
}
