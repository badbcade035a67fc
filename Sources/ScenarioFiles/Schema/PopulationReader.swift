import GrowthModel

/// Reads the population: its numbers by year, or a base and its growth.
struct PopulationReader {
  let context: ReadingContext

  /// The series, and where it stands; nil where the file gives none.
  func read(_ fields: Fields) -> (series: Series, place: Place)? {
    guard let entry = fields.entry("population") else { return nil }
    let what = Noun.population
    let isGrowing = entry.value.entries?.contains { ["base", "growth"].contains($0.key) } ?? false
    guard isGrowing else {
      guard
        let figure = fields.schedule(
          "population", variable: "population", .exactly(.count("persons")), above: .population,
          years: what)
      else { return nil }
      return (.population(figure.schedule), figure.place)
    }
    guard let own = fields.mapping("population", schema: .population) else { return nil }
    let base = own.figure("base", .exactly(.count("persons")))
    if let base, base.value <= 0 {
      context.findings.report(
        DistributionFact.notAboveBound(base.figure.text, what: what, bound: "0 persons"),
        at: base.place)
    }
    let growth = own.schedule(
      "growth", variable: "population.growth", .exactly(.rate), above: .growth, years: what)
    let standIn = Series.population(.constant(1))
    return (
      Series(
        id: standIn.id, name: standIn.name, unit: standIn.unit,
        course: .growing(
          base: base?.value ?? 1, growth: growth?.schedule ?? .constant(0))),
      own.place
    )
  }
}
