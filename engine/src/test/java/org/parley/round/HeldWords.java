package org.parley.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;

/// Sealed words in memory, as one reader may know them at a moment.
record HeldWords(
    List<SealedAnswer> answers, List<SealedAsk> asks, @Nullable PartyId party, Instant now)
    implements SealedView {

  HeldWords {
    answers = new ArrayList<>(answers);
    asks = new ArrayList<>(asks);
  }

  @Override
  public Revelation revelation(TabledSheet sheet) {
    return Revelation.of(sheet, answers, now);
  }

  @Override
  public Optional<SealedAnswer> own(TabledSheet sheet) {
    return party == null
        ? Optional.empty()
        : Optional.ofNullable(Revelation.own(sheet, answers, party, now));
  }

  @Override
  public int ownAsks(TabledSheet sheet) {
    return party == null ? 0 : Asking.entries(sheet, asks, party);
  }
}
