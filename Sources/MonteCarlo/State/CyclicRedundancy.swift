/// The checksum CRC-64/XZ: tells bytes that were damaged on their way, one in 2^64 times excepted.
///
/// The polynomial is that of ECMA-182, bits reflected; eight bytes at a time by eight tables, after
/// M. E. Kounavis and F. L. Berry, "A systematic approach to building high performance
/// software-based CRC generators" (2005), doi:10.1109/ISCC.2005.18.
struct CyclicRedundancy {
  private static let polynomial: UInt64 = 0xC96C_5795_D787_0F42

  /// Table k, entry b: what byte b leaves after k more bytes of zeros; one table after the other.
  private static let tables: [UInt64] = {
    var tables = [UInt64](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var rest = UInt64(byte)
      for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ polynomial : rest >> 1 }
      tables[byte] = rest
    }
    for entry in 256..<tables.count {
      let before = tables[entry - 256]
      tables[entry] = before >> 8 ^ tables[Int(before & 0xff)]
    }
    return tables
  }()

  private var rest = UInt64.max

  /// Takes in more bytes.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var rest = rest
    let eights = bytes.count / 8 * 8
    Self.tables.withUnsafeBufferPointer { tables in
      for start in stride(from: 0, to: eights, by: 8) {
        let word = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        var left = rest ^ UInt64(littleEndian: word)
        rest = 0
        for table in stride(from: 7, through: 0, by: -1) {
          rest ^= tables[table * 256 + Int(left & 0xff)]
          left >>= 8
        }
      }
      for place in eights..<bytes.count {
        rest = rest >> 8 ^ tables[Int((rest ^ UInt64(bytes[place])) & 0xff)]
      }
    }
    self.rest = rest
  }

  /// The checksum of what was taken in.
  var value: UInt64 { ~rest }

  /// The checksum of some bytes.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var sum = CyclicRedundancy()
    bytes.withUnsafeBytes { sum.add($0) }
    return sum.value
  }
}
