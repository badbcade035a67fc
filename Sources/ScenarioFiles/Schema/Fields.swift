import GrowthModel

/// The keys and values of one mapping, checked against its schema.
struct Fields {
  let context: ReadingContext
  /// The keys that lead to the mapping, separated by dots; empty for the root.
  let path: String
  /// The source that covers the mapping; figures that another file put into it have their own.
  let source: String?
  /// Where the mapping begins: the key that holds it.
  let place: Place
  /// Whether the whole mapping comes from the command line.
  let isOverride: Bool
  private let entries: [SyntaxNode.Entry]
  private let removed: [String: Place]

  /// Opens a mapping; reports unknown keys, missing keys and keys without a value.
  ///
  /// - Returns: nil, with a diagnostic, when the node is not a mapping.
  init?(
    _ node: SyntaxNode, schema: MappingSchema, path: String, place: Place,
    context: ReadingContext
  ) {
    self.context = context
    self.path = path
    self.place = place
    guard let entries = node.entries else {
      let fact = KeyFact.notMapping(what: schema.what, shape: node.shape, keys: schema.names)
      context.findings.report(fact, at: node.isEmpty ? place : node.place)
      return nil
    }
    self.entries = entries
    source = node.source
    removed = node.removed
    isOverride = node.place.isCommandLine
    checkKeys(against: schema)
  }

  private func checkKeys(against schema: MappingSchema) {
    let missing = schema.keys.filter { key in key.isNeeded && !has(key.name) }.map(\.name)
    for entry in entries {
      if !schema.names.contains(entry.key) {
        let absent = schema.names.filter { !has($0) }
        context.findings.report(
          KeyFact.unknownKey(entry.key, what: schema.what, allowed: schema.names, absent: absent),
          at: entry.keyPlace)
      } else if entry.value.isEmpty {
        context.findings.report(KeyFact.noValue(entry.key), at: entry.keyPlace)
      }
    }
    for key in missing {
      if let removal = removed[key] {
        context.findings.report(ExtendsFact.removedNeeded(key, what: schema.what), at: removal)
      } else {
        context.findings.report(KeyFact.missingKey(key, what: schema.what), at: place)
      }
    }
    for key in Wording.keys where schema.names.contains(key) {
      if let entry = entry(key) { _ = context.wording(entry) }
    }
  }

  /// The keys in the order of the file.
  var keys: [String] { entries.map(\.key) }

  /// Whether the key is written, with or without a value.
  func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// The entry of a key that has a value.
  func entry(_ key: String) -> SyntaxNode.Entry? {
    entries.first { $0.key == key && !$0.value.isEmpty }
  }

  /// Where a key stands, or was removed, or else its mapping.
  func place(of key: String) -> Place {
    entries.first { $0.key == key }?.keyPlace ?? removed[key] ?? place
  }

  /// Where the last of keys that exclude each other stands; of keys in several files, the last that
  /// the variant writes.
  func place(ofOneOf keys: [String]) -> Place {
    keys.map { place(of: $0) }.reversed().min(by: context.isLater) ?? place
  }

  /// The keys that lead to a value of this mapping.
  func path(to key: String) -> String { path.isEmpty ? key : path + "." + key }

  /// The text of a value; reports a value that is not a text.
  func text(_ key: String) -> String? {
    guard let entry = entry(key) else { return nil }
    if let text = entry.value.text { return text }
    context.findings.report(
      KeyFact.notText(key, shape: entry.value.shape), at: entry.value.place)
    return nil
  }

  /// The text of a value that people read, in the language of what is being written now; what is wrong with it
  /// has been reported.
  func wording(_ key: String) -> String? {
    entry(key).flatMap { Wording($0.value)?.text }
  }

  /// The text of a value that people read, noted among the values of the scenario.
  func recordedWording(_ key: String) -> String? {
    guard let text = wording(key), let entry = entry(key) else { return nil }
    context.record(path(to: key), wording: entry.value)
    return text
  }

  /// The text of a value, noted among the values of the scenario.
  func recordedText(_ key: String) -> String? {
    guard let text = text(key), let entry = entry(key) else { return nil }
    context.record(path(to: key), text, at: entry.value.place)
    return text
  }

  /// The day under a key, `YYYY-MM-DD`, noted among the values; reports a text that is none.
  func date(_ key: String) -> String? {
    guard let text = recordedText(key), let entry = entry(key) else { return nil }
    if CalendarDate(text) != nil { return text }
    context.findings.report(KeyFact.notDate(text, key: key), at: entry.value.place)
    return nil
  }

  /// Opens the mapping under a key.
  func mapping(_ key: String, schema: MappingSchema) -> Fields? {
    guard let entry = entry(key) else { return nil }
    return Fields(
      entry.value, schema: schema, path: path(to: key), place: entry.keyPlace, context: context)
  }

  /// The entries of a mapping whose keys are names of the user's choice.
  func named(_ key: String, what: Noun) -> [SyntaxNode.Entry] {
    guard let entry = entry(key) else { return [] }
    guard let entries = entry.value.entries else {
      context.findings.report(
        KeyFact.notMapping(what: .key(key), shape: entry.value.shape, keys: []),
        at: entry.value.place)
      return []
    }
    for item in entries where item.value.isEmpty {
      context.findings.report(KeyFact.noValue(item.key), at: item.keyPlace)
    }
    return entries.filter { !$0.value.isEmpty }
  }
}
