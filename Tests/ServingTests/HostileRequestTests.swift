import Foundation
import Languages
import Testing

@testable import Serving

/// A server that runs as long as a test does.
private func withServer(
  limits: ServerLimits = ServerLimits(),
  _ body: @escaping @Sendable (PageServer) async throws -> Void
) async throws {
  let server = try PageServer(
    try Served.small(draws: 2000), port: 0, language: .english,
    limits: limits)
  let threads = OwnThreads()
  let running = Task(executorPreference: threads) { try await server.run() }
  defer { running.cancel() }
  try await withTaskExecutorPreference(threads) { try await body(server) }
}

extension PageServer {
  /// The fields of a request from a page that is let in.
  fileprivate func fields(_ more: String = "") -> String {
    "Host: 127.0.0.1:\(port)\r\nCookie: other=1; growth-\(port)=\(token)\r\n\(more)"
  }

  /// A request for an answer, as the script sends it.
  fileprivate func question(_ body: String = "{}", _ more: String = "") -> String {
    "POST /answer HTTP/1.1\r\n"
      + fields(
        "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\(more)\r\n\(body)"
      )
  }

  /// The answer to a request on a connection of its own.
  fileprivate func ask(_ request: String) throws -> RawResponse? {
    let client = try RawClient(port: port)
    defer { client.close() }
    client.send(request)
    return client.response()
  }

  /// Expects that a good question is answered soon.
  fileprivate func expectResponsive(
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let clock = ContinuousClock()
    let time = try clock.measure {
      let response = try ask(question())
      #expect(response?.code == 200, sourceLocation: sourceLocation)
      #expect(
        response?.body.contains("\"verdict\"") == true, sourceLocation: sourceLocation)
    }
    #expect(time < .seconds(10), sourceLocation: sourceLocation)
  }
}

@Suite("Hostile requests", .serialized)
struct HostileRequestTests {
  @Test("The first page sets a cookie and hides the token; the cookie opens the rest")
  func firstPage() async throws {
    try await withServer { server in
      let host = "Host: localhost:\(server.port)\r\n\r\n"
      let first = try server.ask("GET /?token=\(server.token) HTTP/1.1\r\n\(host)")
      #expect(first?.code == 303)
      #expect(first?.head.contains("Location: /\r\n") == true)
      #expect(first?.head.contains("HttpOnly; SameSite=Strict") == true)
      for (path, start) in [
        ("/", "<!doctype html>"), ("/page.css", ":root"), ("/page.js", "const"),
      ] {
        let response = try server.ask("GET \(path) HTTP/1.1\r\n\(server.fields("\r\n"))")
        #expect(response?.code == 200)
        #expect(response?.body.contains(start) == true, "\(path)")
        let head = response?.head ?? ""
        for field in [
          "default-src 'none'", "frame-ancestors 'none'", "X-Content-Type-Options: nosniff",
          "Cache-Control: no-store", "Referrer-Policy: no-referrer",
        ] {
          #expect(head.contains(field), "\(path) lacks \(field)")
        }
        #expect(response?.body.contains(server.token) == false)
      }
      let header = try server.ask(
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nX-Growth-Token: \(server.token)\r\n\r\n"
      )
      #expect(header?.code == 200)
    }
  }

  @Test("Who comes from elsewhere or does not know the token is refused")
  func strangers() async throws {
    try await withServer { server in
      let own = "127.0.0.1:\(server.port)"
      let cookie = "Cookie: growth-\(server.port)=\(server.token)\r\n"
      let wrong = String(server.token.reversed())
      let heads = [
        // A foreign host, with the token: a name that was made to point here.
        "Host: attacker.example\r\n\(cookie)", "Host: attacker.example:\(server.port)\r\n\(cookie)",
        "Host: 127.0.0.1\r\n\(cookie)", "Host: 127.0.0.1:1\r\n\(cookie)",
        "Host: 127.0.0.1.attacker.example:\(server.port)\r\n\(cookie)", cookie,
        "Host: \(own)\r\nOrigin: http://attacker.example\r\n\(cookie)",
        "Host: \(own)\r\nOrigin: null\r\n\(cookie)",
        "Host: \(own)\r\nOrigin: https://\(own)\r\n\(cookie)",
        "Host: \(own)\r\nOrigin: http://\(own).attacker.example\r\n\(cookie)",
        "Host: \(own)\r\nSec-Fetch-Site: cross-site\r\n\(cookie)",
        "Host: \(own)\r\nSec-Fetch-Site: same-site\r\n\(cookie)",
        // No token, a wrong one, a part of it, one for another port.
        "Host: \(own)\r\n", "Host: \(own)\r\nCookie: growth-\(server.port)=\(wrong)\r\n",
        "Host: \(own)\r\nCookie: growth-\(server.port)=\r\n",
        "Host: \(own)\r\nCookie: growth-\(server.port)=\(server.token.dropLast())\r\n",
        "Host: \(own)\r\nCookie: growth-1=\(server.token)\r\n",
        "Host: \(own)\r\nX-Growth-Token: \(wrong)\r\n",
      ]
      for head in heads {
        for path in ["/", "/page.js", "/nothing"] {
          let response = try server.ask("GET \(path) HTTP/1.1\r\n\(head)\r\n")
          #expect(response?.code == 403, "\(head)")
          #expect(response?.body == "Forbidden\n")
        }
        let body = try server.ask(
          "POST /answer HTTP/1.1\r\n\(head)Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
        )
        #expect(body?.code == 403, "\(head)")
      }
      let bad = try server.ask("GET /?token=\(wrong) HTTP/1.1\r\nHost: \(own)\r\n\r\n")
      #expect(bad?.code == 403)
      try server.expectResponsive()
    }
  }

  @Test("No path of a client is opened, whatever it is written like")
  func paths() async throws {
    try await withServer { server in
      for path in [
        "/../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/....//etc/passwd",
        "/..\\..\\etc\\passwd", "//etc/passwd", "/page.css/../../etc/passwd", "/page.css%00",
        "/etc/passwd", "/%c0%ae%c0%ae/etc/passwd", "/PAGE.CSS", "/page.css/", "/./page.css",
        "/answer/", "/favicon.ico",
      ] {
        let response = try server.ask("GET \(path) HTTP/1.1\r\n\(server.fields("\r\n"))")
        #expect(response?.code == 404, "\(path)")
        #expect(response?.body == "Not Found\n")
      }
    }
  }

  @Test("Each page has one method, and questions are JSON")
  func methods() async throws {
    try await withServer { server in
      for method in ["HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "CONNECT", "PATCH", "X"] {
        for path in ["/", "/answer"] {
          let response = try server.ask("\(method) \(path) HTTP/1.1\r\n\(server.fields("\r\n"))")
          #expect(response?.code == 405, "\(method) \(path)")
        }
      }
      #expect(try server.ask("GET /answer HTTP/1.1\r\n\(server.fields("\r\n"))")?.code == 405)
      let post = "POST / HTTP/1.1\r\n\(server.fields("Content-Length: 0\r\n\r\n"))"
      #expect(try server.ask(post)?.code == 405)
      for type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"] {
        let request =
          "POST /answer HTTP/1.1\r\n"
          + server.fields("Content-Type: \(type)\r\nContent-Length: 2\r\n\r\n{}")
        #expect(try server.ask(request)?.code == 415, "\(type)")
      }
    }
  }

  @Test("Bodies that are no question, and values that are none, are refused in words")
  func questions() async throws {
    try await withServer { server in
      for body in [
        "", "{", "[]", "null", "1", "{\"settings\": 5}", "{\"settings\": {\"a\": 1}}",
        "{\"settings\": {\"a\": NaN}}", String(repeating: "[", count: 30_000), "\u{0}",
        "{\"kept\": []}",
      ] {
        #expect(try server.ask(server.question(body))?.code == 400, "\(body.prefix(40))")
      }
      let start = try Served.small()
      let lever = try #require(start.levers.first)
      for value in [
        "NaN", "inf", "1e999", "", " ", "-", "1", "[1, 2]", "{a: b}", "&a *a", "!!binary x",
        "/etc/passwd",
        "1\(lever.figure.suffix) # x", "1\(lever.figure.suffix)\nextends: /etc/passwd", "1 parsec",
        String(repeating: "9", count: 70),
      ] {
        let json = try JSONEncoder().encode(["settings": [lever.path: value]])
        let response = try server.ask(server.question(String(decoding: json, as: UTF8.self)))
        #expect(response?.code == 400, "\(value)")
        #expect(response?.body.contains("<") == false)
      }
      for path in ["history.file", "extends", "levers.nothing", "run.draws", "name", "../x", ""] {
        let json = try JSONEncoder().encode(["settings": [path: "1"]])
        let response = try server.ask(server.question(String(decoding: json, as: UTF8.self)))
        #expect(response?.code == 400, "\(path)")
      }
      try server.expectResponsive()
    }
  }

  @Test("Large bodies and heads are refused before they are taken")
  func large() async throws {
    try await withServer { server in
      // A gigabyte that is announced, and some of it sent.
      for length in ["1000000000", "65537", "18446744073709551617"] {
        let client = try RawClient(port: server.port)
        defer { client.close() }
        client.send(
          "POST /answer HTTP/1.1\r\n"
            + server.fields("Content-Type: application/json\r\nContent-Length: \(length)\r\n\r\n"))
        client.send([UInt8](repeating: 0x20, count: 100_000))
        #expect(client.response()?.code == 413, "\(length)")
      }
      #expect(
        try server.ask(
          server.question("{\"name\": \"" + String(repeating: "a", count: 65_000) + "\"}"))?
          .code == 200)
      let chunked =
        "POST /answer HTTP/1.1\r\n"
        + server.fields(
          "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
      #expect(try server.ask(chunked)?.code == 501)
      // A head without an end.
      let client = try RawClient(port: server.port)
      defer { client.close() }
      client.send("GET / HTTP/1.1\r\n")
      var isTaken = true
      for _ in 0..<10_000 where isTaken {
        isTaken = client.send("A: \(String(repeating: "a", count: 10_000))\r\n")
      }
      #expect(!isTaken, "100 MB of head were taken")
      try server.expectResponsive()
    }
  }

  @Test("A gigabyte that really comes is not taken, and memory stays")
  func gigabyte() async throws {
    try await withServer { server in
      try server.expectResponsive()
      let before = residentBytes()
      let client = try RawClient(port: server.port)
      defer { client.close() }
      client.send(
        "POST /answer HTTP/1.1\r\n"
          + server.fields("Content-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n"))
      let piece = [UInt8](repeating: 0x20, count: 1 << 20)
      var sent = 0
      while sent < 1000, client.send(piece) { sent += 1 }
      #expect(sent < 100, "\(sent) MiB were taken")
      #expect(residentBytes() - before < 32 << 20)
      try server.expectResponsive()
    }
  }

  @Test("Slow heads and bodies, and idle connections, are ended")
  func slow() async throws {
    var limits = ServerLimits()
    limits.requestTime = .milliseconds(700)
    limits.idleTime = .milliseconds(900)
    try await withServer(limits: limits) { server in
      let head = try RawClient(port: server.port)
      let body = try RawClient(port: server.port)
      let idle = try RawClient(port: server.port)
      defer { for client in [head, body, idle] { client.close() } }
      head.send("GET / HTTP/1.1\r\nHost: ")
      body.send(
        "POST /answer HTTP/1.1\r\n"
          + server.fields("Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"))
      // A byte now and then does not help.
      for _ in 0..<8 {
        head.send("a")
        body.send(" ")
        try await Task.sleep(for: .milliseconds(150))
      }
      #expect(head.isEnded())
      #expect(body.isEnded())
      #expect(idle.isEnded())
      try server.expectResponsive()
    }
  }

  @Test("A thousand open connections keep nobody out, not even who was there before")
  func many() async throws {
    try await withServer { server in
      let own = try RawClient(port: server.port)
      defer { own.close() }
      own.send(server.question())
      #expect(own.response()?.code == 200)
      var clients: [RawClient] = []
      defer { for client in clients { client.close() } }
      for number in 0..<1000 {
        let client = try RawClient(port: server.port)
        if number.isMultiple(of: 2) { client.send("POST /answer HTTP/1.1\r\nHost: a") }
        clients.append(client)
        if number.isMultiple(of: 250) { try server.expectResponsive() }
      }
      try server.expectResponsive()
      own.send(server.question())
      #expect(own.response()?.code == 200)
      // Most of them are gone.
      #expect(clients[0].isEnded())
      #expect(clients[500].isEnded())
    }
  }

  @Test(
    "Requests that come at once on a connection are answered in their order; then it ends if asked to"
  )
  func pipelined() async throws {
    try await withServer { server in
      let client = try RawClient(port: server.port)
      defer { client.close() }
      let get = "GET /page.css HTTP/1.1\r\n\(server.fields("\r\n"))"
      let last = "GET /page.js HTTP/1.1\r\n\(server.fields("Connection: close\r\n\r\n"))"
      client.send(get + last)
      var bytes: [UInt8] = []
      while true {
        let piece = client.receive()
        if piece.isEmpty { break }
        bytes += piece
      }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.components(separatedBy: "HTTP/1.1 200 OK").count == 3)
      #expect(text.contains("const sliders"))
    }
  }
}

/// Memory of this process that is in use.
func residentBytes() -> Int {
  let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
  return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4096
}
