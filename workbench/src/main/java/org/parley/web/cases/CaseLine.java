package org.parley.web.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How a case stands, for one who may see it.
///
/// @param id its id
/// @param title its title
/// @param answer its one-line answer; how far it is while it is being read; empty where it cannot
///   be read now
/// @param asOf the day of the answer; null where it cannot be read now
/// @param role the role in which they come
/// @param visited when they saw it last; null for never
/// @param moved how many changes that they may see were recorded since then
/// @param isMore whether there are more than were counted
/// @param waits how many things wait for them
/// @param isArchived whether it is read-only
public record CaseLine(
    String id,
    String title,
    String answer,
    @Nullable LocalDate asOf,
    String role,
    @Nullable Instant visited,
    int moved,
    boolean isMore,
    int waits,
    boolean isArchived) {

  /// Where it is shown.
  public String address() {
    return ServerAddress.ofCase(id) + "/";
  }
}
