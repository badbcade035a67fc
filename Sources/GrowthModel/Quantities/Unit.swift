/// What a number of the model measures, and so how it is written for people.
public enum Unit: Sendable, Equatable, Hashable {
  /// A growth rate or a share: a fraction, written in percent.
  case rate
  /// A difference of rates: a fraction, written in percentage points.
  case percentagePoints
  /// Money in billions of the economy's currency.
  case money
  /// Money for each of these things, in billions of the economy's currency: `person`, `visit`.
  case moneyPer(String)
  /// A count of things of this name, such as `visits` or `persons`.
  case count(String)
  /// A plain number.
  case number
  /// A day, as a year and the part of it that has passed: 1 July 2025 is 2025 + 181/365.
  case date
  /// A time, in years.
  case duration
}

extension Unit {
  /// Money a person.
  public static let moneyPerPerson = Unit.moneyPer("person")
}
