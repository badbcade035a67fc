import Foundation
import Languages
import MonteCarlo

@testable import ScenarioFiles
@testable import Serving

/// The page's server without its socket, on a small scenario.
enum ServedPage {
  private static let path = "Scenarios/miller-blair.yaml"
  static let limits = ServerLimits()

  static let handler: PageHandler? = {
    let source = GivenFiles.read([path: PackageFile.bytes(path)]) {
      ScenarioSource(path: path)
    }
    let reading = source.reading(overrides: [
      "levers.final-demand.one.range=[100 billion USD, 900 billion USD]"
    ])
    guard let scenario = reading.scenario else { return nil }
    let start = ServedScenario(
      source: source, overrides: [], reading: reading, scenario: scenario, draws: 1024, seed: 1,
      threads: 1, version: "0")
    guard let session = try? LiveSession(start) else { return nil }
    return PageHandler(
      gate: Gate(port: 80, token: AccessToken(text: "token")), session: session, start: start,
      language: .english)
  }()
}

/// Bytes of a connection: however they are cut into pieces, the same requests come of them.
enum RequestTarget {
  @Sendable static func check(_ bytes: [UInt8]) async throws {
    let whole = outcome(bytes, piece: max(bytes.count, 1))
    for piece in [1, 7] {
      let parts = outcome(bytes, piece: piece)
      try promise(parts.requests == whole.requests, "\(whole) in one, \(parts) by \(piece)")
      try promise(parts.refusal == whole.refusal, "\(whole) in one, \(parts) by \(piece)")
    }
    guard let handler = ServedPage.handler else { throw BrokenPromise("nothing is served") }
    for request in whole.requests {
      do throws(Refusal) { try handler.admit(request.head) } catch { continue }
      let response = await handler.answer(request)
      try promise(response.bytes.starts(with: "HTTP/1.1 ".utf8), "an answer without a status")
    }
  }

  private struct Outcome: Equatable {
    var requests: [Request] = []
    var refusal: Refusal?
  }

  private static func outcome(_ bytes: [UInt8], piece: Int) -> Outcome {
    var outcome = Outcome()
    var reader = RequestReader(limits: ServedPage.limits)
    var rest = bytes[...]
    do throws(Refusal) {
      while true {
        if let request = try reader.next(admitting: { _ throws(Refusal) in }) {
          outcome.requests.append(request)
          continue
        }
        guard !rest.isEmpty else { break }
        reader.receive(rest.prefix(piece))
        rest = rest.dropFirst(piece)
      }
    } catch {
      outcome.refusal = error
    }
    return outcome
  }
}

/// What the page's script sends: the settings of an answer or of a file to save.
enum MessageTarget {
  @Sendable static func check(_ bytes: [UInt8]) async throws {
    guard let handler = ServedPage.handler else { throw BrokenPromise("nothing is served") }
    for path in ["/scenario", "/answer"] {
      let head = try RequestHead(Array("POST \(path) HTTP/1.1\r\n".utf8))
      let response = await handler.answer(Request(head: head, body: bytes))
      try promise(
        response.bytes.starts(with: "HTTP/1.1 200 ".utf8)
          || response.bytes.starts(with: "HTTP/1.1 400 ".utf8),
        String(decoding: response.bytes.prefix(100), as: UTF8.self))
    }
  }
}
