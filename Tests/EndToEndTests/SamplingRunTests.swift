import TestSupport
import Testing

/// `--sampling`, from the command line and from a file.
@Suite struct SamplingRunTests {
  private func run(_ arguments: [String]) throws -> JSONValue {
    let outcome = try Program.run(["run"] + arguments + ["--format", "json", "--quiet"])
    #expect(outcome.status == 0)
    return try JSONValue(outcome.output)
  }

  private func meanGrowth(_ run: JSONValue) throws -> (mean: Double, error: Double) {
    let growth = try #require(run["quantities"]?["growth"])
    return (
      try #require(growth["mean"]?.number), try #require(growth["standardError"]?.number)
    )
  }

  /// Evenly spread draws know the mean growth of the full Sơn La with a tenth of the draws, and far fewer,
  /// and agree with independent ones about it.
  @Test func sobolNeedsATenthOfTheDraws() throws {
    let plain = try run([ScenarioFolder.sonLa, "--draws", "655360"])
    let even = try run([ScenarioFolder.sonLa, "--draws", "65536", "--sampling", "sobol"])
    #expect(even["sampling"]?.string == "sobol")
    #expect(even["draws"]?.number == 65_536)
    #expect(even["replicates"]?.number == 16)
    let (mean, error) = try meanGrowth(plain)
    let (other, otherError) = try meanGrowth(even)
    #expect(otherError < error)
    #expect((mean - other).magnitude < 4 * (error * error + otherError * otherError).squareRoot())
  }

  @Test func theFileMaySayHow() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "format: growth.scenario/1\nextends: \(ScenarioFolder.absolute(ScenarioFolder.plannedWeights))\nname: Even\n"
        + "run: {draws: 20k, sampling: latin-hypercube}\n", "even.yaml")
    let path = folder.url("even.yaml").path
    #expect(try run([path])["draws"]?.number == 20_480)
    #expect(try run([path])["sampling"]?.string == "latin-hypercube")
    #expect(try run([path, "--sampling", "antithetic"])["draws"]?.number == 20_000)
    let screen = try Program.run("run", path, "--no-progress")
    #expect(screen.output.contains("from 20,480 draws in Latin hypercubes, 16 replicates"))
    let wrong = try Program.run("run", path, "--sampling", "sobel")
    #expect(wrong.status == 64)
  }

  /// With a control the share of taxes in the full Sơn La takes a third fewer draws, and its probability is
  /// the same within the error; growth, which hangs on the water of the year and not on normal
  /// figures, is left alone, and so are all means.
  @Test func controlVariates() throws {
    let plain = try run([ScenarioFolder.sonLa, "--draws", "100k"])
    let controlled = try run([ScenarioFolder.sonLa, "--draws", "100k", "--control-variates"])
    let (one, other) = try (
      #require(plain["targets"]?[5]), #require(controlled["targets"]?[5])
    )
    #expect(one["varianceReduction"]?.number == nil)
    #expect(try #require(other["varianceReduction"]?.number) > 1.4)
    #expect(controlled["targets"]?[0] == plain["targets"]?[0])
    let error = try #require(one["standardError"]?.number)
    #expect(try #require(other["standardError"]?.number) < 0.85 * error)
    let difference =
      try #require(one["probability"]?.number) - (try #require(other["probability"]?.number))
    #expect(difference != 0 && difference.magnitude < 4 * error)
    #expect(try meanGrowth(plain) == meanGrowth(controlled))
    let wrong = try Program.run(
      "run", ScenarioFolder.sonLa, "--control-variates", "--sampling", "sobol")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("spread evenly already"))
  }
}
