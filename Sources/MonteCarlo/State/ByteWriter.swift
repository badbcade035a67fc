/// Bytes that are written one after the other, the same on every machine.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// A whole number in groups of seven bits, the lowest first; the top bit of a byte says that more follow.
  mutating func add(_ number: UInt64) {
    var rest = number
    while rest > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A count, not below zero.
  mutating func add(_ count: Int) { add(UInt64(count)) }

  mutating func add(byte: UInt8) { bytes.append(byte) }

  /// A number of fixed width, its lowest byte first.
  mutating func add<Number: FixedWidthInteger & UnsignedInteger>(fixed number: Number) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
    }
  }

  /// All bits of a number.
  mutating func add(_ number: Double) { add(fixed: number.bitPattern) }

  /// The length of a text in bytes, and its bytes in UTF-8.
  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes += text.utf8
  }

  mutating func add(raw more: some Sequence<UInt8>) { bytes += more }
}
