import FlyingSocks
import Foundation
import Glibc

/// One connection: requests one after the other, each within its bounds.
struct Connection {
  let socket: AsyncSocket
  let number: Int
  let ledger: ConnectionLedger
  let limits: ServerLimits
  let handler: any RequestHandler
  /// What has come and is not part of a request that was answered.
  private var received: [UInt8] = []

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
    self.limits = limits
    self.handler = handler
  }

  /// Answers requests until one of both sides ends the connection.
  mutating func run() async {
    defer { ledger.close(number) { try? socket.close() } }
    do {
      while true {
        ledger.note(number, received.isEmpty ? .idle : .receiving)
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
    var searched = 0
    var end: Int?
    while end == nil {
      end = Self.end(of: received, from: max(searched - 3, 0))
      if end != nil { break }
      guard received.count < limits.headBytes else { throw .headTooLarge }
      searched = received.count
      guard await receive() else { return nil }
    }
    guard let end, end <= limits.headBytes else { throw .headTooLarge }
    let head = try RequestHead(received[..<(end - 2)])
    try handler.admit(head)
    let length = try head.bodyLength(most: limits.bodyBytes)
    ledger.noteKnown(number)
    while received.count < end + length {
      guard await receive() else { return nil }
    }
    let body = Array(received[end..<end + length])
    received.removeFirst(end + length)
    return Request(head: head, body: body)
  }

  /// The place behind the empty line that ends a head.
  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= 4 else { return nil }
    for i in start..<max(bytes.count - 3, start)
    where bytes[i] == 0x0D && bytes[i + 1] == 0x0A && bytes[i + 2] == 0x0D && bytes[i + 3] == 0x0A {
      return i + 4
    }
    return nil
  }

  /// Waits for more; false at the end of the stream.
  private mutating func receive() async -> Bool {
    guard let piece = try? await socket.read(atMost: Self.pieceBytes) else { return false }
    if received.isEmpty { ledger.note(number, .receiving) }
    received += piece
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
