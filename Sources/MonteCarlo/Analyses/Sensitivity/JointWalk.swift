import Stochastics

/// Variables joined by a Gaussian copula, drawn again one after the other given those that are not.
///
/// With L the triangular factor of the correlations in the opposite of the order in which they are drawn
/// again, the scores are `L e` with e independent. To draw the last ones again given the others is to change
/// their own e.
struct JointWalk {
  /// Scores and their changes: for each position two runs of numbers.
  struct Memory {
    let start: UnsafeMutablePointer<Double>
    let rows: Int

    func score(_ position: Int) -> UnsafeMutablePointer<Double> { start + 2 * position * rows }
    func change(_ position: Int) -> UnsafeMutablePointer<Double> {
      start + (2 * position + 1) * rows
    }
  }

  private let joint: ShapleyPlan.Joint
  /// The rows of the joint, those that are drawn again first coming last.
  private let order: [Int]
  /// The position of each row.
  private let positions: [Int]
  private let factor: [[Double]]

  init(_ joint: ShapleyPlan.Joint, order: [Int]) {
    self.joint = joint
    self.order = order
    var positions = [Int](repeating: 0, count: order.count)
    for (position, row) in order.enumerated() { positions[row] = position }
    self.positions = positions
    factor = GaussianCopula.factorize(
      order.map { i in order.map { joint.correlation[i][$0] } })
  }

  /// Makes values of the first set out of its scores.
  ///
  /// - Parameters:
  ///   - columns: the first row of independent scores, in the columns of both sets.
  ///   - count: rows.
  ///   - variables: columns of a set.
  ///   - memory: for the walk.
  func begin(
    _ columns: UnsafeMutablePointer<Double>, count: Int, variables: Int, _ memory: Memory
  ) {
    let stride = Workspace.columnStride
    for (position, row) in order.enumerated() {
      let own = columns + joint.places[row] * stride
      let other = own + variables * stride
      let change = memory.change(position)
      for i in 0..<count { change[i] = other[i] - own[i] }
    }
    for position in order.indices {
      let score = memory.score(position)
      score.update(repeating: 0, count: count)
      for (k, weight) in factor[position][...position].enumerated() where weight != 0 {
        let source = columns + joint.places[order[k]] * stride
        for i in 0..<count { score[i] += weight * source[i] }
      }
    }
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
    var isChanged = [Bool](repeating: false, count: order.count)
    for row in rows {
      let position = positions[row]
      let change = memory.change(position)
      for later in position..<order.count where factor[later][position] != 0 {
        let weight = factor[later][position]
        let score = memory.score(later)
        for i in 0..<count { score[i] += weight * change[i] }
        isChanged[later] = true
      }
    }
    for position in order.indices where isChanged[position] {
      write(position, columns, count: count, memory)
    }
  }

  /// Turns scores into values.
  private func write(
    _ position: Int, _ columns: UnsafeMutablePointer<Double>, count: Int, _ memory: Memory
  ) {
    let row = order[position]
    let column = columns + joint.places[row] * Workspace.columnStride
    column.update(from: memory.score(position), count: count)
    joint.marginals[row].transform(
      scores: UnsafeMutableBufferPointer(start: column, count: count))
  }
}

/// The memory of a task beside its workspace.
final class ShapleyMemory {
  let parts: [JointWalk.Memory]
  private let all: UnsafeMutablePointer<Double>
  /// The response with the first set.
  let a: UnsafeMutablePointer<Double>
  /// The response with some inputs drawn again.
  let h: UnsafeMutablePointer<Double>

  init(_ plan: ShapleyPlan, rows: Int) {
    let members = plan.joints.reduce(0) { $0 + $1.places.count }
    all = .allocate(capacity: (2 * members + 2) * rows)
    var next = all
    var parts: [JointWalk.Memory] = []
    for joint in plan.joints {
      parts.append(JointWalk.Memory(start: next, rows: rows))
      next += 2 * joint.places.count * rows
    }
    self.parts = parts
    a = next
    h = next + rows
  }

  deinit { all.deallocate() }
}
