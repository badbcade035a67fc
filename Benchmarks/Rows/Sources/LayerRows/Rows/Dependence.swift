import Stochastics

extension Row {
  /// Numbers drawn together; drawing their scores is part of it.
  static var dependence: [Row] {
    [
      weightedSum,
      joined("gaussian copula, 4 dimensions", dimensions: 4, counted: 40) {
        try .gaussian(GaussianCopula(names: $0, correlation: $1))
      },
      joined("gaussian copula, 40 dimensions", dimensions: 40, counted: 4) {
        try .gaussian(GaussianCopula(names: $0, correlation: $1))
      },
      joined("gaussian copula, 400 dimensions", dimensions: 400, counted: 1) {
        try .gaussian(GaussianCopula(names: $0, correlation: $1))
      },
      joined("t copula, 4 dimensions", dimensions: 4, counted: 20) {
        try .studentT(StudentTCopula(names: $0, correlation: $1, degreesOfFreedom: 5))
      },
      joined("t copula, 40 dimensions", dimensions: 40, counted: 2) {
        try .studentT(StudentTCopula(names: $0, correlation: $1, degreesOfFreedom: 5))
      },
    ]
  }

  /// The work of the yardstick: four correlated normals and their weighted sum.
  private static var weightedSum: Row {
    Row(
      "correlated normals and sum", .dependence, unit: "normal", perStep: 4 * blockLength,
      counted: 40
    ) {
      let sampler = try sampler(4) { try .gaussian(GaussianCopula(names: $0, correlation: $1)) }
      return { steps in
        withColumns(5) { columns in
          let sums = columns + 4 * columnStride
          for step in 0..<steps {
            sampler.fill(
              columns: columns, stride: columnStride, count: blockLength,
              firstDraw: step * blockLength)
            for offset in stride(from: 0, to: 8 * blockLength, by: 64) {
              func number(_ column: Int) -> SIMD8<Double> {
                UnsafeRawPointer(columns + column * columnStride)
                  .loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self)
              }
              let sum =
                (0.23 * number(0) + 0.29 * number(1)) + (0.42 * number(2) + 0.06 * number(3))
              UnsafeMutableRawPointer(sums).storeBytes(
                of: sum, toByteOffset: offset, as: SIMD8<Double>.self)
            }
          }
          keep(sums[0])
        }
      }
    }
  }

  private static func joined(
    _ name: String, dimensions: Int, counted: Int,
    _ group: @escaping @Sendable ([String], [[Double]]) throws -> Dependence
  ) -> Row {
    Row(
      name, .dependence, unit: "number", perStep: dimensions * blockLength, counted: counted
    ) {
      let sampler = try sampler(dimensions, group)
      return { steps in
        withColumns(dimensions) { columns in
          for step in 0..<steps {
            sampler.fill(
              columns: columns, stride: columnStride, count: blockLength,
              firstDraw: step * blockLength)
          }
        }
      }
    }
  }

  /// Standard normal variables with the correlation 0.9^|i - j|.
  private static func sampler(
    _ dimensions: Int, _ group: ([String], [[Double]]) throws -> Dependence
  ) throws -> JointSampler {
    // Sorted by name as by number, whatever the order of the factor.
    let names = (0..<dimensions).map { "x\(1000 + $0)" }
    let variables = try names.map {
      JointDistribution.Variable(
        name: $0, marginal: try NormalDistribution(mean: 0, standardDeviation: 1))
    }
    var powers = [1.0]
    for _ in 1..<dimensions { powers.append(0.9 * powers[powers.count - 1]) }
    let correlation = (0..<dimensions).map { i in (0..<dimensions).map { powers[abs(i - $0)] } }
    let distribution = try JointDistribution(
      variables: variables, groups: [group(names, correlation)])
    return try JointSampler(distribution, seed: 2025)
  }
}
