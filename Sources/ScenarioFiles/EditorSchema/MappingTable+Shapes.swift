import GrowthModel
import Stochastics

extension MappingTable {
  /// What stands behind one of its keys; nil for a key that nothing is said of.
  func shape(of key: String) -> KeyShape? {
    Self.shape("\(rawValue).\(key)") ?? Self.shape(key)
  }

  /// Of a key of one mapping, `leaf.growth`, or of all others that have it.
  private static func shape(_ path: String) -> KeyShape? {
    header(path) ?? accounts(path) ?? series(path) ?? effects(path) ?? dependence(path)
      ?? targets(path)
  }

  private static func header(_ path: String) -> KeyShape? {
    switch path {
    case "name", "source", "notes", "extends", "owner", "file": .text
    case "format": .words([MappingSchema.format])
    case "currency": .matching("^[A-Z]{3}$")
    case "base-year", "year", "price-year": .year
    case "as-of", "published": .matching(FigurePattern.date.expression)
    case "steps": .words(["years", "quarters"])
    case "weights": .words(["constant prices", "planned structure"])
    case "run": .mapping(.run)
    case "draws": .draws
    case "seed": .seed
    case "sampling": .words(Sampling.allCases.map(\.rawValue))
    default: nil
    }
  }

  private static func accounts(_ path: String) -> KeyShape? {
    switch path {
    case "base": .mapping(.base)
    case "volume", "value": .figure(.money)
    case "activities": .named(.either([.mapping(.group), .mapping(.leaf)]), isPath: false)
    case "kind": .words(["industry", "taxes less subsidies"])
    case "base-volume", "base-value": .either([.figure(.money), .figures(.money, count: 4)])
    case "base-volume-share", "base-value-share", "planned-share": .figure(.rate)
    case "growth", "deflator": .schedule(.rate)
    case "quarters", "value-quarters": .figures(.rate, count: 4)
    case "scenario.population": .either([.schedule(.persons), .mapping(.population)])
    case "population.base": .figure(.persons)
    default: nil
    }
  }

  private static func series(_ path: String) -> KeyShape? {
    switch path {
    case "levers": .named(.mapping(.lever), isPath: true)
    case "uncertainties":
      .named(.either([.schedule(.any), .mapping(.uncertainty)]), isPath: true)
    case "indicators": .named(.mapping(.indicator), isPath: true)
    case "lever.value", "lever.reference": .fixedSchedule(.any)
    case "range": .figures(.any, count: 2)
    case "cost": .figure(.money)
    case "level": .schedule(.any)
    case "uncertainty.base", "indicator.base", "before": .figure(.any)
    case "formula": .text
    case "every": .words(["year", "quarter"])
    case "total": .words(["sum", "mean"])
    default: nil
    }
  }

  private static func effects(_ path: String) -> KeyShape? {
    switch path {
    case "effects":
      .named(
        .either([
          .mapping(.elasticity), .mapping(.event), .mapping(.formulaEffect), .mapping(.demand),
        ]), isPath: false)
    case "elasticity.kind": .words([EffectDraft.Kind.elasticity.rawValue])
    case "event.kind": .words([EffectDraft.Kind.event.rawValue])
    case "formulaEffect.kind": .words([EffectDraft.Kind.formula.rawValue])
    case "demand.kind": .words([EffectDraft.Kind.demand.rawValue])
    case "to": .either([.text, .list(.text)])
    case "from": .text
    case "on": .words(["growth", "level"])
    case "elasticity.elasticity", "elasticity.persistence", "price-level": .uncertain(.number)
    case "elasticity.reference": .fixedSchedule(.any)
    case "lag": .figure(.number)
    case "hazard": .fixedSchedule(.rate)
    case "size": .schedule(.rate)
    case "recovery", "leakage", "value-added": .uncertain(.rate)
    case "demand.reference": .fixedSchedule(.money)
    case "split": .keyed(.figure(.rate), hasSource: true)
    case "projects": .named(.mapping(.project), isPath: false)
    case "activity": .text
    case "project.start": .uncertain(.date)
    case "go-ahead", "sector.value-added": .figure(.rate)
    case "ramp", "duration": .uncertain(.duration)
    case "capacity", "spending": .uncertain(.money)
    case "construction": .mapping(.construction)
    case "input-output": .mapping(.inputOutput)
    case "sectors": .named(.mapping(.sector), isPath: false)
    case "output": .figure(.money)
    case "coefficients": .list(.figures(.number, count: nil))
    case "flows": .list(.either([.figures(.number, count: nil), .figures(.money, count: nil)]))
    case "row-totals", "column-totals": .figures(.money, count: nil)
    default: nil
    }
  }

  private static func dependence(_ path: String) -> KeyShape? {
    switch path {
    case "shocks": .mapping(.shocks)
    case "shocks.innovations": .keyed(.uncertain(.rate), hasSource: false)
    case "shocks.persistence": .either([oneLag, .list(oneLag)])
    case "shocks.start":
      .either([
        .keyed(.figure(.rate), hasSource: false), .list(.keyed(.figure(.rate), hasSource: false)),
      ])
    case "shocks.correlation":
      .either([.list(.figures(.number, count: nil)), .mapping(.shockCorrelation)])
    case "shocks.history": .mapping(.shockHistory)
    case "shockHistory.persistence":
      .words(VectorAutoregressionEstimate.Persistence.allCases.map(\.rawValue))
    case "lags", "block": .figure(.number)
    case "shrinkage":
      .words(["yes", "no", VectorAutoregressionEstimate.Shrinkage.ledoitWolf.rawValue])
    case "shockHistory.innovations": .words(["normal", "bootstrap"])
    case "history": .mapping(.history)
    case "period": .matching("^[0-9]{4}(Q[1-4])? *[ \u{2013}-] *[0-9]{4}(Q[1-4])?$")
    case "columns": .keyed(.text, hasSource: false)
    case "scenario.correlation":
      .either([.words([DistributionTable.history]), .mapping(.correlation)])
    case "groups": .named(.mapping(.correlationGroup), isPath: false)
    case "variables": .list(.text)
    case "matrix": .list(.figures(.number, count: nil))
    case "pairs": .list(.list(.either([.figure(.number), .text])))
    case "keep": .list(.list(.text))
    case "common-factor": .mapping(.commonFactor)
    case "loadings": .keyed(.figure(.number), hasSource: false)
    case "commonFactor.correlation": .figure(.number)
    case "correlation.kind", "correlationGroup.kind", "shockCorrelation.kind":
      .words(CorrelationKind.allCases.map(\.rawValue))
    case "repair": .words(["nearest"])
    case "copula": .words(["gaussian", "student-t"])
    case "degrees-of-freedom": .figure(.number)
    case "bootstrap": .mapping(.bootstrap)
    default: nil
    }
  }

  /// What one lag of shocks leaves: one number for all, one for each, or a matrix.
  private static let oneLag = KeyShape.either([
    .figure(.number), .keyed(.figure(.number), hasSource: true),
    .list(.figures(.number, count: nil)),
  ])

  private static func targets(_ path: String) -> KeyShape? {
    switch path {
    case "targets": .named(.mapping(.target), isPath: false)
    case "statements": .named(.mapping(.statement), isPath: false)
    case "quantity": .text
    case "at-least", "at-most", "near", "within", "equals": .figure(.any)
    case "actuals": .keyed(.either([.figure(.any), .mapping(.actual)]), hasSource: true)
    case "actual.value", "revision": .figure(.any)
    default: nil
    }
  }
}
