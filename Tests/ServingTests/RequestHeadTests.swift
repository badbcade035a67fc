import Testing

@testable import Serving

@Suite("Heads of requests")
struct RequestHeadTests {
  private func head(_ text: String) throws(Refusal) -> RequestHead {
    try RequestHead(Array(text.utf8))
  }

  @Test("A head is read as it stands")
  func plain() throws {
    let head = try head("GET /answer?lang=vi HTTP/1.1\r\nHost: 127.0.0.1:80\r\nX-Y:  a b \r\n")
    #expect(head.method == "GET")
    #expect(head.path == "/answer")
    #expect(head.query == "lang=vi")
    #expect(head["host"] == "127.0.0.1:80")
    #expect(head["x-y"] == "a b")
    #expect(head["x"] == nil)
  }

  @Test(
    "What other readers might read in another way is no request",
    arguments: [
      "", "GET / HTTP/1.1", "GET / HTTP/1.1\nHost: a\n", "GET  / HTTP/1.1\r\n",
      "get / HTTP/1.1\r\n",
      "GET / HTTP/1.1 \r\n", "GET http://a/ HTTP/1.1\r\n", "GET / FTP/1.1\r\n",
      "GET / HTTP/1.1\r\nHost : a\r\n", "GET / HTTP/1.1\r\n folded\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n", "GET / HTTP/1.1\r\nno colon\r\n",
      "GET / HTTP/1.1\r\nA: b\rc\r\n", "GET /\u{7f} HTTP/1.1\r\n", "GET /é HTTP/1.1\r\n",
      "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
      "GET / HTTP/1.1\r\nA: \u{0}\r\n",
    ])
  func malformed(_ text: String) {
    #expect(throws: Refusal.malformed) { try head(text) }
  }

  @Test("Only HTTP/1.1 is spoken", arguments: ["1.0", "2.0", "0.9", "1.10"])
  func version(_ version: String) {
    #expect(throws: Refusal.versionNotSupported) { try head("GET / HTTP/\(version)\r\n") }
  }

  @Test("A body has a length that is known, and bounded")
  func length() throws {
    func length(_ method: String, _ fields: String) throws(Refusal) -> Int {
      try head("\(method) / HTTP/1.1\r\n\(fields)").bodyLength(most: 100)
    }
    #expect(try length("GET", "") == 0)
    #expect(try length("POST", "Content-Length: 100\r\n") == 100)
    #expect(try length("POST", "Content-Length: 0\r\n") == 0)
    #expect(throws: Refusal.bodyTooLarge) { try length("POST", "Content-Length: 101\r\n") }
    #expect(throws: Refusal.bodyTooLarge) {
      try length("POST", "Content-Length: 99999999999999999999\r\n")
    }
    #expect(throws: Refusal.bodyTooLarge) { try length("GET", "Content-Length: 1\r\n") }
    for text in ["-1", "+1", "1 ", "0x10", "", "1,1"].filter({ $0 != "1 " }) {
      #expect(throws: Refusal.malformed) { try length("POST", "Content-Length: \(text)\r\n") }
    }
    #expect(throws: Refusal.lengthRequired) { try length("POST", "") }
    #expect(throws: Refusal.codingNotImplemented) {
      try length("POST", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n")
    }
    #expect(throws: Refusal.expectationFailed) {
      try length("POST", "Expect: 100-continue\r\nContent-Length: 5\r\n")
    }
  }

  @Test("A head has no more than a hundred fields")
  func fields() {
    let many = (0...RequestHead.mostFields).map { "a\($0): b\r\n" }.joined()
    #expect(throws: Refusal.headTooLarge) { try head("GET / HTTP/1.1\r\n" + many) }
  }
}

@Suite("Tokens")
struct AccessTokenTests {
  @Test("A token has 32 hexadecimal digits, other ones every time, and matches itself alone")
  func token() {
    let token = AccessToken()
    #expect(token.text.count == 32)
    #expect(token.text.allSatisfy { $0.isHexDigit })
    #expect(token.text != AccessToken().text)
    #expect(token.matches(token.text))
    #expect(!token.matches(""))
    #expect(!token.matches(String(token.text.dropLast())))
    #expect(!token.matches(token.text + "0"))
    #expect(!token.matches(String(token.text.reversed()) + "x"))
  }
}
