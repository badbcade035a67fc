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
      ("0.04922289484916853", growth["mean"], 0.04922289484916853),
      ("0.03122408030395474", growth["standardDeviation"], 0.03122408030395474),
      ("-0.0024618478976424635", growth["quantiles"]?["0.05"], -0.0024618478976424635),
      ("0.049678401697357655", growth["quantiles"]?["0.5"], 0.049678401697357655),
      ("0.1632", run["targets"]?[0]?["probability"], 0.1632),
    ]
    for (text, found, number) in pinned {
      #expect(found?.number == number)
      #expect(outcome.output.contains(" : \(text)"))
    }
  }
}
