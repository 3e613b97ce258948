package org.parley.round;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;

/// Sealed answers and asks, as far as one reader may know them.
public interface SealedView {

  /// The facts that the rule reveals of a package, to everyone alike.
  Revelation revelation(TabledSheet sheet);

  /// The party whose delegation reads; null for everyone else.
  @Nullable PartyId party();

  /// The answer of the reader's own party; empty if there is none.
  Optional<SealedAnswer> own(TabledSheet sheet);

  /// How many asks the reader's own party has sent.
  int ownAsks(TabledSheet sheet);
}
