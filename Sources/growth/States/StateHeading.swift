import ArgumentParser
import Foundation
import Languages
import MonteCarlo
import ScenarioFiles

/// What a state file is of, beside what the engine knows.
struct StateHeading: Codable, Equatable, Sendable {
  enum Kind: String, Codable {
    /// A part of a run.
    case part
    /// A run, or a part of one, that is not done.
    case checkpoint
    /// Some rows of a sweep.
    case rows
  }

  var kind: Kind
  /// The fingerprint of what was read.
  var digest: String
  /// The number of all variants of a sweep.
  var variants: Int?
  /// Of `parts`, from 1; nil where all is done in one place.
  var part: Int?
  var parts: Int?
  /// The format that was asked for.
  var format: ResultFormat
  /// What the answer of the whole is made from.
  var reproduction: Reproduction

  var shard: Shard? {
    guard let part, let parts, 1...Simulation.mostParts ~= parts, 1...parts ~= part else {
      return nil
    }
    return Shard(part: part, of: parts)
  }

  /// As the file holds it.
  ///
  /// - Throws: when it cannot be written as JSON, which it always can.
  func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self))
  }

  /// What is said where something else was read.
  static var changed: String {
    localized("it is of another scenario, or the scenario has changed in between")
  }

  /// The same with more files.
  func holding(_ files: InputFiles) -> StateHeading {
    var heading = self
    heading.reproduction = Reproduction(
      version: reproduction.version, arguments: reproduction.arguments, files: files)
    return heading
  }

  /// What tells what this is of from what another is of, in words; nil where nothing does.
  ///
  /// The engine tells seeds and numbers of draws apart.
  func difference(from other: StateHeading) -> String? {
    if kind != other.kind { return localized("it is of another kind") }
    let (version, others) = (reproduction.version, other.reproduction.version)
    if version != others {
      return localized("it was made by version \(version) of growth, and not \(others)")
    }
    if digest != other.digest || variants != other.variants {
      return Self.changed
    }
    if parts != other.parts {
      let (own, others) = (parts ?? 1, other.parts ?? 1)
      return localized(
        "it was shared out in another number of parts: \(own), and not \(others)")
    }
    return nil
  }
}

extension StateHeading {
  /// - Parameter bytes: any.
  /// - Throws: `StateError.malformed`.
  init(_ bytes: ArraySlice<UInt8>) throws(StateError) {
    do {
      self = try JSONDecoder().decode(StateHeading.self, from: Data(bytes))
    } catch {
      throw .malformed
    }
    guard kind == .checkpoint || shard != nil, reproduction.areInputsIntact else {
      throw .malformed
    }
  }

  /// Of what is worked out by the command at hand.
  ///
  /// - Throws: `ExitCode.runFailed` after saying that the command is none whose answer can be made again.
  init(
    _ kind: Kind, of reading: ScenarioReading, variants: Int? = nil, _ shard: Shard?,
    format: ResultFormat
  ) throws {
    guard let reproduction = Invocation.reproduction(format: nil) else {
      Terminal.report(
        localized("this command is not one that can be shared out or go on"),
        hint: localized("`growth run` and `growth sweep` can"))
      throw ExitCode.runFailed
    }
    self.init(
      kind: kind, digest: reading.digest, variants: variants, part: shard?.part,
      parts: shard?.parts, format: format, reproduction: reproduction)
  }
}

extension StateHeading {
  /// A command whose parts can be put together.
  enum Command {
    case run(RunCommand)
    case sweep(SweepCommand)
  }

  /// The command of the parts as it would be given here.
  ///
  /// - Throws: `StateError.malformed` where it is none whose parts can be put together.
  func arguments() throws(StateError) -> AnswerArguments {
    do {
      var arguments = try AnswerArguments(reproduction.arguments)
      arguments.set("lang", to: Language.current.rawValue)
      return arguments
    } catch {
      throw .malformed
    }
  }

  /// The command of the parts, whatever the format; nil where it is none whose parts can be put together.
  var wordsOfAnyFormat: [String]? {
    guard var arguments = try? AnswerArguments(reproduction.arguments) else { return nil }
    arguments.set("format", to: ResultFormat.csv.rawValue)
    return arguments.words
  }

  /// The command of the parts, understood.
  ///
  /// - Throws: `StateError.malformed` where it is none whose parts can be put together.
  func command() throws(StateError) -> Command {
    switch try? Growth.parseAsRoot(arguments().words) {
    case let command as RunCommand where kind == .part: return .run(command)
    case let command as SweepCommand where kind == .rows: return .sweep(command)
    default: throw .malformed
    }
  }
}
