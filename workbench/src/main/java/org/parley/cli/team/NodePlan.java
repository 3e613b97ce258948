package org.parley.cli.team;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How several servers of one database reach each other.
///
/// @param advertise where the others reach this one; null for where it listens
/// @param authorities whom their certificates are trusted by, as PEM; null for those Java trusts
public record NodePlan(@Nullable URI advertise, @Nullable Path authorities) {

  /// A server that says nothing of it.
  public static final NodePlan NONE = new NodePlan(null, null);
}
