import Foundation
import TestSupport
import Testing

@testable import growth

/// Command lines as answers hold them.
@Suite struct AnswerArgumentsTests {
  @Test func spellingAndOrderDoNotMatter() throws {
    let lines = [
      ["run", "x.yaml", "--seed", "3", "--set", "a=1", "--set", "b=2", "--lang=vi"],
      ["run", "--set=a=1", "--threads", "4", "--lang", "vi", "x.yaml", "--set", "b=2", "--seed=3"],
      [
        "run", "--quiet", "-o", "out.json", "--set=a=1", "--no-progress", "--set=b=2",
        "--output=again", "--seed=3", "--lang=vi", "--", "x.yaml",
      ],
    ]
    for line in lines {
      let arguments = try AnswerArguments(line)
      #expect(
        arguments.words == ["run", "--lang=vi", "--seed=3", "--set=a=1", "--set=b=2", "x.yaml"])
      #expect(try AnswerArguments(arguments.words) == arguments)
    }
  }

  @Test func filesMayBeCalledAsOptionsAre() throws {
    let arguments = try AnswerArguments(["compare", "a.yaml", "--", "-b.yaml", "--seed"])
    #expect(arguments.words == ["compare", "--", "a.yaml", "-b.yaml", "--seed"])
    #expect(try AnswerArguments(arguments.words) == arguments)
  }

  @Test func whatIsSaidTwiceIsSetOnce() throws {
    var arguments = try AnswerArguments(["run", "--format", "text", "x.yaml", "--format=csv"])
    arguments.set("format", to: "json")
    #expect(arguments.words == ["run", "--format=json", "x.yaml"])
  }

  /// The remarks of `check` are its answer; the target of `sweep` is that of its screen.
  @Test func someOptionsMatterToSomeCommands() throws {
    #expect(try AnswerArguments(["check", "--quiet", "x"]).words == ["check", "--quiet", "x"])
    #expect(try AnswerArguments(["run", "--quiet", "x"]).words == ["run", "x"])
    #expect(
      try AnswerArguments(["sweep", "x", "--target", "a", "--chart=b", "--resume"]).words
        == ["sweep", "x"])
    #expect(
      try AnswerArguments(
        ["run", "--resume", "s", "x", "--shard", "1/2", "--state=t", "--checkpoint-interval=3"]
      ).words == ["run", "x"])
    #expect(try AnswerArguments(["explain", "x", "--target", "a"]).words.contains("--target=a"))
  }

  @Test(arguments: [
    [], ["serve", "x"], ["new"], ["schema"], ["verify", "x"], ["merge", "x"], ["--help"],
    ["help", "run"],
    ["run", "x", "--help"], ["run", "x", "--version"], ["run", "x", "--seed"],
    ["run", "--quiet=yes"],
    ["run", "--cheapest=no", "x"], ["run", "x", "-q"], ["run", "x", "---"],
    ["run", "--generate-completion-script", "bash"], ["--experimental-dump-help"],
  ])
  func refuses(_ arguments: [String]) {
    #expect(throws: AnswerArguments.Refusal.self) { try AnswerArguments(arguments) }
  }

  /// An option of a command whose answers can be made again is known here, and how it is written.
  @Test func everyOptionIsKnown() throws {
    let help = try JSONValue(Program.run("--experimental-dump-help").output)
    let commands = try #require(help["command"]?["subcommands"]?.array)
    var met: Set<String> = []
    for command in commands {
      let name = try #require(command["commandName"]?.string)
      guard AnswerArguments.commands.contains(name) else { continue }
      met.insert(name)
      for argument in try #require(command["arguments"]?.array) {
        let kind = try #require(argument["kind"]?.string)
        for option in (argument["names"]?.array ?? []).compactMap({ $0["name"]?.string }) {
          guard !["help", "h", "version"].contains(option) else { continue }
          let hasValue =
            AnswerArguments.valuesThatMatter.contains(option)
            || AnswerArguments.idleValues(of: name).contains(option)
          // `--resume` is a flag of one command and has a value in another.
          let isFlag =
            AnswerArguments.flagsThatMatter.contains(option)
            || (AnswerArguments.idleFlags.contains(option) && !hasValue)
          #expect(
            isFlag == (kind == "flag") && hasValue == (kind == "option"), "\(name) --\(option)")
          if option == "threads" { #expect(AnswerArguments.lengthyCommands.contains(name)) }
        }
      }
    }
    #expect(met == AnswerArguments.commands)
  }
}
