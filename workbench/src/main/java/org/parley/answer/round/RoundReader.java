package org.parley.answer.round;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.cases.PackageImprovement;
import org.parley.model.PartyId;
import org.parley.round.Revelation;
import org.parley.round.SealedAnswer;
import org.parley.round.TabledSheet;

/// Sealed answers, as far as one reader may know them.
public interface RoundReader {

  /// The facts that the rule reveals of a package, to everyone alike.
  Revelation revelation(TabledSheet sheet);

  /// The party whose delegation reads; null for everyone else.
  @Nullable PartyId party();

  /// The answer of the reader's own party; empty if there is none.
  Optional<SealedAnswer> own(TabledSheet sheet);

  /// How many entries the reader's own party has made.
  int ownEntries(TabledSheet sheet);

  /// The improvement of a package that everyone sees, since all ask; empty while one does not.
  Optional<PackageImprovement> improvement(TabledSheet sheet);

  /// Whether the reader's own party asks to see an improvement.
  boolean ownAsk(TabledSheet sheet);

  /// How many asks the reader's own party has sent.
  int ownAsks(TabledSheet sheet);
}
