import Testing

@testable import ScenarioFiles

@Suite struct VariedPathTests {
  private func values(_ argument: String) throws -> [String] {
    let design = try VariantDesign.combining([VariedPath(argument: argument)], .grid)
    return (0..<design.count).map { design.values($0)[0] }
  }

  @Test(
    arguments: [
      (
        "a=5000 billion VND..7500 billion VND:6", ["5000", "5500", "6000", "6500", "7000", "7500"],
        " billion VND"
      ),
      ("a=-10%..10%:5", ["-10", "-5", "0", "5", "10"], "%"),
      ("a=-10..10%:5", ["-10", "-5", "0", "5", "10"], "%"),
      ("a=10..-10%:3", ["10", "0", "-10"], "%"),
      ("a=-0.1..0.1:5", ["-0.1", "-0.05", "0", "0.05", "0.1"], ""),
      ("a=0..1:4", ["0", "0.333333333333333", "0.666666666666667", "1"], ""),
      ("a=-1..0:4", ["-1", "-0.666666666666667", "-0.333333333333333", "0"], ""),
      ("a=1e-3..3e-3:3", ["0.001", "0.002", "0.003"], ""),
      ("a=1e9..3e9 VND:2", ["1000000000", "3000000000"], " VND"),
      ("a=1_000..3_000 visits : 3", ["1000", "2000", "3000"], " visits"),
      ("a= .5 .. 1.5 pp:3", ["0.5", "1", "1.5"], " pp"),
    ] as [(String, [String], String)])
  func ranges(_ argument: String, _ numbers: [String], _ unit: String) throws {
    #expect(try values(argument) == numbers.map { $0 + unit })
  }

  /// Ends are met exactly and steps are exact decimals however many there are.
  @Test func aThousandValues() throws {
    let found = try values("a=0..1:1001")
    #expect(found[1] == "0.001" && found[300] == "0.3" && found[700] == "0.7")
    #expect(found.last == "1" && Set(found).count == 1001)
  }

  @Test(
    arguments: [
      ("a=5%,6%,7%", ["5%", "6%", "7%"]),
      ("a=2025-03-31, 2025-06-30", ["2025-03-31", "2025-06-30"]),
      (
        "a={distribution: normal, mean: 5%, sd: 1%}, 5%",
        ["{distribution: normal, mean: 5%, sd: 1%}", "5%"]
      ),
      ("a=[1%, 2%],[3%, 4%]", ["[1%, 2%]", "[3%, 4%]"]),
      ("a=\"one, two\",three", ["\"one, two\"", "three"]),
      ("a=../x.csv,../y.csv", ["../x.csv", "../y.csv"]),
      ("a=don't,do", ["don't", "do"]),
      ("a=b=c,d", ["b=c", "d"]),
    ] as [(String, [String])])
  func lists(_ argument: String, _ expected: [String]) throws {
    #expect(try values(argument) == expected)
  }

  @Test(arguments: [
    ("a", "'a' has no values"), ("=1..2:3", "has no path"), ("a=", "an empty value"),
    ("a=1%,,2%", "an empty value"), ("a={b: 1,c", "lack a closing }"),
    ("a=\"b,c", "lack a closing \""),
    ("a=1..2", "not said how many values"), ("a=1..2:1", "'1' is not a number of values"),
    ("a=1..2:x", "'x' is not a number of values"),
    ("a=1..2:1.5", "'1.5' is not a number of values"),
    ("a=1..2:9999999999999999999", "is not a number of values"),
    ("a=5..5%:3", "begins where it ends"), ("a=1...5:3", "three points"),
    ("a=5%..10:3", "behind the first number only"), ("a=5%..10 pp:3", "two units, '%' and 'pp'"),
    ("a=1..2:3,5", "has a range in it"), ("a=1,5..7:2", "has a range in it"),
    ("a=2025-01-01..2025-02-01:2", "is one of days"),
    ("a=1,5..2,5:3", "has a range in it"), ("a=0..nan:3", "nan"),
    ("a=1..12345678901234567890:3", "too many digits"), ("a=5%,5%", "a value twice"),
    ("a=1..1e99:3", "too many digits"),
  ])
  func mistakes(_ argument: String, _ message: String) throws {
    do {
      let found = try values(argument)
      Issue.record("\(argument) gives \(found.prefix(5))")
    } catch let mistake as VariantMistake {
      #expect(mistake.message.contains(message), "\(mistake)")
      #expect(!mistake.hint.isEmpty)
    }
  }
}
