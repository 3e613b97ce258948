package org.parley.web.oidc;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.parley.oidc.RoleTable;
import org.parley.oidc.RoleTable.GivenRole;
import org.parley.store.JournalUnavailableException;
import org.parley.store.people.Account;
import org.parley.store.people.Accounts;
import org.parley.web.cases.HostedCases;
import org.parley.web.cases.ServerAdministration;

/// The roles on a server of many cases, and in each case that the table names. In other cases,
/// their mediators give roles.
public final class CasesRoleStore implements RoleStore {

  private final RoleTable table;
  private final Accounts people;
  private final HostedCases hosted;
  private final InstantSource clock;

  public CasesRoleStore(RoleTable table, Accounts people, HostedCases hosted, InstantSource clock) {
    this.table = table;
    this.people = people;
    this.hosted = hosted;
    this.clock = clock;
  }

  /// A role in a case is enough to sign in to the server.
  @Override
  public Optional<GivenRole> find(Set<String> groups) {
    return table
        .find(null, groups)
        .or(
            () ->
                table.givesAny(groups)
                    ? Optional.of(new GivenRole(ServerAdministration.MEMBER, null))
                    : Optional.empty());
  }

  /// A case may have given a role to a name that no account has yet.
  @Override
  public boolean isFree(String name) {
    return people.find(name).isEmpty() && !hosted.isNamed(name);
  }

  @Override
  public void give(Account account, GivenRole role, Set<String> groups) {
    // without a group for administrators, they are named here
    if (table.gives(ServerAdministration.ADMINISTRATOR) && !account.role().equals(role.role())) {
      people.changeRole(OidcSignIn.BY, account.name(), role.role(), null, clock.instant());
    }
    for (String id : table.cases()) {
      give(account, id, table.find(id, groups));
    }
  }

  private void give(Account account, String id, Optional<GivenRole> wanted) {
    Optional<GivenRole> has =
        hosted.member(id, account.name()).map(each -> new GivenRole(each.role(), each.party()));
    if (Objects.equals(has, wanted)) {
      return;
    }
    try {
      hosted.setMember(
          OidcSignIn.BY,
          id,
          account.name(),
          wanted.map(each -> new HostedCases.MemberRole(each.role(), each.party())).orElse(null));
    } catch (JournalUnavailableException e) {
      throw new IllegalStateException("giving a role in " + id, e);
    }
  }

  @Override
  public void withdraw(Account account) {
    people.endAll(account.name());
    hosted.takeBack(OidcSignIn.BY, account.name());
    table.cases().forEach(id -> give(account, id, Optional.empty()));
  }
}
