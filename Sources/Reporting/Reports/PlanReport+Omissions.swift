import Languages

extension PlanReport {
  /// The parts of the report that are not there, and why; by the ids of the tables that would be there.
  public var omissions: [Omission] {
    failures
      + [
        ("targets", targetsReason), ("distribution", distributionReason),
        ("structure", structureReason), ("tornado", tornadoReason),
        ("explanation", explanationReason),
      ].compactMap { topic, reason in
        guard let reason, !failures.contains(where: { $0.topic == topic }) else { return nil }
        return Omission(topic: topic, reason: reason)
      }
  }

  private var targetsReason: String? {
    run.targets.isEmpty
      ? localized("The scenario has no targets, so there is nothing to be met or missed.") : nil
  }

  private var distributionReason: String? {
    run.histogram == nil
      ? localized("What the first target is about is the same in every draw.") : nil
  }

  private var structureReason: String? {
    structure.isEmpty
      ? localized(
        "The scenario has no values at current prices, so the structure of GRDP is not known.")
      : nil
  }

  private var tornadoReason: String? {
    if let reason = questionReason { return reason }
    guard let found = sensitivityTarget else { return nil }
    if found.isTooRare {
      return localized("Too few draws meet the target, or miss it, to tell what decides it.")
    }
    if found.tornado.allSatisfy({ !$0.isDistinctFromZero }) {
      return localized(
        """
        No input, held low or high, changes the probability of the target by anything \
        distinguishable from zero.
        """)
    }
    return nil
  }

  private var explanationReason: String? {
    if let reason = questionReason { return reason }
    guard let found = explainedTarget else { return nil }
    switch found.verdict {
    case .impossible:
      return localized("No values that the uncertain figures may take meet the target.")
    case .certain:
      return localized("No values that the uncertain figures may take miss the target.")
    case .open: break
    }
    if found.rarerDraws == 0 {
      return localized(
        "No draw meets the target, or none misses it: there is nothing to compare.")
    }
    if found.isThin {
      return localized(
        """
        Thin evidence: only \(found.rarerDraws) draws are on the rarer side, and all that is said \
        of that side rests on them.
        """)
    }
    return nil
  }

  /// Why a question about a target has no answer at all.
  private var questionReason: String? {
    if run.targets.isEmpty {
      return localized("The scenario has no targets, so this question does not arise.")
    }
    if run.conditioning != nil {
      return localized(
        """
        Left out: this analysis cannot take published figures into account yet, and the scenario \
        holds some. Ask about the scenario without them.
        """)
    }
    return nil
  }
}
