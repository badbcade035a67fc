import Foundation
import Testing

/// Every `growth` command that the README shows works as it stands.
@Suite struct ReadmeTests {
  static let readme = Program.packageRoot.appendingPathComponent("README.md")

  /// The commands in fenced blocks marked `sh` that run `growth`, in their order; a line that ends
  /// with a backslash goes on in the next.
  static func commands(in text: String) -> [String] {
    var commands: [String] = []
    var isShell: Bool?
    var pending = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.hasPrefix("```") {
        isShell = isShell == nil ? line == "```sh" : nil
        pending = ""
        continue
      }
      guard isShell == true else { continue }
      guard !line.hasSuffix("\\") else {
        pending += line.dropLast()
        continue
      }
      var command = pending + line
      pending = ""
      if command.hasPrefix("$ ") { command.removeFirst(2) }
      command = command.replacing(".build/release/growth", with: "growth")
      if command.hasPrefix("growth ") { commands.append(command) }
    }
    return commands
  }

  #if DEBUG
    static let isOptimised = false
  #else
    static let isOptimised = true
  #endif

  /// In their order, since one may use what another wrote, and in a copy of the scenarios.
  ///
  /// They draw millions, which an unoptimised build takes minutes for; `make test` is optimised.
  @Test(.enabled(if: isOptimised, "the build is not optimised"))
  func commandsOfTheReadmeWork() throws {
    let commands = Self.commands(in: try String(contentsOf: Self.readme, encoding: .utf8))
    #expect(!commands.isEmpty, "the README shows no command of `growth` in a block marked ```sh")
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Program.packageRoot.appendingPathComponent("Scenarios"), to: folder.url("Scenarios"))
    for command in commands {
      let outcome = try Program.shell(command, directory: folder.url, timeout: 600)
      #expect(outcome.status == 0, "\(command)\n\(outcome.errors)")
    }
  }

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
      Self.commands(in: text) == [
        "growth check a.yaml", "growth run a.yaml --draws 10M", "growth show a.yaml",
      ])
  }
}
