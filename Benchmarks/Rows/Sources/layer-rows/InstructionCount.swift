import Callgrind
import LayerRows
import LinearAlgebra

/// Has callgrind count the instructions of rows, each into files of its own.
///
/// A row's work is done once to warm up, then n steps and 2n steps are counted. The difference is n steps without
/// anything that a call costs by itself, such as the pilot draws of a run. The label of a file is
/// `ROW<tab>units`, and nothing where it holds what came before. What stands behind LAPACK is printed, because
/// its instructions count too.
struct InstructionCount {
  private let rows: [Row]

  init(_ rows: [Row]) { self.rows = rows }

  func write() async throws {
    guard callgrind_is_present() != 0 else {
      fail("counting needs callgrind: run by `valgrind --tool=callgrind`")
    }
    print(BLASLibrary.current)
    for row in rows {
      let work = try await row.prepare()
      let steps = row.countedSteps
      try await work(1)
      callgrind_dump("")
      for count in [steps, 2 * steps] {
        try await work(count)
        callgrind_dump("\(row.name)\t\(count * row.unitsPerStep)")
      }
    }
  }
}
