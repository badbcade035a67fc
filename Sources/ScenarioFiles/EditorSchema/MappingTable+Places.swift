extension MappingTable {
  /// Where each mapping of the format stands, as paths of keys; `ID` is a name that the user chooses.
  ///
  /// A mapping that may stand inside itself, as groups of activities do, has the outermost place.
  static var places: [MappingTable: [String]] {
    var places: [MappingTable: [String]] = [.scenario: [""]]
    var open = [MappingTable.scenario]
    while let table = open.popLast() {
      for key in table.schema.names.reversed() {
        guard let shape = table.shape(of: key), let outer = places[table]?.first else { continue }
        for (inner, path) in shape.mappings(at: outer.isEmpty ? key : outer + "." + key) {
          guard let known = places[inner] else {
            places[inner] = [path]
            open.append(inner)
            continue
          }
          let isInside = known.contains { path.hasPrefix($0 + ".") }
          if !isInside, !known.contains(path) { places[inner] = known + [path] }
        }
      }
    }
    return places
  }
}

extension KeyShape {
  /// The mappings that may stand at a path or below it without another mapping between.
  fileprivate func mappings(at path: String) -> [(table: MappingTable, path: String)] {
    switch self {
    case .mapping(let table): [(table, path)]
    case .named(let item, _), .keyed(let item, _): item.mappings(at: path + ".ID")
    case .either(let shapes): shapes.flatMap { $0.mappings(at: path) }
    case .list(let item): item.mappings(at: path)
    default: []
    }
  }
}
