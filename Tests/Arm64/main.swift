// Works out what is random and what is made of it, and prints a digest of each: the same on every processor. It is
// written for Embedded Swift too, which has neither Foundation nor errors of any type.

let seed: UInt64 = 2025
/// Not a multiple of eight: the last ones go one by one.
let drawCount = 65_533
/// Where a number takes microseconds.
let fewDraws = 2_005

/// 64 bits that follow from all bits of what was added, in its order.
struct Digest {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0x9e37_79b9_7f4a_7c15
    state ^= state >> 29
  }

  /// Which bits stand for what is not a number is up to the processor: x86-64 sets the sign, arm64 does not.
  mutating func add(_ number: Double) { add((number.isNaN ? .nan : number).bitPattern) }

  mutating func add(_ numbers: some Sequence<Double>) { for number in numbers { add(number) } }

  /// Prints a line.
  func say(_ name: String) {
    let digits = String(state, radix: 16)
    print(name + " " + String(repeating: "0", count: 16 - digits.count) + digits)
  }
}

typealias Column = UnsafeMutableBufferPointer<Double>

/// A column whose memory is kept to the end.
func column(_ count: Int, _ number: (Int) -> Double) -> Column {
  let column = Column.allocate(capacity: count)
  for i in 0..<count { column[i] = number(i) }
  return column
}

/// Prints the digest of a copy of a column that something was done to.
func say(_ name: String, _ original: Column, _ work: (Column) -> Void) {
  let copy = column(original.count) { original[$0] }
  defer { copy.deallocate() }
  work(copy)
  var digest = Digest()
  digest.add(copy)
  digest.say(name)
}

/// Prints the digest of a function of each number.
func say(_ name: String, each numbers: Column, _ function: (Double) -> Double) {
  say(name, numbers) { column in
    for i in column.indices { column[i] = function(column[i]) }
  }
}

let stream = RandomStream(seed: seed, name: "growth")
let tails = column(drawCount) { _ in 0 }
stream.fillTails(tails, firstDraw: 0)
let scores = column(drawCount) { _ in 0 }
stream.fillNormals(scores, firstDraw: 0)

// MARK: Random numbers

/// Prints the digests of a sequence, some of which are made 1024 at a time.
func say(_ kind: String, _ sequence: some DrawSequence) {
  say(kind + ": tails", tails) { sequence.fillTails($0, firstDraw: 5_000) }
  say(kind + ": scores", tails) { sequence.fillNormals($0, firstDraw: 5_000) }
}

let names = ["agriculture", "services", "công nghiệp"]
for (dimension, name) in zip([1, 37, 2048], names) {
  say("independent, " + name, RandomStream(seed: seed, name: name))
  say("antithetic, " + name, AntitheticStream(seed: seed, name: name))
  say("Latin hypercube, " + name, LatinHypercubeStream(seed: seed, name: name))
  say("Sobol, " + name, SobolStream(seed: seed, name: name, dimension: dimension))
}

var hypercube = Digest()
let places = LatinHypercubeColumn(points: drawCount, seed: seed, name: "services")
for stratum in places.strata { hypercube.add(UInt64(stratum)) }
for place in places.places { hypercube.add(place) }
hypercube.say("hypercube of any size")

// MARK: Functions

/// Arguments of any sign and size, infinite ones and such as are no numbers among them.
let anyBits = column(drawCount) { Double(bitPattern: stream.bits(draw: $0)) }
let wide = column(drawCount) { 200 * scores[$0] }
let positive = column(drawCount) { PortableMath.exp(wide[$0]) }
let exponents = column(drawCount) { $0 % 5 == 0 ? Double($0 % 131 - 65) / 2 : scores[$0] }
let arguments = [
  ("bits", anyBits), ("scores", scores), ("wide", wide), ("positive", positive), ("tails", tails),
]

let columnFunctions: [(String, (Column) -> Void)] = [
  ("exp", { PortableMath.exp($0) }),
  ("log", { PortableMath.log($0) }),
  ("sin", { PortableMath.sin($0) }),
  ("cos", { PortableMath.cos($0) }),
  ("power", { PortableMath.power($0, UnsafeBufferPointer(exponents)) }),
]
let functions: [(String, (Double) -> Double)] = [
  ("expm1", Elementary.expm1),
  ("log1p", Elementary.log1p),
  ("normal density", StandardNormal.density),
  ("normal cumulative", StandardNormal.cumulative),
  ("normal complementary", StandardNormal.complementary),
]
for (kind, numbers) in arguments {
  for (name, function) in columnFunctions { say(name + " of " + kind, numbers, function) }
  for (name, function) in functions { say(name + " of " + kind, each: numbers, function) }
}
say("sine of quarter turns", each: tails) { Elementary.sineOfQuarterTurns($0.magnitude) }
say("Stirling's error", each: scores) { Elementary.stirlingError(1 + $0 * $0) }
say("chi-square tail", column(fewDraws) { Double($0) / 16 }) { column in
  for i in column.indices {
    column[i] = ChiSquare.upperTail(column[i], degreesOfFreedom: 1 + i % 64)
  }
}

// MARK: Distributions

/// Bins, moments and quantiles of draws.
func record(_ draws: Column, centre: Double, scale: Double) -> Digest {
  var digest = Digest()
  guard let start = draws.baseAddress else { return digest }
  // In two halves that are put together, of which one has spare counters.
  let half = draws.count / 2
  var bins = [UInt16](repeating: 0, count: Sketch.binCount + ColumnRecord.spareCount)
  var (first, second) = (
    ColumnRecord(centre: centre, scale: scale), ColumnRecord(centre: centre, scale: scale)
  )
  bins.withUnsafeMutableBufferPointer { bins in
    guard let bins = bins.baseAddress else { return }
    digest.add(first.add(start, count: half, bins: bins, spare: Sketch.binCount))
    digest.add(second.add(start + half, count: draws.count - half, bins: bins))
  }
  first.add(second)
  var sketch = Sketch(centre: centre, scale: scale)
  sketch.add(
    counts: bins[..<Sketch.binCount].map { UInt32($0) }[...], minimum: first.minimum,
    maximum: first.maximum)
  for count in sketch.counts { digest.add(UInt64(count)) }
  digest.add([first.minimum, first.maximum])
  digest.add([first.moments.mean, first.moments.standardDeviation])
  for k in 0...1000 { digest.add(sketch.quantile(Double(k) / 1000)) }
  for k in -50...50 {
    let x = centre + scale * Double(k) / 10
    digest.add([sketch.fraction(atOrBelow: x), sketch.resolution(at: x)])
  }
  return digest
}

/// What a distribution says of itself, at many of its values.
func members(_ distribution: AnyMarginal) -> Digest {
  var digest = Digest()
  let support = distribution.support
  digest.add([distribution.mean, distribution.variance, support.lowerBound, support.upperBound])
  digest.add(distribution.kinks)
  for i in 0..<fewDraws {
    let p = TailProbability(
      probability: tails[i].magnitude, tail: tails[i] < 0 ? .lower : .upper)
    let x = distribution.quantile(p)
    digest.add([x, distribution.density(x)])
    digest.add([distribution.cumulative(x), distribution.complementary(x)])
  }
  return digest
}

do {
  for (name, distribution) in try distributions() {
    say(name + ": of tails", tails) { distribution.transform(tails: $0) }
    let draws = column(drawCount) { scores[$0] }
    defer { draws.deallocate() }
    distribution.transform(scores: draws)
    say(name + ": of scores", draws) { _ in }
    members(distribution).say(name + ": members")
    let deviation = distribution.variance.squareRoot()
    record(
      draws, centre: distribution.mean,
      scale: deviation > 0 && deviation.isFinite ? deviation : 1
    ).say(name + ": record")
  }
} catch {
  fatalError("distributions")
}

// MARK: Scores that go together

for rowCount in [4, 9, 70] {
  // A third of the weights are zero, and one row stays as it was drawn.
  let factor = (0..<rowCount).map { row in
    (0...row).map { other -> Double in
      let place = row * rowCount + other
      return other < row && place % 3 == 0 ? 0 : tails[place]
    }
  }
  let join = TriangularJoin(factor, rows: (0..<rowCount).filter { $0 != 1 })
  let count = drawCount / rowCount
  say("join of \(rowCount) rows", scores) { scores in
    guard let start = scores.baseAddress else { return }
    let columns = (0..<rowCount).map { start + $0 * count }
    columns.withUnsafeBufferPointer { columns in
      guard let columns = columns.baseAddress else { return }
      join.apply(to: columns, rowCount: rowCount, count: count)
    }
  }
}

for degrees in [1.5, 3, 8, 200] {
  let mixing = StudentTScores(degreesOfFreedom: degrees)
  let factors = column(drawCount) { scores[drawCount - 1 - $0] }
  let title = "Student t, \(Int(10 * degrees)) tenths of a degree of freedom"
  mixing.replaceByFactors(factors)
  say(title + ": factors", factors) { _ in }
  say(title + ": scores", scores) { column in
    guard let factors = factors.baseAddress else { return }
    mixing.mix(column, factors: factors)
  }
}

// MARK: Estimates

var estimates = Digest()
if let fit = StudentTFit((0..<200).map { scores[$0] * scores[$0] * scores[$0] }) {
  estimates.add([fit.location, fit.scale, fit.degreesOfFreedom, fit.logLikelihood])
}
let spearman = StudentTSpearman(StudentTScores(degreesOfFreedom: 3))
estimates.add(tails.lazy.map { spearman(correlation: 2 * $0) })
for place in RadixOrder.ascending(Array(scores)) { estimates.add(UInt64(place)) }
estimates.say("estimates")
