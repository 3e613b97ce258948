package org.parley.store.nodes;

import org.jspecify.annotations.Nullable;

/// The server that leads, as the database names it.
///
/// @param node its id
/// @param address where other servers reach it; null if it did not say
/// @param secret proves to it that a request was forwarded by a server of the same database
/// @param term its number: each leader has a larger one
public record Leader(String node, @Nullable String address, String secret, long term) {

  /// Without the secret.
  @Override
  public String toString() {
    return "node " + node + " at " + address + ", term " + term;
  }
}
