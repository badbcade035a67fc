import GrowthModel
import Languages

/// What is wrong with an override of the command line.
enum OverrideFact: Fact {
  case noEqualsSign
  case badPath(String)
  case noValue(String)
  case leadsNowhere(String, [String])
  case intoValue(String, shape: Phrase)

  var message: Phrase {
    switch self {
    case .noEqualsSign: "an override is written `PATH=VALUE`, but there is no '='"
    case .badPath(let path): "'\(path)' is not a path of keys"
    case .noValue(let path): "there is no value for '\(path)'"
    case .leadsNowhere(let name, _): "the scenario has no key and no part called '\(name)'"
    case .intoValue(let path, let shape): "'\(path)' is \(shape), with nothing below it"
    }
  }

  var hint: Phrase? {
    switch self {
    case .noEqualsSign: "write it like `agriculture.growth=4%`"
    case .badPath: "join the keys by points, as in `agriculture.growth`"
    case .noValue: "write the value behind '=', as in `agriculture.growth=4%`"
    case .leadsNowhere(let name, let names):
      NearestName.hint(for: name, among: names, listing: .all)
    case .intoValue(let path, _): "override it as a whole: `\(path)=...`"
    }
  }
}
