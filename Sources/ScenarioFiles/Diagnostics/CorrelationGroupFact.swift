import GrowthModel
import Languages
import Stochastics

/// What is wrong with the way in which a group states its correlations.
enum CorrelationGroupFact: Fact {
  case nothing
  case both(String, String)
  case tooFew
  case inTwoGroups(String, String, String)
  case notAmong(String, [String])
  case pairsNotList(Phrase)
  case notPair(Phrase)
  case samePair(String)
  case duplicatePair(String, String)
  case emptyFactor
  case factorOfWhat
  case factorOutOfRange(Double)
  case loadingOutOfRange(String, value: Double)
  case keepWithoutRepair
  case keepNotList(Phrase)
  case keepNotPair(Phrase)
  case noDegreesOfFreedom
  case degreesOfFreedomOfWhat
  case degreesOfFreedomOutOfRange(Double)
  case pearsonOfStudentT
  case tiesOfStudentT(String)
}

extension CorrelationGroupFact {
  var message: Phrase {
    switch self {
    case .nothing: "nothing here says how the variables move together"
    case .both(let first, let second): "'\(first)' and '\(second)' exclude each other"
    case .tooFew: "one variable alone moves together with nothing"
    case .inTwoGroups(let name, let first, let second):
      "'\(name)' is in the group '\(first)' and in '\(second)'"
    case .notAmong(let name, _): "'\(name)' is not a variable of this group"
    case .pairsNotList(let shape): "'pairs' is a list of pairs, but here is \(shape)"
    case .notPair(let shape): "a pair is two variables and their correlation, but here is \(shape)"
    case .samePair(let name): "the pair is '\(name)' and '\(name)' again"
    case .duplicatePair(let first, let second):
      "the pair of '\(first)' and '\(second)' stands here a second time"
    case .emptyFactor: "the common factor has neither loadings nor a correlation"
    case .factorOfWhat: "the common factor does not say which variables share it"
    case .factorOutOfRange(let value):
      "the correlation by a common factor is \(Self.write(value)), not between 0 and 1"
    case .loadingOutOfRange(let name, let value):
      "the loading of '\(name)' is \(Self.write(value)), not between -1 and 1"
    case .keepWithoutRepair: "'keep' says what a repair leaves as it is, but there is no 'repair'"
    case .keepNotList(let shape): "'keep' is a list of pairs, but here is \(shape)"
    case .keepNotPair(let shape): "a pair to keep is two variables, but here is \(shape)"
    case .noDegreesOfFreedom: "the copula 'student-t' has no 'degrees-of-freedom'"
    case .degreesOfFreedomOfWhat: "'degrees-of-freedom' belongs to the copula 'student-t'"
    case .degreesOfFreedomOutOfRange(let value):
      """
      the degrees of freedom are \(Self.write(value)), not between \
      \(Self.write(StudentTCopula.smallestDegreesOfFreedom)) and \
      \(FigureText.decimal(StudentTCopula.largestDegreesOfFreedom, places: 0))
      """
    case .pearsonOfStudentT:
      "Pearson correlations of the variables do not say which correlations a 'student-t' copula has"
    case .tiesOfStudentT(let name):
      """
      '\(name)' takes single values, and where values tie Spearman's correlation does not say which \
      correlation a 'student-t' copula has
      """
    }
  }

  var hint: Phrase? {
    switch self {
    case .nothing: "add `matrix:`, `pairs:` or `common-factor:`"
    case .both: "delete one of them"
    case .tooFew: "name a second one, or delete the group"
    case .inTwoGroups: "put the variables of both groups into one"
    case .notAmong(let name, let names):
      NearestName.hint(for: name, among: names, listing: .variables)
    case .pairsNotList, .notPair: "write `- [agriculture.growth, services.growth, 0.5]`"
    case .samePair: "name two different variables"
    case .duplicatePair: "delete one of the two"
    case .emptyFactor:
      "write `loadings: {agriculture.growth: 0.4, services.growth: 0.7}` or `correlation: 0.3`"
    case .factorOfWhat: "list them as `variables:` of the group, or give `loadings:`"
    case .factorOutOfRange:
      "give `loadings:`, some of them below zero, for variables that move against each other"
    case .loadingOutOfRange:
      "a loading is the correlation of the variable with the factor; correct the figure"
    case .keepWithoutRepair: "add `repair: nearest`, or delete `keep`"
    case .noDegreesOfFreedom:
      "add `degrees-of-freedom: 4`; the fewer, the more often extremes come together"
    case .degreesOfFreedomOfWhat: "add `copula: student-t`, or delete it"
    case .degreesOfFreedomOutOfRange:
      "3 to 10 are usual; with many the copula is Gaussian: `copula: gaussian`"
    case .pearsonOfStudentT:
      "write `kind: spearman` or `kind: kendall`, or leave out `kind` to give those of the scores"
    case .tiesOfStudentT: "leave out `kind` to give the correlations of the scores"
    case .keepNotList, .keepNotPair: "write `keep: [[agriculture.growth, services.growth]]`"
    }
  }

  private static func write(_ value: Double) -> String { FigureText.decimal(value, places: 4) }
}
