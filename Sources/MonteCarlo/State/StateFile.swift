/// A state as it stands in a file: what it is of, the state itself, and a checksum.
///
///     bytes   0 ..<  8   89 67 72 6f 77 74 68 0a, which no text begins with
///             8 ..< 12   the version of the format
///            12 ..< 20   the length of the heading, H
///            20 ..< 28   the length of the body, B
///            28 ..< 28 + H + B   heading and body
///            then 8     CRC-64/XZ of all before
///
/// Numbers have their lowest byte first. The heading is for those who made the state to say what it is of; the
/// body is theirs, too, that of a part of a run being `RunState.bytes`.
public struct StateFile: Sendable, Equatable {
  /// What is written and read: another number for every change of the format.
  public static let formatVersion = 2
  private static let signature: [UInt8] = [0x89] + Array("growth\n".utf8)
  private static let headLength = 28
  private static let checksumLength = 8

  /// What the state is of.
  public let heading: ArraySlice<UInt8>
  /// The state.
  public let body: ArraySlice<UInt8>

  /// - Parameters:
  ///   - heading: what the state is of, for who made it to say.
  ///   - body: the state.
  public init(heading: [UInt8], body: [UInt8]) {
    self.heading = heading[...]
    self.body = body[...]
  }

  /// The bytes of the file.
  public var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.add(raw: Self.signature)
    writer.add(fixed: UInt32(Self.formatVersion))
    writer.add(fixed: UInt64(heading.count))
    writer.add(fixed: UInt64(body.count))
    writer.add(raw: heading)
    writer.add(raw: body)
    writer.add(fixed: CyclicRedundancy.checksum(writer.bytes[...]))
    return writer.bytes
  }

  /// Reads a file.
  ///
  /// - Parameter bytes: any; the parts are slices of them.
  /// - Throws: `StateError` that says what is wrong with them; nothing is made that they only claim.
  public init(_ bytes: [UInt8]) throws(StateError) {
    guard !bytes.isEmpty, bytes.starts(with: Self.signature.prefix(bytes.count)) else {
      throw .notAState
    }
    guard bytes.count >= Self.headLength else { throw .truncated }
    var reader = ByteReader(bytes[Self.signature.count...])
    let version = Int(try reader.fixed(UInt32.self))
    guard version == Self.formatVersion else { throw .otherFormat(version) }
    let lengths = (try reader.fixed(UInt64.self), try reader.fixed(UInt64.self))
    let (both, isTooMuch) = lengths.0.addingReportingOverflow(lengths.1)
    let there = UInt64(reader.remaining)
    guard !isTooMuch, there >= UInt64(Self.checksumLength),
      both <= there - UInt64(Self.checksumLength)
    else { throw .truncated }
    guard both == there - UInt64(Self.checksumLength) else { throw .damaged }
    heading = try reader.raw(Int(lengths.0))
    body = try reader.raw(Int(lengths.1))
    let checksum = CyclicRedundancy.checksum(bytes.dropLast(Self.checksumLength))
    guard try reader.fixed(UInt64.self) == checksum else { throw .damaged }
  }
}
