extension [Double] {
  /// The Euclidean norm.
  var norm: Double { reduce(0) { $0 + $1 * $1 }.squareRoot() }

  /// The inner product with an array as long.
  func dot(_ other: [Double]) -> Double {
    var sum = 0.0
    for i in indices { sum += self[i] * other[i] }
    return sum
  }

  /// What is left when the parts along orthonormal vectors are taken away; twice, as rounding asks for.
  func without(_ basis: [[Double]]) -> [Double] {
    var rest = self
    for _ in 0..<2 {
      for vector in basis {
        let part = rest.dot(vector)
        for i in rest.indices { rest[i] -= part * vector[i] }
      }
    }
    return rest
  }
}
