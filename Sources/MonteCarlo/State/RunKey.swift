import Languages
import Stochastics

/// How long a run goes on.
public enum RunLength: Sendable, Equatable {
  /// For a number of draws, as asked for.
  case draws(Int)
  /// Until the 95% interval of every target reaches no further than this from its middle, or so many draws
  /// are made.
  case precision(Double, atMost: Int)

  /// The most draws that the run can make.
  func most(_ sampling: Sampling) -> Int {
    switch self {
    case .draws(let asked), .precision(_, let asked): Simulation.draws(asked, sampling: sampling)
    }
  }

  /// In words: `1000000 draws`.
  var message: Phrase {
    switch self {
    case .draws(let draws): "\(draws.description) draws"
    case .precision(let halfWidth, let most):
      "a precision of \(halfWidth.description) within \(most.description) draws"
    }
  }
}

/// What every draw of a run follows from, as far as the engine knows it.
///
/// Two states with the same key are of the same run; what the scenario is called and where it stands is not
/// for the engine to say.
public struct RunKey: Sendable, Equatable {
  /// What the random numbers follow from, together with the names of the variables.
  public let seed: UInt64
  /// How the draws are spread.
  public let sampling: Sampling
  /// How many draws there are to be.
  public let length: RunLength
  /// Whether draws count for more or less, as those do that agree with published figures.
  public let isWeighted: Bool
  /// A checksum of what is recorded: quantities, targets, controls, and the steps that lead to them.
  public let layout: UInt64
  /// Columns whose distribution is kept.
  let records: Int
  /// Targets.
  let goals: Int

  init(_ plan: Plan, seed: UInt64, sampling: Sampling, length: RunLength, isWeighted: Bool) {
    self.seed = seed
    self.sampling = sampling
    self.length = length
    self.isWeighted = isWeighted
    layout = plan.layout
    records = plan.recorded.count
    goals = plan.goals.count
  }

  /// The first thing in which this key is another one; nil where nothing is.
  public func difference(from other: RunKey) -> RunDifference? {
    if seed != other.seed { return .seed(seed, other.seed) }
    if sampling != other.sampling { return .sampling(sampling.rawValue, other.sampling.rawValue) }
    if length != other.length { return .length(length, other.length) }
    return self == other ? nil : .model
  }
}

// MARK: Bytes

extension RunKey {
  func write(to writer: inout ByteWriter) {
    writer.add(fixed: seed)
    writer.add(sampling.rawValue)
    switch length {
    case .draws(let draws):
      writer.add(byte: 0)
      writer.add(draws)
    case .precision(let halfWidth, let most):
      writer.add(byte: 1)
      writer.add(halfWidth)
      writer.add(most)
    }
    writer.add(byte: isWeighted ? 1 : 0)
    writer.add(fixed: layout)
    writer.add(records)
    writer.add(goals)
  }

  /// The longest name of a sampling, with room to spare.
  private static let longestName = 64

  init(_ reader: inout ByteReader) throws(StateError) {
    seed = try reader.fixed(UInt64.self)
    guard let sampling = Sampling(rawValue: try reader.text(upTo: Self.longestName)) else {
      throw .malformed
    }
    self.sampling = sampling
    switch try reader.byte() {
    case 0: length = .draws(try reader.count(upTo: Simulation.maximumDraws))
    case 1:
      let halfWidth = try reader.double()
      guard halfWidth > 0, halfWidth.isFinite else { throw .malformed }
      length = .precision(halfWidth, atMost: try reader.count(upTo: Simulation.maximumDraws))
    default: throw .malformed
    }
    isWeighted = try reader.flag()
    layout = try reader.fixed(UInt64.self)
    // Nothing is made that is this large: what follows has to be as long.
    records = try reader.count(upTo: reader.remaining)
    goals = try reader.count(upTo: reader.remaining)
    guard length.most(sampling) > 0 else { throw .malformed }
  }
}
