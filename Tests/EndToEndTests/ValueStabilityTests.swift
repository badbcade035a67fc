import TestSupport
import Testing

/// The same scenario and seed give the same bits on every machine and in every build.
@Suite struct ValueStabilityTests {
  /// Growth in `son-la-2025.yaml` at 10,000 draws, as JSON has it.
  ///
  /// A change of any of these digits is value-breaking: it needs its entry in CHANGELOG.md, and the
  /// middle number of the version. (A change of the scenario itself changes them too.)
  @Test func growthInSonLa() throws {
    let outcome = try Program.run(
      "run", ScenarioFolder.sonLa, "--draws", "10k", "--seed", "2025", "--format", "json")
    let run = try JSONValue(outcome.output)
    let growth = try #require(run["quantities"]?["growth"])
    let pinned: [(String, JSONValue?, Double?)] = [
      ("0.049299636207973806", growth["mean"], 0.049299636207973806),
      ("0.03108721300689671", growth["standardDeviation"], 0.03108721300689671),
      ("-0.0032360856280999883", growth["quantiles"]?["0.05"], -0.0032360856280999883),
      ("0.05005720168645089", growth["quantiles"]?["0.5"], 0.05005720168645089),
      ("0.1677", run["targets"]?[0]?["probability"], 0.1677),
    ]
    for (text, found, number) in pinned {
      #expect(found?.number == number)
      #expect(outcome.output.contains(" : \(text)"))
    }
  }
}
