/// The second derivative of the dual of the nearest correlation problem: h -> E(Q (W o Qᵀ E*(h) Q) Qᵀ)
/// with the eigenvectors Q and the divided differences W of the positive part.
///
/// W[k,l] is 1 where both eigenvalues are above zero, 0 where neither is, and p / (p - q) for one p
/// above and one q that is not. The half of the eigenvectors that is smaller in number is enough:
/// with the complement 1 - W, which belongs to the negative part, the answer is subtracted from h.
struct NearestCorrelationCurvature {
  private let pinned: [NearestCorrelation.Entry]
  private let order: Int
  private let vectors: Matrix
  /// The columns of `vectors` in the smaller half.
  private let half: Range<Int>
  private let isNegative: Bool
  /// Column k: the weights of eigenvector k of the half with all others; those within the half are
  /// counted from both sides, each with one half.
  private let weights: Matrix
  private let diagonal: [Double]

  private static let rootTwo = 2.0.squareRoot()

  init(_ spectrum: SymmetricEigen, pinned: [NearestCorrelation.Entry]) {
    self.pinned = pinned
    order = spectrum.values.count
    vectors = spectrum.vectors
    let firstPositive = spectrum.values.firstIndex { $0 > 0 } ?? order
    isNegative = firstPositive <= order - firstPositive
    half = isNegative ? 0..<firstPositive : firstPositive..<order
    weights = Self.weights(spectrum.values, half)
    diagonal = Self.diagonal(vectors, half, weights, pinned, isNegative: isNegative)
  }

  private static func weights(_ values: [Double], _ half: Range<Int>) -> Matrix {
    var weights = Matrix(rows: values.count, columns: half.count, repeating: 0.5)
    for k in half {
      for l in values.indices where !half.contains(l) {
        weights[l, k - half.lowerBound] = values[k] / (values[k] - values[l])
      }
    }
    return weights
  }

  /// The diagonal of the second derivative: for the unknown of a pinned entry (i, j) the sum over k and
  /// l of `W[k,l] Q[i,k]^2 Q[j,l]^2`, without products of different signs, and for one of the matrix's
  /// diagonal the same with j = i.
  private static func diagonal(
    _ vectors: Matrix, _ half: Range<Int>, _ weights: Matrix,
    _ pinned: [NearestCorrelation.Entry], isNegative: Bool
  ) -> [Double] {
    var squares = vectors
    for index in squares.columnMajor.indices {
      squares.columnMajor[index] *= squares.columnMajor[index]
    }
    let sums = BLAS.product(squares, weights)
    let entries =
      (0..<vectors.rows).map { (i: $0, j: $0) } + pinned.map { (i: $0.row, j: $0.column) }
    return entries.map { i, j in
      var sum = 0.0
      for k in half {
        let column = k - half.lowerBound
        sum += squares[i, k] * sums[j, column] + squares[j, k] * sums[i, column]
      }
      return max(isNegative ? 1 - sum : sum, 1e-8)
    }
  }

  /// The second derivative times a vector of unknowns. Complexity: O(n^2 min(p, n - p)) for p
  /// eigenvalues above zero, and O(n) for each pinned entry.
  func times(_ unknowns: [Double]) -> [Double] {
    let halfVectors = vectors.columns(half)
    var inner = BLAS.transposedProduct(vectors, spread(unknowns, times: halfVectors))
    for index in inner.columnMajor.indices {
      inner.columnMajor[index] *= weights.columnMajor[index]
    }
    let outer = BLAS.product(vectors, inner)
    var result = [Double](repeating: 0, count: unknowns.count)
    for k in 0..<half.count {
      let column = k * order
      for i in 0..<order {
        result[i] += 2 * halfVectors.columnMajor[column + i] * outer.columnMajor[column + i]
      }
      for (index, entry) in pinned.enumerated() {
        let (i, j) = (column + entry.row, column + entry.column)
        result[order + index] +=
          Self.rootTwo
          * (halfVectors.columnMajor[i] * outer.columnMajor[j]
            + halfVectors.columnMajor[j] * outer.columnMajor[i])
      }
    }
    return isNegative ? zip(unknowns, result).map { $0 - $1 } : result
  }

  /// The symmetric matrix of the unknowns, times a matrix.
  private func spread(_ unknowns: [Double], times matrix: Matrix) -> Matrix {
    var result = matrix
    for k in 0..<matrix.columns {
      let column = k * order
      for i in 0..<order { result.columnMajor[column + i] *= unknowns[i] }
      for (index, entry) in pinned.enumerated() {
        let value = unknowns[order + index] / Self.rootTwo
        let (i, j) = (column + entry.row, column + entry.column)
        result.columnMajor[i] += value * matrix.columnMajor[j]
        result.columnMajor[j] += value * matrix.columnMajor[i]
      }
    }
    return result
  }

  /// Solves for the unknowns, roughly, by conjugate gradients with the diagonal as preconditioner.
  ///
  /// - Parameters:
  ///   - regularization: what is added to the diagonal: where eigenvalues of the solution coincide, or
  ///     pinned entries leave little room, the second derivative is close to singular.
  ///   - reduction: the part of the right-hand side's norm at which it ends.
  func solve(_ right: [Double], regularization: Double, reduction: Double) -> [Double] {
    let scale = diagonal.map { $0 + regularization }
    var solution = [Double](repeating: 0, count: right.count)
    var rest = right
    var scaled = zip(rest, scale).map { $0 / $1 }
    var direction = scaled
    var product = dot(rest, scaled)
    let goal = reduction * dot(right, right).squareRoot()
    for _ in 0..<max(200, order) where dot(rest, rest).squareRoot() > goal {
      var image = times(direction)
      for i in image.indices { image[i] += regularization * direction[i] }
      let length = product / dot(direction, image)
      guard length.isFinite, length > 0 else { break }
      for i in solution.indices {
        solution[i] += length * direction[i]
        rest[i] -= length * image[i]
      }
      scaled = zip(rest, scale).map { $0 / $1 }
      let next = dot(rest, scaled)
      for i in direction.indices { direction[i] = scaled[i] + next / product * direction[i] }
      product = next
    }
    return solution
  }
}
