package org.parley.store.people;

import java.time.Instant;

/// One thing that somebody looked at or did.
///
/// @param number its place in the list, from 1; 0 before it is noted
/// @param at when
/// @param who the name of the account
/// @param role in which role
/// @param method the method of the request: `GET`; [#DID] for what was done about accounts
/// @param address what was asked for, without its query; for [#DID], what was done, in words
/// @param status how it was answered, as an HTTP status
public record Seen(
    long number, Instant at, String who, String role, String method, String address, int status) {

  /// Before it is noted.
  public Seen(Instant at, String who, String role, String method, String address, int status) {
    this(0, at, who, role, method, address, status);
  }

  /// Stands in the place of a method for what was done about accounts.
  public static final String DID = "DID";
}
