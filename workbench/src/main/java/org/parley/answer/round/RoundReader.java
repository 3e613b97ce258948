package org.parley.answer.round;

import java.util.Optional;
import org.parley.bargain.cases.PackageImprovement;
import org.parley.round.SealedView;
import org.parley.round.TabledSheet;

/// Sealed answers, as far as one reader may know them, and what follows from them.
public interface RoundReader extends SealedView {

  /// How many entries the reader's own party has made.
  int ownEntries(TabledSheet sheet);

  /// The improvement of a package that everyone sees, since all ask; empty while one does not.
  Optional<PackageImprovement> improvement(TabledSheet sheet);

  /// Whether the reader's own party asks to see an improvement.
  boolean ownAsk(TabledSheet sheet);
}
