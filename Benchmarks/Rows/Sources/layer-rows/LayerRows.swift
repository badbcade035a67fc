import Glibc
import LayerRows

/// Runs rows of the record one at a time, for the scripts beside it.
///
///     layer-rows list             name, layer and unit of every row, with tabs between
///     layer-rows time ROW         for each line of input: processor nanoseconds a unit
///     layer-rows count [ROW...]   under callgrind: counts of each row's work and of twice the work
@main
struct LayerRowsProgram {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    let names = Array(arguments.dropFirst())
    switch arguments.first {
    case "list":
      for row in Row.all { print("\(row.name)\t\(row.layer.rawValue)\t\(row.unit)") }
    case "time" where names.count == 1:
      try await Timing(row(names[0])).answer()
    case "count":
      try await InstructionCount(names.isEmpty ? Row.all : names.map(row)).write()
    default:
      fail("usage: layer-rows list | time ROW | count [ROW...]")
    }
  }

  private static func row(_ name: String) -> Row {
    guard let row = Row.all.first(where: { $0.name == name }) else {
      fail("there is no row '\(name)'; `layer-rows list` has them all")
    }
    return row
  }
}

/// Ends the program with what is wrong.
func fail(_ message: String) -> Never {
  let text = Array("layer-rows: \(message)\n".utf8)
  write(STDERR_FILENO, text, text.count)
  exit(64)
}
