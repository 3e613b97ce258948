package org.parley.web.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseInfo;
import org.parley.store.people.AccessToken;
import org.parley.store.people.Account;
import org.parley.store.people.OpenSession;
import org.parley.store.people.Passkey;
import org.parley.web.service.Role;
import org.parley.web.view.ConnectedPeople;
import org.parley.web.view.Frame;
import org.parley.web.view.Say;
import org.parley.web.view.Say.Choice;
import org.parley.wording.Messages.Select;

/// The accounts and tokens.
///
/// @param info the case
/// @param accounts the accounts of people, by name
/// @param sessions the open sessions of each
/// @param withFactor who has a second factor
/// @param passkeys the passkeys of each
/// @param links until when the link of each to a password is good
/// @param mailsLinks whether links are sent by mail
/// @param tokens the tokens of programs, by name
/// @param now the moment, to show expired tokens
/// @param parties the parties that accounts can have the view of
/// @param done the last action; empty for none
/// @param trouble the reason of a refusal; empty for none
/// @param secret the secret of a new token, shown once; null otherwise
/// @param link the address of a new link to a password, shown once; null otherwise
/// @param typed the input of a refused form
/// @param connected which accounts sign in by a provider
public record PeoplePage(
    CaseInfo info,
    List<Account> accounts,
    Map<String, List<OpenSession>> sessions,
    Set<String> withFactor,
    Map<String, List<Passkey>> passkeys,
    Map<String, Instant> links,
    boolean mailsLinks,
    List<AccessToken> tokens,
    Instant now,
    List<Choice> parties,
    String done,
    String trouble,
    @Nullable String secret,
    @Nullable String link,
    Map<String, String> typed,
    ConnectedPeople connected) {

  public PeoplePage {
    accounts = List.copyOf(accounts);
    sessions = Map.copyOf(sessions);
    withFactor = Set.copyOf(withFactor);
    passkeys = Map.copyOf(passkeys);
    links = Map.copyOf(links);
    tokens = List.copyOf(tokens);
    parties = List.copyOf(parties);
    typed = Map.copyOf(typed);
  }

  public Frame frame() {
    return Frame.of(Say.text("accounts.title"), info, "people");
  }

  /// The roles an account may have.
  public List<String> roles() {
    return Stream.of(Role.values()).filter(role -> role != Role.PUBLIC).map(Role::word).toList();
  }

  /// The open sessions of an account.
  public List<OpenSession> sessionsOf(Account account) {
    return sessions.getOrDefault(account.name(), List.of());
  }

  /// The passkeys of an account.
  public List<Passkey> passkeysOf(Account account) {
    return passkeys.getOrDefault(account.name(), List.of());
  }

  /// The input of a field; empty for none.
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /// The role of an account or a token, with its party.
  public String as(String role, @Nullable String party) {
    return AccountService.As.words(role, party == null ? null : called(party));
  }

  /// Whether a token is expired, or soon will be.
  public Select state(AccessToken token) {
    return new Select(token.isExpired(now) ? "expired" : token.expiresSoon(now) ? "soon" : "later");
  }

  /// The name of a party; its id if it is not public.
  private String called(String party) {
    return parties.stream()
        .filter(each -> each.value().equals(party))
        .map(Choice::label)
        .findFirst()
        .orElse(party);
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
