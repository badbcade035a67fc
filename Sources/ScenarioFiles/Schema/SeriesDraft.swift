import GrowthModel

/// A named number beside the accounts as the file gives it, before the units of formulas are known.
struct SeriesDraft {
  /// Which block it stands in.
  enum Section: String, CaseIterable {
    case levers, uncertainties, indicators

    /// One of it, with its article.
    var noun: Noun {
      switch self {
      case .levers: .lever
      case .uncertainties: .uncertainty
      case .indicators: .indicator
      }
    }

    var schema: MappingSchema {
      switch self {
      case .levers: .lever
      case .uncertainties: .uncertainty
      case .indicators: .indicator
      }
    }
  }

  let section: Section
  let id: String
  let name: String
  /// Its key.
  let place: Place
  /// Nil while it follows from a formula, and where a mistake hides it.
  var unit: Unit?
  /// Nil where a mistake hides it.
  var course: Series.Course?
  var formula: FormulaText?
  var frequency = Timeline.Step.year
  var seasonalShares: [Double]?
  var total: Series.Total?
  var before: LocatedFigure?
  var lever = LeverTraits()

  /// What a lever has beside its value.
  struct LeverTraits {
    var reference: Schedule?
    var range: ClosedRange<Double>?
    var cost: Double?
    var owner: String?
  }

  /// The series; where it is wrong, a number in its place, so that its name is known.
  var series: Series {
    Series(
      id: id, name: name, unit: unit ?? .number, course: course ?? .level(.constant(0)),
      frequency: frequency, seasonalShares: seasonalShares, total: total, before: before?.value)
  }

  /// The paths of its quantities.
  var paths: [String] {
    if case .growing = course { return [id, id + ".growth"] }
    return [id]
  }
}
