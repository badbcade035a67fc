import Languages

/// What is wrong with a formula, and where.
public struct FormulaError: Error, Equatable, Sendable {
  /// What is wrong.
  public let fact: Fact
  /// Where in the text, in Unicode scalars from 0.
  public let offset: Int

  init(_ fact: Fact, at offset: Int) {
    self.fact = fact
    self.offset = offset
  }

  /// Facts about a text that is not a formula, or not one that the model can evaluate.
  public enum Fact: Equatable, Sendable {
    // The text as a whole.
    /// There is nothing but blanks.
    case empty
    /// It has so many characters, more than `Formula.maximumLength`.
    case tooLong(Int)
    /// It is nested deeper than `Formula.maximumNesting`.
    case nestedTooDeeply

    // Characters and figures.
    /// A character that means nothing in a formula.
    case foreignCharacter(String)
    /// An operator of another language, with the one that is meant.
    case foreignOperator(String, instead: String)
    /// A number with hexadecimal digits.
    case hexadecimal(String)
    /// A number with two points.
    case strayPoint(String)
    /// A number with a `_` that does not stand between digits.
    case strayUnderscore(String)
    /// A number beyond the largest `Double`.
    case tooLarge(String)
    /// A number that would become zero.
    case tooSmall(String)
    /// A date that no calendar has.
    case noSuchDay(String)
    /// A rate with its unit in words, `8 percent`.
    case percentSpelled(String)
    /// A scale with the one that is probably meant.
    case misspeltScale(String, scale: String)
    /// A number with a scale and no unit.
    case scaleWithoutUnit(String)
    /// An amount `per` nothing.
    case perWithoutThing(String)
    /// A `per` without an amount of money before it.
    case perWithoutCurrency(String)
    /// Money of another currency than the scenario's.
    case wrongCurrency(found: String, currency: String)
    /// What stands in brackets is no lag.
    case malformedLag(String)
    /// A lag that is not in the past.
    case looksAhead(String)
    /// A lag behind something that has none.
    case noLag(String)

    // The order of the parts.
    /// The text ends where something must follow.
    case unexpectedEnd
    /// A word or sign where another must stand.
    case unexpected(String)
    /// Two parts follow each other with no operator between.
    case missingOperator(left: String, right: String)
    /// A number that is parted by a blank.
    case blankInNumber(String)
    /// A comparison of more than two things.
    case chainedComparison
    /// A comma outside of arguments.
    case strayComma
    /// A parenthesis without the one that closes it.
    case unclosed
    /// A lag that stands behind no name.
    case lagBehindNoName
    /// A function that there is not, with the nearest that there is.
    case unknownFunction(String, nearest: String?)
    /// The name of a function alone.
    case functionWithoutArguments(String, example: String)
    /// A function with too few or too many arguments.
    case wrongArguments(String, found: Int, example: String)
    /// A sum over something that is no path of leaves.
    case sumOfNoPath

    // Names.
    /// A quantity that there is not.
    case unknownName(String, remedy: NameRemedy)
    /// An activity that there is not, with the nearest that there is.
    case unknownActivity(String, nearest: String?)
    /// Not all leaves have the quantity in one unit.
    case unlikeLeaves(String, first: Phrase, other: Phrase)
    /// A quarter is asked for in a model of years.
    case noQuarters

    // Units.
    /// Two units that cannot be added, compared or chosen between.
    case unlikeUnits(operation: String, left: Phrase, right: Phrase, remedy: UnitRemedy)
    /// A number where a condition must stand.
    case conditionWanted(found: Phrase)
    /// A condition where a number must stand.
    case conditionUsed(operation: String)
    /// A function or operator that has no meaning for this unit.
    case unfitUnit(operation: String, found: Phrase)
    /// A power that gives no unit.
    case exponentUnfit(base: Phrase)
    /// A formula of another unit than that of its place.
    case wrongUnit(found: Phrase, expected: Phrase, remedy: UnitRemedy)
    /// A formula of a unit that no quantity has.
    case nameless(Phrase)
    /// A division by a figure that is zero.
    case dividesByZero
    /// A `clamp` whose lower bound is above the upper one.
    case boundsExchanged
  }

  /// How a name might be put right.
  public enum NameRemedy: Equatable, Sendable {
    /// The nearest name that there is.
    case nearest(String)
    /// The name of an activity, and one of its quantities.
    case activity(quantity: String)
    /// Two known parts with a hyphen between.
    case subtraction(String)
    /// Names of which one may be meant.
    case listing([String])
  }

  /// How a unit might be put right.
  public enum UnitRemedy: Equatable, Sendable {
    /// A number that lacks its unit, and how it would be written.
    case write(String)
    /// `rate(...)` around it.
    case makeRate
    /// `number(...)` around it.
    case makeNumber
    /// As in this example.
    case example(String)
    /// Nothing that can be said in general.
    case none
  }
}
