/// A hash of a row of texts, for telling whether two calculations are of the same things.
public struct Fingerprint: Sendable {
  private var hash = SHA256()

  /// Of no texts so far.
  public init() {}

  /// Adds a text; two texts are not the same as one that joins them.
  public mutating func add(_ text: String) {
    hash.update(text.utf8)
    hash.update([0])
  }

  /// `sha256:` and 64 hexadecimal digits.
  public func text() -> String {
    var copy = hash
    return "sha256:" + copy.finish()
  }
}
