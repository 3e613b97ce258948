package org.parley.web.people;

import org.parley.model.CaseInfo;
import org.parley.store.people.Account;
import org.parley.web.view.Frame;

/// One's own account.
///
/// @param info the case
/// @param account the account
/// @param sessions how many sessions of it are open, this one among them
/// @param done what was done just now; empty where nothing was
/// @param trouble why something was not done; empty where nothing was refused
public record AccountPage(
    CaseInfo info, Account account, int sessions, String done, String trouble) {

  public Frame frame() {
    return Frame.of("Your account", info, "account");
  }
}
