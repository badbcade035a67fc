import Stochastics

/// A mixture of standard normal densities about several centres, from which scores are drawn in place of
/// the density about the origin.
///
/// The origin is always one of the centres, with a small weight (a defensive mixture: T. Hesterberg,
/// "Weighted average importance sampling and defensive mixture distributions", Technometrics 37 (1995)
/// 185-194, doi:10.1080/00401706.1995.10484303), so that no likelihood ratio is above one over it.
struct ImportanceDensity: Sendable {
  /// A centre and its share of the draws.
  struct Component: Sendable {
    var weight: Double
    let centre: [Double]
    /// |centre|^2/2
    let halfSquare: Double
    /// The dimensions in which the centre is not at zero.
    let moved: [Int]

    init(weight: Double, centre: [Double]) {
      self.weight = weight
      self.centre = centre
      halfSquare = 0.5 * centre.reduce(0) { $0 + $1 * $1 }
      moved = centre.indices.filter { centre[$0] != 0 }
    }
  }

  /// The weight of the origin: what it costs is a twentieth of the draws.
  static let defensiveShare = 0.05

  /// The origin first.
  let components: [Component]

  /// A mixture about the origin and these centres.
  ///
  /// - Parameter centres: with weights in any unit.
  init(dimension: Int, centres: [(weight: Double, centre: [Double])]) {
    let total = centres.reduce(0) { $0 + $1.weight }
    let origin = [Double](repeating: 0, count: dimension)
    let share = total > 0 ? Self.defensiveShare : 1
    components =
      [Component(weight: share, centre: origin)]
      + centres.filter { $0.weight > 0 }.map {
        Component(weight: (1 - share) * $0.weight / total, centre: $0.centre)
      }
  }

  /// Fills a block with scores, from `firstDraw` of the streams.
  ///
  /// - Parameters:
  ///   - streams: one for each dimension.
  ///   - choice: the stream that chooses a draw's centre.
  func fill(
    _ scores: UnsafeMutablePointer<Double>, count: Int, firstDraw: Int, streams: [RandomStream],
    choice: RandomStream
  ) {
    for (k, stream) in streams.enumerated() {
      let column = scores + k * Workspace.blockLength
      stream.fillNormals(
        UnsafeMutableBufferPointer(start: column, count: count), firstDraw: firstDraw)
    }
    guard components.count > 1 else { return }
    for row in 0..<count {
      let component = components[chosen(choice.probability(draw: firstDraw + row).lower)]
      for k in component.moved { scores[k * Workspace.blockLength + row] += component.centre[k] }
    }
  }

  /// The component whose part of (0, 1) holds a number.
  private func chosen(_ number: Double) -> Int {
    var sum = 0.0
    for (k, component) in components.enumerated() {
      sum += component.weight
      if number < sum { return k }
    }
    return components.count - 1
  }

  /// For each row of a block, the logarithms of `weight x density / standard normal density` of each
  /// component: `log w + m . z - |m|^2/2` for the centre m.
  ///
  /// - Returns: one array for each component.
  func logTerms(_ scores: UnsafePointer<Double>, count: Int) -> [[Double]] {
    components.map { component in
      let start = PortableMath.log(component.weight) - component.halfSquare
      var terms = [Double](repeating: start, count: count)
      for k in component.moved {
        let column = scores + k * Workspace.blockLength
        let centre = component.centre[k]
        for row in 0..<count { terms[row] += centre * column[row] }
      }
      return terms
    }
  }

  /// The logarithm of the likelihood ratio, standard normal density over this one, in each row.
  static func logRatios(_ terms: [[Double]], count: Int) -> [Double] {
    (0..<count).map { row in
      var most = -Double.infinity
      for term in terms { most = max(most, term[row]) }
      var sum = 0.0
      for term in terms { sum += PortableMath.exp(term[row] - most) }
      return -(most + PortableMath.log(sum))
    }
  }
}
