import Stochastics

/// The memory in which one task makes draws that agree with published figures, a block at a time.
///
/// A class only to own the memory: what is in it belongs to the block made last.
final class ConditionalDraws {
  /// What the draws of one block count for.
  struct Block {
    /// The logarithm of each draw's weight, over that of a draw at the centre; minus infinity where no
    /// point of the surface was found.
    var logWeights: [Double]
    var unsolved: Int
  }

  private let conditioning: Conditioning
  private let sampler: JointSampler
  private let revisions: [RandomStream]
  private let solver: SurfaceSolver
  /// The independent scores of whole draws: a column for each dimension of the sampler.
  private let scores: UnsafeMutablePointer<Double>
  /// Where the dimensions of the constraints stand among those of the sampler.
  private let places: [Int]

  /// - Parameters:
  ///   - conditioning: what the draws agree with.
  ///   - sampler: of all variables that are looked at, among them those of the constraints.
  ///   - seed: what the scores of revisions are keyed by, beside their names.
  init(_ conditioning: Conditioning, sampler: JointSampler, seed: UInt64) {
    self.conditioning = conditioning
    self.sampler = sampler
    let constraints = conditioning.constraints
    revisions = constraints.revisionNames.map { RandomStream(seed: seed, name: $0) }
    solver = SurfaceSolver(conditioning)
    let known = Dictionary(
      uniqueKeysWithValues: sampler.dimensions.enumerated().map { ($1, $0) })
    places = constraints.sampler.dimensions.map {
      guard let place = known[$0] else {
        preconditionFailure("the sampler draws what the constraints look at")
      }
      return place
    }
    scores = Columns.allocate(max(sampler.dimensions.count, 1) * Workspace.columnStride)
  }

  deinit { scores.deallocate() }

  private func score(_ dimension: Int) -> UnsafeMutablePointer<Double> {
    scores + dimension * Workspace.columnStride
  }

  /// Makes draws, and fills the columns of the variables with them.
  func fill(_ workspace: Workspace, firstDraw: Int, count: Int) -> Block {
    let stride = Workspace.columnStride
    sampler.fillScores(scores, stride: stride, count: count, firstDraw: firstDraw)
    for (dimension, place) in places.enumerated() {
      solver.start(dimension).update(from: score(place), count: count)
    }
    for (k, stream) in revisions.enumerated() {
      stream.fillNormals(
        UnsafeMutableBufferPointer(start: solver.start(places.count + k), count: count),
        firstDraw: firstDraw)
    }
    let block = solver.solve(count: count)
    for (dimension, place) in places.enumerated() {
      score(place).update(from: solver.point(dimension), count: count)
    }
    sampler.fill(columns: workspace.columns, stride: stride, count: count, from: scores)
    return block
  }
}

/// Takes plain scores to the surface on which all constraints hold.
///
/// Broyden's method in the k coordinates across the surface, from the inverse that is exact at the centre: C. G. Broyden, "A class of
/// methods for solving nonlinear simultaneous equations", Math. Comp. 19 (1965) 577-593,
/// doi:10.1090/S0025-5718-1965-0198670-6. Rows for which that fails are tried again by damped Newton steps.
///
/// A class only to own the memory.
private final class SurfaceSolver {
  /// Steps after which a row is given up by Broyden's method, and by Newton's.
  static let mostSteps = (broyden: 24, newton: 40)
  /// The part of a block, one in so many, that is worth no step of the whole block.
  static let few = 16
  /// How far across the surface a point is looked for, in standard deviations: beyond this no draw counts.
  static let furthest = 20.0
  /// The longest step of Newton's method, in standard deviations.
  static let longestStep = 2.0
  /// The distance of the differences that slopes are taken over, in standard deviations.
  static let difference = 1e-5

  private let conditioning: Conditioning
  private let block: ConstraintBlock
  /// Points of the plane: a column for each dimension.
  private let plane: UnsafeMutablePointer<Double>
  /// Across the surface: a column for each constraint.
  private let steps: UnsafeMutablePointer<Double>
  /// k x k columns: the inverse that each row has arrived at, or its slopes.
  private let matrices: UnsafeMutablePointer<Double>
  private let count: Int
  private let dimension: Int
  /// The same for rows that are tried again; nil in that one itself.
  private let second: SurfaceSolver?

  convenience init(_ conditioning: Conditioning) {
    self.init(conditioning, second: SurfaceSolver(conditioning, second: nil))
  }

  private init(_ conditioning: Conditioning, second: SurfaceSolver?) {
    self.conditioning = conditioning
    self.second = second
    block = ConstraintBlock(conditioning.constraints)
    count = conditioning.constraints.count
    dimension = conditioning.constraints.dimension
    func columns(_ number: Int) -> UnsafeMutablePointer<Double> {
      let memory = Columns.allocate(max(number, 1) * Workspace.columnStride)
      memory.initialize(repeating: 0, count: max(number, 1) * Workspace.columnStride)
      return memory
    }
    plane = columns(dimension)
    steps = columns(count)
    matrices = columns(count * count)
  }

  deinit {
    plane.deallocate()
    steps.deallocate()
    matrices.deallocate()
  }

  /// Where to put the plain scores of a dimension.
  func start(_ dimension: Int) -> UnsafeMutablePointer<Double> {
    plane + dimension * Workspace.columnStride
  }

  /// The scores of a dimension of the points that were found.
  func point(_ dimension: Int) -> UnsafePointer<Double> {
    UnsafePointer(block.score(dimension))
  }

  private func step(_ constraint: Int) -> UnsafeMutablePointer<Double> {
    steps + constraint * Workspace.columnStride
  }

  private func matrix(_ i: Int, _ j: Int) -> UnsafeMutablePointer<Double> {
    matrices + (i * count + j) * Workspace.columnStride
  }

  /// Takes the scores in `start` to the surface.
  func solve(count rows: Int) -> ConditionalDraws.Block {
    project(rows: rows)
    let open = broyden(rows: rows)
    var lost = Lost()
    if !open.isEmpty, let second {
      lost = tryAgain(open, with: second)
      evaluate(rows: rows)
    }
    var weights = logWeights(rows: rows)
    for row in lost.far + lost.unsolved { weights[row] = -.infinity }
    for row in weights.indices where weights[row].isNaN { weights[row] = -.infinity }
    return ConditionalDraws.Block(logWeights: weights, unsolved: lost.unsolved.count)
  }

  /// Rows for which no point was found.
  private struct Lost {
    /// Their points lie so far out that they count for nothing.
    var far: [Int] = []
    var unsolved: [Int] = []
  }

  /// Takes plain scores to the plane.
  private func project(rows: Int) {
    for (k, direction) in conditioning.directions.enumerated() {
      let along = step(k)
      along.update(repeating: 0, count: rows)
      for (i, part) in direction.enumerated() where part != 0 {
        let scores = start(i)
        for row in 0..<rows { along[row] += part * scores[row] }
      }
    }
    for i in 0..<dimension {
      let scores = start(i)
      let centre = conditioning.centre[i]
      for (k, direction) in conditioning.directions.enumerated() where direction[i] != 0 {
        let along = step(k)
        for row in 0..<rows { scores[row] -= direction[i] * along[row] }
      }
      if centre != 0 { for row in 0..<rows { scores[row] += centre } }
    }
    for k in 0..<count { step(k).update(repeating: 0, count: rows) }
  }

  /// Evaluates the constraints at `plane + Q' steps`.
  private func evaluate(rows: Int) {
    place(rows: rows)
    block.evaluate(count: rows)
  }

  /// Sets the points to `plane + Q' steps`.
  private func place(rows: Int) {
    for i in 0..<dimension {
      let point = block.score(i)
      point.update(from: start(i), count: rows)
      for (k, direction) in conditioning.directions.enumerated() where direction[i] != 0 {
        let along = step(k)
        for row in 0..<rows { point[row] += direction[i] * along[row] }
      }
    }
  }

  private func holds(_ row: Int) -> Bool {
    let constraints = conditioning.constraints
    for k in 0..<count
    where !(abs(block.residual(k)[row]) * constraints.scales[k] <= constraints.tolerances[k]) {
      return false
    }
    return true
  }

  /// - Returns: the rows for which it failed.
  private func broyden(rows: Int) -> [Int] {
    for i in 0..<count {
      for j in 0..<count {
        matrix(i, j).update(repeating: conditioning.inverse[i * count + j], count: rows)
      }
    }
    evaluate(rows: rows)
    var open = (0..<rows).filter { !holds($0) }
    var failed: [Int] = []
    var old = [Double](repeating: 0, count: count)
    var move = old
    var change = old
    var through = old
    // The moves and residuals of all rows before a step.
    var moves = [Double](repeating: 0, count: count * rows)
    var before = moves
    for _ in 0..<Self.mostSteps.broyden {
      // A few rows are done sooner by themselves.
      if open.isEmpty || (open.count < rows / Self.few && second != nil) { break }
      open.removeAll { row in
        for k in 0..<count { old[k] = block.residual(k)[row] }
        for i in 0..<count {
          var sum = 0.0
          for j in 0..<count { sum -= matrix(i, j)[row] * old[j] }
          moves[row * count + i] = sum
          before[row * count + i] = old[i]
          step(i)[row] += sum
        }
        if isNear(row) { return false }
        for k in 0..<count { step(k)[row] = 0 }
        failed.append(row)
        return true
      }
      evaluate(rows: rows)
      open.removeAll { row in
        if holds(row) { return true }
        // H += (d - H y) (d' H) / (d' H y)
        for k in 0..<count {
          move[k] = moves[row * count + k]
          change[k] = block.residual(k)[row] - before[row * count + k]
        }
        var below = 0.0
        for i in 0..<count {
          var sum = 0.0
          for j in 0..<count { sum += matrix(i, j)[row] * change[j] }
          old[i] = sum
          below += move[i] * sum
        }
        guard below.isFinite, below != 0 else { return false }
        for j in 0..<count {
          var sum = 0.0
          for i in 0..<count { sum += move[i] * matrix(i, j)[row] }
          through[j] = sum / below
        }
        for i in 0..<count {
          for j in 0..<count { matrix(i, j)[row] += (move[i] - old[i]) * through[j] }
        }
        return false
      }
    }
    for row in open {
      for k in 0..<count { step(k)[row] = 0 }
    }
    return (failed + open).sorted()
  }

  /// Whether a row is where points are looked for, and not where arithmetic fails.
  private func isNear(_ row: Int) -> Bool {
    for k in 0..<count where !(abs(step(k)[row]) <= Self.furthest) { return false }
    return true
  }

  /// Tries rows again with another solver's memory, and takes over what it finds.
  ///
  /// - Returns: the rows for which that fails too.
  private func tryAgain(_ rows: [Int], with second: SurfaceSolver) -> Lost {
    for i in 0..<dimension {
      for (place, row) in rows.enumerated() { second.start(i)[place] = start(i)[row] }
    }
    let lost = second.newton(rows: rows.count)
    for k in 0..<count {
      for (place, row) in rows.enumerated() { step(k)[row] = second.step(k)[place] }
    }
    return Lost(far: lost.far.map { rows[$0] }, unsolved: lost.unsolved.map { rows[$0] })
  }

  /// Newton's method, halving steps that do not lower the residuals.
  ///
  /// - Returns: the rows for which it failed.
  private func newton(rows: Int) -> Lost {
    for k in 0..<count { step(k).update(repeating: 0, count: rows) }
    evaluate(rows: rows)
    var open = (0..<rows).filter { !holds($0) }
    var lost = Lost()
    var elimination = Elimination(count: count)
    for _ in 0..<Self.mostSteps.newton {
      if open.isEmpty { break }
      let before = residuals(rows: rows)
      slopes(rows: rows, residuals: before)
      var part = [Double](repeating: 1, count: rows)
      var moves = [Double](repeating: 0, count: count * rows)
      open.removeAll { row in
        guard
          elimination.solve({ matrix($0, $1)[row] }, { before[row * count + $0] }),
          elimination.solution.norm.isFinite
        else {
          lost.unsolved.append(row)
          return true
        }
        let move = elimination.solution
        let scale = min(Self.longestStep / move.norm, 1)
        for k in 0..<count {
          moves[row * count + k] = -move[k] * scale
          step(k)[row] += moves[row * count + k]
        }
        if isNear(row) { return false }
        for k in 0..<count { step(k)[row] = 0 }
        lost.far.append(row)
        return true
      }
      for _ in 0..<8 {
        evaluate(rows: rows)
        let after = residuals(rows: rows)
        let worse = open.filter { row in
          let new = size(after, row)
          return !(new.isFinite && new < size(before, row))
        }
        if worse.isEmpty { break }
        for row in worse {
          part[row] /= 2
          for k in 0..<count { step(k)[row] -= part[row] * moves[row * count + k] }
        }
      }
      evaluate(rows: rows)
      open.removeAll { holds($0) }
    }
    for row in open {
      for k in 0..<count { step(k)[row] = 0 }
    }
    lost.unsolved += open
    return lost
  }

  private func residuals(rows: Int) -> [Double] {
    (0..<rows).flatMap { row in (0..<count).map { block.residual($0)[row] } }
  }

  private func size(_ residuals: [Double], _ row: Int) -> Double {
    Array(residuals[row * count..<(row + 1) * count]).norm
  }

  /// The slopes of the constraints along the directions, into `matrices`.
  ///
  /// - Parameter residuals: at the points themselves, by row.
  private func slopes(rows: Int, residuals: [Double]) {
    for j in 0..<count {
      let along = step(j)
      for row in 0..<rows { along[row] += Self.difference }
      evaluate(rows: rows)
      for i in 0..<count {
        let moved = block.residual(i)
        let slopes = matrix(i, j)
        for row in 0..<rows {
          slopes[row] = (moved[row] - residuals[row * count + i]) * (1 / Self.difference)
        }
      }
      for row in 0..<rows { along[row] -= Self.difference }
    }
  }

  /// The logarithm of each row's weight, of points that have been evaluated; they are in `block` afterwards.
  private func logWeights(rows: Int) -> [Double] {
    let residuals = residuals(rows: rows)
    // |z|^2 - |t - m|^2, and what it is at the centre.
    var squares = [Double](repeating: -conditioning.squaredDistance, count: rows)
    for i in 0..<dimension {
      let point = block.score(i)
      let plane = start(i)
      let centre = conditioning.centre[i]
      for row in 0..<rows {
        let free = plane[row] - centre
        squares[row] += point[row] * point[row] - free * free
      }
    }
    slopes(rows: rows, residuals: residuals)
    place(rows: rows)
    var atCentre = 0.0
    for k in 0..<count { atCentre -= PortableMath.log(abs(conditioning.inverse[k * count + k])) }
    var elimination = Elimination(count: count)
    return (0..<rows).map { row in
      -0.5 * squares[row] - (elimination.logDeterminant { matrix($0, $1)[row] } - atCentre)
    }
  }
}

/// Gaussian elimination with row exchanges, of a few equations, one system after the other in the same memory.
///
/// Not LAPACK's, whose last bits differ between libraries and would reach the draws.
private struct Elimination {
  private let count: Int
  /// The matrix by rows, the right-hand side behind each.
  private var cells: [Double]
  private(set) var solution: [Double]

  init(count: Int) {
    self.count = count
    cells = [Double](repeating: 0, count: count * (count + 1))
    solution = [Double](repeating: 0, count: count)
  }

  /// Solves a system into `solution`.
  ///
  /// - Returns: whether the matrix has an inverse.
  mutating func solve(_ matrix: (Int, Int) -> Double, _ right: (Int) -> Double) -> Bool {
    load(matrix, right)
    guard eliminate().isFinite else { return false }
    for i in (0..<count).reversed() {
      var sum = cells[i * (count + 1) + count]
      for j in i + 1..<max(count, i + 1) { sum -= cells[i * (count + 1) + j] * solution[j] }
      solution[i] = sum / cells[i * (count + 1) + i]
    }
    return true
  }

  /// The logarithm of the magnitude of a matrix's determinant; NaN for zero.
  mutating func logDeterminant(_ matrix: (Int, Int) -> Double) -> Double {
    load(matrix) { _ in 0 }
    return eliminate()
  }

  private mutating func load(_ matrix: (Int, Int) -> Double, _ right: (Int) -> Double) {
    for i in 0..<count {
      for j in 0..<count { cells[i * (count + 1) + j] = matrix(i, j) }
      cells[i * (count + 1) + count] = right(i)
    }
  }

  /// Leaves an upper triangle.
  ///
  /// - Returns: the logarithm of the determinant's magnitude.
  private mutating func eliminate() -> Double {
    let width = count + 1
    var product = 1.0
    for k in 0..<count {
      var pivot = k
      for i in k..<count where abs(cells[i * width + k]) > abs(cells[pivot * width + k]) {
        pivot = i
      }
      if pivot != k { for j in k..<width { cells.swapAt(k * width + j, pivot * width + j) } }
      let head = cells[k * width + k]
      guard head != 0, head.isFinite else { return .nan }
      product *= abs(head)
      for i in k + 1..<max(count, k + 1) {
        let factor = cells[i * width + k] / head
        guard factor != 0 else { continue }
        for j in k..<width { cells[i * width + j] -= factor * cells[k * width + j] }
      }
    }
    // Slopes are of the order of one, so that the product of a few dozen is within range.
    return PortableMath.log(product)
  }
}
