import Foundation
import Testing

/// The scripts by which shells complete commands.
@Suite struct CompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"]) func hasEveryCommand(_ shell: String) throws {
    let script = try Program.run("--generate-completion-script", shell)
    #expect(script.status == 0)
    #expect(script.errors == "")
    for command in ["run", "reach", "new", "schema", "distributions"] {
      #expect(script.output.contains(command))
    }
    #expect(script.output.contains("yaml"))
  }

  /// What bash offers for the last of some words.
  private func offers(_ words: [String], in folder: TemporaryFolder) throws -> Set<String> {
    let last = words[words.count - 1]
    let line = words.joined(separator: " ")
    let script = """
      source growth.bash
      COMP_WORDS=(\(line))
      COMP_CWORD=\(words.count - 1)
      COMP_LINE="\(line)"
      COMP_POINT=${#COMP_LINE}
      _growth growth "\(last)" "\(words[words.count - 2])"
      printf "%s\\n" "${COMPREPLY[@]}"
      """
    try folder.write(script, "complete.bash")
    let outcome = try Program.shell("bash --norc complete.bash", directory: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return Set(
      outcome.output.split(separator: "\n").map { String($0.prefix { $0 != " " }) })
  }

  @Test func bashLoadsAndCompletes() throws {
    let folder = try TemporaryFolder()
    try folder.write("", "plan.yaml")
    try folder.write("", "notes.txt")
    let script = try Program.run("--generate-completion-script", "bash")
    try folder.write(script.output, "growth.bash")
    let syntax = try Program.shell("bash -n growth.bash", directory: folder.url)
    #expect(syntax.status == 0, "\(syntax.errors)")
    let commands = try offers(["growth", "re"], in: folder)
    #expect(commands.isSuperset(of: ["reach", "reconcile"]))
    #expect(!commands.contains("run"))
    #expect(try offers(["growth", "run", "--thr"], in: folder).contains("--threads"))
    #expect(try offers(["growth", "distributions", "skew"], in: folder).contains("skew-normal"))
    let files = try offers(["growth", "run", "pl"], in: folder)
    #expect(files.contains("plan.yaml"))
    #expect(try !offers(["growth", "run", "no"], in: folder).contains("notes.txt"))
  }
}
