import Testing

@testable import ScenarioFiles

/// Readings of one source, one after the other, are what they are alone.
@Suite struct MarginalMemoTests {
  @Test(arguments: ["full", "distributions", "elicited", "moved", "dependence"])
  func readingsDoNotInfluenceEachOther(_ name: String) throws {
    let path = TestFiles.path("Valid/\(name).yaml")
    let source = ScenarioSource(path: path)
    for _ in 0..<2 {
      let alone = ScenarioReader.read(path: path)
      let again = source.reading()
      #expect(again.diagnostics == alone.diagnostics && again.values == alone.values)
      let variables = try #require(alone.scenario).uncertainty.variables
      let others = try #require(again.scenario).uncertainty.variables
      #expect(variables.map(\.name) == others.map(\.name))
      for (variable, other) in zip(variables, others) {
        #expect(variable.marginal.mean == other.marginal.mean)
        #expect(variable.marginal.support == other.marginal.support)
        for p in [0.001, 0.3, 0.5, 0.99] {
          #expect(variable.marginal.quantile(p) == other.marginal.quantile(p))
        }
      }
    }
  }

  /// The same figures with other bounds, and another kind with the same figures, are others.
  @Test func keysTellDistributionsApart() {
    let rows = DistributionTable.rows
    func key(_ row: Int, _ values: [Double], _ lower: Double? = nil, _ upper: Double? = nil)
      -> MarginalMemo.Key
    {
      MarginalMemo.Key(rows[row], values.map { [$0] }, lower: lower, upper: upper)
    }
    #expect(key(0, [1, 2]) == key(0, [1, 2]))
    let keys = [
      key(0, [1, 2]), key(1, [1, 2]), key(0, [2, 1]), key(0, [1, 2], 0), key(0, [1, 2], nil, 0),
      key(0, [1, 2], 0, 3),
    ]
    #expect(Set(keys).count == keys.count)
  }
}
