import Foundation
import Testing

/// `growth --version`, line by line.
struct VersionFacts {
  let first: String
  let facts: [String: String]
  /// In the order of the lines.
  let names: [String]

  /// What the program says, in the language that is asked for.
  init(_ arguments: String...) throws {
    let outcome = try Program.run(["--version"] + arguments)
    try #require(outcome.status == 0 && outcome.errors == "")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    first = try #require(lines.first)
    var facts: [String: String] = [:]
    var names: [String] = []
    for line in lines.dropFirst() {
      let colon = try #require(line.range(of: ": "), "\(line)")
      names.append(String(line[..<colon.lowerBound]))
      facts[names[names.count - 1]] = String(line[colon.upperBound...])
    }
    self.facts = facts
    self.names = names
  }

  /// The level of x86-64 that the program was built for; nil for those that run everywhere.
  var level: Int? { facts["processor"]?.wholeMatch(of: /x86-64-v(\d)/).flatMap { Int($0.1) } }
}

@Suite struct VersionTests {
  @Test func factsAreLines() throws {
    let version = try VersionFacts()
    #expect(version.names == ["commit", "build", "processor", "swift", "lapack", "blas"])
    #expect(version.facts.values.allSatisfy { !$0.isEmpty })
    #expect(version.facts["swift"]?.prefixMatch(of: /6\.\d/) != nil)
    #if DEBUG
      #expect(version.facts["build"] == "debug")
    #else
      #expect(version.facts["build"] == "release")
    #endif
  }

  /// A program of a build tree has no commit written into it, unless the sources are an archive of git's.
  @Test func commitIsKnownOrNot() throws {
    let commit = try #require(VersionFacts().facts["commit"])
    #expect(commit.wholeMatch(of: /unknown|[0-9a-f]{40}/) != nil, "\(commit)")
  }

  @Test func scriptsReadTheSameInEveryLanguage() throws {
    #expect(try VersionFacts("--lang", "vi").facts == VersionFacts("--lang", "en").facts)
  }

  /// The libraries are files that the running process has open.
  @Test(arguments: ["lapack", "blas"]) func librariesAreFiles(_ name: String) throws {
    let text = try #require(VersionFacts().facts[name])
    let file = try #require(text.split(separator: " ").last)
    #expect(FileManager.default.fileExists(atPath: String(file)), "\(text)")
    if name == "lapack" { #expect(text.prefixMatch(of: /3\.\d+\.\d+ \//) != nil, "\(text)") }
  }

  /// The processor as it would be without the instructions that the program was built for.
  @Test func lesserProcessorIsRefused() throws {
    let built = try VersionFacts().level ?? 1
    for (missing, left) in [("AVX512F", 3), ("AVX2", 2), ("SSE4_2", 1)] {
      let outcome = try Program.run(
        "--version", environment: ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-\(missing)"])
      guard left < built else {
        #expect(outcome.status == 0)
        continue
      }
      #expect(outcome.status == 1)
      #expect(outcome.output == "")
      let here = "x86-64-v\(left)"
      #expect(outcome.errors.contains("built for x86-64-v\(built) processors; this one is \(here)"))
      #expect(outcome.errors.contains("\n  hint: "))
      #expect(outcome.errors.contains("cho bộ xử lý x86-64-v\(built); máy này chỉ có \(here)"))
      #expect(outcome.errors.contains("\n  gợi ý: "))
    }
  }
}
