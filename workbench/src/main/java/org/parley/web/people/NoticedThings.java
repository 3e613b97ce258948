package org.parley.web.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.notice.Notices;
import org.parley.store.people.Account;
import org.parley.store.people.Accounts;
import org.parley.web.service.JournalCaseService;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.wording.Language;

/// The things that wait for each account of a server.
public record NoticedThings(JournalCaseService service, Accounts people) implements Notices.Things {

  @Override
  public List<String> of(String account) {
    return people
        .find(account)
        .flatMap(
            each ->
                Role.find(each.role())
                    .map(role -> service.noticed(new Visitor(account, role, party(each)))))
        .orElse(List.of());
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
