import Stochastics

extension MarginalCase {
  /// By mpmath 1.3 in 40 digits: the cumulative functions of the bases divided by the probability
  /// between the bounds, quantiles by bisection, moments by quadrature of the densities.
  static func truncated() throws -> [MarginalCase] {
    [
      MarginalCase(
        "normal, at least 0",
        try TruncatedDistribution(
          NormalDistribution(mean: 4, standardDeviation: 2), atLeast: 0),
        description: "normal(mean 4, standard deviation 2), at least 0",
        mean: 4.11049572535798, variance: 3.5458077932456944,
        resolution: 4e-16, momentTolerance: 1e-13,
        values: [
          .init(0.5, 0.04414291659026168, 0.017711974676593186, 0.9822880253234069),
          .init(2.0, 0.12380187116398379, 0.1390689591539256, 0.8609310408460744),
          .init(4.0, 0.2041147783405369, 0.48836012534157086, 0.5116398746584291),
          .init(7.0, 0.06626636641255795, 0.931637543833042, 0.06836245616695798),
          .init(12.0, 6.847287993585521e-05, 0.9999675914595965, 3.240854040354855e-05),
        ],
        quantiles: [
          .init(0.01, .lower, 0.31010617185301526),
          .init(0.3, .lower, 3.041751347195818),
          .init(0.49, .lower, 4.008034102587396),
          .init(0.4, .upper, 4.55394845835485),
          .init(0.05, .upper, 7.311968713427657),
          .init(1e-09, .upper, 16.003087979149146),
          .init(1e-100, .upper, 46.54906585108844),
        ],
        draws: [4.385498662765487, 5.358847239096507, 7.811616156654012]),
      MarginalCase(
        "normal, between bounds",
        try TruncatedDistribution(
          NormalDistribution(mean: 4, standardDeviation: 2), atLeast: 1, atMost: 5),
        description: "normal(mean 4, standard deviation 2), at least 1, at most 5",
        mean: 3.2874542316458806, variance: 1.1209926006049005,
        resolution: 4e-16, momentTolerance: 1e-13,
        values: [
          .init(1.25, 0.12407825194413151, 0.028429314886952363, 0.9715706851130477),
          .init(2.0, 0.19368341228499897, 0.147037988060552, 0.852962011939448),
          .init(4.0, 0.3193299616160603, 0.6934909965019217, 0.30650900349807836),
          .init(4.875, 0.29018591553799883, 0.9642413171791622, 0.0357586828208378),
        ],
        quantiles: [
          .init(1e-300, .lower, 1.0),
          .init(1e-20, .lower, 1.0),
          .init(1e-06, .lower, 1.0000096458399694),
          .init(0.01, .lower, 1.0931623852724226),
          .init(0.3, .lower, 2.6773613740950917),
          .init(0.49, .lower, 3.351573410104667),
          .init(0.4, .upper, 3.70617406029286),
          .init(0.05, .upper, 4.826180197271744),
          .init(1e-09, .upper, 4.999999996451481),
          .init(1e-100, .upper, 5.0),
        ],
        draws: [3.5998597522132423, 4.163934887383402, 4.8983604751910415]),
      MarginalCase(
        "normal, far tail",
        try TruncatedDistribution(
          NormalDistribution.standard, atLeast: 6),
        description: "normal(mean 0, standard deviation 1), at least 6",
        mean: 6.158482604544599, variance: 0.02398763678916677,
        resolution: 4e-16, momentTolerance: 1e-13,
        values: [
          .init(6.0625, 4.224400223385647, 0.32078103243333833, 0.6792189675666617),
          .init(6.25, 1.3318652678907965, 0.7919836686034599, 0.2080163313965401),
          .init(7.0, 0.00925890411694295, 0.9987027887990256, 0.0012972112009743773),
          .init(10.0, 7.799204323516948e-14, 0.9999999999999922, 7.723442577541467e-15),
        ],
        quantiles: [
          .init(1e-300, .lower, 6.0),
          .init(1e-20, .lower, 6.0),
          .init(1e-06, .lower, 6.00000016237774),
          .init(0.01, .lower, 6.001631739040606),
          .init(0.3, .lower, 6.05765262303466),
          .init(0.49, .lower, 6.108404666634143),
          .init(0.4, .upper, 6.147070586014722),
          .init(0.05, .upper, 6.468992083074273),
          .init(1e-09, .upper, 8.758812781383122),
          .init(1e-100, .upper, 22.224900990713103),
        ],
        draws: [6.134318543828174, 6.218597831092674, 6.550833955422711]),
      MarginalCase(
        "PERT, at most 2",
        try TruncatedDistribution(
          PERTDistribution(lower: -1, mode: 0.5, upper: 3), atMost: 2),
        description: "PERT(lower -1, mode 0.5, upper 3, shape 4), at most 2",
        mean: 0.594587304107334, variance: 0.46111900549894574,
        resolution: 4e-16, momentTolerance: 1e-13,
        values: [
          .init(-0.75, 0.09443809831495387, 0.009903568770949991, 0.99009643122905),
          .init(0.0, 0.4324761753559966, 0.21889048601860223, 0.7811095139813977),
          .init(1.0, 0.44389375335090564, 0.7005075092784641, 0.29949249072153594),
          .init(1.9375, 0.16253549213324697, 0.9904194266786066, 0.009580573321393412),
        ],
        quantiles: [
          .init(1e-300, .lower, -1.0),
          .init(1e-20, .lower, -0.9999999848695309),
          .init(1e-06, .lower, -0.9939699591341882),
          .init(0.01, .lower, -0.748981660965385),
          .init(0.3, .lower, 0.17823029827913803),
          .init(0.49, .lower, 0.5616403412601846),
          .init(0.4, .upper, 0.7838918067513646),
          .init(0.05, .upper, 1.729820246022206),
          .init(1e-09, .upper, 1.9999999930632018),
          .init(1e-100, .upper, 2.0),
        ],
        draws: [0.7153258570755159, 1.104881977435156, 1.8290664001791601]),
      MarginalCase(
        "triangular, between bounds",
        try TruncatedDistribution(
          TriangularDistribution(lower: 0, mode: 3, upper: 4), atLeast: 1, atMost: 3.5),
        description: "triangular(lower 0, mode 3, upper 4), at least 1, at most 3.5",
        mean: 2.3983739837398375, variance: 0.4337778438759997,
        resolution: 4e-16, momentTolerance: 1e-13,
        values: [
          .init(1.25, 0.24390243902439024, 0.054878048780487805, 0.9451219512195121),
          .init(2.0, 0.3902439024390244, 0.2926829268292683, 0.7073170731707317),
          .init(3.0625, 0.5487804878048781, 0.8159298780487805, 0.18407012195121952),
          .init(3.25, 0.43902439024390244, 0.9085365853658537, 0.09146341463414634),
        ],
        quantiles: [
          .init(1e-300, .lower, 1.0),
          .init(1e-20, .lower, 1.0),
          .init(1e-06, .lower, 1.0000051249868673),
          .init(0.01, .lower, 1.05),
          .init(0.3, .lower, 2.018662923818635),
          .init(0.49, .lower, 2.454078238361605),
          .init(0.4, .upper, 2.6739483914241875),
          .init(0.05, .upper, 3.3512833181323813),
          .init(1e-09, .upper, 3.4999999965833335),
          .init(1e-100, .upper, 3.5),
        ],
        draws: [2.6090718935123043, 2.940112754970919, 3.409175216121469]),
      MarginalCase(
        "Student t, at least -1",
        try TruncatedDistribution(
          StudentTDistribution(
            location: 0, scale: 1, degreesOfFreedom: 5), atLeast: -1),
        description:
          "Student t(location 0, scale 1, degrees of freedom 5), at least -1",
        mean: 0.40264322170299366, variance: 0.9676874737459756,
        resolution: 4e-16, momentTolerance: 1e-13,
        fourthMomentExists: false,
        values: [
          .init(-0.75, 0.3368781259853221, 0.07564033581930123, 0.9243596641806988),
          .init(-0.25, 0.44687676637246004, 0.274512132317087, 0.7254878676829131),
          .init(1.0, 0.26842881446866246, 0.7780905768053128, 0.22190942319468718),
          .init(3.0, 0.021129964987329115, 0.9816107226815088, 0.018389277318491198),
          .init(20.0, 8.72806184321211e-07, 0.9999964714210599, 3.5285789401289098e-06),
        ],
        quantiles: [
          .init(1e-300, .lower, -1.0),
          .init(1e-20, .lower, -1.0),
          .init(1e-06, .lower, -0.9999962746244687),
          .init(0.01, .lower, -0.9634178853023256),
          .init(0.3, .lower, -0.1934061134004173),
          .init(0.49, .lower, 0.21974541955634025),
          .init(0.4, .upper, 0.475146861314645),
          .init(0.05, .upper, 2.1729365416537383),
          .init(1e-09, .upper, 102.98520787284238),
          .init(1e-20, .upper, 16325.352692376197),
        ],
        draws: [0.39454718172058745, 0.8861831326384887, 2.6136139629004282]),
      MarginalCase(
        "Student t, infinite variance, at least -1",
        try TruncatedDistribution(
          StudentTDistribution(
            location: 0, scale: 1, degreesOfFreedom: 2), atLeast: -1),
        description:
          "Student t(location 0, scale 1, degrees of freedom 2), at least -1",
        mean: 0.7320508075688773, variance: .infinity,
        resolution: 4e-16, momentTolerance: 1e-13,
        fourthMomentExists: false,
        values: [
          .init(-0.75, 0.3091050072438455, 0.06899481088605589, 0.9310051891139441),
          .init(-0.25, 0.4280661785005186, 0.2556645921397737, 0.7443354078602263),
          .init(1.0, 0.24401693585629244, 0.7320508075688773, 0.2679491924311227),
          .init(3.0, 0.034754642351472485, 0.9394770025837347, 0.06052299741626532),
          .init(20.0, 0.0001573123329801217, 0.9984209823645279, 0.0015790176354721086),
        ],
        quantiles: [
          .init(1e-300, .lower, -1.0),
          .init(1e-20, .lower, -1.0),
          .init(1e-06, .lower, -0.9999959019321857),
          .init(0.01, .lower, -0.9598330057384244),
          .init(0.3, .lower, -0.14808882951570077),
          .init(0.49, .lower, 0.28199575124558895),
          .init(0.4, .upper, 0.5615734368575995),
          .init(0.05, .upper, 3.346642830076757),
          .init(1e-09, .upper, 25178.852132604483),
          .init(1e-20, .upper, 7962252170.181257),
        ],
        draws: [0.4715503157155323, 1.0579261134071805, 4.5138643363541355]),
      MarginalCase(
        "lognormal, at most 150",
        try TruncatedDistribution(
          LognormalDistribution(mean: 100, standardDeviation: 35), atMost: 150),
        description: "lognormal(mean 100, standard deviation 35), at most 150",
        mean: 92.69639901153216, variance: 655.7013483143791,
        resolution: 4e-16, momentTolerance: 1e-13,
        values: [
          .init(40.0, 0.0013235717515589884, 0.006323773429243918, 0.993676226570756),
          .init(90.0, 0.014135021380635344, 0.48640824014510226, 0.5135917598548977),
          .init(100.0, 0.012662514894789777, 0.6212073905777161, 0.3787926094222839),
          .init(140.0, 0.004683675223071202, 0.9599494432813098, 0.04005055671869016),
        ],
        quantiles: [
          .init(1e-20, .lower, 4.036920655517854),
          .init(1e-06, .lower, 18.64009709773007),
          .init(0.01, .lower, 42.31339743255779),
          .init(0.3, .lower, 76.95535318709578),
          .init(0.49, .lower, 90.25431757468108),
          .init(0.4, .upper, 98.3453312397956),
          .init(0.05, .upper, 137.9434842036089),
          .init(1e-09, .upper, 149.99999970450725),
        ],
        draws: [95.80945128128756, 110.78607738002731, 142.45285967078343]),
      // Of 1, 2, 2, 4, 8 the bounds leave 2, 2, 4: a third of each, by hand.
      MarginalCase(
        "empirical, between bounds",
        try TruncatedDistribution(
          EmpiricalDistribution(values: [1, 2, 2, 4, 8]), atLeast: 2, atMost: 7.5),
        description: "empirical(5 values, 1 ... 8), at least 2, at most 7.5",
        mean: 8 / 3.0, variance: 8 / 9.0, isContinuous: false,
        resolution: 4e-16, momentTolerance: 1e-13,
        values: [
          .init(1.75, 0, 0, 1),
          .init(2, .infinity, 2 / 3.0, 1 / 3.0),
          .init(4, .infinity, 1, 0),
        ],
        quantiles: [
          .init(1e-300, .lower, 2),
          .init(0.5, .lower, 2),
          .init(0.34, .upper, 2),
          .init(0.32, .upper, 4),
          .init(1e-300, .upper, 4),
        ],
        draws: [2, 4, 4]),
    ]
  }
}
