import Foundation
import Testing

@testable import MonteCarlo

/// The map of values to bins: what its documentation says of it.
@Suite struct SketchTests {
  /// Values on either side of zero, from the smallest to the largest, with the ends of each stretch of bins as wide.
  private static let values: [Double] = {
    let sizes =
      [0, 5e-324, 1e-300, 0.5, 1.2345, 2, 2.0.nextUp, 3.9, 6, 14, 30, 1e3, 1e7, 1e17, 1e300]
      + [1e308, .greatestFiniteMagnitude, .infinity] + (0..<400).map { 0.0137 * Double($0) }
    return (sizes.map { -$0 } + sizes).sorted()
  }()

  /// The bin that a value is counted in when it comes with others, `lanes` of them the same.
  private func bin(_ x: Double, lanes: Int) throws -> Int {
    var counts = [UInt16](repeating: 0, count: Sketch.binCount)
    var record = ColumnRecord(centre: 0, scale: 1)
    counts.withUnsafeMutableBufferPointer {
      _ = record.add(
        [Double](repeating: x, count: lanes), count: lanes, bins: $0.baseAddress!)
    }
    let bin = try #require(counts.firstIndex { $0 > 0 })
    #expect(counts[bin] == lanes, "\(x)")
    return bin
  }

  @Test func valuesInOrderAreInBinsInOrder() throws {
    let bins = try Self.values.map { try bin($0, lanes: 1) }
    #expect(bins == bins.sorted())
    #expect(bins.first == 1)
    #expect(bins.last == Sketch.binCount - 1)
    #expect(try bin(0, lanes: 1) == Sketch.binCount / 2)
    // Either side is the other one's mirror image.
    for (bin, opposite) in zip(bins, bins.reversed()) { #expect(bin + opposite == Sketch.binCount) }
  }

  /// Eight together, and one by one: one map.
  @Test func lanesAreInTheBinsOfSingles() throws {
    for x in Self.values + [-.zero, .nan] {
      let single = try bin(x, lanes: 1)
      #expect(try bin(x, lanes: 8) == single, "\(x)")
      #expect(try bin(x, lanes: 15) == single, "\(x)")
    }
  }

  /// Bins are of one width to two scales from the centre, and four times as wide from there to six, and to 14.
  @Test func widths() throws {
    let sketch = Sketch(centre: 3, scale: 0.1)
    let narrow = 0.1 * 2 / 2047.5
    for (u, width) in [
      (0, narrow), (1.3, narrow), (-1.99, narrow), (2.1, 4 * narrow), (-5.9, 4 * narrow),
      (6.1, 16 * narrow), (13.9, 16 * narrow), (14.1, 64 * narrow),
    ] {
      #expect(abs(sketch.resolution(at: 3 + 0.1 * u) / width - 1) < 1e-9, "\(u)")
    }
  }

  /// A quantile lies in the bin of the draw with its rank, also where many draws are far from the centre.
  @Test func quantilesAreInTheirBins() throws {
    let draws = (1...9_999).map { i in
      let p = Double(i) / 1e4
      return 2 * (1 / (1 - p) - 1 / p)
    }
    var counts = [UInt16](repeating: 0, count: Sketch.binCount)
    var record = ColumnRecord(centre: 0, scale: 4)
    counts.withUnsafeMutableBufferPointer {
      _ = record.add(draws, count: draws.count, bins: $0.baseAddress!)
    }
    var sketch = Sketch(centre: 0, scale: 4)
    sketch.add(
      counts: counts.map(UInt32.init)[...], minimum: record.minimum, maximum: record.maximum)
    for rank in [1, 20, 700, 2_500, 4_999, 7_777, 9_500, 9_990] {
      let quantile = sketch.quantile(Double(rank) / Double(draws.count))
      let draw = draws[rank - 1]
      #expect(abs(quantile - draw) <= sketch.resolution(at: draw), "\(rank)")
      let found = sketch.fraction(atOrBelow: quantile)
      #expect(abs(found - Double(rank) / Double(draws.count)) < 1e-9, "\(rank)")
    }
  }
}
