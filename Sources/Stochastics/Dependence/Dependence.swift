/// How the variables of one group hang together.
public enum Dependence: Sendable {
  /// Through correlated normal scores.
  case gaussian(GaussianCopula)
  /// Through correlated scores that one common number makes large or small together.
  case studentT(StudentTCopula)
  /// As they were observed together.
  case rows(HistoryRows)

  /// The variables of the group.
  public var names: [String] {
    switch self {
    case .gaussian(let copula): copula.names
    case .studentT(let copula): copula.names
    case .rows(let rows): rows.names
    }
  }

  /// The names of the random numbers that the group takes beside one for each variable.
  var streamNames: [String] {
    switch self {
    case .gaussian: []
    case .studentT(let copula): [copula.mixingName]
    case .rows(let rows): rows.blocks.map(\.streamName)
    }
  }
}
