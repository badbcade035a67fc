/// The files of one input, one behind the other: a line `=== NAME` begins the file of that name, and what stands
/// before the first is `scenario.yaml`. `=== overrides` begins a list of `PATH=VALUE`, one a line.
struct ScenarioParts {
  static let main = "scenario.yaml"

  private(set) var files: [String: [UInt8]] = [:]
  private(set) var overrides: [String] = []

  init(_ bytes: [UInt8]) {
    var name = Self.main
    var part: [UInt8] = []
    var listed: [UInt8] = []
    func finish() {
      if name == "overrides" { listed += part } else { files[name] = part }
    }
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "=== ".utf8) {
        finish()
        name = String(decoding: line.dropFirst(4), as: UTF8.self)
        part = []
      } else {
        if !part.isEmpty || line.isEmpty { part.append(0x0A) }
        part += line
      }
    }
    finish()
    overrides = listed.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }
}
