import Languages
import Stochastics

extension CatalogueReport {
  /// The catalogue in the format `growth.distributions/1`; texts are English.
  public func json() throws -> String { try jsonText(CatalogueReportJSON(self)) }

  /// A row for each distribution as comma-separated text.
  public func csv() -> String {
    var csv = CSVText()
    csv.add(
      ["distribution", "parameters", "example", "mean", "standard_deviation"]
        + Self.probabilities.map { "q\(Self.label($0))" })
    for entry in entries {
      csv.add(
        [
          entry.name, entry.parameters.map(\.key).joined(separator: " "), entry.example,
          CSVText.number(entry.marginal?.mean), CSVText.number(entry.standardDeviation),
        ] + Self.probabilities.map { CSVText.number(entry.marginal?.quantile($0)) })
    }
    return csv.text
  }

  /// Such as `0.05`.
  fileprivate static func label(_ probability: Double) -> String {
    NumberFormat(decimals: 4, trimsZeros: true, language: .english).string(probability)
  }
}

private struct CatalogueReportJSON: Encodable {
  struct Parameter: Encodable {
    let key: String
    let kind: String
    let needed: Bool
    let standard: JSONNumber
    let meaning: String
  }

  struct Density: Encodable {
    let from: Double
    let to: Double
    let values: [JSONNumber]
  }

  struct Entry: Encodable {
    let name: String
    let summary: String
    let parameters: [Parameter]
    let bounds: Bool
    let example: String
    let continuous: Bool
    let mean: JSONNumber
    let standardDeviation: JSONNumber
    let quantiles: [String: JSONNumber]
    let density: JSONOptional<Density>

    init(_ entry: CatalogueReport.Entry) {
      name = entry.name
      summary = entry.summary.text(in: .english)
      parameters = entry.parameters.map {
        Parameter(
          key: $0.key, kind: $0.kind, needed: $0.isNeeded, standard: JSONNumber($0.standard),
          meaning: $0.meaning.text(in: .english))
      }
      bounds = entry.hasBounds
      example = entry.example
      continuous = entry.isContinuous
      mean = JSONNumber(entry.marginal?.mean)
      standardDeviation = JSONNumber(entry.standardDeviation)
      quantiles =
        entry.marginal.map { marginal in
          Dictionary(
            CatalogueReport.probabilities.map {
              (CatalogueReport.label($0), JSONNumber(marginal.quantile($0)))
            }, uniquingKeysWith: { first, _ in first })
        } ?? [:]
      let axis = CatalogueReport.axis
      density = JSONOptional(
        entry.marginal.map { _ in
          Density(
            from: axis.lowerBound, to: axis.upperBound,
            values: entry.heights(over: axis, parts: 56).map { JSONNumber($0) })
        })
    }
  }

  let format = "growth.distributions/1"
  let version: String
  let distributions: [Entry]

  init(_ report: CatalogueReport) {
    version = report.version
    distributions = report.entries.map(Entry.init)
  }
}
