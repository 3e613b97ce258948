package org.parley.web.people;

import org.parley.model.CaseInfo;
import org.parley.store.people.Account;
import org.parley.web.view.Frame;
import org.parley.web.view.Say;

/// One's own account.
///
/// @param info the case
/// @param account the account
/// @param sessions the number of its open sessions, this one included
/// @param done the last action; empty for none
/// @param trouble the reason of a refusal; empty for none
/// @param provider what they sign in with instead of a password; empty for nothing
public record AccountPage(
    CaseInfo info, Account account, int sessions, String done, String trouble, String provider) {

  /// The role, with its party.
  public String as() {
    return AccountService.As.words(account.role(), account.party());
  }

  public Frame frame() {
    return Frame.of(Say.text("accounts.your-account"), info, "account");
  }
}
