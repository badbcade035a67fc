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
    ScenarioSource(path: path).reading(overrides: overrides)
  }
}
