import Testing

@testable import Stochastics

@Suite struct SobolDimensionsTests {
  private static func names(_ count: Int) -> [String] {
    (0..<count).map { "activity \($0 / 4).figure \($0 % 4)" }
  }

  /// A change here is a value-breaking change and needs its own entry in the changelog.
  @Test func valueStability() throws {
    let names = ["agriculture.growth", "services.growth", "industry.deflator"]
    #expect(
      try SobolDimensions.assign(names: names, among: 256) == [
        "agriculture.growth": 101, "services.growth": 39, "industry.deflator": 48,
      ])
    #expect(
      try SobolDimensions.assign(names: names, among: 2048) == [
        "agriculture.growth": 613, "services.growth": 1319, "industry.deflator": 560,
      ])
  }

  /// Each name has a dimension of its own, up to the last one.
  @Test(arguments: [0, 1, 71, 200, 256], [256, 2048])
  func dimensionsAreDistinct(count: Int, among: Int) throws {
    let dimensions = try SobolDimensions.assign(names: Self.names(count), among: among)
    #expect(dimensions.count == count)
    #expect(Set(dimensions.values).count == count)
    #expect(dimensions.values.allSatisfy { 1...among ~= $0 })
  }

  @Test func orderAndRepetitionDoNotMatter() throws {
    let names = Self.names(180)
    let expected = try SobolDimensions.assign(names: names, among: 256)
    #expect(try SobolDimensions.assign(names: names.reversed(), among: 256) == expected)
    #expect(try SobolDimensions.assign(names: names.sorted() + names, among: 256) == expected)
  }

  /// A further name moves none of the others unless it takes the place of one. Each of 400 further
  /// names to 71: with chance at most 71/256, five standard errors, and never many.
  @Test func furtherNamesLeaveTheOthers() throws {
    let names = Self.names(71)
    let before = try SobolDimensions.assign(names: names, among: 256)
    var disturbances = 0
    for k in 0..<400 {
      let name = "further \(k)"
      var after = try SobolDimensions.assign(names: names + [name], among: 256)
      let taken = after.removeValue(forKey: name)
      #expect(after.count == 71)
      let moved = before.filter { after[$0.key] != $0.value }
      guard !moved.isEmpty else { continue }
      disturbances += 1
      #expect(moved.values.contains { $0 == taken })
      #expect(moved.count <= 5)
    }
    let chance = 71.0 / 256
    #expect(
      Double(disturbances) / 400 < chance + 5 * (chance * (1 - chance) / 400).squareRoot())
    #expect(disturbances > 0)
  }

  /// Names pick all dimensions alike: 20,000 single names in 16 classes, chi-square with 15 degrees of
  /// freedom, 15 + 6 standard deviations.
  @Test func dimensionsAreEquallyLikely() throws {
    var counts = [Double](repeating: 0, count: 16)
    for name in Self.names(20_000) {
      let dimension = try SobolDimensions.assign(names: [name], among: 2048)[name]
      counts[((dimension ?? 1) - 1) / 128] += 1
    }
    let statistic = counts.reduce(0.0) { $0 + ($1 - 1250) * ($1 - 1250) / 1250 }
    #expect(statistic < 15 + 6 * 30.0.squareRoot())
  }

  /// What the choice of dimensions costs, at 1024 points and 71 variables: the error of the sum of
  /// (u - 1/2)(v - 1/2) over all pairs, relative to independent draws, over 2 sets of names and 16
  /// replicates. The docstring's 0.17 and 0.53 within five standard errors, 0.125 of the value each.
  @Test func earlyDimensionsGoTogether() throws {
    var (early, byName) = (0.0, 0.0)
    for set: UInt64 in [1, 2] {
      let names = Self.names(71).map { "\($0).set \(set)" }
      let dimensions = try SobolDimensions.assign(names: names, among: 256)
      early += Self.pairError(
        names.enumerated().map { SobolStream(seed: set, name: $1, dimension: $0 + 1) })
      byName += Self.pairError(
        try names.map {
          SobolStream(seed: set, name: $0, dimension: try #require(dimensions[$0]))
        })
    }
    #expect(abs((early / 2).squareRoot() / 0.17 - 1) < 5 * 0.125)
    #expect(abs((byName / 2).squareRoot() / 0.53 - 1) < 5 * 0.125)
    #expect(byName > 2 * early)
  }

  /// The mean square, over the replicates, of the mean of the sum over pairs, as a part of the variance
  /// of independent draws.
  private static func pairError(_ streams: [SobolStream]) -> Double {
    let n = SobolStream.runLength
    var total = 0.0
    for replicate in 0..<SobolStream.replicates {
      var sums = [Double](repeating: 0, count: n)
      var squares = 0.0
      for stream in streams {
        let tails = DrawSequenceTests.column(n) { stream.fillTails($0, firstDraw: replicate * n) }
        for i in 0..<n {
          let x = tails[i] < 0 ? -tails[i] - 0.5 : 0.5 - tails[i]
          sums[i] += x
          squares += x * x
        }
      }
      let mean = (sums.reduce(0) { $0 + $1 * $1 } - squares) / 2 / Double(n)
      total += mean * mean
    }
    let pairs = Double(streams.count * (streams.count - 1) / 2)
    return total / Double(SobolStream.replicates) * Double(n) * 144 / pairs
  }

  @Test func tooManyNames() {
    #expect(throws: SobolError.tooManyNames(count: 2049, dimensions: 2048)) {
      try SobolDimensions.assign(names: Self.names(2049), among: 2048)
    }
    #expect(throws: SobolError.tooManyNames(count: 65, dimensions: 64)) {
      try SobolDimensions.assign(names: Self.names(65), among: 64)
    }
  }
}
