import Languages

/// What is wrong with how variants of a scenario are asked for.
public struct VariantMistake: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, without a full stop.
  public let message: String
  /// How to put it right.
  public let hint: String

  /// A mistake with the way to put it right.
  public init(_ message: Phrase, hint: Phrase) {
    self.message = message.text()
    self.hint = hint.text()
  }

  /// The fact and the hint in one sentence.
  public var description: String { "\(message): \(hint)" }
}
