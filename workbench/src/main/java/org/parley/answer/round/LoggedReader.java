package org.parley.answer.round;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.cases.PackageImprovement;
import org.parley.model.PartyId;
import org.parley.round.Revelation;
import org.parley.round.SealedAnswer;
import org.parley.round.TabledSheet;
import org.parley.round.log.SealedEntries;

/// The facts that the rules of rounds had revealed at a moment, for a reader without a party.
///
/// @param sealed the sealed entries, later ones included
public record LoggedReader(SealedEntries sealed, Instant at) implements RoundReader {

  @Override
  public Revelation revelation(TabledSheet sheet) {
    return Revelation.of(sheet, sealed.answers(), at);
  }

  @Override
  public @Nullable PartyId party() {
    return null;
  }

  @Override
  public Optional<SealedAnswer> own(TabledSheet sheet) {
    return Optional.empty();
  }

  @Override
  public int ownEntries(TabledSheet sheet) {
    return 0;
  }

  @Override
  public Optional<PackageImprovement> improvement(TabledSheet sheet) {
    return Optional.empty();
  }

  @Override
  public boolean ownAsk(TabledSheet sheet) {
    return false;
  }

  @Override
  public int ownAsks(TabledSheet sheet) {
    return 0;
  }
}
