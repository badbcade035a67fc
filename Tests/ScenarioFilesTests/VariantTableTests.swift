import Foundation
import Testing

@testable import ScenarioFiles

@Suite struct VariantTableTests {
  private func read(_ text: String) throws -> (design: VariantDesign?, diagnostics: [Diagnostic]) {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("growth-variants-" + UUID().uuidString + ".csv")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return VariantTable.read(path: url.path)
  }

  @Test func rows() throws {
    let found = try read(
      "\u{feff}# a remark\r\ncredit.growth (%), investment.plan ,note (billion VND)\r\n5,5000 billion VND,1\r\n\r\n"
        + ",\"{distribution: normal, mean: 1, sd: 2}\",\r\n")
    let design = try #require(found.design)
    #expect(found.diagnostics.isEmpty)
    #expect(design.axes.map(\.path) == ["credit.growth", "investment.plan", "note"])
    #expect(design.count == 2)
    #expect(
      design.overrides(0)
        == ["credit.growth=5%", "investment.plan=5000 billion VND", "note=1 billion VND"])
    #expect(design.overrides(1) == ["investment.plan={distribution: normal, mean: 1, sd: 2}"])
    #expect(design.values(1)[0] == "")
  }

  @Test(arguments: [
    ("", ": error: the file of variants has no table"),
    ("# only a remark\n", ": error: the file of variants has no table"),
    ("a,b\n", ": error: the file of variants has a header and no rows"),
    ("a,\n1,2\n", ":1:3: error: a column has no title"),
    ("a,b=c\n1,2\n", ":1:3: error: the title 'b=c' is not a path"),
    ("a,a (%)\n1,2\n", ":1:3: error: there is a second column 'a'"),
    ("a,b\n1\n", ":2:1: error: the row has 1 cells"),
    ("a,b\n1,2\n,\n", ":3:1: warning: the row leaves every value as it is"),
    ("a;b\n1;2\n", ":1:1: error: the columns are separated by ';'"),
    ("a,b\n1,\"2\n", ":2:3: error: a quotation mark is opened and not closed"),
  ])
  func mistakes(_ text: String, _ message: String) throws {
    let found = try read(text)
    #expect(found.diagnostics.contains { "\($0)".contains(message) }, "\(found.diagnostics)")
    #expect((found.design == nil) == message.contains("error"))
  }

  @Test func missing() {
    let found = VariantTable.read(path: "absent.csv")
    #expect(found.design == nil)
    #expect(found.diagnostics.first?.hint?.contains("the folder you are in") == true)
  }
}
