/// Who is let pass: pages of this server in a browser that knows the token.
///
/// The host is looked at because a name that an attacker owns may be made to point to this computer; the
/// origin because any page may send requests here.
struct Gate: Sendable {
  let port: UInt16
  let token: AccessToken

  /// Cookies are shared by all ports of a computer, so that the name says which it is for.
  var cookieName: String { "growth-\(port)" }

  /// The field that makes a browser remember the token for this server's own pages.
  var cookie: String { "\(cookieName)=\(token.text); Path=/; HttpOnly; SameSite=Strict" }

  /// The address to open.
  var address: String { "http://127.0.0.1:\(port)/?token=\(token.text)" }

  /// Finds out whether a request is from here.
  ///
  /// - Parameter head: of the request.
  /// - Throws: `Refusal`.
  func checkOrigin(_ head: RequestHead) throws(Refusal) {
    guard let host = head["host"], hosts.contains(host.lowercased()) else { throw .notAllowedHere }
    if let origin = head["origin"], origin.lowercased() != "http://" + host.lowercased() {
      throw .notAllowedHere
    }
    // Of a page that was typed in or opened by a program there is no site.
    if let site = head["sec-fetch-site"], site != "same-origin", site != "none" {
      throw .notAllowedHere
    }
  }

  private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

  /// Finds out whether a request knows the token, by its cookie or by `X-Growth-Token`.
  ///
  /// - Parameter head: of the request.
  /// - Throws: `Refusal`.
  func checkToken(_ head: RequestHead) throws(Refusal) {
    if let given = head["x-growth-token"], token.matches(given) { return }
    for part in (head["cookie"] ?? "").split(separator: ";") {
      let pair = part.trimmed.split(separator: "=", maxSplits: 1)
      if pair.count == 2, pair[0] == cookieName, token.matches(String(pair[1])) { return }
    }
    throw .notAllowedHere
  }
}
