package org.parley.store.people;

import java.time.Instant;

/// What somebody looked at or did, once or several times.
///
/// @param number its place in the list, from 1; 0 before it is noted
/// @param at when, the first time
/// @param who the name of the account
/// @param role in which role
/// @param method the method of the request: `GET`; [#DID] for what was done about accounts;
///   [#DROPPED] where rows were dropped
/// @param address what was asked for, without its query; for [#DID], what was done, in words
/// @param status how it was answered, as an HTTP status
/// @param times how often
/// @param until when, the last time
public record AccessRecord(
    long number,
    Instant at,
    String who,
    String role,
    String method,
    String address,
    int status,
    int times,
    Instant until) {

  /// Once, before it is noted.
  public AccessRecord(
      Instant at, String who, String role, String method, String address, int status) {
    this(0, at, who, role, method, address, status, 1, at);
  }

  /// Stands in the place of a method for what was done about accounts.
  public static final String DID = "DID";

  /// Stands in the place of a method where rows older than what is kept were dropped.
  public static final String DROPPED = "DROPPED";
}
