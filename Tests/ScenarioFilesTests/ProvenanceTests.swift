import Foundation
import Testing

@testable import ScenarioFiles

@Suite struct ProvenanceTests {
  let reading = ScenarioReader.read(path: TestFiles.path("Valid/full.yaml"))

  func value(_ path: String) throws -> ResolvedValue {
    try #require(reading.values.first { $0.path == path })
  }

  @Test func namesPlaceAndSource() throws {
    let mean = try value("activities.agriculture.growth.mean")
    #expect(mean.value == "4%")
    #expect(mean.source == "assumption")
    #expect(
      mean.origin == .file(Location(path: TestFiles.path("Valid/full.yaml"), line: 20, column: 42)))
    #expect(try value("base.volume").value == "36274 billion VND")
    #expect(try value("base.value").source == "Statistical yearbook")
    #expect(try value("targets.growth.at-least").source == "28-CTr/TU, II.1")
    #expect(try value("activities.taxes.growth").value == "-1.5%")
    let electricity = "activities.industry.activities.electricity.growth.degrees-of-freedom"
    #expect(try value(electricity).value == "5")
    #expect(try value("correlation(agriculture.growth, electricity.growth)").value == "0.3")
  }

  @Test func namesWhatNobodyWrote() throws {
    #expect(try value("weights").origin == .standard)
    #expect(try value("indicators.tourism.visits.growth.shape").origin == .standard)
    #expect(try value("indicators.tourism.visits.growth.shape").value == "4")
    let sd = try value("activities.industry.activities.construction.growth.sd")
    #expect(sd.value == "2.1602 pp")
    #expect(sd.source == "history.csv")
    #expect(
      sd.origin
        == .history(Location(path: TestFiles.path("Valid/history.csv"), line: 2, column: 30)))
  }

  @Test func standsInTheOrderOfTheFile() {
    let lines = reading.values.compactMap { value -> Int? in
      if case .file(let location) = value.origin { return location.line }
      return nil
    }
    #expect(lines == lines.sorted())
    #expect(lines.count > 60)
  }

  @Test func digestIsThatOfTheFile() throws {
    let path = TestFiles.path("Valid/planned.yaml")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let digest = ScenarioReader.read(path: path).digest
    #expect(digest == "sha256:" + SHA256.hexadecimal(of: bytes))
    #expect(reading.digest.hasPrefix("sha256:"))
    #expect(reading.digest.count == 71)
  }
}
