import Foundation
import Testing

/// How texts with commands are read.
@Suite struct WalkthroughTests {
  @Test func findsCommands() {
    let text = """
      growth is a program
      ```
      growth run not-shell
      ```
      ```sh
      make demo
      git clone x && cd growth
      growth check a.yaml
      .build/release/growth run a.yaml \\
        --draws 10M
      $ growth show a.yaml
      # growth in a remark
      ```
      growth between blocks
      ```yaml
      growth: 8%
      ```
      """
    #expect(
      Walkthrough(text).commands == [
        "growth check a.yaml", "growth run a.yaml --draws 10M", "growth show a.yaml",
      ])
  }

  @Test func findsFilesAndOutputs() throws {
    let text = """
      ```yaml
      # new file: a.yaml
      name: A
      ```
      ```yaml
      # in a.yaml
      name: B
      ```
      ```yaml
      name: neither
      ```
      ```text
      not compared
      ```
      <!-- output: 1-2, 5 -->
      ```text
      one
      two
      ...
      five
      ```
      <!-- output: all -->
      ```text
      ```
      """
    let walkthrough = Walkthrough(text)
    #expect(
      walkthrough.steps == [
        .file("a.yaml", ["name: A"]), .edit("a.yaml", ["name: B"]),
        .output([1...2, 5...5], place: 16..<20), .output(nil, place: 23..<23),
      ])
    let output = "one\ntwo  \n\nthree\n\n\nfour\n"
    #expect(Walkthrough.excerpt(output, [1...1, 3...3]) == ["one", "two", "", "...", "", "four"])
    #expect(Walkthrough.excerpt(output, [2...2]) == ["...", "", "three", "", "..."])
    #expect(Walkthrough.excerpt(output, [2...9]) == ["...", "", "three", "", "four"])
    #expect(Walkthrough.excerpt(output, nil) == ["one", "two", "", "three", "", "four"])
  }

  @Test func editsLinesWithTheSameKeys() throws {
    let file = "a:\n  name: A\n  size: 1\nb:\n  name: B\n  size: 1\n"
    #expect(
      try Walkthrough.edited(file, ["b:", "  name: C", "  size: 2"])
        == "a:\n  name: A\n  size: 1\nb:\n  name: C\n  size: 2\n")
    #expect(throws: Walkthrough.Mistake.self) {
      try Walkthrough.edited(file, ["b:", "  size: 2"])
    }
    #expect(throws: Walkthrough.Mistake.self) { try Walkthrough.edited(file, ["c:"]) }
  }
}
