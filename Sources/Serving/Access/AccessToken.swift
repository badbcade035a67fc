/// What a browser must know to be answered: 128 bits from the system's generator, in hexadecimal digits.
///
/// The one number in the program that must not follow from a seed.
struct AccessToken: Sendable {
  let text: String

  /// - Parameter text: that is known already.
  init(text: String) { self.text = text }

  init() {
    var generator = SystemRandomNumberGenerator()
    text = (0..<2).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Whether a text is the token, in a time that does not tell where they differ.
  func matches(_ other: String) -> Bool {
    let (own, others) = (Array(text.utf8), Array(other.utf8))
    var difference = own.count ^ others.count
    for i in own.indices { difference |= Int(own[i] ^ (i < others.count ? others[i] : 0)) }
    return difference == 0
  }
}
