package org.parley.web.cases;

import org.parley.web.view.Frame;

/// One's own account on a server of many cases.
///
/// @param name the account
/// @param sessions how many of its sessions are open
/// @param isChanged whether its password was just changed
/// @param trouble why nothing was done; empty for none
/// @param provider what they sign in with instead of a password; empty for nothing
public record OwnPage(
    String name, int sessions, boolean isChanged, String trouble, String provider) {

  public Frame frame() {
    return new Frame(name, "Parley", "account");
  }
}
