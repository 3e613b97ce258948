package org.parley.web.oidc;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.parley.oidc.RoleTable;
import org.parley.oidc.RoleTable.GivenRole;
import org.parley.store.people.Account;
import org.parley.store.people.Accounts;

/// The roles in the one case that a server has.
public final class CaseRoleStore implements RoleStore {

  private final RoleTable table;
  private final Accounts people;
  private final InstantSource clock;

  public CaseRoleStore(RoleTable table, Accounts people, InstantSource clock) {
    this.table = table;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public Optional<GivenRole> find(Set<String> groups) {
    return table.find(null, groups);
  }

  @Override
  public boolean isFree(String name) {
    return people.find(name).isEmpty()
        && people.listTokens().stream().noneMatch(each -> each.name().equals(name));
  }

  @Override
  public void give(Account account, GivenRole role, Set<String> groups) {
    if (!account.role().equals(role.role()) || !Objects.equals(account.party(), role.party())) {
      people.changeRole(OidcSignIn.BY, account.name(), role.role(), role.party(), clock.instant());
    }
  }

  @Override
  public void withdraw(Account account) {
    people.endAll(account.name());
    people.feeds().removeAll(OidcSignIn.BY, account.name(), clock.instant());
  }
}
