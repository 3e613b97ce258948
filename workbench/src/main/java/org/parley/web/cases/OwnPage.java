package org.parley.web.cases;

import org.parley.web.view.Frame;

/// One's own account on a server of many cases.
///
/// @param name the account
/// @param sessions how many of its sessions are open
/// @param isChanged whether its password was just changed
/// @param trouble why nothing was done; empty for none
public record OwnPage(String name, int sessions, boolean isChanged, String trouble) {

  public Frame frame() {
    return new Frame(name, "Parley", "account");
  }
}
