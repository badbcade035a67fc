import Foundation
import Testing

@testable import ScenarioFiles

/// Files that are kept as they are read, and read again without a disk.
@Suite struct InputFilesTests {
  /// A folder that goes away, with files in it.
  private final class Folder {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

    init(_ files: [String: String] = [:]) throws {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      for (name, text) in files { try write(text, name) }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    func write(_ text: String, _ name: String) throws {
      let file = url.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }

    func link(_ name: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: path(name), withDestinationPath: target)
    }
  }

  private func recorded<Result>(_ work: () throws -> Result) rethrows -> (Result, InputFiles) {
    let record = FileRecord()
    let result = try FileSource.$current.withValue(.recorded(by: record)) { try work() }
    return (result, record.files)
  }

  private func given<Result>(_ files: InputFiles, _ work: () throws -> Result) rethrows -> Result {
    try FileSource.$current.withValue(.given(files)) { try work() }
  }

  /// The scenarios that come with the program, as absolute paths.
  private static let scenarios: [String] = {
    let folder = URL(fileURLWithPath: TestFiles.path("../../Scenarios")).standardized.path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { folder + "/" + $0 }
  }()

  @Test(arguments: scenarios) func everyScenarioReadsTheSameWithoutItsFiles(_ path: String) throws {
    let (reading, files) = recorded { ScenarioReader.read(path: path, overrides: ["run.seed=7"]) }
    #expect(files.files.contains { $0.path == path })
    let coded = try JSONDecoder().decode(InputFiles.self, from: JSONEncoder().encode(files))
    #expect(coded == files)
    let again = given(coded) { ScenarioReader.read(path: path, overrides: ["run.seed=7"]) }
    #expect(again.digest == reading.digest)
    #expect(again.diagnostics == reading.diagnostics)
    #expect(again.values.map(\.value) == reading.values.map(\.value))
    #expect(again.scenario != nil)
    // Nothing comes from the disk: without the files there is no scenario.
    #expect(given(InputFiles()) { ScenarioReader.read(path: path) }.scenario == nil)
  }

  @Test func aFileIsReadOnceAndStaysAsItWas() throws {
    let folder = try Folder(["figures.csv": "year,a (%)\n2020,1\n2021,2\n"])
    let path = folder.path("figures.csv")
    let (digests, files) = try recorded {
      let before = HistoryFile(path: path).digest
      try folder.write("year,a (%)\n2020,3\n2021,4\n", "figures.csv")
      return [before, HistoryFile(path: path).digest]
    }
    #expect(digests[0] == digests[1])
    #expect(HistoryFile(path: path).digest != digests[0])
    #expect(given(files) { HistoryFile(path: path).digest } == digests[0])
  }

  static let odd: [[UInt8]] = [
    [], [0xff, 0xfe, 0x61, 0x00], [0xef, 0xbb, 0xbf, 0x61], [0x61, 0x80, 0x62], [0x00, 0x1f, 0x7f],
    Array("a\r\nb\u{2028}</script><!-- \\\" \u{1F600}".utf8), [0xc0, 0x80], [0xed, 0xa0, 0x80],
  ]

  @Test(arguments: odd) func bytesStayAsTheyAre(_ bytes: [UInt8]) throws {
    let files = try InputFiles([InputFiles.File(path: "x", content: .bytes(bytes))])
    let coded = try JSONDecoder().decode(InputFiles.self, from: JSONEncoder().encode(files))
    #expect(coded["x"] == .bytes(bytes))
  }

  @Test func whatCannotBeReadIsRememberedToo() throws {
    let folder = try Folder(["folder/x": ""])
    let paths = [folder.path("folder"), folder.path("absent.yaml"), "/dev/zero"]
    let (readings, files) = recorded { paths.map { ScenarioReader.read(path: $0).diagnostics } }
    #expect(files.files.map(\.path) == [paths[2], paths[0]].sorted())
    let coded = try JSONDecoder().decode(InputFiles.self, from: JSONEncoder().encode(files))
    #expect(coded == files)
    #expect(given(coded) { paths.map { ScenarioReader.read(path: $0).diagnostics } } == readings)
  }

  private static let head = "format: growth.scenario/1\n"

  /// A folder that links to another: `link/../base.yaml` is not `base.yaml`.
  @Test func detoursThroughLinksLeadWhereTheyDid() throws {
    let folder = try Folder([
      "here/a.yaml": Self.head + "extends: link/../base.yaml\n",
      "here/base.yaml": Self.head + "name: near\n",
      "there/base.yaml": Self.head + "name: far\n", "there/inner/x": "",
    ])
    try folder.link("here/link", to: "../there/inner")
    let path = folder.path("here/a.yaml")
    let (reading, files) = recorded { ScenarioReader.read(path: path) }
    #expect(files.files.map(\.path) == [path, folder.path("here/link") + "/../base.yaml"])
    let again = given(files) { ScenarioReader.read(path: path) }
    #expect(again.digest == reading.digest)
    #expect(again.diagnostics == reading.diagnostics)
    #expect(files.files.last?.content == .bytes(Array((Self.head + "name: far\n").utf8)))
  }

  @Test func linksStayLinks() throws {
    let folder = try Folder(["a.csv": "year,a (%)\n2020,1\n2021,2\n"])
    try folder.link("b.csv", to: "a.csv")
    let (one, other) = (folder.path("a.csv"), folder.path("b.csv"))
    let (_, files) = recorded {
      #expect(FilePath.identity(one) == FilePath.identity(other))
      return [one, other].map { HistoryFile(path: $0).digest }
    }
    #expect(
      files.files.map(\.content) == [
        .bytes(Array("year,a (%)\n2020,1\n2021,2\n".utf8)), .link(to: one),
      ])
    given(files) {
      #expect(FilePath.identity(one) == FilePath.identity(other))
      #expect(FilePath.identity(one) != FilePath.identity(folder.path("c.csv")))
      #expect(HistoryFile(path: one).digest == HistoryFile(path: other).digest)
    }
  }

  @Test(arguments: [
    ("a", "a"), ("./a", "a"), ("a//b", "a/b"), ("a/../b", "b"), ("../a/./b/..", "../a"),
    ("/a/../b", "/b"), ("../../a", "../../a"),
  ])
  func plainPaths(_ path: String, _ plain: String) { #expect(FilePath.plain(path) == plain) }

  @Test(arguments: [
    #"[{"path":"a","text":"1"},{"path":"a","text":"2"}]"#, #"[{"path":"a","sameAs":"b"}]"#,
    #"[{"path":"a","sameAs":"a"}]"#, #"[{"path":"a"}]"#, #"[{"text":"a"}]"#, #"{}"#,
    #"[{"path":"a","text":"x","base64":"eA=="}]"#, #"[{"path":"a","base64":"*"}]"#,
    #"[{"path":"a","problem":"other"}]"#,
    #"[{"path":"a","sameAs":"b"},{"path":"b","sameAs":"c"},{"path":"c","text":""}]"#,
  ])
  func refusesFilesThatCannotBe(_ json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(InputFiles.self, from: Data(json.utf8))
    }
  }

  /// Paths of a file of untrusted files are names, and nothing else.
  @Test(arguments: ["/etc/hostname", "../../../../etc/hostname", "~/.profile", "/dev/zero"])
  func givenFilesAreAllThereIs(_ path: String) throws {
    let files = try InputFiles([InputFiles.File(path: "x", content: .bytes([]))])
    given(files) {
      #expect(FileSource.current.content(of: path, upTo: 10) == nil)
      #expect(HistoryFile(path: path).history == nil)
    }
  }
}
