import Glibc

/// The library of basic linear algebra that LAPACK runs on, as found in the running process.
///
/// The system decides at start-up which library stands behind LAPACK. At the sizes of this program
/// the threads of OpenBLAS cost more than they bring, and they compete with the threads of the
/// simulation: every routine of this module turns them off before its first call. Threads that
/// OpenBLAS has started with the program still wait busily for about a tenth of a second; only
/// `OPENBLAS_NUM_THREADS=1` in the environment keeps them from being started.
public struct BLASLibrary: Sendable, Equatable {
  /// What OpenBLAS says of itself: version, build options and processor; nil for other libraries.
  public let configuration: String?

  /// Whether the threads could be turned off. False for a library that is not OpenBLAS: the
  /// reference library has none, others are left as they are.
  public let isLimitedToOneThread: Bool

  /// The library in use. The first access turns its threads off.
  public static let current = BLASLibrary()

  /// Turns the threads of the library off for the rest of the process; only the first call acts.
  public static func useOneThread() {
    _ = current
  }

  private init() {
    // Without a handle dlsym searches the libraries that the program was started with.
    if let symbol = dlsym(nil, "openblas_set_num_threads") {
      unsafeBitCast(symbol, to: (@convention(c) (CInt) -> Void).self)(1)
      isLimitedToOneThread = true
    } else {
      isLimitedToOneThread = false
    }
    if let symbol = dlsym(nil, "openblas_get_config"),
      let text = unsafeBitCast(
        symbol, to: (@convention(c) () -> UnsafePointer<CChar>?).self)()
    {
      configuration = String(cString: text)
    } else {
      configuration = nil
    }
  }
}

extension BLASLibrary: CustomStringConvertible {
  /// The library's own words, or that it is not OpenBLAS.
  public var description: String {
    configuration ?? "a BLAS other than OpenBLAS"
  }
}
