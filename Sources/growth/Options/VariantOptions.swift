import ArgumentParser
import Languages
import ScenarioFiles

/// Which variants of a scenario a command is about.
struct VariantOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized(
        "Vary a value: PATH=A..B:N takes N evenly spaced values, both ends among them. Repeatable."),
      discussion: localized(
        """
        A unit may stand once, behind the second number: credit.growth=0..20%:5. PATH=V,V,V takes each of \
        a list, days too; a value that holds a comma stands in quotation marks, brackets or braces. Every path \
        that --set takes.
        """), valueName: "path=values"), transform: variedPath)
  var vary: [VariedPath] = []

  @Option(
    help: ArgumentHelp(
      localized(
        "Take the variants from a comma-separated file: a header of paths, a row for each."),
      discussion: localized(
        """
        A title may carry a unit for the cells below it, as in credit.growth (%). An empty cell leaves the \
        scenario's own value. With --vary too, each row is run with each combination of its values.
        """), valueName: "csv"), completion: .file(extensions: ["csv"]))
  var variants: String?

  @Option(
    help: ArgumentHelp(
      localized("How the values of several paths are put together."),
      discussion: localized(
        """
        grid: each with every other, the last path fastest. together: the first values of all, then the second \
        ones. lhs: a Latin hypercube of --points variants over ranges A..B and lists, from --seed. Without it, a \
        grid.
        """)))
  var design: VariantDesign.Kind?

  @Option(help: ArgumentHelp(localized("How many variants a Latin hypercube has."), valueName: "n"))
  var points: Int?

  func validate() throws {
    if variants != nil, design != nil {
      throw ValidationError(
        localized("--variants lists whole variants, each with all of --vary: leave out --design"))
    }
    if variants == nil, vary.isEmpty {
      throw ValidationError(
        localized(
          "nothing is varied: write --vary PATH=A..B:N, as in --vary credit.growth=0..20%:5"))
    }
    if (design == .lhs) != (points != nil) {
      throw ValidationError(
        design == .lhs
          ? localized("--design lhs needs --points: how many variants there are")
          : localized(
            """
            --points is for --design lhs; a range says how many values it has, as in 0..20%:5
            """))
    }
  }

  /// The variants that were asked for.
  ///
  /// - Parameter seed: that the points of a Latin hypercube follow from.
  /// - Throws: `ValidationError`, or `ExitCode.scenarioWrong` after writing what is wrong with a file.
  func variantDesign(seed: UInt64) throws -> VariantDesign {
    if let variants {
      let (design, diagnostics) = VariantTable.read(path: variants)
      for diagnostic in diagnostics {
        Terminal.error(diagnostic.reported.text(style: Terminal.errorStyle))
      }
      guard let design else { throw ExitCode.scenarioWrong }
      do {
        return try design.crossed(with: vary)
      } catch {
        throw ValidationError("\(error)")
      }
    }
    do {
      if let points { return try .latinHypercube(vary, points: points, seed: seed) }
      return try .combining(vary, design ?? .grid)
    } catch {
      throw ValidationError("\(error)")
    }
  }
}

/// Reads what is varied, and how.
///
/// - Throws: `ValidationError` with how to write it.
func variedPath(_ text: String) throws -> VariedPath {
  do {
    return try VariedPath(argument: text)
  } catch {
    throw ValidationError("\(error)")
  }
}

extension VariantDesign.Kind: ExpressibleByArgument {}
