package org.parley.guarantees.commitment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The period in which a commitment is in force.
///
/// @param milestones the milestones that must all be reached, such as entry into force, a ceasefire
///   or domestic approvals. In force from the last of them, or always if there are none
/// @param lasts the length of the term; null if it has no end
/// @param isExtendable whether a recorded extension prolongs it
public record GuaranteeTerm(List<String> milestones, @Nullable Period lasts, boolean isExtendable) {

  public GuaranteeTerm {
    milestones = List.copyOf(milestones);
  }
}
