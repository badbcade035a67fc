import Languages

/// Things that messages are about, as they are called there.
enum Noun: Sendable, Equatable {
  /// A key of the file, or a name that it gives.
  case key(String)
  case named(String)

  // What mappings describe.
  case scenario, activity, activityGroup, wholeEconomy, growingPopulation
  case groupNamed(String)
  case lever, uncertainty, indicator, effect, project, demand, sector
  case effectOf(kind: String)
  case correlationGroup, correlationMatrix, loading, column, target, statement, publishedFigure
  case figure, quarterlyFigure
  case distribution(String)

  // What figures measure.
  case growthRate, population, innovation, priceLevel, persistence, hazard, eventSize, recovery
  case leakage, valueAddedShare, partOfSplit, quarterShare, capacity, goAhead, ramp, uncertainRamp
  case constructionSpending, constructionDuration, leverValue, leverReference, effectReference
  case demandReference

  /// With its article.
  var text: Phrase {
    switch self {
    case .key(let key): "`\(key)`"
    case .named(let name): "'\(name)'"
    case .scenario: "a scenario"
    case .activity: "an activity"
    case .activityGroup: "a group of activities"
    case .groupNamed(let id): "the group '\(id)'"
    case .wholeEconomy: "the whole economy"
    case .growingPopulation: "a growing population"
    case .lever: "a lever"
    case .uncertainty: "an uncertainty"
    case .indicator: "an indicator"
    case .effect: "an effect"
    case .effectOf(let kind): "an effect of the kind \(kind)"
    case .project: "a project"
    case .demand: "a demand"
    case .sector: "a sector"
    case .correlationGroup: "a group of correlations"
    case .correlationMatrix: "a matrix of correlations"
    case .loading: "a loading"
    case .column: "a column"
    case .target: "a target"
    case .statement: "a statement"
    case .publishedFigure: "a published figure"
    case .figure: "a figure"
    case .distribution(let name): "a distribution '\(name)'"
    case .quarterlyFigure: "a figure for each quarter"
    case .growthRate: "a growth rate"
    case .population: "the population"
    case .innovation: "an innovation"
    case .priceLevel: "a price level"
    case .persistence: "the persistence of an effect"
    case .hazard: "the hazard of an event"
    case .eventSize: "the size of an event"
    case .recovery: "the recovery from an event"
    case .leakage: "the leakage of a demand"
    case .valueAddedShare: "the share of value added"
    case .partOfSplit: "a part of the split"
    case .quarterShare: "the share of a quarter"
    case .capacity: "the capacity of a project"
    case .goAhead: "the probability of going ahead"
    case .ramp: "a ramp"
    case .uncertainRamp: "an uncertain ramp"
    case .constructionSpending: "the spending on construction"
    case .constructionDuration: "the duration of construction"
    case .leverValue: "the value of a lever"
    case .leverReference: "the reference of a lever"
    case .effectReference: "the reference of an effect"
    case .demandReference: "the reference of a demand"
    }
  }
}
