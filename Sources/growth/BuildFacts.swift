import CBuild
import Foundation
import LinearAlgebra

/// What `growth --version` says: the program and what it was built from and for, then what it runs on here.
///
/// A fact a line, its name before a colon, the same in every language: scripts read it.
enum BuildFacts {
  static var text: String {
    """
    growth \(Growth.version)
    commit: \(stamp.first ?? "unknown")
    build: \(configuration)
    processor: \(processor(growthCompiledLevel()))
    swift: \(stamp.count > 1 ? stamp[1] : swift)
    lapack: \(described(LAPACKLibrary.current.version, function: "dpotrf_"))
    blas: \(described(BLASLibrary.current.configuration, function: "dgemm_"))
    """
  }

  /// The commit, and the version of Swift, as far as they were written into the program.
  private static var stamp: [String] {
    String(cString: cbuild_stamp()).split(separator: " ").map(String.init)
  }

  private static var configuration: String {
    #if DEBUG
      "debug"
    #else
      "release"
    #endif
  }

  /// The compiler's version, as far as conditions of compilation tell it.
  private static var swift: String {
    #if compiler(>=6.5)
      "6.5 or later"
    #elseif compiler(>=6.4)
      "6.4"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  private static func processor(_ level: Int32) -> String {
    switch level {
    case 0, 1: "portable"
    default: "x86-64-v\(level)"
    }
  }

  /// What a library says of itself, and the file that one of its functions is from.
  private static func described(_ text: String?, function: String) -> String {
    let file = cbuild_file_of(function)
    defer { free(file) }
    return [text, file.map { String(cString: $0) }].compactMap { $0 }.joined(separator: " ")
  }
}

/// The level of x86-64 that this code is compiled for, asked for before the program starts.
@_cdecl("growth_compiled_level")
func growthCompiledLevel() -> Int32 { cbuild_compiled_level }
