import Testing

@testable import ScenarioFiles

/// How a variant is laid over its base, rule by rule.
@Suite struct ExtendsMergeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    let base: String
    let variant: String
    /// The merged tree, or the messages where there are some.
    let merged: String

    init(_ rule: String, _ base: String, _ variant: String, _ merged: String) {
      self.rule = rule
      self.base = base
      self.variant = variant
      self.merged = merged
    }

    var testDescription: String { rule }
  }

  static let cases: [Case] = [
    Case(
      "mappings merge key by key, in the order of the base, new keys last",
      "year: 2025, run: {draws: 1k, seed: 1}", "run: {more: 3, seed: 2}, as-of: 2025-01-01",
      "{year: 2025, run: {draws: 1k, seed: 2, more: 3}, as-of: 2025-01-01}"),
    Case("a scalar replaces a scalar", "year: 2025", "year: 2026", "{year: 2026}"),
    Case(
      "a list replaces a list", "correlation: {variables: [a, b], matrix: [[1]]}",
      "correlation: {variables: [c]}", "{correlation: {variables: [c], matrix: [[1]]}}"),
    Case(
      "a scalar replaces a mapping", "correlation: {variables: [a]}", "correlation: history",
      "{correlation: history}"),
    Case(
      "a mapping replaces a scalar", "correlation: history", "correlation: {variables: [a]}",
      "{correlation: {variables: [a]}}"),
    Case("null removes a key", "year: 2025, run: {seed: 1}", "run: null", "{year: 2025}"),
    Case("~ removes a key", "run: {seed: 1, draws: 1k}", "run: {seed: ~}", "{run: {draws: 1k}}"),
    Case("a quoted null is a text", "notes: a", "notes: 'null'", "{notes: null}"),
    Case("a key with nothing behind it is a slip", "notes: a", "notes: ", "{notes: }"),
    Case(
      "null of a key that is not there", "notes: a", "nots: null",
      "the base scenario has no 'nots' here to remove"),
    Case(
      "format, name and extends are not inherited", "format: f, name: n, extends: x, year: 2025",
      "name: m", "{name: m, year: 2025}"),

    Case(
      "a parameter is changed", "population: {distribution: normal, mean: 4%, sd: 1%}",
      "population: {mean: 3%}", "{population: {distribution: normal, mean: 3%, sd: 1%}}"),
    Case(
      "the same distribution keeps the other parameters",
      "population: {distribution: pert, low: 0%, mode: 3%, high: 7%, shape: 6}",
      "population: {distribution: pert, high: 9%}",
      "{population: {distribution: pert, low: 0%, mode: 3%, high: 9%, shape: 6}}"),
    Case(
      "another distribution replaces the figure",
      "population: {distribution: triangular, low: 0%, mode: 3%, high: 7%, source: s}",
      "population: {distribution: two-piece-normal, mode: 1%, sd-below: 2%, sd-above: 1%}",
      "{population: {distribution: two-piece-normal, mode: 1%, sd-below: 2%, sd-above: 1%}}"),
    Case(
      "nothing completes a distribution from another one",
      "population: {distribution: normal, mean: 4%, sd: 1%}",
      "population: {distribution: student-t, degrees-of-freedom: 5}",
      "{population: {distribution: student-t, degrees-of-freedom: 5}}"),
    Case(
      "a key of the replaced figure may be removed as well",
      "population: {distribution: normal, mean: 4%, sd: 1%}",
      "population: {distribution: uniform, low: 1%, high: 2%, sd: null}",
      "{population: {distribution: uniform, low: 1%, high: 2%}}"),
    Case(
      "the other parameters of the same distribution replace the figure",
      "population: {distribution: two-piece-normal, mode: 1%, sd-below: 2%, sd-above: 1%}",
      "population: {distribution: two-piece-normal, mode: 1%, uncertainty: 1%, skew: 0%}",
      "{population: {distribution: two-piece-normal, mode: 1%, uncertainty: 1%, skew: 0%}}"),
    Case(
      "a parameter of that other set is merged like any key",
      "population: {distribution: two-piece-normal, mode: 1%, uncertainty: 1%, skew: 0%}",
      "population: {distribution: two-piece-normal, mode: 2%}",
      "{population: {distribution: two-piece-normal, mode: 2%, uncertainty: 1%, skew: 0%}}"),
    Case(
      "a constant replaces a distribution",
      "population: {distribution: normal, mean: 4%, sd: 1%}", "population: 3%",
      "{population: 3%}"),
    Case(
      "a distribution replaces a constant", "population: 3%",
      "population: {distribution: normal, mean: 4%, sd: 1%}",
      "{population: {distribution: normal, mean: 4%, sd: 1%}}"),
    Case(
      "a value with its source replaces a distribution",
      "population: {distribution: normal, mean: 4%, sd: 1%, source: s}",
      "population: {value: 3%, source: t}", "{population: {value: 3%, source: t}}"),
    Case(
      "a distribution replaces a value with its source", "population: {value: 3%, source: t}",
      "population: {distribution: normal, mean: 4%, sd: 1%}",
      "{population: {distribution: normal, mean: 4%, sd: 1%}}"),
    Case(
      "a value with its source replaces one", "population: {value: 3%, source: t, notes: n}",
      "population: {value: 4%}", "{population: {value: 4%}}"),
    Case(
      "a parameter may get a source of its own",
      "population: {distribution: normal, mean: {value: 4%, source: s}, sd: 1%}",
      "population: {mean: 3%, sd: {value: 2%, source: t}}",
      "{population: {distribution: normal, mean: 3%, sd: {value: 2%, source: t}}}"),

    Case(
      "figures of activities, at any depth",
      "activities: {a: {activities: {b: {growth: {distribution: normal, mean: 1%, sd: 1%}}}}}",
      "activities: {a: {activities: {b: {growth: {value: 5%}}}}}",
      "{activities: {a: {activities: {b: {growth: {value: 5%}}}}}}"),
    Case(
      "figures of indicators and targets",
      "indicators: {i: {level: {distribution: normal, mean: 1%, sd: 1%}}}, "
        + "targets: {t: {near: {value: 1%, source: s}, within: 1 pp}}",
      "indicators: {i: {level: {value: 2%}}}, targets: {t: {near: {value: 2%}}}",
      "{indicators: {i: {level: {value: 2%}}}, targets: {t: {near: {value: 2%}, within: 1 pp}}}"),
    Case(
      "the totals are no figure, though one is called value",
      "base: {volume: 1 VND, value: {value: 2 VND, source: s}}", "base: {value: 3 VND}",
      "{base: {volume: 1 VND, value: 3 VND}}"),
    Case(
      "names of the user's choice are no figures",
      "activities: {value: {growth: 1%}, distribution: {growth: 1%}, other: {growth: 1%}}",
      "activities: {value: {growth: 2%}, distribution: {growth: 2%}}",
      "{activities: {value: {growth: 2%}, distribution: {growth: 2%}, other: {growth: 1%}}}"),
    Case(
      "columns of the history are no figures",
      "history: {columns: {a.growth: a, value: v}}", "history: {columns: {value: w}}",
      "{history: {columns: {a.growth: a, value: w}}}"),
  ]

  @Test(arguments: cases) func merges(_ example: Case) throws {
    let findings = Findings(main: "variant")
    let base = try #require(Tree.read(example.base, path: "base", findings))
    let variant = try #require(Tree.read(example.variant, path: "variant", findings))
    let merged = Overlay(findings: findings).scenario(variant, over: base)
    let messages = findings.ordered.map(\.message)
    #expect((messages.isEmpty ? [Tree.text(merged)] : messages) == [example.merged])
  }

  /// Of three files the last removal or value counts.
  @Test func mergesAlongAChain() throws {
    let findings = Findings(main: "variant")
    let texts = ["year: 2025, run: {seed: 1, draws: 1k}", "run: {seed: null}", "run: {seed: 3}"]
    let trees = try texts.map { try #require(Tree.read($0, path: "x", findings)) }
    let overlay = Overlay(findings: findings)
    let tree = overlay.scenario(trees[2], over: overlay.scenario(trees[1], over: trees[0]))
    #expect(Tree.text(tree) == "{year: 2025, run: {draws: 1k, seed: 3}}")
    #expect(tree["run"]?.removed.isEmpty == true)
    #expect(findings.ordered == [])
  }

  enum Tree {
    static func read(_ text: String, path: String, _ findings: Findings) -> SyntaxNode? {
      var reader = YAMLReader(findings: findings) { position in
        .file(Location(path: path, line: position?.line, column: position?.column))
      }
      return reader.read("{\(text)}")
    }

    static func text(_ node: SyntaxNode) -> String {
      switch node.content {
      case .scalar(let text, _): text
      case .sequence(let items): "[" + items.map(text).joined(separator: ", ") + "]"
      case .mapping(let entries):
        "{" + entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ") + "}"
      }
    }
  }
}
