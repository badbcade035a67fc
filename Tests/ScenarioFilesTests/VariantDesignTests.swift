import Testing

@testable import ScenarioFiles

@Suite struct VariantDesignTests {
  private func varied(_ arguments: String...) throws -> [VariedPath] {
    try arguments.map { try VariedPath(argument: $0) }
  }

  @Test func aGridVariesTheLastPathFastest() throws {
    let design = try VariantDesign.combining(varied("a=1..2:2", "b=x,y,z"), .grid)
    #expect(design.count == 6)
    #expect(
      (0..<6).map { design.values($0).joined() } == ["1x", "1y", "1z", "2x", "2y", "2z"])
    #expect(design.overrides(4) == ["a=2", "b=y"])
    #expect(design.places(5) == [1, 2])
  }

  @Test func together() throws {
    let design = try VariantDesign.combining(varied("a=1..3:3", "b=x,y,y"), .together)
    #expect((0..<design.count).map { design.values($0).joined() } == ["1x", "2y", "3y"])
    #expect(throws: VariantMistake.self) {
      try VariantDesign.combining(varied("a=1..3:3", "b=x,y"), .together)
    }
  }

  @Test func aListIsCrossedWithAGrid() throws {
    let list = try VariantDesign.combining(varied("a=1,2", "b=x,x"), .together)
    #expect(try list.crossed(with: []) == list)
    let design = try list.crossed(with: varied("c=5,6", "d=1..3:3"))
    #expect(design.kind == .together && design.count == 12)
    #expect(design.axes.map(\.path) == ["a", "b", "c", "d"])
    #expect(
      (0..<design.count).map { design.values($0).joined() } == [
        "1x51", "1x52", "1x53", "1x61", "1x62", "1x63",
        "2x51", "2x52", "2x53", "2x61", "2x62", "2x63",
      ])
    for argument in ["b=1,2", "c=1..2", "c=1..2:500001"] {
      #expect(throws: VariantMistake.self) { try list.crossed(with: varied(argument)) }
    }
  }

  @Test func limits() throws {
    let fits = try VariantDesign.combining(varied("a=1..2:1000", "b=1..2:1000"), .grid)
    #expect(fits.count == VariantDesign.mostVariants)
    for arguments in [
      ["a=1..2:1000", "b=1..2:1001"], ["a=1..2:1000000", "b=1..2:1000000", "c=1..2:1000000"],
    ] {
      let varied = try arguments.map { try VariedPath(argument: $0) }
      #expect(throws: VariantMistake.self) { try VariantDesign.combining(varied, .grid) }
    }
    #expect(throws: VariantMistake.self) {
      try VariantDesign.combining(varied("a=1..2:3", "a=5,6"), .grid)
    }
    for points in [-1, 0, 1, 1_000_001] {
      #expect(throws: VariantMistake.self) {
        try VariantDesign.latinHypercube(varied("a=1..2"), points: points, seed: 1)
      }
    }
    #expect(throws: VariantMistake.self) {
      try VariantDesign.latinHypercube(varied("a=1..2:3"), points: 10, seed: 1)
    }
    #expect(throws: VariantMistake.self) {
      try VariantDesign.latinHypercube(varied("a=x,y,z"), points: 2, seed: 1)
    }
  }

  /// Each projection on one path has one point in each stratum, and values are short decimals.
  @Test(
    arguments: [2, 3, 10, 97, 1000],
    [
      ("a=-10..10%", -10.0, 10.0), ("a=10..-10%", -10, 10), ("a=0..1e-6", 0, 1e-6),
      ("a=5000..7500 billion VND", 5000, 7500), ("a=0..1000000000000 VND", 0, 1e12),
      ("a=0.1..0.3", 0.1, 0.3),
    ] as [(String, Double, Double)])
  func strata(points: Int, range: (argument: String, low: Double, high: Double)) throws {
    let design = try VariantDesign.latinHypercube(
      varied(range.argument), points: points, seed: 11)
    let numbers = try #require(design.axes[0].scale).numbers
    let places = numbers.map {
      // A value on the edge of a stratum belongs to the one above.
      Int((($0 - range.low) / (range.high - range.low) * Double(points) + 1e-9).rounded(.down))
    }
    #expect(places.sorted() == Array(0..<points))
    let longest = design.axes[0].values.map { $0.prefix { "-.0123456789".contains($0) }.count }
      .max()
    #expect(try #require(longest) <= 20)
  }

  @Test func listsTakePartByStrata() throws {
    let design = try VariantDesign.latinHypercube(
      varied("a=x,y,z", "b=0..1"), points: 30, seed: 2)
    for value in ["x", "y", "z"] {
      #expect(design.axes[0].values.filter { $0 == value }.count == 10)
    }
  }

  /// Another path more or less does not move the values of the others.
  @Test func pathsAreIndependentOfEachOther() throws {
    let one = try VariantDesign.latinHypercube(varied("b=0..1"), points: 50, seed: 5)
    let two = try VariantDesign.latinHypercube(varied("a=0..1", "b=0..1"), points: 50, seed: 5)
    #expect(one.axes[0] == two.axes[1])
    #expect(two.axes[0].values != two.axes[1].values)
    let other = try VariantDesign.latinHypercube(varied("b=0..1"), points: 50, seed: 6)
    #expect(one.axes[0].values != other.axes[0].values)
  }

  @Test func scales() {
    func scale(_ values: String...) -> (numbers: [Double], unit: String)? {
      VariantDesign.Axis(path: "a", values: values).scale
    }
    #expect(scale("5%", "7.5%")?.numbers == [5, 7.5])
    #expect(scale("5%", "7.5%")?.unit == "%")
    #expect(scale("5 billion VND")?.unit == "billion VND")
    #expect(scale("5", "6")?.unit == "")
    #expect(scale("5%", "6 pp") == nil)
    #expect(scale("2025-01-01") == nil)
    #expect(scale("5%", "") == nil)
  }

  @Test func fingerprints() {
    func text(_ parts: String...) -> String {
      var fingerprint = Fingerprint()
      for part in parts { fingerprint.add(part) }
      return fingerprint.text()
    }
    #expect(text("a", "b") != text("ab"))
    #expect(text("a", "b") != text("b", "a"))
    #expect(text("abc").hasPrefix("sha256:") && text("abc").count == 71)
  }
}
