import ArgumentParser
import Languages

/// Inputs that are looked at as one: `weather=water,floods`.
struct GroupArgument {
  let name: String
  let paths: [String]

  /// Reads what people write.
  ///
  /// - Throws: `ValidationError` with how to write it.
  init(argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let paths = parts.count == 2 ? parts[1].split(separator: ",").map(String.init) : []
    guard parts.count == 2, !parts[0].isEmpty, !paths.isEmpty else {
      throw ValidationError(
        localized("write --group NAME=INPUT,INPUT, as in --group weather=water,floods"))
    }
    name = String(parts[0])
    self.paths = paths
  }
}
