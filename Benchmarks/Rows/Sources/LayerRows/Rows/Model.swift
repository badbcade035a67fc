import MonteCarlo

extension Row {
  /// Formulas over a block: two variables, a chain of formulas, and only its end recorded.
  static var model: [Row] {
    [
      run(
        "formulas", .model, counted: 48,
        recording: Recording(.named, paths: ["last"])
      ) {
        try scenario("Benchmarks/Rows/Scenarios/formulas.yaml")
      }
    ]
  }
}
