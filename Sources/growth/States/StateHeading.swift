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
  /// Of the program.
  var version: String
  /// The fingerprint of what was read.
  var digest: String
  /// The number of all variants of a sweep.
  var variants: Int?
  /// Of `parts`, from 1; nil where all is done in one place.
  var part: Int?
  var parts: Int?
  /// The format that was asked for.
  var format: ResultFormat
  /// The command, without what says where its answer goes or how fast it is found.
  var arguments: [String]
  /// All that was read.
  var files: InputFiles

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

  /// What tells what this is of from what another is of, in words; nil where nothing does.
  ///
  /// The engine tells seeds and numbers of draws apart.
  func difference(from other: StateHeading) -> String? {
    if version != other.version {
      return localized(
        "it was made by version \(version) of growth, and not \(other.version)")
    }
    if digest != other.digest || variants != other.variants {
      return localized("it is of another scenario, or the scenario has changed in between")
    }
    if kind != other.kind { return localized("it is of another kind") }
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
    if kind != .checkpoint, shard == nil { throw .malformed }
  }

  /// Of the part of a command.
  init(
    _ kind: Kind, of reading: ScenarioReading, variants: Int? = nil, _ shard: Shard?,
    format: ResultFormat
  ) {
    self.init(
      kind: kind, version: Growth.version, digest: reading.digest, variants: variants,
      part: shard?.part, parts: shard?.parts, format: format,
      arguments: Self.withoutSharing(CommandLine.arguments.dropFirst()),
      files: FileSource.current.files ?? InputFiles())
  }
}

// MARK: The command

extension StateHeading {
  /// A command whose parts can be put together.
  enum Command {
    case run(RunCommand)
    case sweep(SweepCommand)
  }

  /// The command of the parts.
  ///
  /// - Throws: `StateError.malformed` where it is none of these.
  func command() throws -> Command {
    switch try? Growth.parseAsRoot(arguments) {
    case let command as RunCommand where kind == .part: return .run(command)
    case let command as SweepCommand where kind == .rows: return .sweep(command)
    default: throw StateError.malformed
    }
  }

  private static let idle: Set<String> = [
    "--shard", "--state", "--checkpoint", "--checkpoint-interval", "--resume", "--threads",
  ]

  static func withoutSharing(_ arguments: some Sequence<String>) -> [String] {
    var kept: [String] = []
    var skips = false
    for argument in arguments {
      if skips {
        skips = false
      } else if idle.contains(argument) {
        skips = true
      } else if !idle.contains(where: { argument.hasPrefix($0 + "=") }) {
        kept.append(argument)
      }
    }
    return kept
  }
}
