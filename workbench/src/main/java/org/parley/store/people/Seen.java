package org.parley.store.people;

import java.time.Instant;

/// One thing that somebody looked at or did.
///
/// @param at when
/// @param who the name of the account
/// @param role in which role
/// @param method the method of the request: `GET`; [#DID] for what was done about accounts
/// @param address what was asked for, without its query; for [#DID], what was done, in words
/// @param status how it was answered, as an HTTP status
public record Seen(Instant at, String who, String role, String method, String address, int status) {

  /// Stands in the place of a method for what was done about accounts.
  public static final String DID = "DID";
}
