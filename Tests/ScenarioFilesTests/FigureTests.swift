import GrowthModel
import Testing

@testable import ScenarioFiles

@Suite struct FigureTests {
  struct Case: Sendable {
    let text: String
    let value: Double
    let unit: Unit
    let written: String

    init(_ text: String, _ value: Double, _ unit: Unit, _ written: String) {
      self.text = text
      self.value = value
      self.unit = unit
      self.written = written
    }
  }

  @Test(arguments: [
    Case("8%", 0.08, .rate, "8%"),
    Case("-1.5 %", -0.015, .rate, "-1.5%"),
    Case("+1.5%", 0.015, .rate, "1.5%"),
    Case("0.5 pp", 0.005, .percentagePoints, "0.5 pp"),
    Case("0.5pp", 0.005, .percentagePoints, "0.5 pp"),
    Case("36274 billion VND", 36274, .money, "36274 billion VND"),
    Case("36_274  billion\tVND", 36274, .money, "36274 billion VND"),
    Case("1.2 trillion VND", 1200, .money, "1.2 trillion VND"),
    Case("1.1 million VND", 0.0011, .money, "1.1 million VND"),
    Case("61.8 million VND per person", 0.0618, .moneyPerPerson, "61.8 million VND per person"),
    Case("5.3 million visits", 5_300_000, .count("visits"), "5.3 million visits"),
    Case("1.3396 million persons", 1_339_600, .count("persons"), "1.3396 million persons"),
    Case("3 thousand lượt khách", 3000, .count("lượt khách"), "3 thousand lượt khách"),
    Case("7 visits", 7, .count("visits"), "7 visits"),
    Case("0.3", 0.3, .number, "0.3"),
    Case(".5", 0.5, .number, "0.5"),
    Case("1e3", 1000, .number, "1e3"),
    Case("1.5e-3%", 0.000015, .rate, "1.5e-3%"),
    Case("0", 0, .number, "0"),
    Case("-0.0%", 0, .rate, "-0.0%"),
  ]) func readsFigures(_ example: Case) throws {
    let figure = try Figure.parse(example.text)
    #expect(figure.value == example.value)
    #expect(figure.unit == example.unit)
    #expect(figure.text == example.written)
  }

  /// No minus before a zero, which results would show.
  @Test(arguments: ["-0", "-0%", "-0.00e5 billion VND"])
  func zeroHasNoSign(_ text: String) throws {
    #expect(try Figure.parse(text).value.sign == .plus)
  }

  /// A scale moves the decimal point of the text, so that the result is rounded once.
  @Test func roundsOnce() throws {
    for hundredths in -2000...2000 {
      let figure = try Figure.parse("\(hundredths / 100).\(abs(hundredths) % 100 + 100)%")
      let digits = "\(hundredths / 100).\(abs(hundredths) % 100 + 100)"
      #expect(figure.value == Double(digits + "e-2"))
    }
    #expect(try Figure.parse("0.1 trillion VND").value == 100)
    #expect(try Figure.parse("2.3 million VND per person").value == 0.0023)
  }

  @Test(arguments: [
    ("", FigureFact.notNumber("")),
    ("%", .notNumber("%")),
    ("-", .notNumber("-")),
    ("nan", .notFinite("nan")),
    ("-.inf", .notFinite("-.inf")),
    ("Infinity", .notFinite("Infinity")),
    ("0x1F", .hexadecimal("0x1F")),
    ("1e400", .tooLarge("1e400")),
    ("1e999999999999999999999", .tooLarge("1e100000")),
    ("1e-400", .tooSmall("1e-400")),
    ("8,5%", .decimalComma("8,5%", ambiguous: false)),
    ("36,274 billion VND", .decimalComma("36,274 billion VND", ambiguous: true)),
    ("1,234,567", .thousandsComma("1,234,567")),
    ("36 274 billion VND", .thousandsBlank("36 274 billion VND")),
    ("1.2.3", .strayPoint("1.2.3")),
    ("5.", .strayPoint("5.")),
    ("1__0", .strayUnderscore("1__0")),
    ("1_ 0", .strayUnderscore("1_ 0")),
    ("\u{2212}1%", .typographicMinus("\u{2212}1%")),
    ("8 percent", .percentSpelled("8 percent")),
    ("8%%", .textBehindUnit("8%%", unit: "%")),
    ("5 billion", .scaleWithoutUnit("5 billion")),
    ("61.8 million per person", .perPersonWithoutCurrency("61.8 million per person")),
    ("5 per person", .perPersonWithoutCurrency("5 per person")),
    ("5 VND each year", .textBehindUnit("5 VND each year", unit: "VND")),
    ("5 millon VND", .misspeltScale("5 millon VND", word: "millon", scale: "million")),
    ("5 $", .unknownUnit("5 $", unit: "$")),
    ("\u{0668}%", .notNumber("\u{0668}%")),
  ]) func refusesWhatIsNoFigure(_ text: String, _ fact: FigureFact) {
    #expect(throws: fact) { try Figure.parse(text) }
  }

  @Test(arguments: [
    (0.08, Unit.rate, "8%"), (-0.0149999, .rate, "-1.5%"), (0.005, .percentagePoints, "0.5 pp"),
    (36274.25, .money, "36274.25 billion VND"),
    (0.0618, .moneyPerPerson, "61.8 million VND per person"),
    (1_339_600, .count("persons"), "1339600 persons"), (0, .number, "0"),
    (1e300, .number, "1e+300"),
    (-0.00000001, .number, "0"),
  ]) func writesFigures(_ value: Double, _ unit: Unit, _ text: String) {
    #expect(FigureText.write(value, unit: unit, currency: "VND") == text)
  }

  @Test(arguments: [
    ("1M", 1_000_000), ("250k", 250_000), ("2.5M", 2_500_000), ("500_000", 500_000), ("1", 1),
    ("1000M", 1_000_000_000), ("4G", 4_000_000_000), ("10 thousand", 10_000),
  ]) func readsDraws(_ text: String, _ count: Int) {
    #expect(DrawCount.parse(text) == count)
  }

  @Test(arguments: ["0", "-1", "1.5", "5G", "many", "", "1e400", "5%", "1MM"])
  func refusesDraws(_ text: String) {
    #expect(DrawCount.parse(text) == nil)
  }
}
