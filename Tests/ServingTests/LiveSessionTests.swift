import Foundation
import Languages
import MonteCarlo
import ScenarioFiles
import Testing

@testable import Serving

@Suite("The page's questions")
struct LiveSessionTests {
  @Test("A thousand moves take no memory")
  func memory() async throws {
    let session = try LiveSession(Served.small(draws: 5000))
    let start = session.start
    let lever = try #require(start.levers.first)
    func move(_ number: Int) async throws {
      let place = Double(number * 7919 % 1000) / 1000
      let value = ServedLever.text(
        ((lever.low + place * (lever.high - lever.low)) * 1000).rounded() / 1000)
      _ = try await session.answer(
        LiveSession.Question(settings: [lever.path: value + lever.figure.suffix], ghost: [:]))
    }
    for number in 0..<200 { try await move(number) }
    let before = residentBytes()
    for number in 0..<1000 { try await move(number) }
    #expect(residentBytes() - before < 8 << 20)
  }

  @Test("The pieces of an answer have pictures, and two settings a table of their difference")
  func parts() async throws {
    let session = try LiveSession(Served.scenario(draws: 3000))
    let settings = ["levers.credit.growth.value": "15%"]
    var question = LiveSession.Question(settings: settings, ghost: nil, kept: nil)
    let plain = try await session.answer(question)
    for svg in [plain.histogram, plain.fan, plain.contributions] {
      #expect(svg.contains("<svg") && svg.contains("role=\"img\""))
      #expect(!svg.contains("class=\"ghost\""))
      #expect(!svg.contains("style="), "styles in elements are not allowed on the page")
    }
    #expect(plain.comparison.isEmpty)
    question.ghost = settings
    question.settings = ["levers.credit.growth.value": "5%"]
    let moved = try await session.answer(question)
    #expect(moved.histogram.contains("class=\"ghost\""))
    #expect(moved.fan.contains("class=\"ghost\""))
    question.kept = settings
    let compared = try await session.answer(question)
    #expect(compared.comparison.contains("<table>"))
    #expect(compared.comparison.contains("Growth of bank credit in the province: 15%"))
    let vietnamese = try await Language.$current.withValue(.vietnamese) {
      try await session.answer(question)
    }
    #expect(vietnamese.verdict != compared.verdict)
    #expect(
      vietnamese.comparison.contains("khoảng tin cậy 95%")
        || vietnamese.comparison.contains("Khoảng tin cậy 95%"))
  }

  /// A new folder with the scenario in it.
  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("growth-serving-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Served.packageRoot.appendingPathComponent("Scenarios/son-la-2025.yaml"),
      to: folder.appendingPathComponent("son-la-2025.yaml"))
    return folder
  }

  @Test("A saved scenario is one that check accepts, and answers the same")
  func saved() async throws {
    let start = try Served.scenario(draws: 2000, overrides: ["crops.growth=5%"])
    let session = try LiveSession(start)
    let settings = [
      "levers.investment.plan.value": "7000 billion VND", "levers.digital.budget.value": "2%",
      "activities.industry-construction.activities.manufacturing.growth.mean": "8.5%",
      "projects.dairy-plant.start.mode": "2025-07-01",
    ]
    let text = try await session.scenarioText(settings, name: "A \"name\": # of mine\n")
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("saved.yaml")
    try Data(text.utf8).write(to: file)
    let reading = ScenarioReader.read(path: file.path)
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let scenario = try #require(reading.scenario)
    #expect(scenario.name == "A \"name\": # of mine")
    #expect(reading.draws == 2000)
    #expect(reading.seed == 2025)
    let asked = try #require(start.reading(with: settings).scenario)
    #expect(try scenario.quantityGraph() == asked.quantityGraph())
    let own = try await start.simulation(scenario).run(draws: 2000, seed: 2025)
    let other = try await start.simulation(asked).run(draws: 2000, seed: 2025)
    #expect(own.targets.map(\.estimate) == other.targets.map(\.estimate))
    #expect(own.summary("growth")?.mean == other.summary("growth")?.mean)
  }

  @Test("Every figure of the page can be saved with another value, and is read as that")
  func everyFigure() throws {
    let start = try Served.scenario()
    let figures = start.reading.adjustable
    #expect(figures.count > 150)
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for figure in figures where !figure.isDate {
      // A little more of it; what is at its highest a little less.
      guard let number = Double(figure.number) else { continue }
      let candidates = [number + 0.001, number - 0.001].map { ServedLever.text($0) + figure.suffix }
      guard
        let value = candidates.first(where: {
          start.reading(with: [figure.path: $0]).scenario != nil
        })
      else { continue }
      let text = try #require(start.text(with: [figure.path: value], name: "x"), "\(figure.path)")
      let saved = folder.appendingPathComponent("saved.yaml")
      try Data(text.utf8).write(to: saved)
      let reading = ScenarioReader.read(path: saved.path)
      #expect(!reading.hasErrors, "\(figure.path): \(reading.diagnostics) \(text)")
      #expect(
        reading.values.first { $0.path == figure.path }?.value == figure.replacement(value),
        "\(figure.path) \(text)")
    }
  }
}
