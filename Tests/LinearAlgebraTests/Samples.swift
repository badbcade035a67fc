import LinearAlgebra

/// Random matrices for properties; a fixed seed makes every run the same.
struct Samples {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed)
  }

  /// SplitMix64: Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195.
  mutating func bits() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Uniform in [-1, 1).
  mutating func number() -> Double {
    Double(bits() >> 11) * 0x1p-52 - 1
  }

  mutating func vector(_ count: Int) -> [Double] {
    (0..<count).map { _ in number() }
  }

  mutating func matrix(_ rows: Int, _ columns: Int) -> Matrix {
    var result = Matrix(rows: rows, columns: columns)
    for j in 0..<columns {
      for i in 0..<rows { result[i, j] = number() }
    }
    return result
  }

  /// B Bᵀ with B of `order` rows and `rank` columns.
  mutating func semidefinite(_ order: Int, rank: Int) throws -> Matrix {
    let half = matrix(order, rank)
    return try half * half.transposed
  }

  /// Symmetric, of no definite sign.
  mutating func symmetric(_ order: Int) throws -> Matrix {
    try matrix(order, order).symmetricPart()
  }
}

/// The largest difference between entries.
func distance(_ a: Matrix, _ b: Matrix) -> Double {
  distance(a.columnMajor, b.columnMajor)
}

/// The largest difference between entries.
func distance(_ a: [Double], _ b: [Double]) -> Double {
  precondition(a.count == b.count)
  return zip(a, b).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
}

/// The Frobenius norm.
func norm(_ a: Matrix) -> Double { norm(a.columnMajor) }

/// The Euclidean norm.
func norm(_ a: [Double]) -> Double { a.reduce(0) { $0 + $1 * $1 }.squareRoot() }

/// 1 / (i + j + 1).
func hilbert(_ order: Int) -> Matrix {
  var result = Matrix(rows: order, columns: order)
  for j in 0..<order {
    for i in 0..<order { result[i, j] = 1 / Double(i + j + 1) }
  }
  return result
}

/// n units in the last place of one.
func rounding(_ n: Int) -> Double { Double(max(n, 1)) * 1.0.ulp }
