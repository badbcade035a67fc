import GrowthModel
import Languages
import MonteCarlo

/// A bound of what the readers take, whatever the file is about.
enum FormatLimit: CaseIterable {
  case bytes, depth, values, chain, years, yearsInQuarters, effectLag, shockLags, formulaLength
  case formulaNesting, draws

  /// The constant that the readers hold files to.
  var most: Int {
    switch self {
    case .bytes: TextFile.maximumBytes
    case .depth: YAMLReader.maximumDepth
    case .values: YAMLReader.maximumNodes
    case .chain: ExtendsChain.limit
    case .years: Timeline.longest
    case .yearsInQuarters: HeaderReader.mostYearsInQuarters
    case .effectLag: EffectReader.longestLag
    case .shockLags: ShockHistoryReader.mostLags
    case .formulaLength: Formula.maximumLength
    case .formulaNesting: Formula.maximumNesting
    case .draws: Simulation.maximumDraws
    }
  }

  /// What there may be so much of.
  var meaning: Phrase {
    switch self {
    case .bytes: "bytes of a file"
    case .depth: "mappings and lists inside each other"
    case .values: "keys and values of a file"
    case .chain: "files of a chain of variants"
    case .years: "years of a model"
    case .yearsInQuarters: "years of a model with steps of quarters"
    case .effectLag: "steps by which an effect comes later"
    case .shockLags: "lags of shocks that are estimated"
    case .formulaLength: "characters of a formula"
    case .formulaNesting: "parentheses, calls, signs and powers of a formula inside each other"
    case .draws: "draws of a run"
    }
  }
}
