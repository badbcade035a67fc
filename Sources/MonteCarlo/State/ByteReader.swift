/// Bytes read one after the other; whatever they are, reading ends in a value or an error.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// Bytes that are left.
  var remaining: Int { bytes.endIndex - place }

  mutating func byte() throws(StateError) -> UInt8 {
    guard place < bytes.endIndex else { throw .malformed }
    defer { place += 1 }
    return bytes[place]
  }

  /// A whole number as `ByteWriter` writes it, in no more bytes than it takes.
  mutating func number() throws(StateError) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: 0 as UInt64, to: 64, by: 7) {
      let byte = try byte()
      let part = UInt64(byte & 0x7f)
      guard (part << shift) >> shift == part else { throw .malformed }
      number |= part << shift
      if byte & 0x80 == 0 {
        guard byte != 0 || shift == 0 else { throw .malformed }
        return number
      }
    }
    throw .malformed
  }

  /// A whole number up to a limit.
  mutating func count(upTo limit: Int) throws(StateError) -> Int {
    guard let count = Int(exactly: try number()), count <= limit else { throw .malformed }
    return count
  }

  /// A number of fixed width, its lowest byte first.
  mutating func fixed<Number: FixedWidthInteger & UnsignedInteger>(
    _: Number.Type
  ) throws(StateError) -> Number {
    var number: Number = 0
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      number |= Number(try byte()) << Number(shift)
    }
    return number
  }

  mutating func double() throws(StateError) -> Double {
    Double(bitPattern: try fixed(UInt64.self))
  }

  mutating func flag() throws(StateError) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw .malformed
    }
  }

  /// A text of at most so many bytes.
  mutating func text(upTo limit: Int) throws(StateError) -> String {
    let length = try count(upTo: limit)
    guard let text = String(validating: try raw(length), as: UTF8.self) else { throw .malformed }
    return text
  }

  /// The next bytes as they are, without a copy.
  mutating func raw(_ length: Int) throws(StateError) -> ArraySlice<UInt8> {
    guard 0...remaining ~= length else { throw .malformed }
    defer { place += length }
    return bytes[place..<place + length]
  }

  /// Everything that is left.
  mutating func rest() -> ArraySlice<UInt8> {
    defer { place = bytes.endIndex }
    return bytes[place...]
  }
}
