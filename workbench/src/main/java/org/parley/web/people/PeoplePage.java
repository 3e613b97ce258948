package org.parley.web.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseInfo;
import org.parley.store.people.AccessToken;
import org.parley.store.people.Account;
import org.parley.web.service.Role;
import org.parley.web.view.Frame;
import org.parley.web.view.Say.Choice;

/// Everybody who may come in.
///
/// @param info the case
/// @param accounts those of people, by name
/// @param sessions how many sessions of each are open
/// @param tokens those of programs, by name
/// @param now the moment, which tells which tokens have expired
/// @param parties the parties whose eyes somebody may look with
/// @param done what was done just now; empty where nothing was
/// @param trouble why something was not done; empty where nothing was refused
/// @param secret a token that was made just now, shown this once; absent otherwise
/// @param typed what was typed into the form that was refused
public record PeoplePage(
    CaseInfo info,
    List<Account> accounts,
    Map<String, Integer> sessions,
    List<AccessToken> tokens,
    Instant now,
    List<Choice> parties,
    String done,
    String trouble,
    @Nullable String secret,
    Map<String, String> typed) {

  public PeoplePage {
    accounts = List.copyOf(accounts);
    sessions = Map.copyOf(sessions);
    tokens = List.copyOf(tokens);
    parties = List.copyOf(parties);
    typed = Map.copyOf(typed);
  }

  public Frame frame() {
    return Frame.of("Accounts", info, "people");
  }

  /// The roles an account may have.
  public List<String> roles() {
    return Stream.of(Role.values()).filter(role -> role != Role.PUBLIC).map(Role::word).toList();
  }

  /// How many sessions of an account are open.
  public int sessionsOf(Account account) {
    return sessions.getOrDefault(account.name(), 0);
  }

  /// What was typed into a field; empty where nothing was.
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /// What a party is called; its id where it is none that everybody may see.
  public String called(@Nullable String party) {
    return party == null
        ? ""
        : parties.stream()
            .filter(each -> each.value().equals(party))
            .map(Choice::label)
            .findFirst()
            .orElse(party);
  }
}
