import Languages
import MonteCarlo

/// The page of a scenario on this computer.
public struct PageServer: Sendable {
  private let server: LoopbackServer
  private let handler: PageHandler

  /// The address to open, with the token that makes a browser be let in.
  public var address: String { handler.gate.address }

  /// The port that it listens at.
  public var port: UInt16 { server.port }

  /// What a browser must send to be let in.
  var token: String { handler.gate.token.text }

  /// Begins to listen on 127.0.0.1.
  ///
  /// - Parameters:
  ///   - start: what is served.
  ///   - port: zero for one that is free.
  ///   - language: of the page, where it does not ask for another.
  /// - Throws: what the system says where the port is taken; `SimulationError`.
  public init(_ start: ServedScenario, port: UInt16, language: Language) throws {
    try self.init(start, port: port, language: language, limits: ServerLimits())
  }

  init(
    _ start: ServedScenario, port: UInt16, language: Language, limits: ServerLimits
  ) throws {
    server = try LoopbackServer(port: port, limits: limits)
    handler = PageHandler(
      gate: Gate(port: server.port, token: AccessToken()), session: try LiveSession(start),
      start: start, language: language)
  }

  /// Answers until the task is cancelled.
  ///
  /// - Throws: what the system says where it takes the socket away.
  public func run() async throws { try await server.run(handler) }
}
