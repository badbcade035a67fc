import MonteCarlo

/// A scenario file and those that it extends, read from the disk once: what they mean can be asked again and
/// again, with other values in them.
public struct ScenarioSource: Sendable {
  /// The path of the file, as it was given.
  public let path: String
  /// The tree of the scenario, each file laid over the one it extends; nil where a file cannot be read.
  let root: SyntaxNode?
  /// What is wrong with the files as such.
  let diagnostics: [Diagnostic]
  /// The paths of the scenario and the files it extends, each before the one it extends.
  let files: [String]
  /// The bytes of each of them.
  let contents: [[UInt8]]
  let bases: [SyntaxNode]
  let marginals: MarginalMemo

  /// Reads the files; what is wrong with them is in every reading.
  ///
  /// - Parameter path: of the scenario, absolute or relative to the current folder.
  public init(path: String) {
    self = DeepStack.run { ScenarioSource(inPlace: path) }
  }

  private init(inPlace path: String) {
    let findings = Findings(main: path)
    var chain = ExtendsChain(findings: findings)
    self.path = path
    root = chain.read(path)?.numbered()
    diagnostics = findings.all
    files = chain.paths
    contents = chain.contents
    bases = chain.bases
    marginals = MarginalMemo()
  }

  /// What the files mean with some of their values replaced.
  ///
  /// - Parameter overrides: texts `PATH=VALUE`, applied in their order. The path consists of keys joined by
  ///   points and may begin with the name of an activity or indicator, wherever that stands.
  public func reading(overrides: [String] = []) -> ScenarioReading {
    DeepStack.run { readingInPlace(overrides: overrides, actualsFile: nil) }
  }

  /// What the files mean with some of their values replaced, and with the published figures of a CSV file beside
  /// their own; of two for one result that of the CSV file counts, with a warning.
  ///
  /// - Parameters:
  ///   - overrides: texts `PATH=VALUE`, applied in their order.
  ///   - path: of a file as `ActualsFile` reads it, absolute or relative to the current folder.
  ///   - publishedBy: a day, `YYYY-MM-DD`: figures of the CSV file of later days are as if they were not there;
  ///     nil for all.
  public func reading(
    overrides: [String] = [], actuals path: String, publishedBy: String? = nil
  ) -> ScenarioReading {
    DeepStack.run {
      readingInPlace(overrides: overrides, actualsFile: (path, publishedBy))
    }
  }

  private func readingInPlace(
    overrides: [String], actualsFile: (path: String, publishedBy: String?)?
  ) -> ScenarioReading {
    let findings = Findings(main: path, diagnostics)
    let context = ReadingContext(findings: findings, scenarioPath: path)
    var outcome = ScenarioBuilder.Outcome()
    if var root {
      context.files = files
      context.bases = bases
      context.marginals = marginals
      context.actualsFile = actualsFile
      context.sources = Dictionary(
        zip(files, contents), uniquingKeysWith: { first, _ in first })
      for text in overrides {
        guard let override = Override(text, findings: findings) else { continue }
        root = override.applied(to: root, findings: findings)
      }
      outcome = ScenarioBuilder(context: context).build(root)
    }
    var digest = SHA256()
    for (index, bytes) in contents.enumerated() {
      digest.update(index == 0 ? bytes : [0] + bytes)
    }
    for override in overrides { digest.update([0] + Array(override.utf8)) }
    if !outcome.historyBytes.isEmpty { digest.update([0] + outcome.historyBytes) }
    for bytes in context.dataFiles { digest.update([0] + bytes) }
    return ScenarioReading(
      path: path, name: outcome.name, scenario: outcome.scenario,
      diagnostics: findings.ordered, values: context.values,
      digest: "sha256:" + digest.finish(), draws: outcome.draws, seed: outcome.seed,
      sampling: outcome.sampling, actualLocations: outcome.actualLocations,
      revisions: outcome.revisions)
  }
}
