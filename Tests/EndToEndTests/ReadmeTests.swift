import Foundation
import Testing

/// Every `growth` command that the README shows works as it stands.
@Suite struct ReadmeTests {
  static let readme = Program.packageRoot.appendingPathComponent("README.md")

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
    let commands = Walkthrough(try String(contentsOf: Self.readme, encoding: .utf8)).commands
    #expect(!commands.isEmpty, "the README shows no command of `growth` in a block marked ```sh")
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Program.packageRoot.appendingPathComponent("Scenarios"), to: folder.url("Scenarios"))
    for command in commands {
      let outcome = try Program.shell(command, directory: folder.url, timeout: 600)
      #expect(outcome.status == 0, "\(command)\n\(outcome.errors)")
    }
  }
}
