package org.parley.model.position;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.party.PartyId;

/// How many signatories are enough, and which of them can each block: "at least five of six, and
/// always these two".
///
/// @param atLeast how many have to sign at the least; default: all
/// @param always the signatories without which it is not signed
public record Signing(@Nullable Integer atLeast, List<PartyId> always) {

  public Signing {
    always = List.copyOf(always);
  }
}
