import GrowthModel
import TestSupport
import Testing

/// Random formulas, against their meaning worked out without parser and graph.
@Suite struct FormulaPropertyTests {
  static let formulas = 3000

  static func point(_ random: inout SplitMix64, _ names: [String]) -> SamplePoint {
    var inputs: [String: Double] = [:]
    for name in names {
      let range = FormulaSampler.range(of: name)
      let share = random.nextUniform()
      inputs[name] = range.lowerBound + share * (range.upperBound - range.lowerBound)
    }
    return SamplePoint(inputs)
  }

  /// Each is accepted with its unit, and its operations give its value in five points, within what
  /// rounding in another order may change.
  @Test func loweringGivesTheMeaning() throws {
    var sampler = FormulaSampler(random: SplitMix64(seed: 20_250_701))
    var random = SplitMix64(seed: 7)
    var compared = 0
    var deepest = 0
    for _ in 0..<Self.formulas {
      let kind = sampler.pick(FormulaSampler.Kind.allCases)
      let sample = sampler.sample(kind, depth: 5)
      guard sample.text.unicodeScalars.count <= Formula.maximumLength else { continue }
      let formula = try FormulaFixture.formula(sample.text)
      let unit = FormulaSampler.unit(of: kind)
      let checked = formula.check(in: FormulaFixture(), expecting: unit)
      #expect(checked.errors == [] && checked.unit == unit, "\(sample.text)")
      var builder = FixtureBuilder()
      let node = try #require(formula.lower(with: &builder, at: FixtureBuilder.period))
      deepest = max(deepest, builder.graph.operations.count)
      for _ in 0..<5 {
        let point = Self.point(&random, builder.graph.inputNames)
        let all = SamplePoint(point.inputs.merging(Self.filler) { own, _ in own })
        let expected = sample.value(all)
        guard !all.isClose, expected.value.isFinite, expected.slack.isFinite else { continue }
        let found = nodeValues(builder.graph, inputs: point.inputs)[node.index]
        #expect(
          abs(found - expected.value) <= expected.tolerance,
          "\(sample.text): \(found), not \(expected.value) at \(point.inputs)")
        compared += 1
      }
    }
    // Few are too long, too large or too close to call.
    #expect(compared > 4 * Self.formulas)
    #expect(deepest > 50)
  }

  /// Values for inputs that the graph does not need, because a condition is fixed.
  static let filler: [String: Double] = {
    var values: [String: Double] = [:]
    let leaves = ["industry-construction", "trade", "transport"]
    let names =
      FormulaSampler.names.values.joined().map(\.name)
      + leaves.flatMap { [$0 + ".growth", $0 + ".volume"] }
    for name in names {
      for period in ["2026Q3", "2026Q2", "2025Q3"] {
        let range = FormulaSampler.range(of: name)
        values["\(name)@\(period)"] = (range.lowerBound + range.upperBound) / 2
      }
    }
    return values
  }()

  /// Every operation's value lies in its range, and where all demands are met the formula has a
  /// value, also for formulas that divide by anything.
  @Test(arguments: [true, false]) func valuesLieInTheirRanges(isSafe: Bool) throws {
    var sampler = FormulaSampler(random: SplitMix64(seed: 5), isSafe: isSafe)
    var random = SplitMix64(seed: 11)
    var unmet = 0
    for _ in 0..<Self.formulas {
      let sample = sampler.sample(sampler.pick(FormulaSampler.Kind.allCases), depth: 4)
      let formula = try FormulaFixture.formula(sample.text)
      var builder = FixtureBuilder()
      let node = try #require(formula.lower(with: &builder, at: FixtureBuilder.period))
      let ranges = builder.graph.ranges { FormulaSampler.range(of: $0) }
      let isMet = builder.graph.unmet(builder.demands) { FormulaSampler.range(of: $0) }.isEmpty
      if !isMet { unmet += 1 }
      for _ in 0..<10 {
        let point = Self.point(&random, builder.graph.inputNames)
        let values = nodeValues(builder.graph, inputs: point.inputs)
        for (index, value) in values.enumerated() where !value.isNaN {
          #expect(
            ranges[index].contains(value),
            "\(sample.text): \(builder.graph.operations[index]) is \(value), not in \(ranges[index])"
          )
        }
        if isMet { #expect(!values[node.index].isNaN, "\(sample.text)") }
      }
    }
    #expect(isSafe ? unmet < Self.formulas / 5 : unmet > Self.formulas / 20)
  }
}
