import GrowthModel
import Stochastics

/// A rule that weighs the fit of a model against the number of its parameters: less is better.
public enum InformationCriterion: String, Sendable, CaseIterable {
  /// H. Akaike, doi:10.1109/TAC.1974.1100705.
  case akaike
  /// E. J. Hannan and B. G. Quinn, doi:10.1111/j.2517-6161.1979.tb01072.x.
  case hannanQuinn = "hannan-quinn"
  /// G. Schwarz, doi:10.1214/aos/1176344136.
  case schwarz

  /// The criterion of a fit; comparable between fits to the same rows.
  ///
  /// - Parameter fit: of a vector autoregression.
  public func value(of fit: AutoregressionFit) -> Double {
    let n = Double(fit.observations)
    let price =
      switch self {
      case .akaike: 2 / n
      case .hannanQuinn: 2 * PortableMath.log(PortableMath.log(n)) / n
      case .schwarz: PortableMath.log(n) / n
      }
    return fit.logDeterminant + price * Double(fit.parameters)
  }
}
