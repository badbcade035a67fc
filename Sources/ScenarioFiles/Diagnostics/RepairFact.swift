import Languages
import Stochastics

/// What stands between the correlations of a file and those that are drawn with.
enum RepairFact: Error, Fact {
  case moved(String, String, from: Double, to: Double)
  case movedBesides(Int, atMost: Double)
  case keptContradict
  case keptTight
  case noCorrelation(String, kind: CorrelationKind, CorrelationKindError)
  case unattainable(
    String, String, value: Double, kind: CorrelationKind, range: ClosedRange<Double>)
}

extension RepairFact {
  var severity: Diagnostic.Severity {
    switch self {
    case .moved, .movedBesides: .warning
    case .keptContradict, .keptTight, .noCorrelation, .unattainable: .error
    }
  }

  var message: Phrase {
    switch self {
    case .moved(let first, let second, let old, let new):
      """
      the correlation of '\(first)' with '\(second)' is taken to be \(Self.write(new)) instead of \
      \(Self.write(old)), so that figures can move together like this
      """
    case .movedBesides(1, let most):
      "one more correlation is moved by \(Self.write(most)) or less"
    case .movedBesides(let count, let most):
      "\(count) more correlations are moved, each by \(Self.write(most)) or less"
    case .keptContradict:
      "no figures can have all of the correlations that are kept, whatever the others are"
    case .keptTight:
      "the correlations that are kept leave next to no choice for the others"
    case .noCorrelation(let name, _, .infiniteVariance):
      "'\(name)' has no variance, and so no Pearson correlation"
    case .noCorrelation(let name, _, .ties):
      "'\(name)' takes single values, and where values tie Kendall's correlation is not defined"
    case .noCorrelation(let name, let kind, let error):
      "'\(name)' has no \(kind.adjective) correlation: \(error.message)"
    case .unattainable(let first, let second, let value, let kind, let range):
      """
      the \(kind.adjective) correlation of '\(first)' with '\(second)' is \(Self.write(value)), but \
      with their distributions it lies between \(Self.write(range.lowerBound, .up)) and \
      \(Self.write(range.upperBound, .down)), however they move together
      """
    }
  }

  var hint: Phrase? {
    switch self {
    case .moved: nil
    case .movedBesides: "`growth show` has all of them"
    case .keptContradict:
      "keep fewer pairs; of pairs that are given one by one all are kept, unless `keep` says which"
    case .keptTight:
      """
      bring some of them nearer to zero, or keep fewer pairs; of pairs that are given one by one all \
      are kept, unless `keep` says which
      """
    case .noCorrelation(_, .pearson, .infiniteVariance), .noCorrelation(_, .pearson, .heavyTails):
      "write `kind: spearman` or `kind: kendall`, which ask for ranks alone"
    case .noCorrelation(_, _, .ties):
      "write `kind: spearman`, which gives ties the mean of their ranks"
    case .noCorrelation: "leave it out"
    case .unattainable: "bring it into this range, or leave out `kind` to give that of the scores"
    }
  }

  /// To as many places as a repair leaves; the ends of a range to four, towards its inside but for
  /// rounding.
  private static func write(
    _ value: Double, _ rule: FloatingPointRoundingRule? = nil
  ) -> String {
    guard let rule else { return FigureText.decimal(value, places: CorrelationRepair.places) }
    let scale = 1e4
    let slack = rule == .up ? -1e-5 : 1e-5
    return FigureText.decimal((value * scale + slack).rounded(rule) / scale, places: 4)
  }
}

extension CorrelationKind {
  /// The word before "correlation".
  var adjective: Phrase {
    switch self {
    case .score: "score"
    case .pearson: "Pearson"
    case .spearman: "Spearman"
    case .kendall: "Kendall"
    }
  }
}
