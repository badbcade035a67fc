import Testing

@testable import GrowthModel

/// Units to powers that nothing has are refused, however they come about.
@Suite struct FormulaLimitTests {
  private static func facts(_ text: String) throws -> [FormulaError.Fact] {
    try FormulaFixture.formula(text).check(in: FormulaFixture(), expecting: nil).errors.map(\.fact)
  }

  @Test(arguments: [2, 11, 30]) func powersOfPowers(_ depth: Int) throws {
    let text = (0..<depth).reduce("grdp") { inner, _ in "(\(inner)^64)" }
    let facts = try Self.facts(text)
    #expect(facts.count == 1)
    guard case .exponentUnfit? = facts.first else {
      Issue.record("\(facts)")
      return
    }
  }

  @Test func productsOfPowers() throws {
    let facts = try Self.facts("grdp^64 * grdp")
    guard case .unfitUnit("*", _)? = facts.first else {
      Issue.record("\(facts)")
      return
    }
    #expect(try Self.facts("grdp^64 / grdp^63") == [])
  }
}
