import GrowthModel
import Testing

/// What formulas mean: precedence, units, time, and what they ask of their quantities.
@Suite struct FormulaTests {
  @Test(
    arguments: [
      ("2 + 3 * 4", 14), ("(2 + 3) * 4", 20), ("2 - 3 - 4", -5), ("2 - (3 - 4)", 3),
      ("24 / 4 / 2", 3), ("24 / (4 / 2)", 12), ("24 / 4 * 2", 12), ("2 ^ 3 ^ 2", 512),
      ("(2 ^ 3) ^ 2", 64), ("-2 ^ 2", -4), ("(-2) ^ 2", 4), ("2 ^ -1", 0.5), ("2 * -3", -6),
      ("- -3", 3), ("--3", 3), ("2 * 3 ^ 2", 18), ("6 / 2 * (1 + 2)", 9), ("1e-1 * 1e3", 100),
      (".5 + .5", 1), ("36_274", 36_274), ("min(3, 1, 2)", 1), ("max(3, 1, 2)", 3),
      ("clamp(5, 1, 3)", 3), ("clamp(0, 1, 3)", 1), ("clamp(2, 1, 3)", 2), ("abs(-3)", 3),
      ("sqrt(9)", 3), ("pow(2, 10)", 1024), ("exp(0)", 1), ("sin(0)", 0), ("cos(0)", 1),
      ("log(1)", 0), ("year", 2026),
      ("quarter", 3), ("if(1 < 2, 3, 4)", 3), ("if(1 > 2, 3, 4)", 4), ("if(2 <= 2, 3, 4)", 3),
      ("if(2 >= 2, 3, 4)", 3), ("if(2 == 2, 3, 4)", 3), ("if(2 != 2, 3, 4)", 4),
      ("if(not 1 > 2, 3, 4)", 3), ("if(not 1 > 2 and 1 > 2, 3, 4)", 4),
      ("if(1 < 2 or 1 > 2 and 1 > 2, 3, 4)", 3), ("if((1 < 2 or 1 > 2) and 1 > 2, 3, 4)", 4),
      ("if(1 + 1 > 1 * 1 and 1 < 2, 3, 4)", 3), ("rate(0.5)", 0.5), ("number(50%)", 0.5),
    ] as [(String, Double)])
  func bindsAsUsual(text: String, value: Double) throws {
    #expect(try FixtureBuilder.value(text) == value)
    // The same with quantities in place of the numbers: nothing is worked out beforehand.
    for digit in ["2", "3"] {
      let parts = text.split(separator: " ", omittingEmptySubsequences: false)
      let named = parts.map { $0 == digit ? "index" : $0 }.joined(separator: " ")
      #expect(try FixtureBuilder.value(named, ["index": Double(digit) ?? 0]) == value, "\(named)")
    }
  }

  @Test(
    arguments: [
      ("8%", 0.08, .rate), ("0.5 pp", 0.005, .percentagePoints), ("8 %", 0.08, .rate),
      ("1.2 trillion VND", 1200, .money), ("36274 billion VND", 36_274, .money),
      ("61.8 million VND per person", 0.0618, .moneyPerPerson),
      ("5.3 million visits", 5_300_000, .count("visits")), ("3 visits", 3, .count("visits")),
      ("12 lượt khách", 12, .count("lượt khách")), ("2025-07-01", 2025 + 181.0 / 365, .date),
      ("18 months", 1.5, .duration), ("1 year", 1, .duration), ("73 days", 0.2, .duration),
      ("3", 3, .number), ("5 thousand persons", 5000, .count("persons")),
    ] as [(String, Double, Unit)])
  func readsFigures(text: String, value: Double, unit: Unit) throws {
    #expect(try FixtureBuilder.value(text) == value)
    let checked = try FormulaFixture.formula(text).check(in: FormulaFixture(), expecting: nil)
    #expect(checked.errors == [])
    #expect(checked.unit == unit)
  }

  @Test(
    arguments: [
      ("growth + 0.5 pp", .rate), ("growth - 8%", .percentagePoints), ("growth * growth", .rate),
      ("growth / trade.growth", .number), ("2 * growth", .rate), ("growth / 2", .rate),
      ("1 + growth", .number), ("1 - growth - 8%", .number), ("growth - 1", .number),
      ("1 + growth + index", .number), ("(1 + growth) * (1 + 2%) - 1", .number),
      ("rate((1 + growth) * 1.02 - 1)", .rate), ("number(growth) + 1.5", .number),
      ("grdp * growth", .money), ("grdp / trade.volume", .number), ("2 * grdp", .money),
      ("grdp / tourism.visits", .moneyPer("visit")), ("grdp / population", .moneyPerPerson),
      ("spending * tourism.visits", .money), ("grdp / spending", .count("visits")),
      ("grdp.perPerson * population", .money), ("grdp / population * 3 persons", .money),
      ("opening - 2025-01-01", .duration), ("opening + 18 months", .date),
      ("ramp + opening", .date), ("opening - ramp", .date), ("ramp / 1 year", .number),
      ("tourism.visits / ramp * ramp", .count("visits")), ("gap * 2", .percentagePoints),
      ("index * (growth - trade.growth)", .percentagePoints), ("sum(all.volume)", .money),
      ("sum(all.contribution)", .percentagePoints), ("sum(services.share)", .rate),
      ("max(growth, 0)", .rate), ("max(grdp, 0)", .money), ("if(growth > 0, grdp, 0)", .money),
      ("if(opening < 2026-01-01, 1, 2)", .number), ("sqrt(grdp * grdp)", .money),
      ("sqrt(growth)", .rate), ("growth ^ 2", .rate), ("grdp ^ 2 / grdp", .money),
      ("(grdp / trade.volume) ^ trade.share", .number), ("abs(growth - 8%)", .percentagePoints),
      ("exp(growth)", .number), ("log(1 + growth)", .number), ("industry.orders", .count("orders")),
      ("growth - 8% + 1 pp", .percentagePoints), ("0", .number), ("-0 + growth", .rate),
    ] as [(String, Unit)])
  func givesUnits(text: String, unit: Unit) throws {
    let checked = try FormulaFixture.formula(text).check(in: FormulaFixture(), expecting: nil)
    #expect(checked.errors == [])
    #expect(checked.unit == unit)
    let wanted = try FormulaFixture.formula(text).check(in: FormulaFixture(), expecting: unit)
    #expect(wanted.unit == unit && wanted.errors == [])
  }

  /// A difference of rates serves as a rate too, and zero as anything but a date.
  @Test func takesTheUnitThatIsWanted() throws {
    for text in ["growth - 8%", "index * (growth - 8%)", "0"] {
      for unit in [Unit.rate, .percentagePoints] {
        let checked = try FormulaFixture.formula(text).check(in: FormulaFixture(), expecting: unit)
        #expect(checked.unit == unit)
      }
    }
    let zero = try FormulaFixture.formula("0")
    #expect(zero.check(in: FormulaFixture(), expecting: .date).unit == nil)
  }

  @Test func listsReferences() throws {
    let formula = try FormulaFixture.formula(
      "1 + services.growth[-1] * industry-construction.share[ -2y ] - sum(all.growth[-4]) + year")
    typealias Reference = Formula.Reference
    let found = formula.references
    #expect(found.map(\.path) == ["services.growth", "industry-construction.share", "all.growth"])
    #expect(found.map(\.lag) == [.steps(1), .years(2), .steps(4)])
    #expect(found.map(\.offset) == [4, 26, 67])
    #expect(found.map(\.isLeafSum) == [false, false, true])
  }

  /// Offsets count Unicode scalars, not bytes.
  @Test func offsetsCountScalars() throws {
    let formula = try FormulaFixture.formula("12 lượt khách * nowhere")
    #expect(formula.check(in: FormulaFixture(), expecting: nil).errors.map(\.offset) == [16])
  }

  @Test func looksBackInTime() throws {
    var builder = FixtureBuilder()
    let formula = try FormulaFixture.formula("growth[-1] + growth[-1y] + growth[-3]")
    let node = formula.lower(with: &builder, at: Period(year: 2026, quarter: 1))
    #expect(node != nil)
    #expect(builder.graph.inputNames == ["growth@2025Q4", "growth@2025Q1", "growth@2025Q2"])
    #expect(formula.lower(with: &builder, at: Period(year: 2025, quarter: 2)) == nil)
  }

  /// What a fixed condition rules out needs no past.
  @Test func fixedConditionsAreSettled() throws {
    var builder = FixtureBuilder()
    let period = Period(year: 2025, quarter: 1)
    for text in [
      "if(year > 2025, growth[-1], 3%)", "if(year == 2025 or growth[-1] > 0, 3%, 2%)",
      "if(year > 2025 and growth[-1] > 0, 2%, 3%)",
    ] {
      let node = try #require(try FormulaFixture.formula(text).lower(with: &builder, at: period))
      #expect(builder.graph.operations[node.index] == .constant(0.03))
    }
    #expect(builder.graph.inputNames == [])
    builder.constants["ratio"] = 2
    let node = try #require(
      try FormulaFixture.formula("if(ratio > 1, 3 / ratio, growth[-1])").lower(
        with: &builder, at: period))
    #expect(builder.graph.operations[node.index] == .constant(1.5))
  }

  /// What may not be met, where x is in -1...4, with the place of the operation.
  @Test(
    arguments: [
      ("1 / a", [2]), ("1 / (a + 2)", []), ("1 / (a * a + 1)", []), ("1 / (a ^ 2)", [2]),
      ("1 / max(a, 0.5)", []), ("1 / clamp(a, 0.1, 2)", []), ("log(a)", [0]),
      ("log(a + 1)", [0]), ("log(a + 1.5)", []), ("sqrt(a)", [0]), ("sqrt(a + 1)", []),
      ("sqrt(abs(a))", []), ("a ^ 0.5", [2]), ("a ^ 1.5", [2]), ("a ^ -1", [2]), ("a ^ 3", []),
      ("2 ^ a", []), ("a ^ b", [2]), ("exp(a)", []), ("1 / exp(a)", []),
      ("if(a > 0, 1 / a, 0)", []), ("if(a >= 0, 1 / a, 0)", [13]), ("if(a != 0, 1 / a, 0)", []),
      ("if(a <= 0.5, 0, 1 / a)", []), ("if(0 < a, log(a), 0)", []),
      ("if(a > 0 and b > 0, 1 / a, 0)", []), ("if(a > 0 or b > 0, 1 / a, 0)", [21]),
      ("if(not a <= 0, 1 / a, 0)", []), ("if(a <= 0 or b < 1, 0, 1 / a)", []),
      ("if(a > 0 and 1 / a > 2, 1, 0)", []), ("if(a > 0.5, 1 / (2 * a - 1), 0)", [14]),
      ("if(a > 1, 1 / (2 * a - 1), 0)", []), ("if(a > 5, 1 / (a - a), 0)", []),
      ("if(a > b, 1 / (a - b), 0)", [12]), ("if(a == 2, 1 / a, 0)", []),
      ("1 / if(a > 1, a, 1)", []), ("1 / if(a > 0, a + 1, 2)", []), ("if(b >= 0.5, 1 / b, 0)", []),
      ("1 / (1 - 1 * ratio + ratio - 1)", [2]), ("1 / (a - 5)", []),
    ] as [(String, [Int])])
  func findsWhatCannotBeWorkedOut(text: String, offsets: [Int]) throws {
    var builder = FixtureBuilder()
    _ = try FormulaFixture.formula(text).lower(with: &builder, at: FixtureBuilder.period)
    let unmet = builder.graph.unmet(builder.demands) { FormulaSampler.range(of: $0) }
    #expect(unmet.map(\.demand.offset) == offsets)
  }

  @Test(
    arguments: [
      ("a * a", 0...16), ("a ^ 2", 0...16), ("a * b", -1.5...6), ("max(a, 1)", 1...4),
      ("clamp(a, 0, 2)", 0...2), ("abs(a)", 0...4), ("1 / (a + 2)", 1.0 / 6...1),
      ("if(a > 1, a, 1)", 1...4), ("if(a > 9, a, 1)", 1...1), ("min(a, 9)", -1...4),
      ("a - a", -5...5), ("2 - 3 * a", -10...5),
    ] as [(String, ClosedRange<Double>)])
  func boundsValues(text: String, range: ClosedRange<Double>) throws {
    var builder = FixtureBuilder()
    let node = try #require(
      try FormulaFixture.formula(text).lower(with: &builder, at: FixtureBuilder.period))
    let found = builder.graph.ranges { FormulaSampler.range(of: $0) }[node.index]
    #expect(abs(found.lowerBound - range.lowerBound) < 1e-12)
    #expect(abs(found.upperBound - range.upperBound) < 1e-12)
  }

  /// Inputs without bounds, as those of a normal distribution would be.
  @Test func infinitiesAreBounds() throws {
    for (text, range) in [
      ("0 * a", 0...0), ("a * a", 0...Double.infinity), ("exp(a)", 0...Double.infinity),
      ("exp(-abs(a))", 0...1), ("a - a", -.infinity ... .infinity),
      ("a / (1 + a ^ 2)", -.infinity ... .infinity), ("max(a, 3)", 3...Double.infinity),
      ("1 / (1 + a ^ 2)", 0...1),
    ] as [(String, ClosedRange<Double>)] {
      var builder = FixtureBuilder()
      let node = try #require(
        try FormulaFixture.formula(text).lower(with: &builder, at: FixtureBuilder.period))
      let found = builder.graph.ranges { _ in -.infinity ... .infinity }[node.index]
      #expect(found.lowerBound == range.lowerBound, "\(text)")
      #expect(
        found.upperBound == range.upperBound
          || abs(found.upperBound - range.upperBound) < 1e-11, "\(text)")
    }
  }
}
