package org.parley.web.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.notice.Notices;
import org.parley.store.FieldHash;
import org.parley.store.people.AccessToken;
import org.parley.store.people.Account;
import org.parley.store.people.Accounts;
import org.parley.web.service.JournalCaseService;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.wording.Language;

/// The things that wait for each account of a server.
///
/// @param clock tells which tokens expire soon
public record NoticedThings(JournalCaseService service, Accounts people, InstantSource clock)
    implements Notices.Things {

  @Override
  public List<String> of(String account) {
    return people
        .find(account)
        .flatMap(each -> Role.find(each.role()).map(role -> of(each, role)))
        .orElse(List.of());
  }

  private List<String> of(Account account, Role role) {
    List<String> things =
        new ArrayList<>(service.noticed(new Visitor(account.name(), role, party(account))));
    if (role == Role.MEDIATOR) {
      Instant now = clock.instant();
      people.listTokens().stream()
          .filter(each -> each.expiresSoon(now))
          .map(each -> digest(each))
          .forEach(things::add);
    }
    return things;
  }

  /// That a token expires soon: one thing for each of its secrets.
  private static String digest(AccessToken token) {
    return new FieldHash().with("token").with(token.name()).with(token.expires()).hex();
  }

  private static @Nullable PartyId party(Account account) {
    String party = account.party();
    return party == null ? null : new PartyId(party);
  }

  @Override
  public List<String> ofTable() {
    return service.noticedOfTable();
  }

  @Override
  public Language language(String account) {
    return people
        .language(account)
        .flatMap(Language::find)
        .or(Language::chosen)
        .orElseGet(Language::current);
  }
}
