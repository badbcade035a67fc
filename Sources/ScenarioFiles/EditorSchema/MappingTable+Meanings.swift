import Languages

extension MappingTable {
  /// What one of its keys means; nil for a key that nothing is written about.
  func meaning(of key: String) -> Phrase? {
    let path = "\(rawValue).\(key)"
    return Self.meaning(Self.alike[path] ?? path) ?? Self.meaning(key)
  }

  /// Keys of several mappings that mean the same.
  private static let alike = [
    "group.kind": "leaf.kind",
    "uncertainty.quarters": "lever.quarters",
    "indicator.quarters": "lever.quarters",
    "indicator.base": "uncertainty.base",
    "indicator.growth": "uncertainty.growth",
    "event.kind": "elasticity.kind",
    "formulaEffect.kind": "elasticity.kind",
    "demand.kind": "elasticity.kind",
    "demand.reference": "elasticity.reference",
    "correlationGroup.kind": "correlation.kind",
    "shockCorrelation.kind": "correlation.kind",
  ]

  /// Of a key of one mapping, `leaf.growth`, or of all others that have it.
  private static func meaning(_ path: String) -> Phrase? {
    header(path) ?? accounts(path) ?? series(path) ?? effects(path) ?? projects(path)
      ?? shocks(path) ?? correlations(path) ?? targets(path)
  }

  private static func header(_ path: String) -> Phrase? {
    switch path {
    case "format": "The format of the file."
    case "scenario.name": "What people call the scenario."
    case "name": "What people call it."
    case "source":
      "Who says so: a citation, or the word `assumption`. Covers the figures below that name no source."
    case "notes": "Free text."
    case "extends": "The path of the scenario that this one is a variant of, relative to this file."
    case "as-of": "The date of the knowledge in the scenario, YYYY-MM-DD."
    case "currency": "The code of the currency, such as VND."
    case "base-year": "The year that growth is measured from."
    case "year": "The year that is asked about."
    case "price-year": "Whose prices the volumes are in, such as 2010."
    case "steps": "How long the steps of the model are; years without it."
    case "weights":
      "What growth is weighted with: the base year at constant prices, or the planned structure."
    case "run": "How many draws, from which seed, unless the command line says otherwise."
    case "draws": "How many draws, such as 500000, 100k or 1M."
    case "seed": "A whole number: the same seed gives the same draws."
    case "sampling": "How the draws are spread over the probabilities."
    case "figure.value": "The figure."
    default: nil
    }
  }

  private static func accounts(_ path: String) -> Phrase? {
    switch path {
    case "scenario.base": "Totals of the base year."
    case "base.volume": "GRDP of the base year at constant prices, such as 36274 billion VND."
    case "base.value": "GRDP of the base year at current prices, such as 74800 billion VND."
    case "scenario.activities":
      "The activities of the economy: each has its growth, or activities of its own."
    case "activities": "The activities that the group consists of."
    case "leaf.kind": "An industry, or taxes less subsidies on products; an industry without it."
    case "base-volume":
      "Value added of the base year at constant prices; in quarters perhaps a list of four."
    case "base-volume-share":
      "The part of the base year's value added at constant prices; all parts sum to 100%."
    case "base-value":
      "Value added of the base year at current prices; in quarters perhaps a list of four."
    case "base-value-share":
      "The part of the base year's value added at current prices; all parts sum to 100%."
    case "planned-share": "The part of the planned structure; all parts sum to 100%."
    case "leaf.growth":
      "Growth of the volume on the year before: a rate, a distribution, or either by period."
    case "deflator":
      "Growth of prices on the year before: a rate, a distribution, or either by period."
    case "lever.quarters":
      "Four shares that make the figure of a year one of quarters."
    case "quarters": "Four shares by which the base year falls on its quarters; they sum to 100%."
    case "value-quarters": "The same for values at current prices, where they fall otherwise."
    case "scenario.population":
      "Mean population of each year, in persons: a figure, by year, or a base with its growth."
    case "population.base": "The mean population of the base year, in persons."
    case "population.growth": "Growth of the population on the year before."
    default: nil
    }
  }

  private static func series(_ path: String) -> Phrase? {
    switch path {
    case "levers": "What policy chooses, each under a name of its own."
    case "uncertainties": "Named numbers that nobody chooses, each under a name of its own."
    case "indicators":
      "Quantities beside the accounts, each under a name of its own, such as tourism.visits."
    case "lever.value": "What is chosen: a figure, or one for each period."
    case "lever.reference": "The setting that the baseline contains already."
    case "range": "The least and the greatest setting, such as [70%, 100%]."
    case "cost":
      "What one unit more costs: a percentage point of a rate, a billion of money, one of a count."
    case "owner": "Who decides."
    case "level": "The number itself: a figure, a distribution, or either by period."
    case "uncertainty.base": "The number of the base year, above zero."
    case "uncertainty.growth":
      "Growth on the year before: a rate, a distribution, or either by period."
    case "indicator.formula":
      "An expression in other quantities, such as 0.3 * (tourism.visits.growth - 5%)."
    case "every": "How long the periods are that a figure is for."
    case "total": "How quarters make a longer period."
    case "before": "The number in all periods before the first step."
    default: nil
    }
  }

  private static func effects(_ path: String) -> Phrase? {
    switch path {
    case "effects": "What moves activities away from their growth, each under a name of its own."
    case "elasticity.kind":
      "How it works: an elasticity, an event, a formula, or demand through the input-output table."
    case "to": "The activity that is moved, or a list of them."
    case "elasticity.from": "The quantity that is followed: a lever, an uncertainty, an indicator."
    case "demand.from":
      "The amount of money that is spent: a lever, an indicator, the spending of a project."
    case "on":
      "Whether growth is moved, so that a gain stays, or the level, so that it goes with its cause."
    case "elasticity.elasticity":
      "Percent of growth for each percent that the quantity departs from its reference."
    case "elasticity.reference":
      "What the baseline contains already; that of the lever without it."
    case "lag": "How many steps later it comes; 0 without it."
    case "elasticity.persistence":
      "The part that is left a step later, from 0 to below 1; 0 without it."
    case "hazard": "The probability of striking in each step."
    case "size": "The part of the volume that is lost."
    case "recovery": "The part of the loss that is made good in each later step; 100% without it."
    case "formulaEffect.formula": "A rate that is added, such as rate(0.1 * (water - 1))."
    case "split":
      "The part of the spending that falls to each sector of the table; they sum to 100%."
    case "leakage": "The part that leaves the economy at once, as imports."
    case "price-level": "Prices of the spending over those of the volumes; 1 without it."
    default: nil
    }
  }

  private static func projects(_ path: String) -> Phrase? {
    switch path {
    case "projects": "Undertakings with a date, each under a name of its own."
    case "project.activity": "The activity that the project adds to."
    case "project.start": "The day on which it opens, such as 2025-07-01, or a distribution."
    case "go-ahead": "The probability that there is a project at all; 100% without it."
    case "ramp": "The time from the opening to full capacity, such as 9 months."
    case "capacity": "Value added in a year at full capacity, at constant prices."
    case "project.construction": "What is spent before the opening."
    case "spending": "What the construction costs, at constant prices."
    case "duration": "How long it takes, up to the opening, such as 24 months."
    case "construction.activity": "The activity that builds."
    case "construction.value-added":
      "The part of the spending that is value added of the activity that builds."
    case "input-output": "The table that spending reaches activities through."
    case "sectors": "The sectors of the table, in the order of its rows."
    case "sector.activity":
      "The activity that the sector's value added belongs to; that of its own name without it."
    case "sector.value-added":
      "Value added for each unit of output; what the column leaves without it."
    case "output": "The sector's output of the base year."
    case "coefficients":
      "A row for each sector: what a unit of output of each sector takes of its product."
    case "flows":
      "A row for each sector: what each sector takes of its product, in money or in billions."
    case "inputOutput.file": "A CSV file of coefficients or flows, relative to this file."
    case "row-totals": "What the rows of flows are to sum to."
    case "column-totals": "What the columns of flows are to sum to."
    default: nil
    }
  }

  private static func shocks(_ path: String) -> Phrase? {
    switch path {
    case "scenario.shocks": "What moves growth without a name, and lasts."
    case "shocks.innovations":
      "What is new in each step: a distribution of mean zero for each activity."
    case "shocks.persistence":
      "The part of a shock that is left a step later: one number, one for each activity, or a matrix."
    case "shocks.start": "The shocks of the last step of the base year; 0% without it."
    case "shocks.correlation": "How the innovations of a step move together."
    case "shocks.history": "Estimates the shocks from past growth."
    case "shockHistory.persistence":
      "From what deviations are explained: nothing, each from its own last ones, or all."
    case "lags": "How many last steps are looked at; 1 without it."
    case "shrinkage": "Whether correlations are drawn towards zero, as far as they are uncertain."
    case "shockHistory.innovations": "Whether innovations are normal, or those of the past."
    case "block": "How many successive periods take successive rows; 1 without it."
    case "scenario.history": "Past observations, for distributions and correlations."
    case "file": "A CSV file, relative to this file."
    case "period": "The first and the last period that are used, such as 2011-2024."
    case "columns": "Which column of the file belongs to which variable."
    default: nil
    }
  }

  private static func correlations(_ path: String) -> Phrase? {
    switch path {
    case "scenario.correlation":
      "How the uncertain figures move together; those that are not named are independent."
    case "groups": "Several groups that move independently of each other."
    case "variables": "The uncertain figures of the group, in the order of the rows of the matrix."
    case "matrix": "A row of correlations for each variable, with ones on the diagonal."
    case "pairs": "Correlations one by one, such as [agriculture.growth, services.growth, 0.5]."
    case "keep": "Pairs that a repair leaves as they are."
    case "common-factor": "One thing that all of the group follow, such as the national cycle."
    case "loadings": "The correlation of each variable with the factor, from -1 to 1."
    case "commonFactor.correlation":
      "The correlation of any two variables of the group, from 0 to 1."
    case "correlation.kind":
      "What the correlations are of: scores, values, ranks or order; scores without it."
    case "repair": "Moves correlations that cannot be together to the nearest that can."
    case "copula": "How extremes come together: on their own, or all at once."
    case "degrees-of-freedom":
      "Of the copula student-t: the fewer, the more extremes come together; 3 to 10 are usual."
    case "bootstrap": "Draws all variables of the group from one row of a file at a time."
    default: nil
    }
  }

  private static func targets(_ path: String) -> Phrase? {
    switch path {
    case "targets":
      "What the plan is to reach, each under a name of its own; the first one leads the answer."
    case "statements": "What the plan says besides, for growth reconcile."
    case "quantity":
      "The result that it is about, such as growth, services.share or grdp.perPerson."
    case "at-least": "The least that is enough."
    case "at-most": "The most that is allowed."
    case "near": "The figure that is to be met as far as `within` allows."
    case "within": "How far from `near` is still met; of rates and shares in pp."
    case "equals": "The figure itself."
    case "actuals":
      "What has been published of the results since, by the path of the result with its period."
    case "actual.value": "What was published."
    case "revision": "The standard deviation of what later revisions will add."
    case "published": "The day of publication, YYYY-MM-DD."
    default: nil
    }
  }
}
