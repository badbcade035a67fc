import Languages

/// Why bytes are no state, or a state has no place where it is to go.
public enum StateError: Error, Equatable, Sendable {
  /// The file does not begin as a state does.
  case notAState
  /// The state is of another version of the format than the one that is read.
  case otherFormat(Int)
  /// The file ends before its end.
  case truncated
  /// The checksum says that something in the file has changed.
  case damaged
  /// The checksum is right, and yet the file says what no state can say.
  case malformed
  /// The state is of another run.
  case otherRun(RunDifference)
  /// Draws that were counted already, by their numbers from zero.
  case doubled(Range<Int>)
  /// Draws that nobody has counted, by their numbers from zero.
  case missing([Range<Int>])
}

extension StateError: CustomStringConvertible {
  public var description: String { message.text() }

  /// The fact, without a full stop.
  public var message: Phrase {
    switch self {
    case .notAState: "it is not a state that growth has written"
    case .otherFormat(let version):
      """
      it is a state in version \(version.description) of the format, and this program reads version \
      \(StateFile.formatVersion.description)
      """
    case .truncated: "it is not complete: the end is missing"
    case .damaged: "it is damaged: its checksum does not agree with what it holds"
    case .malformed: "it holds what no state can hold"
    case .otherRun(let difference): difference.message
    case .doubled(let draws):
      "the draws \(Self.span(draws)) are there twice"
    case .missing(let ranges):
      "the draws \(ranges.map(Self.span).joined(separator: ", ")) are missing"
    }
  }

  /// Draws as people count them, from one.
  fileprivate static func span(_ draws: Range<Int>) -> String {
    "\(draws.lowerBound + 1)-\(draws.upperBound)"
  }
}

/// What tells one run from another, in words.
public enum RunDifference: Error, Equatable, Sendable {
  /// Other random numbers.
  case seed(UInt64, UInt64)
  /// Draws that are spread in another way, each by its name.
  case sampling(String, String)
  /// Lengths of runs: numbers of draws, or a precision.
  case length(RunLength, RunLength)
  /// Other quantities, targets, control variates or figures of the model, or a program that works them out in
  /// another way.
  case model
  /// Other draws of the run, by their numbers from zero.
  case draws(Range<Int>, Range<Int>)
  /// Another scale: the machines do not calculate alike.
  case arithmetic

  /// The fact, without a full stop.
  public var message: Phrase {
    switch self {
    case .seed(let one, let other):
      "the seed is \(one.description), and not \(other.description)"
    case .sampling(let one, let other): "the sampling is '\(one)', and not '\(other)'"
    case .length(let one, let other): "it is of \(one.message), and not of \(other.message)"
    case .model: "it is of another model: other quantities, targets or control variates"
    case .draws(let one, let other):
      "it is of the draws \(StateError.span(one)), and not \(StateError.span(other))"
    case .arithmetic: "it was worked out in another arithmetic: the first draws differ"
    }
  }
}
