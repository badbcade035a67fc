import Testing

@testable import Stochastics

@Suite struct IndependentPartsTests {
  private func distribution() throws -> JointDistribution {
    let columns = [[1.0, 2, 4, 3], [5, 7, 6, 8]]
    let rows = try HistoryRows(
      steps: [["r1", "r2"], ["r3", "r4"]], columns: columns, blockLength: 1)
    let normals = ["a", "b", "c", "d", "e", "t1", "t2"].map {
      JointDistribution.Variable(name: $0, marginal: NormalDistribution.standard)
    }
    let drawn = zip(rows.names, rows.marginals + rows.marginals).map {
      JointDistribution.Variable(name: $0, marginal: $1)
    }
    let gaussian = try GaussianCopula(
      names: ["d", "b", "c", "a"],
      correlation: [[1, 0, 0.5, 0], [0, 1, 0, 0], [0.5, 0, 1, 0.3], [0, 0, 0.3, 1]])
    let student = try StudentTCopula(
      names: ["t1", "t2"], correlation: [[1, 0], [0, 1]], degreesOfFreedom: 4)
    return try JointDistribution(
      variables: normals + drawn,
      groups: [.gaussian(gaussian), .studentT(student), .rows(rows)])
  }

  @Test func parts() throws {
    let distribution = try distribution()
    let names = distribution.variables.map(\.name)
    func parts(_ needed: [String]) -> [[String]] {
      let places = Set(needed.compactMap { distribution.place(of: $0) })
      return distribution.independentParts(of: places).map { part in
        part.places.map { names[$0] } + ["\(part.kind)"]
      }
    }
    #expect(
      parts(names) == [
        ["a", "c", "d", "gaussian"], ["b", "single"], ["e", "single"], ["t1", "t2", "studentT"],
        ["r1", "r2", "rows"], ["r3", "r4", "rows"],
      ])
    // Without c, a and d have nothing to do with each other.
    #expect(
      parts(["d", "a", "t2", "r4"]) == [
        ["a", "single"], ["d", "single"], ["t2", "single"], ["r4", "rows"],
      ])
    #expect(parts([]) == [])
  }

  /// The first set is drawn as it would be alone; the second is distributed as the first, and independent of
  /// it.
  @Test func independentCopies() throws {
    let distribution = try distribution()
    let both = try distribution.withIndependentCopy(suffix: "\u{0}2")
    let count = distribution.variables.count
    #expect(both.variables.count == 2 * count)
    let draws = 20_000
    func columns(_ distribution: JointDistribution) throws -> [[Double]] {
      let sampler = try JointSampler(distribution, seed: 3)
      let width = distribution.variables.count
      var numbers = [Double](repeating: 0, count: width * draws)
      numbers.withUnsafeMutableBufferPointer {
        guard let start = $0.baseAddress else { return }
        sampler.fill(columns: start, stride: draws, count: draws, firstDraw: 0)
      }
      return (0..<width).map { Array(numbers[$0 * draws..<($0 + 1) * draws]) }
    }
    let (one, two) = (try columns(distribution), try columns(both))
    #expect(Array(two.prefix(count)) == one)
    func correlation(_ x: [Double], _ y: [Double]) -> Double {
      let n = Double(x.count)
      let (a, b) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
      let xy = zip(x, y).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) }
      let xx = x.reduce(0) { $0 + ($1 - a) * ($1 - a) }
      let yy = y.reduce(0) { $0 + ($1 - b) * ($1 - b) }
      return xy / (xx * yy).squareRoot()
    }
    let bound = 4 / Double(draws).squareRoot()
    for i in 0..<count {
      for j in 0..<count {
        #expect(abs(correlation(two[i], two[count + j])) < bound)
        let (first, second) = (
          correlation(two[i], two[j]), correlation(two[count + i], two[count + j])
        )
        #expect(abs(first - second) < 2 * bound)
      }
    }
  }
}
