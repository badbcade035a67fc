import Languages
import LinearAlgebra

/// An open input-output table of domestic flows.
public struct InputOutputTable: Sendable, Equatable {
  /// One product and the industry that makes it.
  public struct Sector: Sendable, Equatable {
    /// The name of the product.
    public let id: String
    /// The leaf activity whose volume its value added belongs to.
    public let activity: String
    /// Value added for each unit of output, a fraction.
    public let valueAddedShare: Double
    /// Output of the base year in billions of the currency, where known.
    public let output: Double?

    /// A sector of a table.
    public init(id: String, activity: String, valueAddedShare: Double, output: Double? = nil) {
      self.id = id
      self.activity = activity
      self.valueAddedShare = valueAddedShare
      self.output = output
    }
  }

  /// The sectors, in the order of rows and columns.
  public let sectors: [Sector]
  /// Row i, column j: what a unit of output of sector j takes of the product of sector i.
  public let coefficients: [[Double]]
  /// How the flows behind the coefficients were adjusted to totals; nil where they were not.
  public let balance: TableBalance?

  /// Makes a table whose sectors can supply themselves.
  ///
  /// - Throws: `InputOutputError`.
  public init(
    sectors: [Sector], coefficients: [[Double]], balance: TableBalance? = nil
  ) throws(InputOutputError) {
    self.sectors = sectors
    self.coefficients = coefficients
    self.balance = balance
    guard coefficients.count == sectors.count,
      coefficients.allSatisfy({ $0.count == sectors.count })
    else { throw .wrongShape(sectors: sectors.count) }
    // Hawkins and Simon (1949), doi:10.2307/1905526: output for every final demand exists, and is
    // not negative, exactly when the inverse has no negative element.
    for sector in sectors.indices {
      let unit = sectors.indices.map { $0 == sector ? 1.0 : 0 }
      let output = try outputs(finalDemand: unit)
      if output.contains(where: { $0 < -1e-9 }) { throw .notProductive }
    }
  }

  /// The output of each sector that meets a final demand: the solution x of `(I - A) x = f`, by LU.
  ///
  /// Rounded to twelve digits, so that the last bits of the library behind the solution do not reach
  /// the draws.
  ///
  /// - Parameter finalDemand: one amount for each sector.
  public func outputs(finalDemand: [Double]) throws(InputOutputError) -> [Double] {
    guard finalDemand.count == sectors.count else { throw .wrongShape(sectors: sectors.count) }
    let count = sectors.count
    var leontief = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for j in 0..<count { leontief[i, j] = (i == j ? 1 : 0) - coefficients[i][j] }
    }
    do {
      let solution = try LU(leontief).solve(finalDemand)
      return solution.map { Self.rounded($0) }
    } catch {
      throw .notProductive
    }
  }

  /// Value added of each sector that meets a final demand.
  public func valueAdded(finalDemand: [Double]) throws(InputOutputError) -> [Double] {
    zip(try outputs(finalDemand: finalDemand), sectors).map { $0 * $1.valueAddedShare }
  }

  /// To forty binary digits.
  private static func rounded(_ x: Double) -> Double {
    guard x.isFinite, x != 0 else { return x }
    let unit = x.ulp * 0x1p13
    return (x / unit).rounded() * unit
  }
}

/// Flows of a table before and after they were adjusted to the totals of their rows and columns.
public struct TableBalance: Sendable, Equatable {
  /// The names of rows and columns.
  public let sectors: [String]
  /// Row i, column j: what sector j takes from sector i, in billions of the currency.
  public let given: [[Double]]
  /// The flows after the adjustment, whose rows and columns have the totals.
  public let balanced: [[Double]]
  /// How often rows and columns were scaled.
  public let iterations: Int

  /// Flows before and after, row by row.
  public init(sectors: [String], given: [[Double]], balanced: [[Double]], iterations: Int) {
    self.sectors = sectors
    self.given = given
    self.balanced = balanced
    self.iterations = iterations
  }
}

/// Why an input-output table cannot be used.
public enum InputOutputError: Error, Equatable, Sendable {
  /// Coefficients or demand do not have one row and column for each sector.
  case wrongShape(sectors: Int)
  /// The sectors use more of some product, directly and through each other, than they make.
  case notProductive
}

extension InputOutputError: CustomStringConvertible {
  public var description: String { message.text() }

  /// What is wrong, without a full stop.
  public var message: Phrase {
    switch self {
    case .wrongShape(let sectors):
      "the table needs \(sectors) rows and columns, one for each sector"
    case .notProductive: "the sectors use more of a product than they make"
    }
  }
}
