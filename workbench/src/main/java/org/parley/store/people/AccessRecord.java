package org.parley.store.people;

import java.time.Instant;

/// One or several equal accesses, or a change of accounts.
///
/// @param number its number, from 1; 0 before it is stored
/// @param at the first time
/// @param who the name of the account
/// @param role the role
/// @param method the HTTP method: `GET`; [#DID] for changes of accounts; [#DROPPED] for removed
///   rows; [#RULE] for a rule of retention
/// @param address the path, without query; for [#DID], the change in words
/// @param status the HTTP status
/// @param times the number of accesses
/// @param until the last time
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

  /// A single access, before it is stored.
  public AccessRecord(
      Instant at, String who, String role, String method, String address, int status) {
    this(0, at, who, role, method, address, status, 1, at);
  }

  /// Whether an address was asked for; else the address holds words.
  public boolean isOfAddress() {
    return !method.equals(DID) && !method.equals(DROPPED) && !method.equals(RULE);
  }

  /// The same with another address.
  public AccessRecord withAddress(String other) {
    return new AccessRecord(number, at, who, role, method, other, status, times, until);
  }

  /// The method of changes of accounts.
  public static final String DID = "DID";

  /// The method of rows that set for how long views are kept.
  public static final String RULE = "RULE";

  /// The method of rows that summarise rows removed after the retention period.
  public static final String DROPPED = "DROPPED";
}
