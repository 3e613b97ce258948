package org.parley.model.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;

/// The signing rule: how many signatories are enough, and which of them can each block.
///
/// Example: "at least five of six, and always these two".
///
/// @param atLeast the least number of signatories; default: all
/// @param always the signatories that can each block
public record Signing(@Nullable Integer atLeast, List<PartyId> always) {

  public Signing {
    always = List.copyOf(always);
  }
}
