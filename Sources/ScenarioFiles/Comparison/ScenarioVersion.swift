/// A scenario with some of its values replaced, and what that comes to.
public struct ScenarioVersion: Sendable {
  let source: ScenarioSource
  let overrides: [String]
  /// What came of reading it with these values.
  public let reading: ScenarioReading

  /// Reads a scenario.
  ///
  /// - Parameters:
  ///   - path: of its file.
  ///   - overrides: texts `PATH=VALUE`, applied in their order.
  public init(path: String, overrides: [String] = []) {
    source = ScenarioSource(path: path)
    self.overrides = overrides
    reading = source.reading(overrides: overrides)
  }

  /// The tree with the values replaced; nil where the file cannot be read.
  var root: SyntaxNode? {
    let findings = Findings(main: source.path)
    return overrides.reduce(source.root) { root, text in
      guard let root, let override = Override(text, findings: findings) else { return root }
      return override.applied(to: root, findings: findings)
    }
  }
}
