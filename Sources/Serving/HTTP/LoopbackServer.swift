import FlyingSocks
import Glibc

/// A server of HTTP/1.1 for programs on this computer: it listens on 127.0.0.1 and nowhere else.
///
/// Sockets and what waits for them are FlyingSocks'; requests are read here, because the server on top of it
/// takes heads of any length, waits for bodies of any length before it answers, and has no end to its
/// connections.
struct LoopbackServer: Sendable {
  /// How often connections are looked at that take too long.
  private static let pause = Duration.milliseconds(250)
  /// How long new connections wait where the system has no room for them.
  private static let breath = Duration.milliseconds(20)

  let limits: ServerLimits
  private let socket: Socket
  let port: UInt16

  /// Begins to listen.
  ///
  /// - Parameters:
  ///   - port: zero for one that is free.
  ///   - limits: of what a client may take.
  /// - Throws: `SocketError`, where the port is taken.
  init(port: UInt16, limits: ServerLimits = ServerLimits()) throws {
    self.limits = limits
    socket = try Socket(domain: AF_INET)
    try socket.setValue(true, for: .localAddressReuse)
    try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
    try socket.listen()
    guard case .ip4(_, let own) = try socket.sockname() else {
      throw SocketError.unsupportedAddress
    }
    self.port = own
  }

  /// Answers requests until the task is cancelled.
  ///
  /// - Parameter handler: of the requests.
  /// - Throws: `SocketError` where the system takes the socket away.
  func run(_ handler: some RequestHandler) async throws {
    let ledger = ConnectionLedger(limits)
    let pool: some AsyncSocketPool = .make()
    try await pool.prepare()
    defer { try? socket.close() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask {
        while true {
          try await Task.sleep(for: Self.pause)
          ledger.endLate()
        }
      }
      let listener = try AsyncSocket(socket: socket, pool: pool)
      group.addTask { try await accept(on: listener, ledger, handler) }
      defer { ledger.endAll() }
      do {
        try await group.next()
      } catch is CancellationError {}
      group.cancelAll()
    }
  }

  private func accept(
    on listener: AsyncSocket, _ ledger: ConnectionLedger, _ handler: some RequestHandler
  ) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      while true {
        try Task.checkCancellation()
        let client: AsyncSocket
        do {
          client = try await listener.accept()
        } catch is CancellationError {
          throw CancellationError()
        } catch {
          // Out of files, or the client has gone before it was taken.
          try await Task.sleep(for: Self.breath)
          continue
        }
        try? client.socket.setValue(
          true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
        let number = ledger.open(client.socket.file.rawValue)
        var connection = Connection(
          client, number: number, ledger: ledger, limits: limits, handler: handler)
        group.addTask { [connection] in
          var own = connection
          await own.run()
        }
        // Those that were shut down to make room are on their way out.
        while ledger.count > 2 * limits.connections { try await Task.sleep(for: Self.breath) }
      }
    }
  }
}
