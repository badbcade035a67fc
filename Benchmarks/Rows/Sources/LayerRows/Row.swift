/// One measured piece of work: a line of the record.
public struct Row: Sendable {
  /// Does the work a number of times over.
  public typealias Work = @Sendable (_ steps: Int) async throws -> Void

  /// The name in thresholds and records, such as `normals`.
  public let name: String
  /// The part of the engine that it measures.
  public let layer: Layer
  /// What a step consists of, in the singular: time and instructions are given for one.
  public let unit: String
  /// Units in a step.
  public let unitsPerStep: Int
  /// Steps that are few enough to count instructions over, and enough to count them well.
  public let countedSteps: Int
  /// Steps at a time when time is taken: enough to outlast what a call costs by itself.
  public let timedSteps: Int
  /// Makes the work ready; what this takes is not measured.
  public let prepare: @Sendable () async throws -> Work

  init(
    _ name: String, _ layer: Layer, unit: String, perStep unitsPerStep: Int, counted: Int,
    timed: Int? = nil,
    prepare: @escaping @Sendable () async throws -> Work
  ) {
    self.name = name
    self.layer = layer
    self.unit = unit
    self.unitsPerStep = unitsPerStep
    countedSteps = counted
    timedSteps = timed ?? counted
    self.prepare = prepare
  }
}

/// The parts of the engine, from the bottom up.
public enum Layer: String, Sendable, CaseIterable {
  case generator, normals, marginals, dependence
  case linearAlgebra = "linear algebra"
  case model, accumulators, simulation, sensitivity
}

extension Row {
  /// Every row, in the order of the layers.
  public static var all: [Row] {
    generators + normals + marginals + dependence + linearAlgebra + model + accumulators
      + simulations + sensitivity
  }
}
