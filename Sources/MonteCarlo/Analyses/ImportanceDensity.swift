import Stochastics

/// A mixture of standard normal densities about several centres, from which scores are drawn in place of
/// the density about the origin. Where a variable has a few values, a component draws these more or less
/// often instead.
///
/// The origin is always one of the centres, with a small weight (a defensive mixture: T. Hesterberg,
/// "Weighted average importance sampling and defensive mixture distributions", Technometrics 37 (1995)
/// 185-194, doi:10.1080/00401706.1995.10484303), so that no likelihood ratio is above one over it.
struct ImportanceDensity: Sendable {
  /// A centre and its share of the draws.
  struct Component: Sendable {
    var weight: Double
    /// Zero in the dimensions that are tilted.
    let centre: [Double]
    /// By dimension.
    let tilts: [Int: StepTilt]
    /// |centre|^2/2
    let halfSquare: Double
    /// The dimensions in which the centre is not at zero.
    let moved: [Int]

    init(weight: Double, centre: [Double], tilts: [Int: StepTilt] = [:]) {
      self.weight = weight
      self.centre = centre.indices.map { tilts[$0] == nil ? centre[$0] : 0 }
      self.tilts = tilts
      halfSquare = 0.5 * self.centre.reduce(0) { $0 + $1 * $1 }
      moved = centre.indices.filter { tilts[$0] == nil && centre[$0] != 0 }
    }

    /// A centre at a point. Where a staircase's score is not at zero its value there matters, and is drawn
    /// half of the time.
    init(weight: Double, at point: [Double], steps: [Int: StepTilt]) {
      let tilts = steps.map { k, steps in
        (k, point[k] == 0 ? steps : steps.favouring(steps.step(of: point[k])))
      }
      self.init(
        weight: weight, centre: point, tilts: Dictionary(uniqueKeysWithValues: tilts))
    }
  }

  /// The weight of the origin: what it costs is a twentieth of the draws.
  static let defensiveShare = 0.05

  /// The origin first.
  let components: [Component]

  /// A mixture of the origin and these components, with weights in any unit.
  init(dimension: Int, components: [Component]) {
    let total = components.reduce(0) { $0 + $1.weight }
    let origin = [Double](repeating: 0, count: dimension)
    let share = total > 0 ? Self.defensiveShare : 1
    self.components =
      [Component(weight: share, centre: origin)]
      + components.filter { $0.weight > 0 }.map { component in
        var component = component
        component.weight *= (1 - share) / total
        return component
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
      let column = scores + k * Workspace.columnStride
      stream.fillNormals(
        UnsafeMutableBufferPointer(start: column, count: count), firstDraw: firstDraw)
    }
    guard components.count > 1 else { return }
    let tails = [Double](unsafeUninitializedCapacity: count) { column, filled in
      choice.fillTails(
        UnsafeMutableBufferPointer(rebasing: column[..<count]), firstDraw: firstDraw)
      filled = count
    }
    let choices = tails.map { Int64(chosen($0.sign == .minus ? -$0 : 1 - $0)) }
    choices.withUnsafeBufferPointer { choices in
      for (number, component) in components.enumerated() {
        let number = Int64(number)
        for k in component.moved {
          let (column, centre) = (scores + k * Workspace.columnStride, component.centre[k])
          for row in 0..<count {
            let moved = column[row] + centre
            column[row] = choices[row] == number ? moved : column[row]
          }
        }
        for (k, tilt) in component.tilts {
          let column = scores + k * Workspace.columnStride
          for row in 0..<count where choices[row] == number {
            column[row] = tilt.tilted(column[row])
          }
        }
      }
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
  /// component: `log w + m . z - |m|^2/2` for the centre m, and `log (tilted / own)` for the value of each
  /// tilted variable.
  ///
  /// - Returns: one array for each component.
  func logTerms(_ scores: UnsafePointer<Double>, count: Int) -> [[Double]] {
    components.map { component in
      let start = PortableMath.log(component.weight) - component.halfSquare
      var terms = [Double](repeating: start, count: count)
      terms.withUnsafeMutableBufferPointer { terms in
        for k in component.moved {
          let (column, centre) = (scores + k * Workspace.columnStride, component.centre[k])
          for row in 0..<count { terms[row] += centre * column[row] }
        }
        for k in component.tilts.keys.sorted() {
          guard let tilt = component.tilts[k] else { continue }
          let column = scores + k * Workspace.columnStride
          for row in 0..<count { terms[row] += tilt.logRatio(column[row]) }
        }
      }
      return terms
    }
  }

  /// The logarithm of the likelihood ratio, standard normal density over this one, in each row.
  static func logRatios(_ terms: [[Double]], count: Int) -> [Double] {
    var most = [Double](repeating: -.infinity, count: count)
    for term in terms {
      for row in 0..<count { most[row] = max(most[row], term[row]) }
    }
    var sums = [Double](repeating: 0, count: count)
    for term in terms {
      var shares = (0..<count).map { term[$0] - most[$0] }
      shares.withUnsafeMutableBufferPointer { PortableMath.exp($0) }
      for row in 0..<count { sums[row] += shares[row] }
    }
    sums.withUnsafeMutableBufferPointer { PortableMath.log($0) }
    return (0..<count).map { -(most[$0] + sums[$0]) }
  }
}
