package org.parley.web.cases;

import java.util.List;
import java.util.Map;
import org.parley.store.people.Account;
import org.parley.web.view.Frame;
import org.parley.web.view.Say;

/// The accounts of a server of many cases, for its administrators.
///
/// @param people every account, by name
/// @param sessions how many sessions of each are open
/// @param typed the name as typed
/// @param trouble why nothing was done; empty for none
public record ServerPeoplePage(
    List<Account> people, Map<String, Integer> sessions, String typed, String trouble) {

  public ServerPeoplePage {
    people = List.copyOf(people);
    sessions = Map.copyOf(sessions);
  }

  public Frame frame() {
    return new Frame(Say.text("cases.people"), "Parley", "people");
  }

  public boolean isAdministrator(Account account) {
    return account.role().equals(ServerAdministration.ADMINISTRATOR);
  }

  public int sessionsOf(Account account) {
    return sessions.getOrDefault(account.name(), 0);
  }
}
