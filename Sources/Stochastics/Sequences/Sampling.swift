/// How the draws of a run are spread over the probabilities.
public enum Sampling: String, Sendable, Hashable, CaseIterable {
  /// Independent draws.
  case pseudoRandom = "pseudo-random"
  /// Draws in pairs, each the mirror image of the other.
  case antithetic
  /// Runs of 1,024 draws that visit each of 1,024 equally likely parts of every variable once.
  case latinHypercube = "latin-hypercube"
  /// Points of Sobol's sequence, scrambled: evenly spread over several variables together.
  case sobol

  /// Consecutive draws that belong to one replicate.
  public static let runLength = SobolStream.runLength

  /// The number of replicates: draws of different replicates are independent, those of one are not.
  /// Nil where all draws are independent.
  public var replicates: Int? { self == .pseudoRandom ? nil : SobolStream.replicates }

  /// The replicate of a draw.
  public static func replicate(draw n: Int) -> Int { SobolStream.replicate(draw: n) }

  /// The number of draws that make up whole pairs, hypercubes or replicates.
  public var unit: Int {
    switch self {
    case .pseudoRandom: 1
    case .antithetic: 2 * AntitheticStream.pairDistance
    case .latinHypercube: LatinHypercubeStream.hypercubeSize
    case .sobol: Self.runLength * SobolStream.replicates
    }
  }

  /// The sequence of each variable.
  ///
  /// - Throws: `SobolError.tooManyNames`.
  func sequences(names: [String], seed: UInt64) throws(SobolError) -> [String: any DrawSequence] {
    var dimensions: [String: Int] = [:]
    if self == .sobol {
      dimensions = try SobolDimensions.assign(names: names, among: SobolSequence.dimensions)
    }
    var sequences: [String: any DrawSequence] = [:]
    for name in names {
      sequences[name] =
        switch self {
        case .pseudoRandom: RandomStream(seed: seed, name: name)
        case .antithetic: AntitheticStream(seed: seed, name: name)
        case .latinHypercube: LatinHypercubeStream(seed: seed, name: name)
        case .sobol: SobolStream(seed: seed, name: name, dimension: dimensions[name] ?? 1)
        }
    }
    return sequences
  }
}
