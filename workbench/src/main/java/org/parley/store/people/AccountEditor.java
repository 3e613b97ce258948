package org.parley.store.people;

/// The author of a change of accounts.
///
/// @param who the account, or the operator of the command
/// @param role the role
public record AccountEditor(String who, String role) {

  /// The operator of commands on the database host.
  public static final AccountEditor OPERATOR = new AccountEditor("operator", "operator");
}
