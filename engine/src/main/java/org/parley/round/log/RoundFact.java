package org.parley.round.log;

import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.round.AnswerState;
import org.parley.round.RefusedAnswer;
import org.parley.round.Revelation;
import org.parley.round.VersionChanges;

/// A fact of the log of a round.
public sealed interface RoundFact {

  /// The round was put on record, with its rule.
  record Opened(Round round) implements RoundFact {}

  /// Its record changed: its rule, its parties or its words.
  record RuleChanged(Round round) implements RoundFact {}

  /// The round was withdrawn.
  record RoundWithdrawn(Round round) implements RoundFact {}

  /// A draft was put on record: nobody is asked yet.
  record Drafted(TabledPackage tabled) implements RoundFact {}

  /// A package was tabled.
  record Tabled(TabledPackage tabled) implements RoundFact {}

  /// A version of another package was tabled.
  ///
  /// @param changes what it moved
  record VersionTabled(TabledPackage tabled, VersionChanges changes) implements RoundFact {}

  /// The words or the rule of a package changed, so that answers given before do not count.
  ///
  /// @param changes what moved in the package itself
  record SheetChanged(TabledPackage tabled, VersionChanges changes) implements RoundFact {}

  /// Its record changed in another way: its readers, or what replaces it.
  record PackageChanged(TabledPackage tabled) implements RoundFact {}

  /// A package was withdrawn.
  record PackageWithdrawn(TabledPackage tabled) implements RoundFact {}

  /// Answers to a package are taken from now on.
  record AnswersTaken(TabledPackage tabled) implements RoundFact {}

  /// Answers to a package are not taken any more, though the rule has not applied.
  record AnswersStopped(TabledPackage tabled) implements RoundFact {}

  /// So many have answered; told only if the rule reveals it.
  record Turnout(TabledPackage tabled, int answered, int of) implements RoundFact {}

  /// The rule applied. The same is revealed to all readers of the package.
  record Revealed(TabledPackage tabled, AnswerState.Revealed state, Revelation revealed)
      implements RoundFact {}

  /// A later version replaced a package before its rule applied.
  record Superseded(TabledPackage tabled) implements RoundFact {}

  /// All ask to see whether a package can be made better; the finding is shown from now on.
  record ImprovementShown(TabledPackage tabled) implements RoundFact {}

  /// An answer or ask was not taken. Told only if the reason tells of no sealed words.
  record Refused(TabledPackage tabled, RefusedAnswer refused) implements RoundFact {}

  /// An accord was put on record.
  record AccordRecorded(String digest) implements RoundFact {}

  /// The readers of an accord changed.
  ///
  /// @param isPublic whether everyone reads it now
  record AccordShown(String digest, boolean isPublic) implements RoundFact {}

  /// An accord was withdrawn.
  record AccordWithdrawn(String digest) implements RoundFact {}
}
