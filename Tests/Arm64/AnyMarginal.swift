// Distributions of several types in one list. Embedded Swift has no values of protocol types: there they are values of
// a type that holds what each of them does.

#if hasFeature(Embedded)
  public struct AnyMarginal: Marginal {
    public let mean: Double
    public let variance: Double
    public let support: ClosedRange<Double>
    public let kinks: [Double]
    public var description: String { "" }

    private let densities: @Sendable (Double) -> Double
    private let lower: @Sendable (Double) -> Double
    private let upper: @Sendable (Double) -> Double
    private let quantiles: @Sendable (TailProbability) -> Double
    private let ofScores: @Sendable (UnsafeMutableBufferPointer<Double>) -> Void
    private let ofTails: @Sendable (UnsafeMutableBufferPointer<Double>) -> Void

    init(_ one: some Marginal) {
      mean = one.mean
      variance = one.variance
      support = one.support
      kinks = one.kinks
      densities = { one.density($0) }
      lower = { one.cumulative($0) }
      upper = { one.complementary($0) }
      quantiles = { one.quantile($0) }
      ofScores = { one.transform(scores: $0) }
      ofTails = { one.transform(tails: $0) }
    }

    public func density(_ x: Double) -> Double { densities(x) }
    public func cumulative(_ x: Double) -> Double { lower(x) }
    public func complementary(_ x: Double) -> Double { upper(x) }
    public func quantile(_ p: TailProbability) -> Double { quantiles(p) }
    public func transform(scores: UnsafeMutableBufferPointer<Double>) { ofScores(scores) }
    public func transform(tails: UnsafeMutableBufferPointer<Double>) { ofTails(tails) }
  }

  func any(_ one: some Marginal) -> AnyMarginal { AnyMarginal(one) }
#else
  typealias AnyMarginal = any Marginal

  func any(_ one: some Marginal) -> any Marginal { one }
#endif
