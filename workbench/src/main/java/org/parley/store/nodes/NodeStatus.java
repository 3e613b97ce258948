package org.parley.store.nodes;

import org.jspecify.annotations.Nullable;
import org.parley.store.Database;

/// A server of the journal.
///
/// @param node its id, made anew at each start
/// @param address where other servers reach it; null if it did not say
/// @param leads whether it leads
/// @param isSelf whether it is the one that was asked
/// @param version the version of its program; empty if it did not say
/// @param entry the entry of the journal it had read when it was seen last; null for many cases
/// @param silentSeconds how long ago the database heard of it
public record NodeStatus(
    String node,
    @Nullable String address,
    boolean leads,
    boolean isSelf,
    String version,
    @Nullable Long entry,
    long silentSeconds) {

  /// A server without others.
  ///
  /// @param entry the entry it has read
  public static NodeStatus alone(long entry) {
    return new NodeStatus("alone", null, true, true, Database.program(), entry, 0);
  }

  /// Whether the database hears of it: it is heard of every second.
  public boolean isHeard() {
    return silentSeconds <= Leadership.LEASE.toSeconds();
  }
}
