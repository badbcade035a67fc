import Foundation
import TestSupport

/// The figures of a scenario, as `growth show` prints them: an independent computation starts from these.
struct ScenarioFigures {
  private let texts: [String: String]

  init(_ file: String) throws {
    let outcome = try Program.run("show", file, "--format", "json")
    guard outcome.status == 0 else { throw Program.Failure(description: outcome.errors) }
    var texts: [String: String] = [:]
    for value in try JSONValue(outcome.output)["values"]?.array ?? [] {
      if let path = value["path"]?.string, let text = value["value"]?.string { texts[path] = text }
    }
    self.texts = texts
  }

  /// A figure in base units: rates are fractions, money is in billions.
  subscript(path: String) -> Double {
    get throws { try number(text(path), path) }
  }

  /// A list of figures, or a row of a matrix.
  func list(_ path: String) throws -> [Double] {
    try text(path).split { ",[]".contains($0) }.map { try number(String($0), path) }
  }

  /// The mean and variance of an uncertain figure; of one with two pieces, of the lesser of it and a cap.
  func moments(_ path: String, cappedAt cap: Double = .infinity) throws -> Moments {
    func parameter(_ key: String) throws -> Double { try self[path + "." + key] }
    switch texts[path + ".distribution"] {
    case nil: return Moments(mean: try self[path], variance: 0)
    case "uniform":
      let (low, high) = (try parameter("low"), try parameter("high"))
      return Moments(mean: (low + high) / 2, variance: (high - low) * (high - low) / 12)
    case "triangular":
      let (a, b, c) = (try parameter("low"), try parameter("mode"), try parameter("high"))
      return Moments(
        mean: (a + b + c) / 3, variance: (a * a + b * b + c * c - a * b - a * c - b * c) / 18)
    case "normal":
      let sd = try parameter("sd")
      return Moments(mean: try parameter("mean"), variance: sd * sd)
    case "pert":
      let (a, b, c) = (try parameter("low"), try parameter("mode"), try parameter("high"))
      let mean = (a + 4 * b + c) / 6
      return Moments(mean: mean, variance: (mean - a) * (c - mean) / 7)
    case "two-piece-normal": return try twoPieceMoments(path, cap)
    case let other?:
      throw Program.Failure(description: "no moments of \(other) at \(path)")
    }
  }

  /// By the midpoint rule over twelve standard deviations on either side.
  private func twoPieceMoments(_ path: String, _ cap: Double) throws -> Moments {
    let mode = try self[path + ".mode"]
    let (below, above) = (try self[path + ".sd-below"], try self[path + ".sd-above"])
    let (low, high) = (mode - 12 * below, mode + 12 * above)
    let count = 200_000
    var (weight, first, second) = (0.0, 0.0, 0.0)
    for index in 0..<count {
      let x = low + (Double(index) + 0.5) * (high - low) / Double(count)
      let z = (x - mode) / (x < mode ? below : above)
      let density = exp(-z * z / 2)
      weight += density
      first += density * min(x, cap)
      second += density * min(x, cap) * min(x, cap)
    }
    let mean = first / weight
    return Moments(mean: mean, variance: second / weight - mean * mean)
  }

  private func text(_ path: String) throws -> String {
    guard let text = texts[path] else {
      throw Program.Failure(description: "the scenario has no \(path)")
    }
    return text
  }

  private func number(_ text: String, _ path: String) throws -> Double {
    let words = text.replacing(",", with: "").split { $0 == " " || $0 == "%" }
    guard let first = words.first, let number = Double(first.replacing("_", with: "")) else {
      throw Program.Failure(description: "no figure at \(path): \(text)")
    }
    if text.contains("%") { return number / 100 }
    let scale = words.dropFirst().first.flatMap { Self.scales[String($0)] } ?? 1
    return text.contains("VND") ? number * scale / 1e9 : number * scale
  }

  private static let scales = ["thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12]
}

/// Mean and variance of a random number; products are of independent ones.
struct Moments {
  var mean: Double
  var variance: Double

  static func * (a: Moments, b: Moments) -> Moments {
    let square = (a.variance + a.mean * a.mean) * (b.variance + b.mean * b.mean)
    return Moments(mean: a.mean * b.mean, variance: square - a.mean * a.mean * b.mean * b.mean)
  }

  static func * (a: Moments, b: Double) -> Moments {
    Moments(mean: a.mean * b, variance: a.variance * b * b)
  }

  /// Of one less the number.
  var complement: Moments { Moments(mean: 1 - mean, variance: variance) }

  /// The sum with an independent number.
  static func + (a: Moments, b: Moments) -> Moments {
    Moments(mean: a.mean + b.mean, variance: a.variance + b.variance)
  }
}
