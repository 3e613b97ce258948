package org.parley.guarantees.commitment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The period in which a commitment is in force.
///
/// @param milestones the milestones that must all be reached: entry into force, a ceasefire,
///   approvals at home. In force from the last of them, or always where there are none
/// @param lasts how long it then lasts; absent if it has no end
/// @param isExtendable whether an extension on record prolongs it
public record GuaranteeTerm(List<String> milestones, @Nullable Period lasts, boolean isExtendable) {

  public GuaranteeTerm {
    milestones = List.copyOf(milestones);
  }
}
