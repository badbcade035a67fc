import Foundation
import Testing

/// A text whose commands can be followed step by step, as a reader would.
///
/// - Commands of `growth` stand in fenced blocks marked `sh`; a line that ends with a backslash goes on in the
///   next.
/// - A block marked `yaml` that begins with `# new file: NAME` is a file to write; one that begins with
///   `# in NAME` holds lines for the places of those with the same keys. In Vietnamese these are `# tệp mới: NAME`
///   and `# trong NAME`.
/// - A block marked `text` behind `<!-- output: 1-3, 7 -->` shows these paragraphs of what the last command wrote;
///   `all` shows all of them.
struct Walkthrough {
  enum Step: Equatable {
    case command(String)
    case file(String, [String])
    case edit(String, [String])
    /// The paragraphs shown, nil for all, and where they stand among the lines of the text.
    case output([ClosedRange<Int>]?, place: Range<Int>)
  }

  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }

  let lines: [String]
  private(set) var steps: [Step] = []

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    var shown: [ClosedRange<Int>]??
    while index < lines.count {
      let line = lines[index].trimmingCharacters(in: .whitespaces)
      index += 1
      if let parts = Self.output(line) { shown = parts }
      guard line.hasPrefix("```") else { continue }
      let end = lines[index...].firstIndex { $0.trimmingCharacters(in: .whitespaces) == "```" }
      let block = index..<(end ?? lines.count)
      switch line.dropFirst(3) {
      case "sh": steps += Self.commands(lines[block]).map { .command($0) }
      case "yaml": if let step = Self.file(Array(lines[block])) { steps.append(step) }
      case "text":
        if let parts = shown { steps.append(.output(parts, place: block)) }
        shown = nil
      default: break
      }
      index = block.upperBound + 1
    }
  }

  /// The commands in their order.
  var commands: [String] {
    steps.compactMap { if case .command(let command) = $0 { command } else { nil } }
  }

  private static func commands(_ lines: ArraySlice<String>) -> [String] {
    var commands: [String] = []
    var pending = ""
    for line in lines {
      let line = line.trimmingCharacters(in: .whitespaces)
      guard !line.hasSuffix("\\") else {
        pending += line.dropLast()
        continue
      }
      var command = pending + line
      pending = ""
      if command.hasPrefix("$ ") { command.removeFirst(2) }
      command = command.replacing(".build/release/growth", with: "growth")
      if command.hasPrefix("growth ") { commands.append(command) }
    }
    return commands
  }

  private static func file(_ lines: [String]) -> Step? {
    guard let first = lines.first else { return nil }
    let rest = Array(lines.dropFirst())
    for prefix in ["# new file: ", "# tệp mới: "] where first.hasPrefix(prefix) {
      return .file(String(first.dropFirst(prefix.count)), rest)
    }
    for prefix in ["# in ", "# trong "] where first.hasPrefix(prefix) {
      return .edit(String(first.dropFirst(prefix.count)), rest)
    }
    return nil
  }

  /// The paragraphs that a remark asks to show; nil where it asks for nothing.
  private static func output(_ line: String) -> [ClosedRange<Int>]?? {
    guard line.hasPrefix("<!-- output: "), line.hasSuffix(" -->") else { return nil }
    let text = line.dropFirst(13).dropLast(4)
    guard text != "all" else { return .some(nil) }
    return text.split(separator: ",").compactMap { part in
      let ends = part.split(separator: "-").compactMap {
        Int($0.trimmingCharacters(in: .whitespaces))
      }
      guard let first = ends.first, let last = ends.last, first <= last else { return nil }
      return first...last
    }
  }

  /// Paragraphs of an output, which are parted by empty lines, with three points for what is left out; their
  /// lines have no blanks at their ends.
  static func excerpt(_ output: String, _ parts: [ClosedRange<Int>]?) -> [String] {
    let all = output.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    let paragraphs = all.split(separator: "").map(Array.init)
    var shown: [[String]] = []
    var next = 1
    for part in parts ?? [1...max(paragraphs.count, 1)] {
      if part.lowerBound > next { shown.append(["..."]) }
      shown += paragraphs.prefix(part.upperBound).dropFirst(part.lowerBound - 1)
      next = part.upperBound + 1
    }
    if next <= paragraphs.count { shown.append(["..."]) }
    return Array(shown.joined(separator: [""]))
  }

  /// A file's text with lines in the place of those with the same keys, which follow each other.
  static func edited(_ text: String, _ lines: [String]) throws -> String {
    func key(_ line: String) -> Substring { line.prefix { $0 != ":" } }
    var all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first, let start = all.firstIndex(where: { key($0) == key(first) })
    else { throw Mistake(description: "the file has no line for '\(lines.first ?? "")'") }
    for (offset, line) in lines.enumerated() {
      let place = start + offset
      guard place < all.count, key(all[place]) == key(line) else {
        throw Mistake(description: "the file has another line where '\(line)' belongs")
      }
      all[place] = line
    }
    return all.joined(separator: "\n")
  }

  /// Follows the text in a folder, and expects what it shows.
  ///
  /// A command ends well, unless what it shows has an error in it.
  ///
  /// - Returns: the lines of the text with outputs as they are.
  func follow(in folder: TemporaryFolder, locale: String) throws -> [String] {
    var recorded = lines
    var output = ""
    for (number, step) in steps.enumerated() {
      switch step {
      case .file(let name, let lines):
        try folder.write(lines.joined(separator: "\n") + "\n", name)
      case .edit(let name, let lines):
        try folder.write(Self.edited(try folder.text(name), lines), name)
      case .command(let command):
        let outcome = try Program.shell(
          command, environment: ["LC_ALL": locale], directory: folder.url, timeout: 600)
        output = outcome.output + outcome.errors
        #expect(
          outcome.status == (showsError(after: number) ? 2 : 0), "\(command)\n\(outcome.errors)")
      case .output(let parts, let place):
        let excerpt = Self.excerpt(output, parts)
        #expect(Array(lines[place]) == excerpt, "line \(place.lowerBound) of the text")
        // Lines keep their numbers: what is to be replaced by more or fewer lines is put together at the end.
        recorded[place.lowerBound - 1] += "\n" + excerpt.joined(separator: "\n")
        for line in place { recorded[line] = "\u{0}" }
      }
    }
    return recorded.filter { $0 != "\u{0}" }
  }

  private func showsError(after number: Int) -> Bool {
    guard steps.indices.contains(number + 1), case .output(_, let place) = steps[number + 1] else {
      return false
    }
    return lines[place].contains { $0.contains(": error: ") || $0.contains(": lỗi: ") }
  }
}
