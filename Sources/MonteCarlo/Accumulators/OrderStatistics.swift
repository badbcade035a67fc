/// The numbers that would stand at some places if all were in ascending order, found without putting them there.
///
/// C. A. R. Hoare, "Algorithm 65: Find", Comm. ACM 4 (1961) 321-322, doi:10.1145/366622.366647.
struct OrderStatistics {
  /// In the order of the numbers; minus zero comes before zero.
  private var keys: [Int64]

  /// - Parameter values: numbers, none of them NaN.
  init(_ values: [Double]) { keys = values.map(Self.turned) }

  /// The bits of a number as an integer in its order, and the other way round.
  private static func turned(_ value: Double) -> Int64 {
    let bits = Int64(bitPattern: value.bitPattern)
    return bits ^ (bits >> 63 & .max)
  }

  /// The number at a place.
  ///
  /// - Parameter place: counted from zero.
  /// - Complexity: O(n) on average.
  mutating func value(at place: Int) -> Double {
    let key = keys.withUnsafeMutableBufferPointer { Self.select(place, of: $0) }
    return Double(bitPattern: UInt64(bitPattern: key ^ (key >> 63 & .max)))
  }

  private static func select(_ place: Int, of keys: UnsafeMutableBufferPointer<Int64>) -> Int64 {
    var (low, high) = (0, keys.count - 1)
    while low < high {
      let (a, b, c) = (keys[low], keys[low + (high - low) / 2], keys[high])
      let pivot = max(min(a, b), min(max(a, b), c))
      var (i, j) = (low, high)
      while i <= j {
        while keys[i] < pivot { i += 1 }
        while keys[j] > pivot { j -= 1 }
        if i <= j {
          keys.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if place <= j { high = j } else if place >= i { low = i } else { break }
    }
    return keys[place]
  }
}
