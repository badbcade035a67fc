/// What stands behind a key of a scenario file.
indirect enum KeyShape: Sendable {
  case text
  /// A text that an expression describes.
  case matching(String)
  case year
  case words([String])
  case draws
  case seed
  case figure(FigurePattern)
  /// A list of figures; of so many, where that is known.
  case figures(FigurePattern, count: Int?)
  /// A figure or a distribution.
  case uncertain(FigurePattern)
  /// One figure or distribution for all periods, or one for each.
  case schedule(FigurePattern)
  /// A figure for all periods, or one for each.
  case fixedSchedule(FigurePattern)
  case list(KeyShape)
  /// A mapping with these keys.
  case mapping(MappingTable)
  /// A mapping whose keys the user chooses: names, or names joined by points.
  case named(KeyShape, isPath: Bool)
  /// A mapping whose keys are the names of something else; `source` and `notes` may stand among them.
  case keyed(KeyShape, hasSource: Bool)
  case either([KeyShape])
}

/// The mappings of the format, by the names that their schemas have.
enum MappingTable: String, Sendable, CaseIterable {
  case scenario, base, leaf, group, population, lever, uncertainty, indicator, elasticity, event
  case formulaEffect, demand, project, construction, inputOutput, sector, shocks, shockHistory
  case history, correlation, correlationGroup, bootstrap, shockCorrelation, commonFactor, target
  case statement, actual, run, figure

  /// The keys by which the readers check it.
  var schema: MappingSchema {
    switch self {
    case .scenario: .scenario
    case .base: .base
    case .leaf: .leaf
    case .group: .group
    case .population: .population
    case .lever: .lever
    case .uncertainty: .uncertainty
    case .indicator: .indicator
    case .elasticity: .elasticity
    case .event: .event
    case .formulaEffect: .formulaEffect
    case .demand: .demand
    case .project: .project
    case .construction: .construction
    case .inputOutput: .inputOutput
    case .sector: .sector
    case .shocks: .shocks
    case .shockHistory: .shockHistory
    case .history: .history
    case .correlation: .correlation
    case .correlationGroup: .correlationGroup
    case .bootstrap: .bootstrap
    case .shockCorrelation: .shockCorrelation
    case .commonFactor: .commonFactor
    case .target: .target
    case .statement: .statement
    case .actual: .actual
    case .run: .run
    case .figure: .figure
    }
  }

  /// Sets of keys of which one must be there at least, where the readers ask for that.
  var alternatives: [[String]] {
    switch self {
    case .target: [["at-least"], ["at-most"], ["near", "within"]]
    case .statement: [["equals"], ["at-least"], ["at-most"], ["near", "within"]]
    case .uncertainty: [["level"], ["base", "growth"]]
    case .indicator: [["level"], ["base", "growth"], ["formula"]]
    case .inputOutput: [["coefficients"], ["flows"], ["file"]]
    case .shocks: [["innovations"], ["history"]]
    case .commonFactor: [["loadings"], ["correlation"]]
    case .correlation: [["matrix"], ["pairs"], ["common-factor"], ["bootstrap"], ["groups"]]
    case .correlationGroup: [["matrix"], ["pairs"], ["common-factor"], ["bootstrap"]]
    case .shockCorrelation: [["matrix"], ["pairs"], ["common-factor"]]
    default: []
    }
  }
}
