import Foundation

/// A reader of what others write, and what has to hold for whatever it is given.
struct FuzzTarget: Sendable {
  enum Body: Sendable {
    case plain(@Sendable ([UInt8]) throws -> Void)
    case suspending(@Sendable ([UInt8]) async throws -> Void)
  }

  /// Also that of its corpus and its dictionary.
  let name: String
  let body: Body

  static let all: [FuzzTarget] = [
    FuzzTarget(name: "formula", body: .plain(FormulaTarget.check)),
    FuzzTarget(name: "figure", body: .plain(FigureTarget.check)),
    FuzzTarget(name: "scenario", body: .suspending(ScenarioTarget.check)),
    FuzzTarget(name: "override", body: .suspending(OverrideTarget.check)),
    FuzzTarget(name: "vary", body: .plain(VaryTarget.check)),
    FuzzTarget(name: "variants", body: .plain(VariantsTarget.check)),
    FuzzTarget(name: "history", body: .plain(HistoryTarget.check)),
    FuzzTarget(name: "actuals", body: .plain(ActualsTarget.check)),
    FuzzTarget(name: "request", body: .suspending(RequestTarget.check)),
    FuzzTarget(name: "state", body: .suspending(StateTarget.check)),
    FuzzTarget(name: "answer", body: .plain(AnswerTarget.check)),
    FuzzTarget(name: "message", body: .suspending(MessageTarget.check)),
  ]

  func check(_ bytes: [UInt8]) async throws {
    switch body {
    case .plain(let body): try body(bytes)
    case .suspending(let body): try await body(bytes)
    }
  }
}

/// A promise that an input breaks.
struct BrokenPromise: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Fails where something that has to hold does not.
func promise(_ holds: Bool, _ otherwise: @autoclosure () -> String) throws {
  if !holds { throw BrokenPromise(otherwise()) }
}

/// Files of the package.
enum PackageFile {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func url(_ path: String) -> URL { root.appendingPathComponent(path) }

  /// The bytes of a file; none where it cannot be read.
  static func bytes(_ path: String) -> [UInt8] {
    (try? Data(contentsOf: url(path))).map { Array($0) } ?? []
  }
}
