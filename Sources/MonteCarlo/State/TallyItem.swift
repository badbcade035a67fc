import Stochastics

/// What has to be known of a tally to read one from bytes.
struct TallyShape: Sendable {
  let records: Int
  let goals: Int
  let replicates: Int?
  let isWeighted: Bool
  /// Draws that were made.
  let made: Int

  /// The most times that one draw is counted.
  private static let mostCopies = Int(ConditionalSource.mostCopies) + 1

  /// The most draws that can be counted.
  var mostDraws: Int { isWeighted ? made * Self.mostCopies : made }
  /// The largest sum of squares of how often draws are counted.
  func mostSquares(_ draws: Int) -> Int { isWeighted ? draws * Self.mostCopies : draws }
}

/// A piece of a tally, as it is written and read.
enum TallyItem {
  case totals(Totals)
  case score(Int, Tally.Score)
  case replicate(Int, draws: Int, allMet: Int)
  case replicateHits(goal: Int, replicate: Int, Int)
  case replicateSum(record: Int, replicate: Int, ExactSum)
  /// A record and its `Sketch.binCount` bins.
  case record(Int, ColumnRecord, bins: [UInt32])

  /// What is counted over all columns.
  struct Totals: Sendable {
    var draws = 0
    var squares = 0
    var unsolved = 0
    var allMet = 0
    var allMetSquares = 0
  }
}

// MARK: Writing

extension Tally {
  /// Writes what was found; the number of draws made stands elsewhere.
  ///
  /// - Precondition: the tally is settled.
  func write(to writer: inout ByteWriter) {
    let totals = totals
    for count in [
      totals.draws, totals.squares, totals.unsolved, totals.allMet, totals.allMetSquares,
    ] {
      writer.add(count)
    }
    for score in scores {
      for count in [
        score.hits, score.hitSquares, score.missedAlone, score.controlHits, score.bothHits,
      ] {
        writer.add(count)
      }
      score.shortfall.write(to: &writer)
    }
    if let replicates {
      for counts in [replicates.draws, replicates.allMet, replicates.hits] {
        for count in counts { writer.add(count) }
      }
      for sum in replicates.sums { sum.write(to: &writer) }
    }
    for (k, record) in records.enumerated() {
      for number in [record.centre, record.scale, record.minimum, record.maximum] {
        writer.add(number)
      }
      record.moments.sum.write(to: &writer)
      record.moments.sumOfSquares.write(to: &writer)
      Self.write(bins(of: k), to: &writer)
    }
  }

  /// Runs of bins in turn: how many are empty, then how many are not and the count of each.
  private static func write(_ bins: ArraySlice<UInt32>, to writer: inout ByteWriter) {
    var place = bins.startIndex
    while place < bins.endIndex {
      let first = bins[place...].firstIndex { $0 != 0 } ?? bins.endIndex
      let end = bins[first...].firstIndex(of: 0) ?? bins.endIndex
      writer.add(first - place)
      writer.add(end - first)
      for count in bins[first..<end] { writer.add(UInt64(count)) }
      place = end
    }
  }
}

// MARK: Reading

extension TallyItem {
  /// Reads a tally piece by piece, so that no more memory is taken than the bytes take, whatever they say.
  ///
  /// - Parameter each: takes the pieces in their order.
  /// - Throws: `StateError.malformed` where the counts contradict each other, or bytes are left.
  static func readAll(
    _ reader: inout ByteReader, shape: TallyShape, each: (TallyItem) -> Void
  ) throws(StateError) {
    var totals = Totals()
    totals.draws = try reader.count(upTo: shape.mostDraws)
    totals.squares = try reader.count(upTo: shape.mostSquares(totals.draws))
    totals.unsolved = try reader.count(upTo: shape.isWeighted ? shape.made : 0)
    totals.allMet = try reader.count(upTo: totals.draws)
    totals.allMetSquares = try reader.count(upTo: shape.mostSquares(totals.allMet))
    guard totals.squares >= totals.draws, shape.isWeighted || totals.draws == shape.made,
      totals.allMet <= totals.allMetSquares, totals.allMetSquares <= totals.squares
    else { throw .malformed }
    each(.totals(totals))
    var hits: [Int] = []
    for goal in 0..<shape.goals {
      let score = try Tally.Score(&reader, shape, totals)
      hits.append(score.hits)
      each(.score(goal, score))
    }
    if let replicates = shape.replicates {
      try readReplicates(&reader, replicates, shape, totals, hits: hits, each)
    }
    var bins = [UInt32](repeating: 0, count: Sketch.binCount)
    for k in 0..<shape.records {
      let record = try ColumnRecord(&reader, draws: totals.draws)
      try read(&bins, &reader, draws: totals.draws)
      each(.record(k, record, bins: bins))
    }
    guard reader.remaining == 0 else { throw .malformed }
  }

  private static func readReplicates(
    _ reader: inout ByteReader, _ replicates: Int, _ shape: TallyShape, _ totals: Totals,
    hits: [Int], _ each: (TallyItem) -> Void
  ) throws(StateError) {
    let draws = try parts(replicates, of: totals.draws, &reader)
    let allMet = try parts(replicates, of: totals.allMet, &reader)
    for (replicate, (draws, allMet)) in zip(draws, allMet).enumerated() {
      each(.replicate(replicate, draws: draws, allMet: allMet))
    }
    for (goal, hits) in hits.enumerated() {
      for (replicate, count) in try parts(replicates, of: hits, &reader).enumerated() {
        each(.replicateHits(goal: goal, replicate: replicate, count))
      }
    }
    for record in 0..<shape.records {
      for replicate in 0..<replicates {
        each(.replicateSum(record: record, replicate: replicate, try ExactSum(&reader)))
      }
    }
  }

  /// Counts that add up to a total.
  private static func parts(
    _ count: Int, of total: Int, _ reader: inout ByteReader
  ) throws(StateError) -> [Int] {
    var left = total
    var parts: [Int] = []
    for _ in 0..<count {
      parts.append(try reader.count(upTo: left))
      left -= parts[parts.count - 1]
    }
    guard left == 0 else { throw .malformed }
    return parts
  }

  /// Reads the bins of a record, which every draw falls into one of.
  private static func read(
    _ bins: inout [UInt32], _ reader: inout ByteReader, draws: Int
  ) throws(StateError) {
    var place = 0
    var left = draws
    while place < bins.count {
      for _ in 0..<(try reader.count(upTo: bins.count - place)) {
        bins[place] = 0
        place += 1
      }
      for _ in 0..<(try reader.count(upTo: bins.count - place)) {
        let count = try reader.count(upTo: min(left, Int(UInt32.max)))
        bins[place] = UInt32(count)
        place += 1
        left -= count
      }
    }
    guard left == 0 else { throw .malformed }
  }
}

extension Tally.Score {
  fileprivate init(
    _ reader: inout ByteReader, _ shape: TallyShape, _ totals: TallyItem.Totals
  ) throws(StateError) {
    self.init()
    hits = try reader.count(upTo: totals.draws)
    hitSquares = try reader.count(upTo: min(shape.mostSquares(hits), totals.squares))
    missedAlone = try reader.count(upTo: totals.draws - hits)
    controlHits = try reader.count(upTo: totals.draws)
    bothHits = try reader.count(upTo: min(hits, controlHits))
    shortfall = try ExactSum(&reader)
    guard hits <= hitSquares, totals.allMet <= hits else { throw .malformed }
  }
}

extension ColumnRecord {
  fileprivate init(_ reader: inout ByteReader, draws: Int) throws(StateError) {
    let centre = try reader.double()
    let scale = try reader.double()
    minimum = try reader.double()
    maximum = try reader.double()
    let sum = try ExactSum(&reader)
    let isOrdinary = minimum <= maximum && minimum.isFinite && maximum.isFinite
    // A draw that is no finite number shows in the sum.
    guard centre.isFinite, scale.isFinite, !minimum.isNaN, !maximum.isNaN,
      draws == 0 ? minimum > maximum : isOrdinary || !sum.isFinite
    else { throw .malformed }
    moments = Moments(
      centre: centre, scale: scale, count: draws, sum: sum, sumOfSquares: try ExactSum(&reader))
  }
}

// MARK: Exact sums

extension ExactSum {
  private static let isNegativeBit: UInt8 = 1
  private static let isNotFiniteBit: UInt8 = 2

  /// The sign, and the limbs from the lowest to the highest that are not zero.
  fileprivate func write(to writer: inout ByteWriter) {
    guard isFinite else { return writer.add(byte: Self.isNotFiniteBit) }
    let (isNegative, digits) = signedDigits
    writer.add(byte: isNegative ? Self.isNegativeBit : 0)
    let first = digits.firstIndex { $0 != 0 } ?? 0
    let end = (digits.lastIndex { $0 != 0 } ?? -1) + 1
    writer.add(byte: UInt8(first))
    writer.add(byte: UInt8(max(end - first, 0)))
    for digit in digits[first..<max(end, first)] {
      writer.add(fixed: UInt32(truncatingIfNeeded: digit))
    }
  }

  fileprivate init(_ reader: inout ByteReader) throws(StateError) {
    let kind = try reader.byte()
    if kind == Self.isNotFiniteBit {
      self.init(digits: nil, isNegative: false)
      return
    }
    guard kind <= Self.isNegativeBit else { throw .malformed }
    let first = Int(try reader.byte())
    let count = Int(try reader.byte())
    guard first + count <= Self.digitCount else { throw .malformed }
    var digits = [UInt32](repeating: 0, count: first)
    for _ in 0..<count { digits.append(try reader.fixed(UInt32.self)) }
    self.init(digits: digits, isNegative: kind == Self.isNegativeBit)
  }
}
