/// The entries of a zip archive, unpacked: enough of the format for what spreadsheets are packed in.
///
/// The format is that of PKWARE's APPNOTE 6.3.10, and of RFC 1951 within it.
public struct ZipArchive {
  public struct Damaged: Error {
    public let reason: String
  }

  /// Contents by name.
  public let entries: [String: [UInt8]]

  /// - Parameter bytes: of the whole archive.
  /// - Throws: `Damaged` where it is no archive, or one of another kind.
  public init(_ bytes: [UInt8]) throws {
    func number(_ place: Int, _ length: Int) throws -> Int {
      guard place >= 0, place + length <= bytes.count else {
        throw Damaged(reason: "it ends early")
      }
      return bytes[place..<place + length].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    var end = bytes.count - 22
    while end >= 0, try number(end, 4) != 0x0605_4B50 { end -= 1 }
    guard end >= 0 else { throw Damaged(reason: "no central directory") }
    var place = try number(end + 16, 4)
    var entries: [String: [UInt8]] = [:]
    for _ in 0..<(try number(end + 10, 2)) {
      guard try number(place, 4) == 0x0201_4B50 else { throw Damaged(reason: "no such entry") }
      let method = try number(place + 10, 2)
      let packed = try number(place + 20, 4)
      let size = try number(place + 24, 4)
      let nameLength = try number(place + 28, 2)
      let more = try number(place + 30, 2) + number(place + 32, 2)
      let header = try number(place + 42, 4)
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
      let start = try header + 30 + number(header + 26, 2) + number(header + 28, 2)
      guard start + packed <= bytes.count else { throw Damaged(reason: "it ends early") }
      let data = Array(bytes[start..<start + packed])
      switch method {
      case 0: entries[name] = data
      case 8:
        var inflater = Inflater(data)
        entries[name] = try inflater.inflate()
      default: throw Damaged(reason: "method \(method)")
      }
      guard entries[name]?.count == size else { throw Damaged(reason: "\(name) has another size") }
      place += 46 + nameLength + more
    }
    self.entries = entries
  }
}

/// Unpacks DEFLATE streams (RFC 1951).
private struct Inflater {
  private let bytes: [UInt8]
  private var place = 0
  private var bit = 0
  private var output: [UInt8] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A prefix code: symbols in order of their codes, and how many codes there are of each length.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    init(lengths: [Int]) {
      for length in lengths where length > 0 { counts[length] += 1 }
      for length in 1...15 {
        symbols += lengths.indices.filter { lengths[$0] == length }
      }
    }
  }

  mutating func inflate() throws -> [UInt8] {
    var isLast = false
    while !isLast {
      isLast = try bits(1) == 1
      switch try bits(2) {
      case 0: try stored()
      case 1:
        let lengths =
          [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112)
          + [Int](repeating: 7, count: 24) + [Int](repeating: 8, count: 8)
        try block(Code(lengths: lengths), Code(lengths: [Int](repeating: 5, count: 30)))
      case 2: try dynamic()
      default: throw ZipArchive.Damaged(reason: "no such block")
      }
    }
    return output
  }

  private mutating func bits(_ count: Int) throws -> Int {
    var value = 0
    for i in 0..<count {
      guard place < bytes.count else { throw ZipArchive.Damaged(reason: "it ends early") }
      value |= Int(bytes[place] >> UInt8(bit) & 1) << i
      bit += 1
      if bit == 8 { (place, bit) = (place + 1, 0) }
    }
    return value
  }

  private mutating func symbol(_ code: Code) throws -> Int {
    var (value, first, index) = (0, 0, 0)
    for length in 1...15 {
      value |= try bits(1)
      let count = code.counts[length]
      if value - first < count { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw ZipArchive.Damaged(reason: "no such code")
  }

  private mutating func stored() throws {
    if bit > 0 { (place, bit) = (place + 1, 0) }
    let length = try bits(16)
    _ = try bits(16)
    for _ in 0..<length { output.append(UInt8(try bits(8))) }
  }

  private mutating func dynamic() throws {
    let literals = try bits(5) + 257
    let distances = try bits(5) + 1
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var lengths = [Int](repeating: 0, count: 19)
    for i in 0..<(try bits(4) + 4) { lengths[order[i]] = try bits(3) }
    let meta = Code(lengths: lengths)
    lengths = []
    while lengths.count < literals + distances {
      switch try symbol(meta) {
      case 16: lengths += [Int](repeating: lengths.last ?? 0, count: try bits(2) + 3)
      case 17: lengths += [Int](repeating: 0, count: try bits(3) + 3)
      case 18: lengths += [Int](repeating: 0, count: try bits(7) + 11)
      case let length: lengths.append(length)
      }
    }
    try block(
      Code(lengths: Array(lengths[..<literals])), Code(lengths: Array(lengths[literals...])))
  }

  private mutating func block(_ literals: Code, _ distances: Code) throws {
    let lengthBase = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
      163, 195, 227, 258,
    ]
    let lengthBits = [
      0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    let distanceBase = [
      1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
      2049,
      3073, 4097, 6145, 8193, 12289, 16385, 24577,
    ]
    while true {
      let found = try symbol(literals)
      if found < 256 { output.append(UInt8(found)) }
      if found == 256 { return }
      guard found > 256 else { continue }
      guard found < 286 else { throw ZipArchive.Damaged(reason: "no such length") }
      let length = try lengthBase[found - 257] + bits(lengthBits[found - 257])
      let code = try symbol(distances)
      guard code < 30 else { throw ZipArchive.Damaged(reason: "no such distance") }
      let distance = try distanceBase[code] + bits(code < 2 ? 0 : code / 2 - 1)
      guard distance <= output.count else { throw ZipArchive.Damaged(reason: "too far back") }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }
}
