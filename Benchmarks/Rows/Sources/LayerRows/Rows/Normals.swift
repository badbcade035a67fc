import Stochastics

extension Row {
  /// Standard normal scores, by each way of sampling.
  static var normals: [Row] {
    [
      stream("normals", RandomStream(seed: 2025, name: "normals")),
      stream("normals, antithetic", AntitheticStream(seed: 2025, name: "normals")),
      stream("normals, Latin hypercube", LatinHypercubeStream(seed: 2025, name: "normals")),
      stream("normals, Sobol", SobolStream(seed: 2025, name: "normals", dimension: 7)),
    ]
  }

  private static func stream(_ name: String, _ stream: some DrawSequence) -> Row {
    column(name, .normals) { stream.fillNormals($0, firstDraw: $1) }
  }
}
