/// Owen's nested uniform scramble of 32 bits, with a tree of random bits out of Philox.
///
/// The node of the tree at level l (the l-th bit from the top, from 0) belongs to the l bits above it;
/// its random bit flips the l-th bit or leaves it. The bits of 1024 nodes lie in eight consecutive
/// blocks of Philox, as in the *pages* below: bit j of a page is bit `(j >> 4) mod 32` of word
/// `2 (j >> 9) + j mod 2` of block `(j >> 1) mod 8`.
///
/// - Page 0 holds levels 0 to 9: node 2^l + q, where q are the bits above with the top one lowest.
/// - Page h >= 1 holds one node for each value q of the top ten bits, the top one lowest, under
///   the further bits that h spells out after a leading one.
///
/// Thus 1024 points that share all bits but the top ten, as the points of an aligned run of Sobol's
/// sequence do, need one page a level: as many random bits as they have bits.
struct NestedScramble: Sendable, Hashable {
  /// The stream whose blocks are the pages.
  let random: CounterStream

  /// Levels that share page 0.
  static let topLevels = 10
  private static let levels = 32
  private static let pageSize = 1 << topLevels
  /// Bits of a coordinate below the top levels.
  private static let belowMask: UInt32 = (1 << UInt32(levels - topLevels)) - 1

  /// The place of a coordinate in the table of a run: its top ten bits, the top one lowest.
  static func position(_ coordinate: UInt32) -> Int {
    var position = 0
    for level in 0..<topLevels {
      position |= Int(coordinate >> UInt32(31 - level) & 1) << level
    }
    return position
  }

  /// One coordinate, scrambled for a replicate.
  func scrambled(_ coordinate: UInt32, replicate: Int) -> UInt32 {
    let position = Self.position(coordinate)
    var flips: UInt32 = 0
    for level in 0..<Self.levels {
      let flip =
        level < Self.topLevels
        ? bit((1 << level) + position % (1 << level), page: 0, replicate: replicate)
        : bit(position, page: Self.page(level: level, of: coordinate), replicate: replicate)
      flips |= flip << UInt32(31 - level)
    }
    return coordinate ^ flips
  }

  /// The 32 bits below the scrambled coordinate of draw n: independent for each draw.
  func lowerBits(draw n: Int) -> UInt32 {
    let block = random.block(counter: Self.lowerCounter(draw: n) + UInt64(n % 8))
    return block[n % 32 / 8]
  }

  /// Replaces 64-bit words, scrambled coordinates in their upper halves and nothing below, by the
  /// signed tails of the draws.
  ///
  /// - Parameters:
  ///   - count: a multiple of 32.
  ///   - first: the number of the first draw, a multiple of 32.
  func replaceUpperBits(_ words: UnsafeMutableRawPointer, count: Int, firstDraw first: Int) {
    random.withLanes { lanes in
      for row in stride(from: 0, to: count, by: 32) {
        let bits = lanes.words(firstCounter: Self.lowerCounter(draw: first + row))
        Self.replace(words + 8 * row, below: bits.0)
        Self.replace(words + 8 * row + 64, below: bits.1)
        Self.replace(words + 8 * row + 128, below: bits.2)
        Self.replace(words + 8 * row + 192, below: bits.3)
      }
    }
  }

  /// Calls `body` with the scrambled coordinates of the 1024 points that share all bits but the top
  /// ten: by `position`.
  ///
  /// - Parameter coordinate: any of the points.
  @inline(__always)
  func withTable(
    below coordinate: UInt32, replicate: Int, _ body: (UnsafePointer<UInt32>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: SIMD8<UInt64>.self, capacity: 128) { pages in
      guard let top = pages.baseAddress else { return }
      let below = top + 64
      random.withLanes { lanes in
        Self.fillTop(top, lanes: lanes, replicate: replicate)
        Self.fillBelow(below, lanes: lanes, coordinate: coordinate, replicate: replicate)
      }
      Self.combine(top, below, rest: coordinate & Self.belowMask)
      top.withMemoryRebound(to: UInt32.self, capacity: Self.pageSize) { body($0) }
    }
  }

  // MARK: Where the bits are

  /// The page of the node at a level below the top ones.
  private static func page(level: Int, of coordinate: UInt32) -> UInt64 {
    1 << UInt64(level - topLevels) | UInt64((coordinate & belowMask) >> UInt32(levels - level))
  }

  /// The counter of the first block of a page.
  private static func counter(page: UInt64, replicate: Int) -> UInt64 {
    UInt64(replicate) << 32 | page << 3
  }

  /// The counter of the first of the eight blocks that hold the bits below 32 consecutive draws.
  private static func lowerCounter(draw n: Int) -> UInt64 {
    1 << 63 | UInt64(n / 32) << 3
  }

  private func bit(_ j: Int, page: UInt64, replicate: Int) -> UInt32 {
    let counter = Self.counter(page: page, replicate: replicate) + UInt64(j >> 1 & 7)
    return random.block(counter: counter)[2 * (j >> 9) + j & 1] >> UInt32(j >> 4 & 31) & 1
  }

  // MARK: Columns

  @inline(__always)
  private static func replace(_ words: UnsafeMutableRawPointer, below bits: SIMD8<UInt64>) {
    let upper = words.loadUnaligned(as: SIMD8<UInt64>.self)
    let fraction = upper | (bits & SIMD8(repeating: 0xffff_ffff))
    words.storeBytes(of: SignedTails.lanes(fraction: fraction), as: SIMD8<Double>.self)
  }

  /// Fills a table with the scrambled top ten bits, as numbers, by position.
  private static func fillTop(
    _ table: UnsafeMutablePointer<SIMD8<UInt64>>, lanes: CounterLanes, replicate: Int
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: pageSize) { page in
      guard let flips = page.baseAddress else { return }
      let (front, back) = lanes.pairs(firstCounter: counter(page: 0, replicate: replicate))
      let ones = SIMD8<UInt64>(repeating: 0x1_0000_0001)
      let raw = UnsafeMutableRawPointer(flips)
      for bit in 0..<32 {
        let shift = SIMD8<UInt64>(repeating: UInt64(bit))
        raw.storeBytes(of: front &>> shift & ones, toByteOffset: 64 * bit, as: SIMD8<UInt64>.self)
        raw.storeBytes(
          of: back &>> shift & ones, toByteOffset: 64 * bit + 2048, as: SIMD8<UInt64>.self)
      }
      table.withMemoryRebound(to: UInt32.self, capacity: pageSize) { prefixes in
        prefixes[0] = 0
        for level in 0..<topLevels {
          let count = 1 << level
          // Both children of every node; the bit of a position that leads to them is on top.
          for q in 0..<count {
            let first = 2 * prefixes[q] + flips[count + q]
            prefixes[q] = first
            prefixes[count + q] = first ^ 1
          }
        }
      }
    }
  }

  /// Fills a table with the flips of all levels below the top ones, by position.
  private static func fillBelow(
    _ table: UnsafeMutablePointer<SIMD8<UInt64>>, lanes: CounterLanes, coordinate: UInt32,
    replicate: Int
  ) {
    for level in topLevels..<levels {
      let (front, back) = lanes.pairs(
        firstCounter: counter(page: page(level: level, of: coordinate), replicate: replicate))
      table[31 - level] = front
      table[63 - level] = back
    }
    for k in levels - topLevels..<levels {
      table[k] = SIMD8(repeating: 0)
      table[32 + k] = SIMD8(repeating: 0)
    }
    transpose(table)
    transpose(table + 32)
  }

  /// Transposes 16 matrices of 32 x 32 bits: row k of a matrix is a half of a lane of number k.
  ///
  /// By halves of halves: H. S. Warren, Hacker's Delight, 2nd ed. (2013), section 7-3.
  @inline(__always)
  private static func transpose(_ rows: UnsafeMutablePointer<SIMD8<UInt64>>) {
    for k in 0..<8 {
      exchangeTwice(rows + k, distance: 8, 0x0000_ffff_0000_ffff, 0x00ff_00ff_00ff_00ff)
    }
    for first in stride(from: 0, to: 32, by: 8) {
      for k in first..<first + 2 {
        exchangeTwice(rows + k, distance: 2, 0x0f0f_0f0f_0f0f_0f0f, 0x3333_3333_3333_3333)
      }
    }
    for k in stride(from: 0, to: 32, by: 2) {
      exchange(&rows[k], &rows[k + 1], distance: 1, mask: 0x5555_5555_5555_5555)
    }
  }

  /// Exchanges bits of four rows a distance apart: those twice the distance apart first.
  @inline(__always)
  private static func exchangeTwice(
    _ rows: UnsafeMutablePointer<SIMD8<UInt64>>, distance: Int, _ far: UInt64, _ near: UInt64
  ) {
    var (a, b, c, d) = (rows[0], rows[distance], rows[2 * distance], rows[3 * distance])
    exchange(&a, &c, distance: 2 * distance, mask: far)
    exchange(&b, &d, distance: 2 * distance, mask: far)
    exchange(&a, &b, distance: distance, mask: near)
    exchange(&c, &d, distance: distance, mask: near)
    (rows[0], rows[distance], rows[2 * distance], rows[3 * distance]) = (a, b, c, d)
  }

  /// Exchanges the bits of one row that lie a distance above the mask with those of another in it.
  @inline(__always)
  private static func exchange(
    _ a: inout SIMD8<UInt64>, _ b: inout SIMD8<UInt64>, distance: Int, mask: UInt64
  ) {
    let shift = SIMD8(repeating: UInt64(distance))
    let change = ((a &>> shift) ^ b) & SIMD8(repeating: mask)
    a ^= change &<< shift
    b ^= change
  }

  /// Puts the top ten bits above the flipped rest, which all points share.
  private static func combine(
    _ top: UnsafeMutablePointer<SIMD8<UInt64>>, _ below: UnsafePointer<SIMD8<UInt64>>, rest: UInt32
  ) {
    let rest = SIMD8(repeating: UInt64(rest) << 32 | UInt64(rest))
    // A prefix has ten bits: none crosses from the lower half into the upper.
    let shift = SIMD8<UInt64>(repeating: UInt64(levels - topLevels))
    for k in 0..<64 { top[k] = (top[k] &<< shift) | (below[k] ^ rest) }
  }
}
