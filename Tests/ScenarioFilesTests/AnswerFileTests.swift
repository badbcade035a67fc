import Foundation
import TestSupport
import Testing

@testable import ScenarioFiles

/// Answers with what they were made from: written, read, changed and broken.
@Suite struct AnswerFileTests {
  private static let answer = """
    {
      "draws" : 1000,
      "format" : "growth.run/1",
      "mean" : 0.081,
      "names" : [
        "a",
        "b"
      ],
      "seed" : 18446744073709551615
    }

    """

  private static let page = """
    <!DOCTYPE html>
    <html><body>
    <h1>A plan</h1>
    <table id="table-growth"><thead><tr><th scope="col" data-key="period">Period</th>\
    <th scope="col" class="n" data-key="mean">Mean</th></tr></thead><tbody>
    <tr data-key="2025"><th scope="row">2025</th><td class="n"><data value="0.081">8.1%</data></td></tr>
    <tr data-key="2026"><th scope="row">2026</th><td class="n"><data value="0.09">9.0%</data></td></tr>
    </tbody></table>
    </body>
    </html>

    """

  private static let reproduction: Reproduction = {
    let files = [
      InputFiles.File(path: "x.yaml", content: .bytes(Array("a: \"</script><!--\"\n".utf8))),
      InputFiles.File(path: "y.csv", content: .bytes([0xff, 0x00])),
      InputFiles.File(path: "z.csv", content: .link(to: "y.csv")),
    ]
    return Reproduction(
      version: "1.2.3", arguments: ["run", "--seed=1", "x.yaml"],
      files: (try? InputFiles(files)) ?? InputFiles())
  }()

  private func written(_ body: (Reproduction) throws -> String) throws -> String {
    try body(Self.reproduction)
  }

  private func read(_ text: String) throws -> AnswerFile {
    try #require(AnswerFile(text: text))
  }

  /// What is said of a file.
  private func diagnostics(_ text: String) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let (answer, diagnostics) = AnswerFile.read(path: file.path)
    #expect((answer == nil) == !diagnostics.isEmpty)
    return diagnostics.map {
      [$0.location.line, $0.location.column].compactMap { $0.map { "\($0):" } }.joined()
        + $0.message
    }
  }

  // MARK: Whole

  @Test func answersAreReadAsTheyWereWritten() throws {
    let text = try written { try $0.attached(toAnswer: Self.answer) }
    #expect(text.hasPrefix(Self.answer.dropLast(3)))
    #expect(text.hasSuffix("\n  }\n}\n"))
    let keys = try #require(try JSONValue(text).object).keys
    #expect(keys.sorted() == ["draws", "format", "mean", "names", "reproduction", "seed"])
    let file = try read(text)
    #expect(file.reproduction.files == Self.reproduction.files)
    #expect(file.reproduction.arguments == Self.reproduction.arguments)
    #expect(file.reproduction.areInputsIntact)
    #expect(file.isAnswerIntact == true)
    #expect(file.randomness?.seed == .max && file.randomness?.draws == 1000)
  }

  @Test func pagesAreReadAsTheyWereWritten() throws {
    let text = try written { try $0.attached(toPage: Self.page) }
    #expect(text.ranges(of: "<script").count == 1 && text.ranges(of: "</script>").count == 1)
    #expect(!text.contains("<!--"))
    let file = try read(text)
    #expect(file.reproduction.files == Self.reproduction.files)
    #expect(file.reproduction.areInputsIntact && file.isAnswerIntact == true)
    guard case .page(let page) = file.content else {
      Issue.record("no page")
      return
    }
    #expect(String(decoding: page, as: UTF8.self) == Self.page)
  }

  @Test func tablesSayItInTheirFirstRow() throws {
    let rows = (1...3).map { "{\"format\":\"growth.sweep/1\",\"p\":0.\($0),\"variant\":\($0)}\n" }
    let text = try written { try $0.attached(toRow: rows[0]) } + rows[1] + rows[2]
    #expect(text.split(separator: "\n").count == 3)
    let file = try read(text)
    #expect(file.reproduction.areInputsIntact && file.isAnswerIntact == nil)
    let other = try read(text.replacing("0.3", with: "0.4"))
    let comparison = AnswerComparison(file, other, most: 9)
    #expect(comparison.changes.map(\.path) == ["rows[2].p"] && comparison.figures == 6)
    let shorter = try read(text.replacing(rows[2], with: ""))
    #expect(AnswerComparison(shorter, file, most: 9).changes.map(\.path) == ["rows[2]"])
  }

  /// The hash is of numbers and words, not of their layout.
  @Test func anotherLayoutIsTheSameAnswer() throws {
    let text = try written { try $0.attached(toAnswer: Self.answer) }
    let plain = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .joined()
    #expect(try read(plain).isAnswerIntact == true)
    #expect(try read("\u{FEFF}" + text.replacing("0.081", with: "8.10E-2")).isAnswerIntact == true)
    #expect(try read(text.replacing("0.081", with: "0.0810000001")).isAnswerIntact == false)
  }

  // MARK: Changed

  @Test func aChangedNumberIsFound() throws {
    let text = try written { try $0.attached(toAnswer: Self.answer) }
    let file = try read(text.replacing("0.081", with: "0.162").replacing("\"b\"", with: "\"c\""))
    #expect(file.reproduction.areInputsIntact && file.isAnswerIntact == false)
    let comparison = AnswerComparison(file, try read(text), most: 9)
    #expect(comparison.figures == 3 && comparison.changedFigures == 1)
    #expect(comparison.otherChanges == 1)
    #expect(
      comparison.changes == [
        .init(path: "mean", line: 4, old: "0.162", new: "0.081", relative: 0.5),
        .init(path: "names[1]", line: 7, old: "\"c\"", new: "\"b\"", relative: nil),
      ])
    #expect(AnswerComparison(file, try read(text), most: 1).changes.count == 1)
  }

  @Test func whatIsMissingOrAddedIsFound() throws {
    let text = try written { try $0.attached(toAnswer: Self.answer) }
    let file = try read(
      text.replacing("\"mean\" : 0.081", with: "\"median\" : 0.081").replacing(
        "\"a\",", with: ""))
    let paths = AnswerComparison(file, try read(text), most: 9).changes.map(\.path)
    #expect(paths == ["median", "names[0]", "names[1]", "mean"])
  }

  /// Letters that look the same, composed and decomposed.
  @Test func bytesOfWordsAreCompared() throws {
    let text = try written { try $0.attached(toAnswer: Self.answer) }
    let (one, other) = (
      try read(text.replacing("\"a\"", with: "\"\u{e9}\"")),
      try read(text.replacing("\"a\"", with: "\"e\u{301}\""))
    )
    #expect(AnswerComparison(one, other, most: 9).otherChanges == 1)
  }

  @Test func aChangedPageIsFound() throws {
    let text = try written { try $0.attached(toPage: Self.page) }
    let file = try read(text.replacing("\"0.09\"", with: "\"0.12\""))
    #expect(file.isAnswerIntact == false && file.reproduction.areInputsIntact)
    let comparison = AnswerComparison(file, try read(text), most: 9)
    #expect(comparison.figures == 2 && comparison.changedFigures == 1)
    #expect(
      comparison.changes == [
        .init(path: "growth/2026/mean", line: 6, old: "0.12", new: "0.09", relative: 0.25)
      ])
    // What is shown, without what stands behind it.
    let shown = AnswerComparison(
      try read(text.replacing("9.0%", with: "9.9%")), try read(text), most: 9)
    #expect(shown.changedFigures == 0 && shown.otherChanges == 1)
    #expect(shown.changes.first?.line == 6)
    #expect(shown.changes.first?.old?.contains("9.9%") == true)
    let row = AnswerComparison(
      try read(text.replacing(#/<tr data-key="2025">.*\n/#, with: "")), try read(text), most: 9)
    #expect(row.changes.map(\.path) == ["growth/2025/mean"] && row.changes[0].old == nil)
  }

  @Test(arguments: [
    ("x.yaml\\\"", "w.yaml\\\""), ("--seed=1", "--seed=2"), ("1.2.3", "1.2.4"), ("/wA=", "/wE="),
    ("a: ", "b: "),
  ])
  func changedInputsAreFound(_ old: String, _ new: String) throws {
    let text = try written { try $0.attached(toAnswer: Self.answer) }
    let file = try read(
      text.replacing(old.replacing("\\\"", with: "\""), with: new.replacing("\\\"", with: "\"")))
    #expect(!file.reproduction.areInputsIntact)
    #expect(file.isAnswerIntact == true)
  }

  /// Where one text ends and the next begins is in the hash.
  @Test func hashesTellTextsApart() throws {
    func inputs(_ arguments: [String], _ path: String) throws -> String {
      Reproduction(
        version: "1", arguments: arguments,
        files: try InputFiles([InputFiles.File(path: path, content: .bytes([]))])
      ).inputs
    }
    let hashes = try [
      inputs(["a", "b"], "c"), inputs(["ab"], "c"), inputs(["a"], "bc"),
      inputs(["a", "b", "c"], ""),
    ]
    #expect(Set(hashes).count == 4)
  }

  static let numbers: [(Double, Double, Double)] = [
    (1, 2, 0.5), (-1, 1, 2), (0, 5, 1), (1e308, -1e308, 2), (.infinity, 1, 2), (4, 3, 0.25),
    (5e-324, 0, 1),
  ]

  @Test(arguments: numbers)
  func relativeDifferences(_ old: Double, _ new: Double, _ relative: Double) {
    #expect(AnswerDifferences.relative(old, new) == relative)
    #expect(AnswerDifferences.relative(new, old) == relative)
  }

  // MARK: Broken

  static let broken: [(String, String)] = [
    ("", "this is neither a page nor an answer in JSON that growth wrote"),
    (
      "format: growth.scenario/1\n",
      "this is neither a page nor an answer in JSON that growth wrote"
    ),
    ("{}", "this is neither a page nor an answer in JSON that growth wrote"),
    ("{\"format\":1}", "this is neither a page nor an answer in JSON that growth wrote"),
    ("{\"format\":\"other/1\"}", "this is neither a page nor an answer in JSON that growth wrote"),
    ("{\"format\":\"growth.run/1\"}", "the file does not say what it was made from"),
    ("<!DOCTYPE html><html></html>", "the file does not say what it was made from"),
    ("{\"format\":\n  \"growth.run/1\",}", "2:18:the JSON cannot go on with '}' here"),
    (
      "{\"format\":\"growth.run/1\",\"reproduction\":7}",
      "1:41:`reproduction` is not as growth writes it"
    ),
    ("{\"format\":\"growth.run/1\",\"reproduction\":{}}", "1:41:`reproduction.version` is missing"),
  ]

  @Test(arguments: broken) func refuses(_ text: String, _ message: String) throws {
    #expect(try diagnostics(text) == [message])
  }

  @Test func placesInBrokenPartsAreNamed() throws {
    let text = try written { try $0.attached(toAnswer: Self.answer) }
    func found(_ old: String, _ new: String) throws -> [String] {
      #expect(text.contains(old))
      return try diagnostics(text.replacing(old, with: new))
    }
    #expect(
      try found("\"--seed=1\"", "1") == [
        "14:7:`reproduction.arguments[1]` is not as growth writes it"
      ])
    let path = "`reproduction.files[0].path` is missing"
    #expect(try found("\"path\" : \"x.yaml\",", "").map { $0.hasSuffix(path) } == [true])
    #expect(
      try found("\"sameAs\" : \"y.csv\"", "\"sameAs\" : \"w.csv\"").map {
        $0.hasSuffix("`reproduction.files[2]` is not as growth writes it")
      } == [true])
    #expect(try found("\"base64\"", "\"text\"").isEmpty)
    #expect(try found("/wA=", "*").map { $0.contains("reproduction.files[1]") } == [true])
    #expect(
      try found("\"arguments\"", "\"argumente\"").map { $0.contains("arguments` is missing") } == [
        true
      ])
  }

  @Test func aPageWithTwoBlocksIsRefused() throws {
    let text = try written { try $0.attached(toPage: Self.page) }
    let twice = text.replacing(
      "</body>", with: "\(Reproduction.pageStart){}\n\(Reproduction.pageEnd)</body>")
    #expect(
      try diagnostics(twice).map { $0.hasSuffix("the page says twice what it was made from") } == [
        true
      ])
  }

  @Test func whatIsNoFileIsRefused() {
    #expect(
      AnswerFile.read(path: "absent.json").diagnostics.map(\.message) == [
        "there is no answer of growth 'absent.json'"
      ])
    #expect(AnswerFile.read(path: "/").diagnostics.count == 1)
    #expect(AnswerFile.read(path: "").diagnostics.count == 1)
  }

  /// A page of many equal figures, and one of tags that never end, take no longer than their length.
  @Test func pagesOfMalice() throws {
    let figures = String(repeating: "<data value=\"1\">", count: 100_000)
    let file = try read(
      try written { try $0.attached(toPage: "<html><body>\(figures)<data value=\"<<<</body>") })
    let comparison = AnswerComparison(file, file, most: 9)
    #expect(comparison.isSame && comparison.figures >= 100_000)
  }

  /// Whatever byte is changed: an answer, or a reason why there is none.
  @Test(arguments: [true, false]) func everyDamageEnds(_ isPage: Bool) throws {
    let text = try written {
      isPage ? try $0.attached(toPage: Self.page) : try $0.attached(toAnswer: Self.answer)
    }
    let whole = try read(text)
    let bytes = Array(text.utf8)
    var numbers = SplitMix64(seed: isPage ? 1 : 2)
    for _ in 0..<2_000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &numbers) {
        let place = Int.random(in: damaged.indices, using: &numbers)
        damaged[place] = UInt8.random(in: 0...255, using: &numbers)
      }
      guard let file = AnswerFile(text: String(decoding: damaged, as: UTF8.self)) else { continue }
      _ = AnswerComparison(file, whole, most: 5)
      _ = AnswerComparison(whole, file, most: 5)
    }
  }
}
