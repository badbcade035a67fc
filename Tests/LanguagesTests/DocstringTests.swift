import Foundation
import Testing

/// Whoever uses a module reads what its declarations say of themselves.
@Suite struct DocstringTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The modules that the package offers, and the two of the program that other modules call.
  static let modules = [
    "Languages", "LinearAlgebra", "Stochastics", "GrowthModel", "MonteCarlo", "ScenarioFiles",
    "Reporting", "Spreadsheets", "Serving",
  ]

  private static func sources(of module: String) -> [(name: String, text: String)] {
    let folder = root.appending(path: "Sources").appending(path: module)
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var found: [(name: String, text: String)] = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift",
        let text = try? String(contentsOf: file, encoding: .utf8)
      else { continue }
      found.append((file.lastPathComponent, text))
    }
    return found
  }

  /// What the protocols of all modules require, by their names.
  private static let requirements = modules.flatMap(sources).reduce(into: [String: Set<String>]()) {
    $0.merge(DocstringScanner($1.text).requirements) { first, _ in first }
  }

  /// What needs no comment in a file: what the protocols that its types conform to require.
  private static func inherited(by text: String) -> Set<String> {
    DocstringScanner.conformances(text).reduce(into: DocstringScanner.standardRequirements) {
      $0.formUnion(requirements[$1] ?? [])
    }
  }

  @Test(arguments: modules) func everyDeclarationSaysWhatItIs(_ module: String) {
    let sources = Self.sources(of: module)
    #expect(!sources.isEmpty)
    let missing = sources.flatMap { source in
      DocstringScanner(source.text, inherited: Self.inherited(by: source.text)).missing.map {
        "\(source.name):\($0.line): \($0.text)"
      }
    }
    #expect(missing.isEmpty, "\(missing.sorted().joined(separator: "\n"))")
  }

  /// A page that says what the module is for and where to begin.
  @Test(arguments: modules) func everyModuleHasAPage(_ module: String) throws {
    let folder = Self.root.appending(path: "Sources/\(module)/\(module).docc")
    let text = try String(contentsOf: folder.appending(path: "\(module).md"), encoding: .utf8)
    #expect(text.hasPrefix("# ``\(module)``\n"))
    #expect(text.contains("\n## Topics\n"))
    let makefile = try String(contentsOf: Self.root.appending(path: "Makefile"), encoding: .utf8)
    let listed = makefile.split(separator: "\n").first { $0.hasPrefix("MODULES := ") }
    #expect(listed?.split(separator: " ").contains(Substring(module)) == true)
  }

  @Test func findsWhatHasNoComment() {
    let text = """
      /// A pair.
      public struct Pair: Sendable {
        /// One.
        public let first: Int
        public let second: Int
        let third: Int
        @inlinable
        public init(first: Int) {
          let value = 1
        }
        public var description: String { "" }
      }
      /// Kinds.
      public enum Kind {
        /// A.
        case a
        case b, c
        static let d = 1

        func choose() {
          switch self {
          case .a: break
          }
        }
      }
      enum Inner {
        case a
      }
      // A remark is no documentation.
      package func work() {}
      public extension Pair {}
      /// Ways.
      public enum Way { case up, down }
      /// Draws.
      public protocol Source {
        func next() -> Int
        /// Its name.
        var name: String { get }
      }
      """
    let scanner = DocstringScanner(text)
    #expect(scanner.missing.map(\.line) == [5, 8, 17, 30, 33, 36])
    #expect(scanner.requirements == ["Source": ["next", "name"]])
    let inherited = DocstringScanner.standardRequirements.union(["second", "next"])
    #expect(
      DocstringScanner(text, inherited: inherited).missing.map(\.line) == [8, 17, 30, 33, 36])
    #expect(
      DocstringScanner.conformances("struct A: Sendable, Source {}\nextension B: C {\n  let d: E }")
        == ["Sendable", "Source", "C"])
  }
}
