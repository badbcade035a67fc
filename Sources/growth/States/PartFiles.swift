import ArgumentParser
import Languages
import MonteCarlo
import ScenarioFiles

/// State files that together are a whole run or sweep.
struct PartFiles: Sendable {
  /// In the order of the parts.
  private let paths: [String]
  /// That of the first that was named, with the files of all.
  let heading: StateHeading
  /// The command of the parts.
  let command: StateHeading.Command
  /// Of the run; nil for a sweep.
  private let key: RunKey?

  private struct Problem: Error {
    let reason: String
    let hint: String
  }

  /// Reads all files once, and says of each what is wrong with it.
  ///
  /// - Throws: `ExitCode.scenarioWrong` after saying on standard error everything that is.
  init(_ paths: [String]) throws {
    var isWrong = false
    var first: (path: String, heading: StateHeading, key: RunKey?)?
    var found: [Int: String] = [:]
    var files: [String: InputFiles.File] = [:]
    for path in paths {
      do {
        let (heading, key) = try Self.read(path)
        if let first {
          try Self.compare(heading, key, with: first.heading, first.key, first.path)
        } else {
          first = (path, heading, key)
        }
        guard let shard = heading.shard else { continue }
        if let other = found[shard.part] {
          throw Problem(
            reason: localized(
              "part \(shard.part) of \(shard.parts) is there twice, here and in '\(other)'"),
            hint: localized("leave one of the two out"))
        }
        found[shard.part] = path
        for file in heading.reproduction.files.files {
          if let other = files.updateValue(file, forKey: file.path), other != file {
            throw Self.problem(
              StateHeading.changed, from: paths.first ?? "")
          }
        }
      } catch let problem as Problem {
        isWrong = true
        Terminal.error(localized("\(path): error: \(problem.reason)"))
        Terminal.error("  " + localized("hint: \(problem.hint)"))
      }
    }
    guard let first, let parts = first.heading.shard?.parts else { throw ExitCode.scenarioWrong }
    let missing = Self.spans((1...parts).filter { found[$0] == nil })
    if !missing.isEmpty {
      isWrong = true
      Terminal.report(
        localized("of \(parts) parts these are missing: \(missing)"),
        hint: localized("run them with --shard I/\(parts) --state FILE, and name all of the files"))
    }
    if isWrong { throw ExitCode.scenarioWrong }
    self.paths = found.sorted { $0.key < $1.key }.map(\.value)
    key = first.key
    do {
      // The variants of a sweep may have read files of their own.
      heading = first.heading.holding(try InputFiles(files.values))
      command = try heading.command()
    } catch {
      Terminal.report(StateError.malformed, in: first.path)
      throw ExitCode.scenarioWrong
    }
  }

  /// Reads one file, as far as it can be read by itself.
  private static func read(_ path: String) throws -> (heading: StateHeading, key: RunKey?) {
    let again = localized("write it again with --shard I/N --state FILE")
    do {
      let (heading, body) = try StateStore.read(path)
      let version = heading.reproduction.version
      guard version == Growth.version else {
        throw Problem(
          reason: localized(
            "it was made by version \(version) of growth, and this is \(Growth.version)"),
          hint: localized("put parts together by the version that has made them"))
      }
      switch heading.kind {
      case .part: return (heading, try RunState(body).key)
      case .rows:
        _ = try SweepRows(body, of: heading)
        return (heading, nil)
      case .checkpoint:
        throw Problem(
          reason: localized("it is the state of a run that is not done"),
          hint: localized("finish it: the same command with --resume \(path)"))
      }
    } catch let error as StateStore.Unreadable {
      throw Problem(
        reason: "\(error)", hint: localized("name the files that --state has written"))
    } catch StateError.notAState {
      throw Problem(
        reason: "\(StateError.notAState)",
        hint: localized("name the files that --state has written"))
    } catch let error as StateError {
      throw Problem(reason: "\(error)", hint: again)
    }
  }

  /// Says that a file does not go with the first one.
  private static func compare(
    _ heading: StateHeading, _ key: RunKey?, with first: StateHeading, _ other: RunKey?,
    _ path: String
  ) throws {
    var difference = heading.difference(from: first)
    if difference == nil, let key, let other {
      difference = key.difference(from: other).map { localized($0.message) }
    }
    if difference == nil, heading.kind == .rows,
      heading.wordsOfAnyFormat != first.wordsOfAnyFormat
    {
      difference = localized("it is of another command")
    }
    if let difference { throw problem(difference, from: path) }
  }

  private static func problem(_ difference: String, from path: String) -> Problem {
    Problem(
      reason: localized("it does not go with '\(path)': \(difference)"),
      hint: localized("name parts of one run only"))
  }

  /// Numbers in a row as `1, 3-5`.
  private static func spans(_ numbers: [Int]) -> String {
    var spans: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = spans.last, last.upperBound == number - 1 {
        spans[spans.count - 1] = last.lowerBound...number
      } else {
        spans.append(number...number)
      }
    }
    return spans.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }

  // MARK: What they hold

  /// Finds out that the files in the states are those that were read when they were made.
  ///
  /// - Throws: `ExitCode.scenarioWrong` after saying that they are not.
  func check(_ reading: ScenarioReading) throws {
    guard reading.digest == heading.digest else {
      Terminal.report(StateError.malformed, in: paths.first ?? "")
      throw ExitCode.scenarioWrong
    }
  }

  /// The parts of a run, added up one file after the other.
  ///
  /// - Parameter simulation: compiled as that of the parts.
  /// - Throws: `SimulationError`, or `ExitCode.scenarioWrong` after saying what does not go together.
  func parts(of simulation: Simulation) throws -> RunParts {
    guard let key else { throw ExitCode.scenarioWrong }
    var parts = try RunParts(simulation, of: key)
    for path in paths {
      do {
        try parts.add(RunState(StateStore.read(path).body))
      } catch {
        Terminal.report(error, in: path)
        throw ExitCode.scenarioWrong
      }
    }
    return parts
  }

  /// The rows of a sweep, one after the other.
  ///
  /// - Throws: what `body` throws, or `ExitCode.scenarioWrong` after saying what cannot be read.
  func forEachRow(_ body: (_ header: String, SweepRows.Row) throws -> Void) throws {
    for path in paths {
      let rows: SweepRows
      do {
        let (heading, body) = try StateStore.read(path)
        rows = try SweepRows(body, of: heading)
      } catch {
        Terminal.report(error, in: path)
        throw ExitCode.scenarioWrong
      }
      for row in rows.rows { try body(rows.header, row) }
    }
  }
}
