import Foundation
import GrowthModel
import Languages
import MonteCarlo
import Testing

@testable import Reporting

/// Numbers, days and periods as Vietnamese readers write them.
@Suite struct VietnameseTextTests {
  private func vietnamese<Result>(_ body: () throws -> Result) rethrows -> Result {
    try Language.$current.withValue(.vietnamese, operation: body)
  }

  private func text(_ hits: Int, _ draws: Int) -> ProbabilityText {
    ProbabilityText(ProbabilityReport(hits: hits, draws: draws))
  }

  @Test func probabilities() {
    vietnamese {
      let common = text(303_000, 1_000_000)
      #expect(common.phrase == "xác suất 30,3%")
      #expect(common.compact == "30,3% (30,2–30,4)")
      #expect(common.interval == "30,2% đến 30,4%")
      #expect(common.odds == "khoảng 3 trên 10")
      #expect(text(0, 1_000_000).value == "dưới 0,0004%")
      // Made by reading a number of percent again.
      #expect(text(1_000_000, 1_000_000).value == "trên 99,9996%")
      #expect(text(1, 1_000_000).odds == "chưa đến 1 trên 100")
      #expect(ProbabilityText.roughly(1e-9) == "dưới 0,0001%")
      #expect(ProbabilityText.roughly(0.0004) == "0,04%")
    }
  }

  @Test func differences() {
    vietnamese {
      let difference = DifferenceText(value: 0.0612, low: 0.0607, high: 0.0617, powerOfTen: 2)
      #expect(difference.figure == "+6,12 ± 0,05")
      #expect(difference.interval == "+6,07 đến +6,17")
    }
  }

  @Test func figures() {
    vietnamese {
      let money = Measure(unit: .money, currency: "VND").scale(for: 6.3e12)
      #expect(money.labelled(money.exact(6.3e12)) == "6.300 tỷ đồng")
      let income = Measure(unit: .moneyPerPerson, currency: "VND").scale(for: 6.18e7)
      #expect(income.labelled(income.exact(6.18e7)) == "61,8 triệu đồng/người")
      let rate = Measure(unit: .rate, currency: "VND").scale(for: 0.08)
      #expect(rate.labelled(rate.number(0.08, decimals: 1)) == "8,0%")
      #expect(rate.labelledDifference(rate.exact(0.005)) == "0,5 điểm %")
      // What programs read is the same in every language.
      #expect(Measure(unit: .rate, currency: "VND").figure(0.1438123) == "14.38123%")
      #expect(NumberFormat(decimals: 0, language: .english).string(.nan) == "n/a")
    }
  }

  @Test func times() throws {
    let day = try #require(CalendarDate("2025-02-27"))
    #expect(day.text == "2025-02-27" && day.monthText == "2025-02")
    #expect(Period(year: 2025, span: .firstHalf).rowName == "2025, first half")
    vietnamese {
      #expect(day.text == "27/02/2025" && day.monthText == "02/2025")
      #expect(CalendarDate.text("soon") == "soon")
      #expect(Period(year: 2025, quarter: 1).rowName == "Quý I/2025")
      #expect(Period(year: 2025, span: .nineMonths).time == "9 tháng năm 2025")
      #expect(Period(year: 2025).time == "năm 2025")
      #expect(
        Period(year: 2025, span: .firstHalf).name(of: "GRDP") == "GRDP, 6 tháng đầu năm 2025")
    }
  }

  /// A letter and its marks take one column, be they one character or several.
  @Test(arguments: ["Tốc độ tăng trưởng", "điểm %", "Quý IV/2025", "thuỷ sản"])
  func marksTakeNoRoom(text: String) {
    let decomposed = text.decomposedStringWithCanonicalMapping
    #expect(decomposed.unicodeScalars.count > text.unicodeScalars.count)
    #expect(decomposed.columns == text.columns)
    #expect(text.columns == text.unicodeScalars.count)
    #expect(decomposed.padded(to: 30).columns == 30)
    #expect(decomposed.truncated(to: 5).columns <= 5)
    for line in decomposed.wrapped(to: 6) { #expect(line.columns <= 6) }
  }

  /// Titles of what is computed stay apart from each other.
  @Test func titles() throws {
    try vietnamese {
      let quantities = try Samples.province().economy.quantityGraph().quantities
        .filter(\.isOfLastYear)
      let titles = Dictionary(
        quantities.map { ($0.path, $0.title) }, uniquingKeysWith: { first, _ in first })
      #expect(titles["growth"] == "Tốc độ tăng trưởng GRDP")
      #expect(titles["grdp.perPerson"] == "GRDP bình quân đầu người")
      #expect(titles["services.growth"] == "Services, tăng trưởng")
      #expect(titles["population"] == "Dân số trung bình")
      #expect(Set(titles.values).count == titles.count)
    }
  }
}
