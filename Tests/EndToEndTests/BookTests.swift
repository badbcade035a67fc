import Foundation
import ScenarioFiles
import Testing

/// The worked examples of the book are those of the program, and its pages hang together. Record anew with
/// `GROWTH_RECORD=1`.
@Suite struct BookTests {
  private static let documentation = Program.packageRoot.appendingPathComponent("Documentation")

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: documentation.appendingPathComponent(name), encoding: .utf8)
  }

  private static let isRecording = ProcessInfo.processInfo.environment["GROWTH_RECORD"] != nil

  /// An unoptimised build takes a minute for the draws.
  @Test(.enabled(if: ReadmeTests.isOptimised || isRecording, "the build is not optimised"))
  func everyExampleWorks() throws {
    let walkthrough = Walkthrough(try Self.text("Model.md"))
    #expect(walkthrough.commands.count > 15)
    let lines = try walkthrough.follow(in: TemporaryFolder(), locale: "C.UTF-8")
    if Self.isRecording {
      try Data(lines.joined(separator: "\n").utf8).write(
        to: Self.documentation.appendingPathComponent("Model.md"))
    }
  }

  /// What the book works out by hand, with the normal distribution of the system's mathematics, is what it prints.
  @Test func closedFormsAreThoseOfTheBook() throws {
    func above(_ z: Double) -> Double { erfc(z / 2.0.squareRoot()) / 2 }
    func rounded(_ x: Double, _ places: Int) -> String { String(format: "%.\(places)f", x) }
    let book = try Self.text("Model.md")
    let together = (4.84 + 0.4 * 1.8 + 0.4 * 1.2 + 1.8 * 1.2).squareRoot()
    let known = 9 * (0.2 * 0.2 + 0.22 * 0.22 + 0.26 * 0.26) / (0.68 * 0.68)
    let mean = 0.68 * (7 - 1.5 * known / (known + 0.25)) + 0.32 * 7
    let variance = 0.68 * 0.68 * known * 0.25 / (known + 0.25) + 0.32 * 0.32 * 9
    for text in [
      "1 - Phi(0.5) = \(rounded(100 * above(0.5), 1))%",
      "1 - Phi(1.1 / \(rounded(together, 3))) = \(rounded(100 * above(1.1 / together), 1))%",
      "Phi(-6.9 / \(rounded(together, 3))) = \(rounded(100 * above(6.9 / together), 2))%",
      "independent activities had 30.9% and \(rounded(100 * above(6.9 / 2.2), 3))%",
      "one in 56,681",
      "variance of\n`9 (0.20^2 + 0.22^2 + 0.26^2) / 0.68^2 = \(rounded(known, 3))`",
      "standard deviation \(rounded(variance.squareRoot(), 3)), and 8% is met with probability "
        + "\(rounded(100 * above((8 - mean) / variance.squareRoot()), 1))%",
      "standard deviations away: \(rounded(100 * above((13.3125 - 7) / 3), 1))%",
    ] {
      let words = text.replacing("\n", with: " ")
      #expect(book.replacing("\n", with: " ").contains(words), "\(words)")
    }
    #expect((1 / above(9.1 / 2.2)).rounded() == 56_681)
  }

  /// What n years tell: the standard error of a mean, that of a standard deviation, and Fisher's interval of a
  /// correlation (Biometrika 10 (1915) 507-521, doi:10.2307/2331838).
  @Test(arguments: [5, 10, 30]) func thinDataIsAsThinAsTheTableSays(_ years: Int) throws {
    func written(_ x: Double, _ format: String) -> String { String(format: format, x) }
    let n = Double(years)
    let half = 1.959964 / (n - 3).squareRoot()
    let ends = [tanh(atanh(0.3) - half), tanh(atanh(0.3) + half)].map { written($0, "%.1f") }
    let mean = written(2 / n.squareRoot(), "%.1f")
    let deviation = written(100 / (2 * (n - 1)).squareRoot(), "%.0f")
    let unit = years == 5 ? " points" : ""
    let row = "| \(years) | \(mean)\(unit) | \(deviation)% | \(ends[0]) to \(ends[1]) |"
    #expect(try Self.text("Limits.md").contains(row), "\(row)")
  }

  @Test func assumptionsAreAsManyAsTheChapterSays() throws {
    let file = Program.packageRoot.appendingPathComponent("Scenarios/son-la-2025.yaml")
    let reading = ScenarioReader.read(path: file.path)
    let (some, all) = (reading.assumptions.count, reading.figures.count)
    #expect(try Self.text("Limits.md").contains("\(some) of \(all) figures"))
    #expect(try Self.text("Limits.vi.md").contains("\(some) trên \(all) con số"))
  }

  /// The chapter on limits says the same in both languages: as many sections, points and sources.
  @Test func limitsAreToldInBothLanguages() throws {
    func shape(_ name: String) throws -> [String] {
      try Self.text(name).split(separator: "\n", omittingEmptySubsequences: false).compactMap {
        line in
        line.prefixMatch(of: /## \d+\.|## |- |\d+\. |\|/).map { String($0.0) }
      }
    }
    let shapes = try (shape("Limits.md"), shape("Limits.vi.md"))
    #expect(shapes.0.count > 30)
    #expect(shapes.0 == shapes.1)
  }

  /// Files, and headings of them, that texts lead to are there.
  @Test(arguments: [
    "Model.md", "Limits.md", "Limits.vi.md", "Tutorial.md", "Tutorial.vi.md", "Reference.md",
  ])
  func linksLeadSomewhere(_ name: String) throws {
    let links = try Self.text(name).matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
      .filter { !$0.hasPrefix("http") }
    #expect(!links.isEmpty)
    for link in links {
      let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      let target = parts[0].isEmpty ? name : parts[0]
      let file = Self.documentation.appendingPathComponent(target)
      #expect(FileManager.default.fileExists(atPath: file.path), "\(link)")
      guard parts.count > 1, target.hasSuffix(".md") else { continue }
      let headings = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        .filter { $0.hasPrefix("#") }.map(Self.anchor)
      #expect(headings.contains(parts[1]), "\(link)")
    }
  }

  /// As forges make anchors of headings.
  private static func anchor(_ heading: Substring) -> String {
    String(
      heading.drop { $0 == "#" || $0 == " " }.lowercased()
        .filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
        .map { $0 == " " ? "-" : $0 })
  }
}
