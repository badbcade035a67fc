import Stochastics

/// Variables joined by a Gaussian or a Student t copula, drawn again one after the other given those that
/// are not.
///
/// With L the triangular factor of the correlations in the opposite of the order in which they are drawn
/// again, the variables of the copula are `L e`. Of a Gaussian copula the e are independent. Of a Student t
/// copula each follows from an independent number and the e before it. So to draw the last ones again given
/// the others is to change their own independent numbers.
struct JointWalk {
  /// Four runs of numbers for each position.
  struct Memory {
    private let start: UnsafeMutablePointer<Double>
    private let rows: Int

    static let runs = 4

    init(_ start: UnsafeMutablePointer<Double>, rows: Int) {
      self.start = start
      self.rows = rows
    }

    private func run(_ number: Int, _ position: Int) -> UnsafeMutablePointer<Double> {
      start + (Self.runs * position + number) * rows
    }

    /// The independent number.
    func own(_ position: Int) -> UnsafeMutablePointer<Double> { run(0, position) }
    /// The one that it is drawn again as.
    func other(_ position: Int) -> UnsafeMutablePointer<Double> { run(1, position) }
    /// e.
    func part(_ position: Int) -> UnsafeMutablePointer<Double> { run(2, position) }
    /// The variable of the copula.
    func score(_ position: Int) -> UnsafeMutablePointer<Double> { run(3, position) }
  }

  private let joint: Joint
  /// The rows of the joint, those that are drawn again first coming last.
  private let order: [Int]
  /// The position of each row.
  private let positions: [Int]
  private let factor: [[Double]]
  /// How many e there are before each position: not those of variables that follow from others.
  private let ranks: [Int]

  init(_ joint: Joint, order: [Int]) {
    self.joint = joint
    self.order = order
    var positions = [Int](repeating: 0, count: order.count)
    for (position, row) in order.enumerated() { positions[row] = position }
    self.positions = positions
    let factor = GaussianCopula.factorize(
      order.map { i in order.map { joint.correlation[i][$0] } })
    self.factor = factor
    var ranks: [Int] = []
    var rank = 0
    for position in order.indices {
      ranks.append(rank)
      if factor[position][position] != 0 { rank += 1 }
    }
    self.ranks = ranks
  }

  /// Makes values of the first set out of independent normal scores.
  ///
  /// - Parameters:
  ///   - columns: the first row of the scores, in the columns of both sets.
  ///   - count: rows.
  ///   - variables: columns of a set.
  ///   - memory: for the walk.
  func begin(
    _ columns: UnsafeMutablePointer<Double>, count: Int, variables: Int, _ memory: Memory
  ) {
    let stride = Workspace.columnStride
    for (position, row) in order.enumerated() {
      let own = columns + joint.places[row] * stride
      memory.own(position).update(from: own, count: count)
      memory.other(position).update(from: own + variables * stride, count: count)
      step(memory.own(position), position, count)
      step(memory.other(position), position, count)
      memory.part(position).update(repeating: 0, count: count)
      memory.score(position).update(repeating: 0, count: count)
    }
    update(Array(order.indices), count: count, memory)
    for position in order.indices { write(position, columns, count: count, memory) }
  }

  /// Draws some rows again.
  ///
  /// - Parameters:
  ///   - rows: of the joint.
  ///   - columns: the first row of the first set.
  ///   - count: rows of the columns.
  ///   - memory: of the walk.
  func change(
    _ rows: [Int], _ columns: UnsafeMutablePointer<Double>, count: Int, _ memory: Memory
  ) {
    let changed = rows.map { positions[$0] }
    for position in changed {
      memory.own(position).update(from: memory.other(position), count: count)
    }
    guard let first = changed.min() else { return }
    // Of a Student t copula all later e follow.
    update(
      joint.student == nil ? changed.sorted() : Array(first..<order.count), count: count, memory)
    for position in first..<order.count { write(position, columns, count: count, memory) }
  }

  /// Makes values out of independent normal scores, the first variable of the order being held.
  ///
  /// - Parameters:
  ///   - value: of the first variable of the copula.
  ///   - noise: the scores of a row of the joint.
  ///   - columns: the first row of the set of variables to fill.
  ///   - count: rows.
  ///   - memory: for the walk.
  func hold(
    _ value: Double, noise: (Int) -> UnsafePointer<Double>,
    into columns: UnsafeMutablePointer<Double>, count: Int, _ memory: Memory
  ) {
    for (position, row) in order.enumerated() {
      memory.own(position).update(from: noise(row), count: count)
      if position > 0 { step(memory.own(position), position, count) }
      memory.part(position).update(repeating: 0, count: count)
      memory.score(position).update(repeating: 0, count: count)
    }
    memory.own(0).update(repeating: value, count: count)
    update(Array(order.indices), count: count, memory)
    for position in order.indices { write(position, columns, count: count, memory) }
  }

  /// Turns independent normal scores into independent numbers of the copula's kind.
  private func step(_ numbers: UnsafeMutablePointer<Double>, _ position: Int, _ count: Int) {
    guard let student = joint.student, factor[position][position] != 0 else { return }
    student.replaceByStep(
      UnsafeMutableBufferPointer(start: numbers, count: count), after: ranks[position])
  }

  /// Works out the e of some positions again, ascending, and the variables of the copula.
  private func update(_ changed: [Int], count: Int, _ memory: Memory) {
    guard let first = changed.first else { return }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * count) { buffer in
      guard let change = buffer.baseAddress else { return }
      let squares = change + count
      if joint.student != nil {
        squares.update(repeating: 0, count: count)
        for position in 0..<first { add(squaresOf: position, to: squares, count, memory) }
      }
      for position in changed where factor[position][position] != 0 {
        let (own, part) = (memory.own(position), memory.part(position))
        if let student = joint.student {
          let nu = student.degreesOfFreedom
          let below = nu + Double(ranks[position])
          for i in 0..<count {
            change[i] = ((nu + squares[i]) / below).squareRoot() * own[i] - part[i]
          }
        } else {
          for i in 0..<count { change[i] = own[i] - part[i] }
        }
        for i in 0..<count { part[i] += change[i] }
        for later in position..<order.count where factor[later][position] != 0 {
          let weight = factor[later][position]
          let score = memory.score(later)
          for i in 0..<count { score[i] += weight * change[i] }
        }
        if joint.student != nil { add(squaresOf: position, to: squares, count, memory) }
      }
    }
  }

  private func add(
    squaresOf position: Int, to squares: UnsafeMutablePointer<Double>, _ count: Int,
    _ memory: Memory
  ) {
    guard factor[position][position] != 0 else { return }
    let part = memory.part(position)
    for i in 0..<count { squares[i] += part[i] * part[i] }
  }

  /// Turns variables of the copula into values.
  private func write(
    _ position: Int, _ columns: UnsafeMutablePointer<Double>, count: Int, _ memory: Memory
  ) {
    let row = order[position]
    let column = UnsafeMutableBufferPointer(
      start: columns + joint.places[row] * Workspace.columnStride, count: count)
    column.baseAddress?.update(from: memory.score(position), count: count)
    joint.student?.replaceByNormals(column)
    joint.marginals[row].transform(scores: column)
  }
}
