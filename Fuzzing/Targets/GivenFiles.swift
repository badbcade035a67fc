@testable import ScenarioFiles

/// Files of an input, in the place of the disk.
enum GivenFiles {
  static func read<Result>(_ files: [String: [UInt8]], _ body: () -> Result) -> Result {
    let given = InputFiles(files.mapValues { InputFiles.Content.bytes($0) })
    return FileSource.$current.withValue(.given(given), operation: body)
  }
}
