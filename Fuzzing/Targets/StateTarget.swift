@testable import MonteCarlo
@testable import ScenarioFiles

/// States of parts of a run: what is accepted reads the same again, and what is of this run is put together.
enum StateTarget {
  private static let path = "state.yaml"
  private static let text = """
    format: growth.scenario/1
    name: State
    currency: VND
    base-year: 2024
    year: 2025
    activities:
      a: {base-volume: 1 billion VND, growth: {distribution: normal, mean: 4%, sd: 1%}}
      b: {base-volume: 3 billion VND, growth: {distribution: uniform, low: 5%, high: 9%}}
    targets:
      growth: {quantity: growth, at-least: 6%}

    """
  private static let simulation: Simulation? = {
    let reading = GivenFiles.read([path: Array(text.utf8)]) { ScenarioReader.read(path: path) }
    return reading.scenario.flatMap { try? Simulation($0) }
  }()

  @Sendable static func check(_ bytes: [UInt8]) async throws {
    _ = try? StateFile(bytes)
    let file = StateFile(heading: [0x2A], body: bytes)
    try promise((try? StateFile(file.bytes)) == file, "a file reads otherwise than it is written")
    guard let state = try? RunState(bytes[...]) else { return }
    try promise(
      (try? RunState(state.bytes[...])) == state, "a state reads otherwise than it is written")
    guard let simulation else { throw BrokenPromise("\(path) cannot be read") }
    var parts = try RunParts(simulation, of: state.key)
    do {
      try parts.add(state)
      _ = try await parts.ensemble()
    } catch {
      try promise(error is StateError || error is SimulationError, "\(error)")
    }
  }
}
