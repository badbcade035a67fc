import Stochastics
import Testing

@testable import MonteCarlo

/// What is read from bytes: a state or an error, whatever they are.
@Suite struct StateFileTests {
  /// A known answer: the check value of CRC-64/XZ in the catalogue of parametrised CRC algorithms
  /// (https://reveng.sourceforge.io/crc-catalogue/), and the bits of a longer text one at a time.
  @Test func checksums() {
    #expect(CyclicRedundancy.checksum(Array("123456789".utf8)[...]) == 0x995D_C9BB_DF19_39FA)
    #expect(CyclicRedundancy.checksum([]) == 0)
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * $0 + 7 * $0) }
    for length in [1, 7, 8, 9, 63, 64, 65, 1000] {
      var rest = UInt64.max
      for byte in bytes[..<length] {
        rest ^= UInt64(byte)
        for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xC96C_5795_D787_0F42 : rest >> 1 }
      }
      #expect(CyclicRedundancy.checksum(bytes[..<length]) == ~rest)
    }
  }

  private static func state(_ kind: StateCase) async throws -> RunState {
    try await kind.simulation(seed: 2).part(
      3, of: 9, draws: kind.draws, seed: 2, sampling: kind.sampling)
  }

  @Test(arguments: StateCase.allCases)
  func roundTrip(kind: StateCase) async throws {
    let state = try await Self.state(kind)
    let bytes = state.bytes
    let read = try RunState(bytes[...])
    #expect(read == state)
    #expect(read.bytes == bytes)
    let file = StateFile(heading: Array("heading".utf8), body: bytes)
    let again = try StateFile(file.bytes)
    #expect(again == file)
    #expect(again.bytes == file.bytes)
  }

  /// A state that was added up is written like one that was counted in one go.
  @Test(arguments: StateCase.allCases)
  func addedUpStatesAreWrittenAlike(kind: StateCase) async throws {
    let simulation = try kind.simulation(seed: 2)
    let whole = try await simulation.part(
      1, of: 1, draws: kind.draws, seed: 2, sampling: kind.sampling)
    var run = try PartialRun(simulation, .draws(kind.draws), seed: 2, sampling: kind.sampling)
    for part in [2, 3, 1] {
      try run.add(
        try await simulation.part(
          part, of: 3, draws: kind.draws, seed: 2, sampling: kind.sampling))
    }
    #expect(run.state(goal: run.next).bytes == whole.bytes)
  }

  /// Every cut is an error by its name, and so is every byte changed.
  @Test func cutAndChangedFilesAreRefused() async throws {
    let body = try await Self.state(.sobol).bytes
    let bytes = StateFile(heading: [7, 8, 9], body: body).bytes
    #expect(throws: StateError.notAState) { try StateFile([]) }
    for length in Array(1..<100) + Array(stride(from: 100, to: bytes.count, by: 997)) {
      #expect(throws: StateError.truncated) { try StateFile(Array(bytes[..<length])) }
    }
    #expect(throws: StateError.damaged) { try StateFile(bytes + [0]) }
    for place in Array(0..<64) + Array(stride(from: 64, to: bytes.count, by: 991)) {
      for bit in [0, 7] as [UInt8] {
        var changed = bytes
        changed[place] ^= 1 << bit
        let error: StateError? =
          switch place {
          case ..<8: .notAState
          case ..<12: nil
          // A longer length makes the file short, a shorter one leaves bytes over.
          case ..<28: nil
          default: .damaged
          }
        if let error {
          #expect(throws: error) { try StateFile(changed) }
        } else {
          #expect(throws: StateError.self) { try StateFile(changed) }
        }
      }
    }
    var newer = bytes
    newer[8] = UInt8(StateFile.formatVersion + 1)
    #expect(throws: StateError.otherFormat(StateFile.formatVersion + 1)) { try StateFile(newer) }
    #expect(throws: StateError.notAState) { try StateFile(Array("name: Son La\n".utf8)) }
  }

  /// Lengths and counts that a file only claims cost nothing.
  @Test func absurdSizesAreRefused() async throws {
    var bytes = StateFile(heading: [], body: [1, 2, 3]).bytes
    for place in 12..<28 { bytes[place] = 0xff }
    #expect(throws: StateError.truncated) { try StateFile(bytes) }
    for place in 12..<28 { bytes[place] = place == 19 ? 0x7f : 0 }
    #expect(throws: StateError.truncated) { try StateFile(bytes) }
    var writer = ByteWriter()
    writer.add(fixed: 1 as UInt64)
    writer.add("pseudo-random")
    writer.add(byte: 0)
    writer.add(Simulation.maximumDraws)
    writer.add(byte: 0)
    writer.add(fixed: 0 as UInt64)
    writer.add(1 << 40)
    writer.add(raw: [UInt8](repeating: 0, count: 100))
    #expect(throws: StateError.malformed) { try RunState(writer.bytes[...]) }
  }

  /// Damage that a checksum hides: what is read is a state that can be added, or an error, and never a trap.
  @Test(arguments: StateCase.allCases)
  func damageIsNeverFatal(kind: StateCase) async throws {
    let simulation = try kind.simulation(seed: 2)
    let state = try await Self.state(kind)
    let bytes = state.bytes
    let random = RandomStream(seed: 77, name: "\(kind)")
    var drawn = 0
    func number(below limit: Int) -> Int {
      drawn += 1
      return Int(random.bits(draw: drawn) % UInt64(limit))
    }
    let parts = try RunParts(simulation, of: state.key)
    var refused = 0
    let rounds = 300
    for round in 0..<rounds {
      var changed = bytes
      for _ in 0...number(below: 3) {
        // Half of the changes go to the beginning, where the counts are.
        let place = number(below: round % 2 == 0 ? changed.count : min(400, changed.count))
        switch number(below: 4) {
        case 0: changed[place] ^= 1 << UInt8(number(below: 8))
        case 1: changed[place] = UInt8(number(below: 256))
        case 2: changed.remove(at: place)
        default: changed.insert([0, 0x7f, 0x80, 0xff][number(below: 4)], at: place)
        }
      }
      do {
        let read = try RunState(changed[...])
        #expect(read.bytes == changed, "one state has one form")
        var whole = parts
        try whole.add(read)
        var again = try RunParts(simulation, of: read.key)
        try again.add(read)
      } catch is StateError {
        refused += 1
      } catch is SimulationError {
        refused += 1
      }
    }
    #expect(refused > rounds / 3)
    // Nothing but noise.
    for length in 0..<200 {
      let noise = (0..<length).map { _ in UInt8(number(below: 256)) }
      #expect(throws: StateError.self) { try StateFile(noise) }
      #expect(throws: StateError.self) { try RunState(noise[...]) }
    }
  }
}
