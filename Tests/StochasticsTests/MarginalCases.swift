import Stochastics
import Testing

/// A row of the rig that every distribution is put through: the distribution and what is known of
/// it from elsewhere.
struct MarginalCase: Sendable, CustomTestStringConvertible {
  /// Density, cumulative and complementary probability at x.
  struct Value: Sendable {
    let x: Double
    let density: Double
    let cumulative: Double
    let complementary: Double

    init(_ x: Double, _ density: Double, _ cumulative: Double, _ complementary: Double) {
      self.x = x
      self.density = density
      self.cumulative = cumulative
      self.complementary = complementary
    }
  }

  /// The x with a probability on one side.
  struct Quantile: Sendable {
    let p: TailProbability
    let x: Double

    init(_ probability: Double, _ tail: TailProbability.Tail, _ x: Double) {
      p = TailProbability(probability: probability, tail: tail)
      self.x = x
    }
  }

  let name: String
  let marginal: any Marginal
  /// The exact text of `description`.
  let description: String
  let mean: Double
  let variance: Double
  /// False for a distribution with a point that holds probability: it has no density.
  let isContinuous: Bool
  /// False where the variance of a sample has no standard error.
  let fourthMomentExists: Bool
  /// What rounding may do to a probability, absolutely: next to nothing, but where a bound cuts through
  /// the distribution.
  let resolution: Double
  /// How far moments may be off, relatively.
  let momentTolerance: Double
  let values: [Value]
  let quantiles: [Quantile]
  /// The first three draws of the seed 1.
  let draws: [Double]

  init(
    _ name: String, _ marginal: any Marginal, description: String, mean: Double,
    variance: Double, isContinuous: Bool = true, resolution: Double = 0,
    momentTolerance: Double = 1e-15, fourthMomentExists: Bool = true,
    values: [Value], quantiles: [Quantile], draws: [Double]
  ) {
    self.name = name
    self.marginal = marginal
    self.description = description
    self.mean = mean
    self.variance = variance
    self.isContinuous = isContinuous
    self.resolution = resolution
    self.momentTolerance = momentTolerance
    self.fourthMomentExists = fourthMomentExists
    self.values = values
    self.quantiles = quantiles
    self.draws = draws
  }

  var testDescription: String { name }
}

extension MarginalCase {
  /// One row a distribution, and more for parameters that are a case of their own.
  ///
  /// The values were computed by mpmath 1.3 in 60 digits from the defining formulae (densities,
  /// erfc, the incomplete beta function by its hypergeometric series), quantiles by bisection of
  /// the cumulative functions, and rounded to the nearest `Double`. scipy.stats agrees to 1e-10
  /// where it has the distribution, but for two quantiles at 1e-20 and 1e-300 that it gives as 0 and
  /// as infinite.
  static func all() throws -> [MarginalCase] { try rows.get() }

  /// Made once: some of the distributions take milliseconds for their tables.
  private static let rows = Result {
    try fromClosedForms() + fromIncompleteBeta() + lognormal() + steps() + truncated()
      + quantiles() + beta() + gamma() + skewNormal() + truncatedNewer()
  }

  private static func fromClosedForms() throws -> [MarginalCase] {
    [
      MarginalCase(
        "constant",
        try ConstantDistribution(7.25),
        description: "constant(7.25)",
        mean: 7.25, variance: 0, isContinuous: false,
        values: [
          .init(7.0, 0.0, 0.0, 1.0),
          .init(7.25, .infinity, 1.0, 0.0),
          .init(8.0, 0.0, 1.0, 0.0),
        ],
        quantiles: [
          .init(1e-300, .lower, 7.25),
          .init(0.5, .lower, 7.25),
          .init(1e-300, .upper, 7.25),
        ],
        draws: [7.25, 7.25, 7.25]),
      MarginalCase(
        "normal",
        try NormalDistribution(mean: 5.5, standardDeviation: 1.25),
        description: "normal(mean 5.5, standard deviation 1.25)",
        mean: 5.5, variance: 1.5625,
        values: [
          .init(-5.0, 1.520865230326373e-16, 2.2323931972880504e-17, 1.0),
          .init(0.0, 1.9953977032042856e-05, 5.41254390770386e-06, 0.9999945874560923),
          .init(4.25, 0.1935765796153147, 0.15865525393145705, 0.8413447460685429),
          .init(5.5, 0.31915382432114614, 0.5, 0.5),
          .init(6.1, 0.2844260228047977, 0.6843863034837773, 0.3156136965162227),
          .init(9.75, 0.0009857753347784152, 0.9996630707343231, 0.00033692926567688097),
          .init(18.0, 6.155678901365135e-23, 1.0, 7.619853024160525e-24),
        ],
        quantiles: [
          .init(1e-300, .lower, -40.8088703742015),
          .init(1e-20, .lower, -6.07792511224801),
          .init(1e-06, .lower, -0.4417803860286237),
          .init(0.01, .lower, 2.592065157448949),
          .init(0.3, .lower, 4.844499359114949),
          .init(0.49, .lower, 5.4686638646766115),
          .init(0.4, .upper, 5.81668387891975),
          .init(0.05, .upper, 7.556067033689341),
          .init(1e-09, .upper, 12.99725876875961),
          .init(1e-100, .upper, 32.09181695120665),
        ],
        draws: [5.709533558011445, 6.326592747080062, 7.869674437108763]),
      MarginalCase(
        "uniform",
        try UniformDistribution(lower: -1, upper: 3),
        description: "uniform(lower -1, upper 3)",
        mean: 1.0, variance: 1.3333333333333333,
        values: [
          .init(-0.75, 0.25, 0.0625, 0.9375),
          .init(0.0, 0.25, 0.25, 0.75),
          .init(1.0, 0.25, 0.5, 0.5),
          .init(2.5, 0.25, 0.875, 0.125),
          .init(2.96875, 0.25, 0.9921875, 0.0078125),
        ],
        quantiles: [
          .init(1e-20, .lower, -1.0),
          .init(1e-06, .lower, -0.999996),
          .init(0.01, .lower, -0.96),
          .init(0.3, .lower, 0.19999999999999996),
          .init(0.5, .lower, 1.0),
          .init(0.4, .upper, 1.4),
          .init(0.05, .upper, 2.8),
          .init(1e-09, .upper, 2.999999996),
        ],
        draws: [1.266246300689124, 1.983127029050805, 2.884011014347185]),
      MarginalCase(
        "triangular",
        try TriangularDistribution(lower: -1, mode: 0.5, upper: 3),
        description: "triangular(lower -1, mode 0.5, upper 3)",
        mean: 0.8333333333333334, variance: 0.6805555555555556,
        values: [
          .init(-0.75, 0.08333333333333333, 0.010416666666666666, 0.9895833333333334),
          .init(0.0, 0.3333333333333333, 0.16666666666666666, 0.8333333333333334),
          .init(1.0, 0.4, 0.6, 0.4),
          .init(2.0, 0.2, 0.9, 0.1),
          .init(2.875, 0.025, 0.9984375, 0.0015625),
        ],
        quantiles: [
          .init(1e-20, .lower, -0.999999999755051),
          .init(1e-06, .lower, -0.9975505102572169),
          .init(0.01, .lower, -0.7550510257216821),
          .init(0.3, .lower, 0.3416407864998738),
          .init(0.5, .lower, 0.7639320225002103),
          .init(0.4, .upper, 1.0),
          .init(0.05, .upper, 2.2928932188134525),
          .init(1e-09, .upper, 2.9999),
        ],
        draws: [0.918081594231611, 1.4055777135987506, 2.4615090863050355]),
      MarginalCase(
        "triangular, mode on the lower bound",
        try TriangularDistribution(lower: 0, mode: 0, upper: 2),
        description: "triangular(lower 0, mode 0, upper 2)",
        mean: 0.6666666666666666, variance: 0.2222222222222222,
        values: [
          .init(0.125, 0.9375, 0.12109375, 0.87890625),
          .init(0.5, 0.75, 0.4375, 0.5625),
          .init(1.0, 0.5, 0.75, 0.25),
          .init(1.5, 0.25, 0.9375, 0.0625),
          .init(1.9375, 0.03125, 0.9990234375, 0.0009765625),
        ],
        quantiles: [
          .init(1e-20, .lower, 1e-20),
          .init(1e-06, .lower, 1.000000250000125e-06),
          .init(0.01, .lower, 0.01002512578676009),
          .init(0.3, .lower, 0.3266799469318489),
          .init(0.5, .lower, 0.585786437626905),
          .init(0.4, .upper, 0.7350889359326482),
          .init(0.05, .upper, 1.5527864045000421),
          .init(1e-09, .upper, 1.9999367544467965),
        ],
        draws: [0.6832791870290513, 0.991598804567748, 1.659428442683751]),
      MarginalCase(
        "triangular, mode on the upper bound",
        try TriangularDistribution(lower: 0, mode: 2, upper: 2),
        description: "triangular(lower 0, mode 2, upper 2)",
        mean: 1.3333333333333333, variance: 0.2222222222222222,
        values: [
          .init(0.125, 0.0625, 0.00390625, 0.99609375),
          .init(0.5, 0.25, 0.0625, 0.9375),
          .init(1.0, 0.5, 0.25, 0.75),
          .init(1.5, 0.75, 0.5625, 0.4375),
          .init(1.9375, 0.96875, 0.9384765625, 0.0615234375),
        ],
        quantiles: [
          .init(1e-20, .lower, 2e-10),
          .init(1e-06, .lower, 0.002),
          .init(0.01, .lower, 0.2),
          .init(0.3, .lower, 1.0954451150103321),
          .init(0.5, .lower, 1.4142135623730951),
          .init(0.4, .upper, 1.5491933384829668),
          .init(0.05, .upper, 1.9493588689617927),
          .init(1e-09, .upper, 1.999999999),
        ],
        draws: [1.5054056930572317, 1.7271731323323685, 1.9707894393737715]),
      MarginalCase(
        "two-piece normal, wider above",
        try TwoPieceNormalDistribution(
          mode: 5.5, standardDeviationBelow: 0.7, standardDeviationAbove: 1.1),
        description: "two-piece normal(mode 5.5, standard deviation below 0.7, above 1.1)",
        mean: 5.8191538243211465, variance: 0.8281408364211871,
        values: [
          .init(-0.5, 4.931655267708565e-17, 3.9747985347479545e-18, 1.0),
          .init(4.5, 0.15977540305429802, 0.05954956428542702, 0.940450435714573),
          .init(5.25, 0.4158820769604105, 0.2803830018506497, 0.7196169981493503),
          .init(5.5, 0.4432692004460363, 0.38888888888888884, 0.6111111111111112),
          .init(6.0, 0.39976284201402584, 0.6031222710558721, 0.39687772894412787),
          .init(8.5, 0.0107528302282889, 0.9960974302161235, 0.003902569783876536),
          .init(10.0, 0.00010294181702557148, 0.99997374143858, 2.625856142004963e-05),
        ],
        quantiles: [
          .init(1e-300, .lower, -20.42822187527838),
          .init(1e-20, .lower, -0.9648324048456303),
          .init(1e-06, .lower, 2.2083320580970636),
          .init(0.01, .lower, 3.938650192724692),
          .init(0.3, .lower, 5.296645260213625),
          .init(0.49, .lower, 5.729763016073272),
          .init(0.4, .upper, 5.99220220285386),
          .init(0.05, .upper, 7.414255870476351),
          .init(1e-09, .upper, 12.133350885865658),
          .init(1e-100, .upper, 28.911150067556026),
        ],
        draws: [5.910130876852909, 6.394730924537701, 7.680487070341448]),
      MarginalCase(
        "two-piece normal, wider below",
        try TwoPieceNormalDistribution(
          mode: 0, standardDeviationBelow: 3, standardDeviationAbove: 0.5),
        description: "two-piece normal(mode 0, standard deviation below 3, above 0.5)",
        mean: -1.9947114020071635, variance: 3.7711264227026167,
        values: [
          .init(-6.0, 0.030851980864678885, 0.039000226196878644, 0.9609997738031214),
          .init(-1.0, 0.21564755868171037, 0.6333280117401663, 0.36667198825983377),
          .init(-0.25, 0.22717683786190968, 0.8002169968240761, 0.19978300317592396),
          .init(0.0, 0.22796701737224725, 0.8571428571428571, 0.14285714285714285),
          .init(0.5, 0.1382689854395105, 0.9546699274481552, 0.045330072551844874),
          .init(3.0, 3.4719330570418772e-09, 0.9999999997181178, 2.818821842964852e-10),
          .init(4.5, 5.874156326667951e-19, 1.0, 3.224538302725259e-20),
        ],
        quantiles: [
          .init(1e-300, .lower, -111.18489548596283),
          .init(1e-20, .lower, -27.959108310332617),
          .init(1e-06, .lower, -14.583649020116004),
          .init(0.01, .lower, -7.566208397723118),
          .init(0.3, .lower, -2.8037678732204405),
          .init(0.49, .lower, -1.6967958577704847),
          .init(0.4, .upper, -1.155961399222703),
          .init(0.05, .upper, 0.46729464553674005),
          .init(1e-09, .upper, 2.8954622982167124),
          .init(1e-100, .upper, 10.607306628716609),
        ],
        draws: [-1.3156463938085654, -0.49067550018041467, 0.6365525846191372]),
    ]
  }

  private static func fromIncompleteBeta() throws -> [MarginalCase] {
    [
      MarginalCase(
        "PERT",
        try PERTDistribution(lower: -1, mode: 0.5, upper: 3),
        description: "PERT(lower -1, mode 0.5, upper 3, shape 4)",
        mean: 0.6666666666666666, variance: 0.5555555555555556,
        values: [
          .init(-0.75, 0.09029361973557126, 0.009468944087024674, 0.9905310559129753),
          .init(0.0, 0.413496671566344, 0.20928433186343012, 0.7907156681365699),
          .init(1.0, 0.4244131815783876, 0.669765272631355, 0.33023472736864495),
          .init(2.0, 0.13783222385544802, 0.9561143367631075, 0.043885663236892504),
          .init(2.875, 0.001117767489818284, 0.9999596492266238, 4.035077337621233e-05),
        ],
        quantiles: [
          .init(1e-20, .lower, -0.9999999845954697),
          .init(1e-06, .lower, -0.9938606158159272),
          .init(0.01, .lower, -0.7442081572375111),
          .init(0.3, .lower, 0.2070892929900217),
          .init(0.5, .lower, 0.6273797635727756),
          .init(0.4, .upper, 0.8413813913605036),
          .init(0.05, .upper, 1.9574651652832114),
          .init(1e-09, .upper, 2.9940215232974556),
        ],
        draws: [0.7685439413075761, 1.1888018111112937, 2.122614387345733]),
      MarginalCase(
        "PERT, mode on the lower bound",
        try PERTDistribution(lower: 0, mode: 0, upper: 1),
        description: "PERT(lower 0, mode 0, upper 1, shape 4)",
        mean: 0.16666666666666666, variance: 0.01984126984126984,
        values: [
          .init(0.0625, 3.8623809814453125, 0.2758035659790039, 0.7241964340209961),
          .init(0.25, 1.58203125, 0.7626953125, 0.2373046875),
          .init(0.5, 0.3125, 0.96875, 0.03125),
          .init(0.75, 0.01953125, 0.9990234375, 0.0009765625),
          .init(0.96875, 4.76837158203125e-06, 0.9999999701976776, 2.9802322387695312e-08),
        ],
        quantiles: [
          .init(1e-20, .lower, 2e-21),
          .init(1e-06, .lower, 2.0000008000004798e-07),
          .init(0.01, .lower, 0.0020080483385741996),
          .init(0.3, .lower, 0.06885008490516231),
          .init(0.5, .lower, 0.12944943670387585),
          .init(0.4, .upper, 0.16744679259812684),
          .init(0.05, .upper, 0.45071972834694113),
          .init(1e-09, .upper, 0.9841510680753889),
        ],
        draws: [0.1539705481784801, 0.2396013406859402, 0.5074261502866054]),
      MarginalCase(
        "PERT, mode on the upper bound",
        try PERTDistribution(lower: -2, mode: 2, upper: 2),
        description: "PERT(lower -2, mode 2, upper 2, shape 4)",
        mean: 1.3333333333333333, variance: 0.31746031746031744,
        values: [
          .init(-1.75, 1.9073486328125e-05, 9.5367431640625e-07, 0.9999990463256836),
          .init(-1.0, 0.0048828125, 0.0009765625, 0.9990234375),
          .init(0.0, 0.078125, 0.03125, 0.96875),
          .init(1.0, 0.3955078125, 0.2373046875, 0.7626953125),
          .init(1.875, 1.1009228229522705, 0.8532151877880096, 0.14678481221199036),
        ],
        quantiles: [
          .init(1e-20, .lower, -1.9996),
          .init(1e-06, .lower, -1.7476170622079228),
          .init(0.01, .lower, -0.40757131778601097),
          .init(0.3, .lower, 1.1440123423864912),
          .init(0.5, .lower, 1.4822022531844965),
          .init(0.4, .upper, 1.6115218057897371),
          .init(0.05, .upper, 1.959175126747954),
          .init(1e-09, .upper, 1.9999999992),
        ],
        draws: [1.5703386778723112, 1.7720925732412687, 1.976528355452997]),
      MarginalCase(
        "PERT, sharp",
        try PERTDistribution(lower: 0, mode: 6, upper: 8, shape: 50),
        description: "PERT(lower 0, mode 6, upper 8, shape 50)",
        mean: 5.923076923076923, variance: 0.23210896505526404,
        values: [
          .init(0.5, 4.191435573781048e-34, 5.5604741180004865e-36, 1.0),
          .init(2.0, 9.732788976669876e-13, 5.644403503641661e-14, 0.9999999999999436),
          .init(4.0, 0.0011904780887495435, 0.00017752878913377697, 0.9998224712108662),
          .init(6.0, 0.8246481238044778, 0.5428972255086042, 0.4571027744913958),
          .init(7.75, 6.24864414158296e-08, 0.9999999987384303, 1.2615697864939663e-09),
        ],
        quantiles: [
          .init(1e-20, .lower, 1.2895014865012673),
          .init(1e-06, .lower, 3.3362826354405284),
          .init(0.01, .lower, 4.708868081169052),
          .init(0.3, .lower, 5.686126960423155),
          .init(0.5, .lower, 5.9478838780911),
          .init(0.4, .upper, 6.069479988345055),
          .init(0.05, .upper, 6.671918233732958),
          .init(1e-09, .upper, 7.75464347028151),
        ],
        draws: [6.028712809142602, 6.257981062727135, 6.767688270410315]),
      MarginalCase(
        "PERT, nearly uniform",
        try PERTDistribution(lower: 0, mode: 1, upper: 4, shape: 0.125),
        description: "PERT(lower 0, mode 1, upper 4, shape 0.125)",
        mean: 1.9411764705882353, variance: 1.278892733564014,
        values: [
          .init(0.25, 0.2574870849198504, 0.0626094645789173, 0.9373905354210827),
          .init(1.0, 0.26332040326027484, 0.25892974805767655, 0.7410702519423235),
          .init(2.0, 0.2590497296272567, 0.5207687693674643, 0.47923123063253575),
          .init(3.0, 0.24584672828548823, 0.7742085746271197, 0.2257914253728803),
          .init(3.875, 0.2039262806989208, 0.9766830300406911, 0.023316969959308872),
        ],
        quantiles: [
          .init(1e-20, .lower, 1.4778009628892666e-19),
          .init(1e-06, .lower, 5.563826117680813e-06),
          .init(0.01, .lower, 0.04210882683400101),
          .init(0.3, .lower, 1.1559957642908802),
          .init(0.5, .lower, 1.9199247133127082),
          .init(0.4, .upper, 2.307483079846409),
          .init(0.05, .upper, 3.7487985393384373),
          .init(1e-09, .upper, 3.9999999770624024),
        ],
        draws: [2.177292096065389, 2.8849019343771793, 3.8474105135454586]),
      MarginalCase(
        "PERT, very sharp",
        try PERTDistribution(lower: 0, mode: 1, upper: 4, shape: 10000),
        description: "PERT(lower 0, mode 1, upper 4, shape 10000)",
        mean: 1.0001999600079985, variance: 0.0002999500030022985,
        values: [
          .init(0.9375, 0.028306624199441778, 0.00012170599175341788, 0.9998782940082466),
          .init(0.98, 11.7551505421056, 0.12146021261558727, 0.8785397873844127),
          .init(1.0, 23.034414779092796, 0.4969291314048309, 0.503070868595169),
          .init(1.012, 18.142478624736416, 0.7528092146230322, 0.2471907853769678),
          .init(1.06, 0.06646730016380742, 0.9996782353833222, 0.00032176461667771447),
        ],
        quantiles: [
          .init(1e-20, .lower, 0.8457053090398665),
          .init(1e-06, .lower, 0.9193488605879833),
          .init(0.01, .lower, 0.9602064469413547),
          .init(0.3, .lower, 0.9910691268210281),
          .init(0.5, .lower, 1.0001333178613752),
          .init(0.4, .upper, 1.0045255398685948),
          .init(0.05, .upper, 1.0288007059574424),
          .init(1e-09, .upper, 1.1063301871179536),
        ],
        draws: [1.0030384715314296, 1.0116155677348528, 1.0332043484836406]),
      MarginalCase(
        "Student t, 4 degrees of freedom",
        try StudentTDistribution(location: 5.5, scale: 1.25, degreesOfFreedom: 4),
        description: "Student t(location 5.5, scale 1.25, degrees of freedom 4)",
        mean: 5.5, variance: 3.125,
        fourthMomentExists: false,
        values: [
          .init(-4.5, 0.0002517670848128024, 0.0006619484546085839, 0.9993380515453915),
          .init(3.0, 0.053033008588991064, 0.058058261758407795, 0.9419417382415922),
          .init(5.1875, 0.2885943325220721, 0.4074510057295906, 0.5925489942704094),
          .init(5.5, 0.3, 0.5, 0.5),
          .init(6.125, 0.2578094948483097, 0.6783350184090684, 0.32166498159093165),
          .init(9.25, 0.01575479847266923, 0.9800290159641406, 0.019970984035859413),
          .init(30.5, 2.9262930797274457e-06, 0.9999815584470985, 1.8441552901498662e-05),
        ],
        quantiles: [
          .init(1e-300, .lower, -1.6450925161906156e+75),
          .init(1e-20, .lower, -164503.75160323165),
          .init(1e-06, .lower, -46.47231768806372),
          .init(0.01, .lower, 0.816315765026004),
          .init(0.3, .lower, 4.789188671187868),
          .init(0.49, .lower, 5.466661727121701),
          .init(0.4, .upper, 5.838402868384497),
          .init(0.05, .upper, 8.164808482908313),
          .init(1e-09, .upper, 298.0345130076487),
          .init(1e-100, .upper, 1.6450925161906155e+25),
        ],
        draws: [5.723345057229892, 6.4066028231836345, 8.791439303309229]),
      MarginalCase(
        "Student t, infinite variance",
        try StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: 1.5),
        description: "Student t(location 0, scale 1, degrees of freedom 1.5)",
        mean: 0.0, variance: .infinity, fourthMomentExists: false,
        values: [
          .init(-8.0, 0.0030354925490574647, 0.016459175470453412, 0.9835408245295466),
          .init(-2.0, 0.06715485787508005, 0.11209416517802553, 0.8879058348219745),
          .init(-0.25, 0.3237842830505753, 0.4162548420016041, 0.5837451579983959),
          .init(0.0, 0.3407349812886936, 0.5, 0.5),
          .init(0.5, 0.2810174155237704, 0.65971644466503, 0.34028355533497),
          .init(3.0, 0.029925689970337083, 0.9332261228725434, 0.06677387712745664),
          .init(20.0, 0.00031471964968326046, 0.9957925056688895, 0.004207494331110465),
        ],
        quantiles: [
          .init(1e-20, .lower, -11245005997832.137),
          .init(1e-06, .lower, -5219.469324706946),
          .init(0.01, .lower, -11.197316179568398),
          .init(0.3, .lower, -0.6517954826023571),
          .init(0.49, .lower, -0.029355346255080506),
          .init(0.4, .upper, 0.3007453925697954),
          .init(0.05, .upper, 3.7051808200967513),
          .init(1e-09, .upper, 521946.94273343723),
          .init(1e-100, .upper, 2.422663101134615e+66),
        ],
        draws: [0.19744853467318366, 0.8521164417921304, 5.432663885157104]),
      MarginalCase(
        "Student t, fractional degrees of freedom",
        try StudentTDistribution(location: -2, scale: 0.5, degreesOfFreedom: 7.25),
        description: "Student t(location -2, scale 0.5, degrees of freedom 7.25)",
        mean: -2.0, variance: 0.34523809523809523,
        values: [
          .init(-6.0, 6.211085983863283e-05, 3.7696320752830654e-05, 0.9999623036792472),
          .init(-3.0, 0.12586383771914364, 0.04210554128962589, 0.9578944587103742),
          .init(-2.125, 0.7441035449607305, 0.404761969188478, 0.5952380308115219),
          .init(-2.0, 0.7709227247289184, 0.5, 0.5),
          .init(-1.75, 0.6703126467931345, 0.6840538147672841, 0.31594618523271595),
          .init(-0.5, 0.027614360671334083, 0.9904329335034154, 0.009567066496584542),
          .init(8.0, 4.679808870185713e-08, 0.9999999344091155, 6.559088447215478e-08),
        ],
        quantiles: [
          .init(1e-300, .lower, -2.466093891478896e+41),
          .init(1e-20, .lower, -592.6346832610177),
          .init(1e-06, .lower, -8.805305472082802),
          .init(0.01, .lower, -3.4846851439611886),
          .init(0.3, .lower, -2.274115584418724),
          .init(0.49, .lower, -2.0129731248456877),
          .init(0.4, .upper, -1.86858862028661),
          .init(0.05, .upper, -1.0576021409579481),
          .init(1e-09, .upper, 15.905510410759556),
          .init(1e-100, .upper, 63944428597275.43),
        ],
        draws: [-1.9131663244120862, -1.6522677488345594, -0.8754537022169893]),
      MarginalCase(
        "Student t, nearly normal",
        try StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: 1_000_000),
        description: "Student t(location 0, scale 1, degrees of freedom 1000000)",
        mean: 0.0, variance: 1.000002000004,
        values: [
          .init(-8.0, 5.057283943064742e-15, 6.22753171660126e-16, 0.9999999999999993),
          .init(-2.0, 0.053991060997102186, 0.022750266925659603, 0.9772497330743404),
          .init(-0.25, 0.3866680084300625, 0.4012936999942525, 0.5987063000057474),
          .init(0.0, 0.39894218066587506, 0.5, 0.5),
          .init(0.5, 0.35206520024085, 0.6914624062638143, 0.30853759373618567),
          .init(3.0, 0.004431917105672042, 0.9986500687292891, 0.0013499312707108985),
          .init(20.0, 5.745050932478889e-88, 1.0, 2.866543523695186e-89),
        ],
        quantiles: [
          .init(1e-300, .lower, -37.05982087277439),
          .init(1e-20, .lower, -9.262541065291659),
          .init(1e-06, .lower, -4.753452348279681),
          .init(0.01, .lower, -2.3263516031208056),
          .init(0.3, .lower, -0.5244006798602089),
          .init(0.49, .lower, -0.02506891452987755),
          .init(0.4, .upper, 0.2533471705378416),
          .init(0.05, .upper, 1.6448551507220404),
          .init(1e-09, .upper, 5.997862455710895),
          .init(1e-100, .upper, 21.27586598549062),
        ],
        draws: [0.16762688949340004, 0.6612744352737578, 1.895741726865044]),
    ]
  }
}
