package org.parley.web.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.store.people.Account;
import org.parley.store.people.OpenSession;
import org.parley.store.people.Passkey;
import org.parley.web.view.ConnectedPeople;
import org.parley.web.view.Frame;
import org.parley.web.view.Say;

/// The accounts of a server of many cases, for its administrators.
///
/// @param people every account, by name
/// @param sessions the open sessions of each
/// @param withFactor who has a second factor
/// @param passkeys the passkeys of each
/// @param link the address of a new link to a password, shown once; empty for none
/// @param sent where a mail with it went; empty for nowhere
/// @param mailsLinks whether links are sent by mail
/// @param typed the name as typed
/// @param done what was done; empty for nothing to say
/// @param trouble why nothing was done; empty for none
/// @param connected which accounts sign in by a provider
public record ServerPeoplePage(
    List<Account> people,
    Map<String, List<OpenSession>> sessions,
    Set<String> withFactor,
    Map<String, List<Passkey>> passkeys,
    String link,
    String sent,
    boolean mailsLinks,
    String typed,
    String done,
    String trouble,
    ConnectedPeople connected) {

  public ServerPeoplePage {
    people = List.copyOf(people);
    sessions = Map.copyOf(sessions);
    withFactor = Set.copyOf(withFactor);
    passkeys = Map.copyOf(passkeys);
  }

  public Frame frame() {
    return new Frame(Say.text("cases.people"), "Parley", "people");
  }

  public boolean isAdministrator(Account account) {
    return account.role().equals(ServerAdministration.ADMINISTRATOR);
  }

  public List<OpenSession> sessionsOf(Account account) {
    return sessions.getOrDefault(account.name(), List.of());
  }

  public List<Passkey> passkeysOf(Account account) {
    return passkeys.getOrDefault(account.name(), List.of());
  }

  public boolean hasProvider() {
    return !connected.provider().isEmpty();
  }

  public String provider() {
    return connected.provider();
  }

  /// Who an account is at the provider; empty if it is not connected.
  public String subjectOf(Account account) {
    return connected.subjects().getOrDefault(account.name(), "");
  }

  /// Whether the own password is asked for to connect an account.
  public boolean asksOwn() {
    return connected.asksOwn();
  }
}
