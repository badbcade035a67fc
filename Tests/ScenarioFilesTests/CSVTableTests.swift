import Testing

@testable import ScenarioFiles

@Suite struct CSVTableTests {
  @Test func knowsTheColumnOfEachCell() throws {
    let findings = Findings(main: "a.csv")
    let text = "# remark, with a comma\r\n\r\nyear, \"a, \"\"b\"\" (%)\",c\r\n2011,  1.5 ,\r\n"
    let table = try #require(CSVTable.read(text, path: "a.csv", into: findings))
    #expect(table.header.map(\.text) == ["year", "a, \"b\" (%)", "c"])
    #expect(
      table.header.map { $0.location.description } == ["a.csv:3:1", "a.csv:3:7", "a.csv:3:22"])
    #expect(table.rows.count == 1)
    #expect(table.rows[0].map(\.text) == ["2011", "1.5", ""])
    #expect(table.rows[0].map { $0.location.column } == [1, 8, 13])
    #expect(!findings.hasErrors)
  }

  @Test(arguments: ["", "# only a remark\n", "\n\n"]) func reportsEmptyTables(_ text: String) {
    let findings = Findings(main: "a.csv")
    #expect(CSVTable.read(text, path: "a.csv", into: findings) == nil)
    #expect(findings.ordered.map(\.message) == ["the history file has no table"])
  }

  @Test func reportsOpenQuotes() {
    let findings = Findings(main: "a.csv")
    #expect(CSVTable.read("year,\"a\n2011,1\n", path: "a.csv", into: findings) == nil)
    #expect(findings.ordered.map { $0.location.description } == ["a.csv:1:6"])
  }
}
