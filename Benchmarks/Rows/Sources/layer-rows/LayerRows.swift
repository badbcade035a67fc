import Glibc
import LayerRows

/// Runs rows of the record one at a time, for the scripts beside it.
///
///     layer-rows list             name, layer and unit of every row, with tabs between
///     layer-rows time ROW         for each line of input: processor nanoseconds a unit
///     layer-rows count [ROW...]   under callgrind: counts of each row's work and of twice the work
@main
struct LayerRowsProgram {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let names = Array(arguments.dropFirst())
    do {
      switch arguments.first {
      case "list":
        for row in Row.all { print("\(row.name)\t\(row.layer.rawValue)\t\(row.unit)") }
      case "time" where names.count == 1:
        let timing = Timing(row(names[0]))
        try OneThread().run { try await timing.answer() }
      case "count":
        let count = InstructionCount(names.isEmpty ? Row.all : names.map(row))
        try OneThread().run { try await count.write() }
      default:
        fail("usage: layer-rows list | time ROW | count [ROW...]")
      }
    } catch {
      fail("\(error)", status: 1)
    }
  }

  private static func row(_ name: String) -> Row {
    guard let row = Row.all.first(where: { $0.name == name }) else {
      fail("there is no row '\(name)'; `layer-rows list` has them all")
    }
    return row
  }
}

/// Ends the program with what is wrong: the way that it was called, unless another status is given.
func fail(_ message: String, status: Int32 = 64) -> Never {
  let text = Array("layer-rows: \(message)\n".utf8)
  write(STDERR_FILENO, text, text.count)
  exit(status)
}
