import Languages
import Reporting
import TestSupport
import Testing

@Suite struct CheckReportTests {
  private let report = CheckReport(files: [
    .init(
      file: "a.yaml",
      diagnostics: [
        .init(
          path: "a.yaml", line: 3, column: 7, severity: .error, message: "a rate without '%'",
          hint: "write 8%"),
        .init(path: "base.yaml", line: 9, severity: .warning, message: "no source"),
        .init(path: "a.yaml", severity: .warning, message: "no targets"),
      ]),
    .init(file: "b.yaml", diagnostics: []),
  ])

  @Test func text() {
    #expect(
      report.text() == """
        a.yaml:3:7: error: a rate without '%'
          hint: write 8%
        base.yaml:9: warning: no source
        a.yaml: warning: no targets
        a.yaml: 1 error, 2 warnings
        b.yaml: no problems

        """)
    #expect(CheckReport(files: []).text().isEmpty)
  }

  @Test func textInVietnamese() {
    Language.$current.withValue(.vietnamese) {
      #expect(
        report.text() == """
          a.yaml:3:7: lỗi: a rate without '%'
            gợi ý: write 8%
          base.yaml:9: cảnh báo: no source
          a.yaml: cảnh báo: no targets
          a.yaml: 1 lỗi, 2 cảnh báo
          b.yaml: không có vấn đề

          """)
    }
  }

  @Test func json() throws {
    let json = try JSONValue(report.json())
    #expect(json["format"] == .string("growth.check/1"))
    let file = try #require(json["files"]?[0])
    #expect(file["file"] == .string("a.yaml"))
    #expect(file["errors"] == .number(1))
    #expect(file["warnings"] == .number(2))
    #expect(
      file["diagnostics"]?[0]
        == .object([
          "path": .string("a.yaml"), "line": .number(3), "column": .number(7),
          "severity": .string("error"), "message": .string("a rate without '%'"),
          "hint": .string("write 8%"),
        ]))
    #expect(file["diagnostics"]?[2]?["line"] == .null)
    #expect(file["diagnostics"]?[2]?["hint"] == .null)
    #expect(json["files"]?[1]?["diagnostics"] == .array([]))
  }
}
