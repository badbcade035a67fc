/// Gives every variable a dimension of Sobol's sequence by its name.
public enum SobolDimensions {
  /// A dimension from 1 to 2048 for each name, no two the same.
  ///
  /// A hash of the name picks the dimension. Where two names meet, the one that comes first in an
  /// order by hashes keeps it and the other moves on along a path of its own, so that neither the
  /// order of declaration nor the seed matters. A further variable leaves the dimensions of the others
  /// alone unless it takes one that is in use: among k variables a chance of less than k / 2048.
  ///
  /// - Parameter names: in any order; one that is repeated counts once.
  /// - Throws: `SobolError.tooManyNames` for more than 2048 names.
  public static func assign(names: [String]) throws(SobolError) -> [String: Int] {
    let paths = Set(names).map(Path.init).sorted()
    let count = SobolSequence.dimensions
    guard paths.count <= count else {
      throw .tooManyNames(count: paths.count, dimensions: count)
    }
    var isTaken = [Bool](repeating: false, count: count)
    var dimensions: [String: Int] = [:]
    for path in paths {
      var place = path.start
      while isTaken[place] { place = (place + path.step) % count }
      isTaken[place] = true
      dimensions[path.name] = place + 1
    }
    return dimensions
  }

  /// The places that a name tries in turn: all of them, since an odd step and a power of two have
  /// no common factor.
  private struct Path: Comparable {
    let name: String
    let hash: UInt64

    var start: Int { Int(hash % UInt64(SobolSequence.dimensions)) }
    var step: Int { Int(hash >> 32) % SobolSequence.dimensions | 1 }

    init(name: String) {
      self.name = name
      // A fixed seed: dimensions do not move when the seed of a calculation does.
      hash = RandomStream(seed: 0, name: "sobol-dimension\u{0}" + name).bits(draw: 0)
    }

    static func < (a: Path, b: Path) -> Bool { (a.hash, a.name) < (b.hash, b.name) }
  }
}
