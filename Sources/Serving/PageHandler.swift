import Foundation
import Languages
import Reporting

/// Answers the requests of the page: everything comes from the program, nothing from a path of the client.
struct PageHandler: RequestHandler {
  let gate: Gate
  let session: LiveSession
  let start: ServedScenario
  /// Of the page, where it does not ask for another.
  let language: Language

  /// What there is, and how it is asked for.
  private static let methods = [
    "/": "GET", "/page.css": "GET", "/page.js": "GET", "/answer": "POST", "/scenario": "POST",
  ]

  func admit(_ head: RequestHead) throws(Refusal) {
    try gate.checkOrigin(head)
    if isFirst(head) { return }
    try gate.checkToken(head)
    guard let method = Self.methods[head.path] else { throw .notFound }
    guard head.method == method else { throw .methodNotAllowed(allowed: method) }
    guard method == "GET" || Self.isJSON(head["content-type"]) else { throw .notJSON }
  }

  private static func isJSON(_ type: String?) -> Bool {
    type?.split(separator: ";").first?.trimmed.lowercased() == "application/json"
  }

  /// Whether a request is the opening of the address with the token in it.
  private func isFirst(_ head: RequestHead) -> Bool {
    guard head.method == "GET", head.path == "/", let given = Self.value("token", in: head.query)
    else { return false }
    return gate.token.matches(given)
  }

  /// The value of a name in a query.
  private static func value(_ name: String, in query: String) -> String? {
    for part in query.split(separator: "&") where part.hasPrefix(name + "=") {
      return String(part.dropFirst(name.count + 1))
    }
    return nil
  }

  func answer(_ request: Request) async -> Response {
    if isFirst(request.head) {
      return Response(redirectingTo: "/", fields: [("Set-Cookie", gate.cookie)])
    }
    do throws(Refusal) {
      switch request.head.path {
      case "/": return page(request.head.query)
      case "/page.css":
        return Response(
          ChartTheme.css + PageStyle.text, contentType: "text/css; charset=utf-8")
      case "/page.js":
        return Response(PageScript.text, contentType: "text/javascript; charset=utf-8")
      case "/answer": return try await answer(try Self.decoded(request.body))
      case "/scenario": return try await scenario(try Self.decoded(request.body))
      default: throw .notFound
      }
    } catch {
      return Response(error)
    }
  }

  private func page(_ query: String) -> Response {
    let asked = Self.value("lang", in: query).flatMap(Language.init(rawValue:)) ?? language
    let html = Language.$current.withValue(asked) { Page(start: start, language: asked).html }
    return Response(html, contentType: "text/html; charset=utf-8")
  }

  /// What the script sends.
  private struct Message: Decodable {
    var language: String?
    /// None for the scenario as it is.
    var settings: [String: String]?
    var ghost: [String: String]?
    var kept: [String: String]?
    var narrow: Bool?
    var name: String?
  }

  private static func decoded(_ body: [UInt8]) throws(Refusal) -> Message {
    do {
      return try JSONDecoder().decode(Message.self, from: Data(body))
    } catch {
      throw .malformed
    }
  }

  private func asked(_ message: Message) -> Language {
    message.language.flatMap(Language.init(rawValue:)) ?? language
  }

  private func answer(_ message: Message) async throws(Refusal) -> Response {
    let question = LiveSession.Question(
      settings: message.settings ?? [:], ghost: message.ghost, kept: message.kept,
      layout: message.narrow == true ? .narrow : .wide)
    let result = await Language.$current.withValue(asked(message)) {
      () async -> Result<AnswerParts, Refusal> in
      do throws(Refusal) { return .success(try await session.answer(question)) } catch {
        return .failure(error)
      }
    }
    let parts = try result.get()
    guard let json = try? JSONEncoder().encode(parts) else { throw .malformed }
    return Response(
      String(decoding: json, as: UTF8.self), contentType: "application/json; charset=utf-8")
  }

  private func scenario(_ message: Message) async throws(Refusal) -> Response {
    let result = await Language.$current.withValue(asked(message)) {
      () async -> Result<String, Refusal> in
      do throws(Refusal) {
        return .success(
          try await session.scenarioText(message.settings ?? [:], name: message.name ?? ""))
      } catch { return .failure(error) }
    }
    return Response(
      try result.get(), contentType: "application/yaml; charset=utf-8",
      fields: [("Content-Disposition", "attachment")])
  }
}
