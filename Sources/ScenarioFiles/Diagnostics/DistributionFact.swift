import GrowthModel
import Languages

/// What is wrong with an uncertain figure.
enum DistributionFact: Fact {
  case noDistribution([String])
  case unknownDistribution(String, [String])
  case notAbove(String, value: String, bound: String, of: String)
  case notAtMost(String, value: String, limit: String, of: String)
  case notAtLeast(String, value: String, limit: String, of: String)
  case boundsNotAscending(low: String, high: String)
  case modeOutsideBounds(mode: String, low: String, high: String)
  case impossible(String, String)
  case tooFewQuantiles(Int)
  case quantileNotInside(String)
  case equalQuantiles(String, String)
  case quantilesNotAscending(lower: String, String, upper: String, String)
  case quantileOutsideBounds(String, value: String, bound: String, String, isLow: Bool)
  case emptyList(String)
  case weightCount(values: Int, weights: Int)
  case negativeWeight(String)
  case noWeight
  case limitsNotAscending(low: String, high: String)
  case noProbability(low: String?, high: String?)
  case notAboveBound(String, what: Noun, bound: String)
  case reachesBound(String, what: Noun, bound: String)
  case meanBelowBound(String, what: Noun, bound: String)
  case noHistory(String)
  case notInHistory(String, columns: [String])
  case historyUnit(String, column: Unit, expected: Unit)
  case constantHistory(String)
  case noVariance(String)
  case fixedOnly(Noun)
  /// Where a figure or distribution lies, and where it must lie.
  case outside(String, what: Noun, range: Phrase)
  case reachesOutside(Phrase, what: Noun, range: Phrase)
}

extension DistributionFact {
  var severity: Diagnostic.Severity { if case .noVariance = self { .warning } else { .error } }

  var message: Phrase {
    switch self {
    case .noDistribution: "the mapping names no distribution and no value"
    case .unknownDistribution(let name, _): "there is no distribution '\(name)'"
    case .notAbove(let key, let value, let bound, _):
      "'\(key)' is \(value), but must be above \(bound)"
    case .notAtMost(let key, let value, let limit, _):
      "'\(key)' is \(value), but the distribution is computed only up to \(limit)"
    case .notAtLeast(let key, let value, let limit, _):
      "'\(key)' is \(value), but the distribution is computed only from \(limit) on"
    case .boundsNotAscending(let low, let high): "'low' is \(low), not below 'high', \(high)"
    case .modeOutsideBounds(let mode, let low, let high):
      "'mode' is \(mode), not between 'low', \(low), and 'high', \(high)"
    case .impossible(let name, let reason): "these parameters make no '\(name)': \(reason)"
    case .tooFewQuantiles(0):
      "a distribution 'quantiles' needs two quantiles or more, but here are none"
    case .tooFewQuantiles:
      "a distribution 'quantiles' needs two quantiles or more, but here is one"
    case .quantileNotInside(let key): "'\(key)' is no quantile: none lies at 0% or at 100%"
    case .equalQuantiles(let first, let second): "'\(first)' and '\(second)' are the same quantile"
    case .quantilesNotAscending(let lower, let below, let upper, let above):
      "'\(upper)' is \(above), not above '\(lower)', \(below)"
    case .quantileOutsideBounds(let key, let value, let bound, let limit, isLow: true):
      "'\(key)' is \(value), not above '\(bound)', \(limit)"
    case .quantileOutsideBounds(let key, let value, let bound, let limit, isLow: false):
      "'\(key)' is \(value), not below '\(bound)', \(limit)"
    case .emptyList(let key): "'\(key)' is an empty list"
    case .fixedOnly(let what): "\(what) is a fixed figure, but here is a distribution"
    case .outside(let value, let what, let range): "\(value) is not possible: \(what) \(range)"
    case .reachesOutside(let reach, let what, let range):
      "the distribution reaches \(reach), but \(what) \(range)"
    case .weightCount(let values, let weights):
      "'weights' has \(weights) entries, but 'values' has \(values)"
    case .negativeWeight(let weight): "a weight is \(weight), but must be 0 or more"
    case .noWeight: "all 'weights' are 0"
    case .limitsNotAscending(let low, let high):
      "'at-least' is \(low), not below 'at-most', \(high)"
    case .noProbability(let low?, let high?):
      "the distribution never comes to lie between \(low) and \(high)"
    case .noProbability(let low?, nil): "the distribution never comes to lie at or above \(low)"
    case .noProbability(nil, let high?): "the distribution never comes to lie at or below \(high)"
    case .noProbability(nil, nil): "the distribution never comes to lie anywhere"
    case .notAboveBound(let value, let what, let bound):
      "\(value) is not possible: \(what) must be above \(bound)"
    case .reachesBound(let lowest, let what, let bound):
      "the distribution reaches down to \(lowest), but \(what) must be above \(bound)"
    case .meanBelowBound(let mean, let what, let bound):
      "the mean of the distribution is \(mean), but \(what) must be above \(bound)"
    case .noHistory(let variable):
      "'\(variable)' is to be estimated from the history, but the file has no 'history'"
    case .notInHistory(let variable, _): "the history has no column for '\(variable)'"
    case .historyUnit(let variable, let column, let expected):
      """
      the history's column for '\(variable)' holds \(column.kindText) where \
      \(expected.kindText) belongs
      """
    case .constantHistory(let variable):
      "the history of '\(variable)' never changes, so it says nothing about uncertainty"
    case .noVariance(let variable):
      """
      '\(variable)' has tails so heavy that its standard deviation does not exist: what is reported \
      as one is that of the draws and grows with their number
      """
    }
  }

  var hint: Phrase? {
    switch self {
    case .noDistribution(let names):
      "begin it with `distribution:` and one of: \(names.joined(separator: ", ")); or with `value:`"
    case .unknownDistribution(let name, let names):
      NearestName.hint(for: name, among: names, listing: .choices)
    case .notAbove("degrees-of-freedom", _, _, _):
      "the fewer degrees of freedom, the more extreme values; 4 to 10 are usual"
    case .notAtMost("degrees-of-freedom", _, _, _):
      "with so many degrees of freedom the distribution is a normal one"
    case .notAtMost(_, _, _, "gamma"): "with such a shape the distribution is a normal one"
    case .notAtMost(_, _, _, "skew-normal"), .notAtLeast(_, _, _, "skew-normal"):
      "write `two-piece-normal` with one side next to nothing"
    case .notAtLeast: "with less nearly everything lies at the ends: try values above 1"
    case .notAtMost: "with such a shape the figure is nearly certain: narrow its bounds instead"
    case .notAbove("mean", _, _, _): "a lognormal figure is above zero: choose another distribution"
    case .fixedOnly: "write a figure; what is uncertain about it belongs below `uncertainties:`"
    case .reachesOutside:
      "bound it with `at-least:` and `at-most:`, or choose another distribution"
    case .outside: "check the sign and the unit"
    case .tooFewQuantiles: "write the value for each probability: `p10: 2%`, `p50: 4%`, `p90: 5%`"
    case .quantileNotInside: "for values that are never passed write `low:` and `high:`"
    case .equalQuantiles: "delete one"
    case .quantilesNotAscending: "the larger probability has the larger value: correct one of them"
    case .quantileOutsideBounds: "a bound is never reached: correct it, or the quantile"
    case .emptyList: "list the values that are possible"
    case .weightCount: "give each value its weight, in the same order"
    case .negativeWeight: "a value with the weight 0 never comes; correct it, or leave it out"
    case .noWeight: "give the possible values weights above 0"
    case .limitsNotAscending: "exchange them, or correct one"
    case .noProbability: "correct the bounds, or the parameters of the distribution"
    case .notAbove("shape", _, _, "pert"):
      "4 is usual; a larger one makes values near the mode likelier"
    case .notAbove("shape", _, _, "gamma"):
      "1 is an exponential distribution; the larger, the closer to a normal one"
    case .notAbove("alpha", _, _, _), .notAbove("beta", _, _, _):
      "`alpha` draws towards 'high', `beta` towards 'low'; 1 and 1 are a uniform distribution"
    case .notAbove: "for a figure without uncertainty write the figure alone"
    case .boundsNotAscending: "exchange them, or correct one"
    case .modeOutsideBounds: "the mode is the most likely value: correct it, or one of the bounds"
    case .impossible: "check the parameters"
    case .notAboveBound: "check the sign and the unit"
    case .reachesBound: "give a higher lower end"
    case .meanBelowBound: "check the sign and the unit"
    case .noHistory: "add `history:` with the file, the period and the columns"
    case .notInHistory(let variable, let columns):
      columns.isEmpty
        ? "add `\(variable): ...` below `columns`"
        : "add `\(variable): ...` below `columns`; it has: \(NearestName.list(columns))"
    case .historyUnit: "correct the unit in the title of the column, as in `agriculture (%)`"
    case .constantHistory: "write a figure, or choose another distribution"
    case .noVariance: "with more than 2 degrees of freedom it exists; medians and quantiles hold"
    }
  }
}
