import ArgumentParser
import Foundation
import Languages
import MonteCarlo
import Synchronization

/// Keeps the state of a run in a file now and then, and when the run is interrupted.
final class CheckpointKeeper: Sendable {
  /// Where the state is kept.
  let path: String
  /// The state to go on with.
  private let start: RunState?
  private let heading: StateHeading
  private let pause: Duration
  private let due: Mutex<ContinuousClock.Instant>

  /// Looks at what is there.
  ///
  /// - Parameters:
  ///   - options: which file, and how often; nothing is kept where they name none.
  ///   - heading: of the run.
  ///   - quiet: whether nothing is said of a run that begins anew.
  /// - Throws: `ExitCode.runFailed` after saying what in the way of it is wrong.
  init?(_ options: CheckpointOptions, _ heading: StateHeading, quiet: Bool) throws {
    guard let path = options.path else { return nil }
    try OutputOptions.check(path)
    self.path = path
    self.heading = heading
    pause = .seconds(options.interval)
    due = Mutex(.now + pause)
    if let resume = options.resume, StateStore.exists(resume) {
      start = try Self.state(resume, of: heading)
    } else {
      start = nil
      if let resume = options.resume, !quiet {
        Terminal.error(localized("there is no '\(resume)' to go on with: beginning anew"))
      }
    }
    if path != options.resume, StateStore.exists(path) { throw Self.refuse(whatIsIn: path) }
  }

  private static func state(_ path: String, of heading: StateHeading) throws -> RunState {
    do {
      let found = try StateStore.read(path)
      if let difference = found.heading.difference(from: heading) {
        throw refuse(path, difference)
      }
      return try RunState(found.body)
    } catch let error as ExitCode {
      throw error
    } catch {
      Terminal.report(
        localized("there is nothing to go on with in '\(path)': \("\(error)")"),
        hint: localized("name the file that --checkpoint has written, or leave out --resume"))
      throw ExitCode.runFailed
    }
  }

  /// Says that a state is of another run.
  ///
  /// - Parameter difference: in words.
  static func refuse(_ path: String, _ difference: String) -> ExitCode {
    Terminal.report(
      localized("the state in '\(path)' is not of this run: \(difference)"),
      hint: localized("repeat the command as it was, or remove the file to begin anew"))
    return .runFailed
  }

  /// Says that a file is in the way.
  private static func refuse(whatIsIn path: String) -> ExitCode {
    if let found = try? StateStore.read(path), found.heading.kind == .checkpoint {
      Terminal.report(
        localized("'\(path)' holds the state of a run that was interrupted"),
        hint: localized(
          "say --resume \(path) to go on with it, or remove the file to begin anew"))
    } else {
      Terminal.report(
        localized("'\(path)' is there already, and is no state of a run that was interrupted"),
        hint: localized("choose another name for --checkpoint"))
    }
    return .runFailed
  }

  /// A run stopped as it was asked to.
  struct Interrupted: Error, CustomStringConvertible {
    let description: String
  }

  /// How the engine asks and hands over.
  var checkpoints: Checkpoints {
    Checkpoints(start: start) {
      Interrupt.isAskedToStop || self.due.withLock { $0 } <= .now
    } save: { state in
      do {
        try OutputFile.keep(StateStore.bytes(self.heading, state.bytes), in: self.path)
      } catch {
        // A run that cannot be kept can still be answered, unless it is to stop.
        if Interrupt.isAskedToStop { throw Interrupted(description: "\(error)") }
        Terminal.report(error)
      }
      if Interrupt.isAskedToStop {
        throw Interrupted(description: Interrupt.interruptedText(keeping: self.path))
      }
      if state.isDone { Interrupt.endsProcess(keeping: self.path) }
      self.due.withLock { $0 = .now + self.pause }
    }
  }

  /// Takes the file away when the result is written, and what a kill may have left beside it.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
    OutputFile.clear(path)
  }
}
