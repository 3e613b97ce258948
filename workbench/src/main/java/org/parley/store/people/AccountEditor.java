package org.parley.store.people;

/// Who changes something about accounts.
///
/// @param who the name of the account, or of who runs the command
/// @param role in which role
public record AccountEditor(String who, String role) {

  /// Whoever runs commands on the machine of the database.
  public static final AccountEditor OPERATOR = new AccountEditor("operator", "operator");
}
