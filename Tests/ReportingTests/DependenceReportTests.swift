import MonteCarlo
import Stochastics
import TestSupport
import Testing

@testable import Reporting

@Suite struct DependenceReportTests {
  static func finding(_ first: String, _ found: Double) -> DependenceFinding {
    DependenceFinding(
      first: first, second: "z", family: .studentT, asked: 0.3, found: found, standardError: 0.01)
  }

  @Test func jsonHasEveryPair() throws {
    let (scenario, ensemble, _) = try Samples.provinceRun.get()
    var joined = ensemble
    joined.dependence = [Self.finding("a", 0.305)]
    let report = RunReport(scenario: scenario, ensemble: joined, context: Samples.context)
    let pair = try #require(try JSONValue(report.json())["dependence"]?[0])
    #expect(pair["first"]?.string == "a")
    #expect(pair["second"]?.string == "z")
    #expect(pair["copula"]?.string == "student-t")
    #expect(pair["asked"]?.number == 0.3)
    #expect(pair["found"]?.number == 0.305)
    #expect(pair["standardError"]?.number == 0.01)
  }

  @Test func warningNamesTheWorstPair() throws {
    var ensemble = try Samples.provinceRun.get().1
    ensemble.dependence = [Self.finding("a", 0.305), Self.finding("b", 0.33)]
    #expect(ReportWarning.dependence(ensemble, path: "x.yaml") == nil)
    ensemble.dependence += [Self.finding("c", 0.2), Self.finding("d", 0.36)]
    #expect(
      ReportWarning.dependence(ensemble, path: "x.yaml")?.message
        == "2 of 4 pairs of variables did not move together as asked; the worst are 'c' and 'z': their"
        + " Spearman correlation in the first draws is 0.200 instead of 0.300, with a standard error of"
        + " 0.010")
  }
}
