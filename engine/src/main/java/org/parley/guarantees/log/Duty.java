package org.parley.guarantees.log;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.guarantee.GuaranteeId;

/// The key of a duty: guarantee, obligor or all together, tier and incident.
///
/// @param guarantee the commitment
/// @param incident the triggering incident
/// @param tier the index of the tier in the ladder
/// @param obligor the obligor; null if all owe it together
public record Duty(GuaranteeId guarantee, String incident, int tier, @Nullable PartyId obligor)
    implements Comparable<Duty> {

  private static final Comparator<Duty> ORDER =
      Comparator.comparing((Duty duty) -> duty.guarantee.value())
          .thenComparing(Duty::incident)
          .thenComparingInt(Duty::tier)
          .thenComparing(duty -> duty.obligor == null ? "" : duty.obligor.value());

  @Override
  public int compareTo(Duty other) {
    return ORDER.compare(this, other);
  }
}
