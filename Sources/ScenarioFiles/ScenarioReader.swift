/// Reads scenario files.
public enum ScenarioReader {
  /// Reads a scenario, with some of its values replaced, and finds all that is wrong with it.
  ///
  /// Never throws or traps on what a file contains: what is wrong is in the diagnostics.
  ///
  /// - Parameters:
  ///   - path: the file, absolute or relative to the current folder.
  ///   - overrides: texts `PATH=VALUE`, applied in their order. The path consists of keys joined by
  ///     points and may begin with the name of an activity or indicator, wherever that stands.
  public static func read(path: String, overrides: [String] = []) -> ScenarioReading {
    DeepStack.run { readInPlace(path: path, overrides: overrides) }
  }

  private static func readInPlace(path: String, overrides: [String]) -> ScenarioReading {
    let findings = Findings(main: path)
    let context = ReadingContext(findings: findings, scenarioPath: path)
    var chain = ExtendsChain(findings: findings)
    var outcome = ScenarioBuilder.Outcome()
    if let root = chain.read(path) {
      context.files = chain.paths
      context.bases = chain.bases
      context.sources = Dictionary(
        zip(chain.paths, chain.contents), uniquingKeysWith: { first, _ in first })
      outcome = build(root.numbered(), overrides: overrides, context: context)
    }
    var digest = SHA256()
    for (index, bytes) in chain.contents.enumerated() {
      digest.update(index == 0 ? bytes : [0] + bytes)
    }
    for override in overrides { digest.update([0] + Array(override.utf8)) }
    if !outcome.historyBytes.isEmpty { digest.update([0] + outcome.historyBytes) }
    for bytes in context.dataFiles { digest.update([0] + bytes) }
    return ScenarioReading(
      path: path, name: outcome.name, scenario: outcome.scenario,
      diagnostics: findings.ordered, values: context.values,
      digest: "sha256:" + digest.finish(), draws: outcome.draws, seed: outcome.seed,
      sampling: outcome.sampling)
  }

  private static func build(
    _ root: SyntaxNode, overrides: [String], context: ReadingContext
  ) -> ScenarioBuilder.Outcome {
    let findings = context.findings
    var root = root
    for text in overrides {
      guard let override = Override(text, findings: findings) else { continue }
      root = override.applied(to: root, findings: findings)
    }
    return ScenarioBuilder(context: context).build(root)
  }
}
