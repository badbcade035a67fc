import FlyingSocks
import Foundation
import Glibc

/// One connection: requests one after the other, each within its bounds.
struct Connection {
  let socket: AsyncSocket
  let number: Int
  let ledger: ConnectionLedger
  let handler: any RequestHandler
  private var reader: RequestReader

  /// Bytes that are asked for at a time; what the socket library hands over at most.
  private static let pieceBytes = 4096
  /// Bytes that are thrown away behind a refusal, so that the client comes to see it.
  private static let farewellBytes = 256 << 10

  init(
    _ socket: AsyncSocket, number: Int, ledger: ConnectionLedger, limits: ServerLimits,
    handler: any RequestHandler
  ) {
    self.socket = socket
    self.number = number
    self.ledger = ledger
    self.handler = handler
    reader = RequestReader(limits: limits)
  }

  /// Answers requests until one of both sides ends the connection.
  mutating func run() async {
    defer { ledger.close(number) { try? socket.close() } }
    do {
      while true {
        ledger.note(number, reader.isEmpty ? .idle : .receiving)
        let response: Response
        do throws(Refusal) {
          guard let request = try await next() else { return }
          ledger.note(number, .working)
          var answer = await handler.answer(request)
          if request.head.closesConnection { answer.endsConnection = true }
          response = answer
        } catch {
          response = Response(error)
        }
        ledger.note(number, .answering)
        try await socket.write(Data(response.bytes))
        if response.endsConnection { return await leave() }
      }
    } catch {
      // The client has gone, or its time was over: there is nobody to tell.
    }
  }

  /// The next request; nil at the end of the stream.
  private mutating func next() async throws(Refusal) -> Request? {
    let (ledger, number, handler) = (ledger, number, handler)
    while true {
      let request = try reader.next { head throws(Refusal) in
        try handler.admit(head)
        ledger.noteKnown(number)
      }
      if let request { return request }
      guard await receive() else { return nil }
    }
  }

  /// Waits for more; false at the end of the stream.
  private mutating func receive() async -> Bool {
    guard let piece = try? await socket.read(atMost: Self.pieceBytes) else { return false }
    if reader.isEmpty { ledger.note(number, .receiving) }
    reader.receive(piece)
    return true
  }

  /// Ends the connection so that the client sees the answer: closing with bytes unread would take it away.
  private func leave() async {
    ledger.note(number, .leaving)
    _ = shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    var rest = Self.farewellBytes
    while rest > 0, let piece = try? await socket.read(atMost: Self.pieceBytes) {
      rest -= piece.count
    }
  }
}
