import Stochastics

/// The memory of a task beside its workspace.
final class ShapleyMemory {
  let parts: [JointWalk.Memory]
  /// The response with the first set.
  let a: UnsafeMutablePointer<Double>
  /// The response with some inputs drawn again.
  let h: UnsafeMutablePointer<Double>
  private let all: UnsafeMutablePointer<Double>

  init(_ plan: ShapleyPlan, rows: Int) {
    let members = plan.joints.reduce(0) { $0 + $1.places.count }
    all = Columns.allocate((JointWalk.Memory.runs * members + 2) * rows)
    var next = all
    var parts: [JointWalk.Memory] = []
    for joint in plan.joints {
      parts.append(JointWalk.Memory(next, rows: rows))
      next += JointWalk.Memory.runs * joint.places.count * rows
    }
    self.parts = parts
    a = next
    h = next + rows
  }

  deinit { all.deallocate() }
}
