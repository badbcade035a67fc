import CLAPACKE

/// The eigenvalues of a square matrix that need not be symmetric, by LAPACK's `dgeev`.
public struct Eigenvalues: Sendable, Equatable {
  /// The real parts, in no particular order; complex pairs stand side by side.
  public let real: [Double]

  /// The imaginary parts, in the order of `real`; of a pair the positive one first.
  public let imaginary: [Double]

  /// Finds the eigenvalues of `matrix`.
  ///
  /// - Accuracy: as if an entry of the matrix had changed by a modest multiple of n units in the last
  ///   place of its norm. A k-fold eigenvalue without k eigenvectors moves by the k-th root of that.
  /// - Throws: `LinearAlgebraError.noConvergence`, `.notSquare`, `.notFinite`, `.overflow`.
  /// - Complexity: O(n^3).
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    try requireSquare(matrix)
    try requireFinite(matrix)
    try LAPACK.prepare(matrix)
    let count = matrix.rows
    var real = [Double](repeating: 0, count: count)
    var imaginary = real
    if count > 0 {
      var work = matrix
      let n = Int32(count)
      let info = try LAPACK.check(
        LAPACKE_dgeev(
          LAPACK.columnMajor, LAPACK.withoutVectors, LAPACK.withoutVectors, n, &work.columnMajor,
          n, &real, &imaginary, nil, n, nil, n))
      guard info == 0 else { throw .noConvergence }
      try requireRepresentable(real)
      try requireRepresentable(imaginary)
    }
    self.real = real
    self.imaginary = imaginary
  }

  /// The magnitudes, without overflow on the way; in the order of `real`.
  public var magnitudes: [Double] {
    zip(real, imaginary).map { x, y in
      let (large, small) = (max(x.magnitude, y.magnitude), min(x.magnitude, y.magnitude))
      guard large > 0 else { return 0 }
      let ratio = small / large
      return large * (1 + ratio * ratio).squareRoot()
    }
  }

  /// The largest magnitude; zero for order zero.
  public var spectralRadius: Double { magnitudes.reduce(0, max) }
}
