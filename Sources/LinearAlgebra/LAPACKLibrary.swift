import CLAPACKE

/// The LAPACK that answers in the running process, as the system's alternatives chose it.
public struct LAPACKLibrary: Sendable, Equatable {
  /// Of the reference LAPACK whose routines it has, "3.11.0"; OpenBLAS brings those too.
  public let version: String

  /// The library in use.
  public static let current = LAPACKLibrary()

  private init() {
    var major: clapacke_int = 0
    var minor: clapacke_int = 0
    var patch: clapacke_int = 0
    LAPACKE_ilaver(&major, &minor, &patch)
    version = "\(major).\(minor).\(patch)"
  }
}
