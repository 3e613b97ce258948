package org.parley.web.cases;

import java.time.Instant;
import java.util.Optional;
import org.parley.store.people.Account;
import org.parley.store.people.Accounts;
import org.parley.web.access.Entrance;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;

/// The entrance of the pages that list cases. Administrators come as mediators, everyone else as
/// observers: of the server, not of a case. A token of a case opens the list of that case alone.
public final class ServerEntrance implements Entrance {

  private final Accounts people;
  private final HostedCases hosted;
  private final String basePath;

  /// @param basePath the path that a proxy serves everything under; empty for none
  public ServerEntrance(Accounts people, HostedCases hosted, String basePath) {
    this.people = people;
    this.hosted = hosted;
    this.basePath = basePath;
  }

  @Override
  public Accounts identities() {
    return people;
  }

  @Override
  public Optional<Visitor> visitor(Account signedIn) {
    boolean isAdministrator = signedIn.role().equals(ServerAdministration.ADMINISTRATOR);
    return Optional.of(
        new Visitor(signedIn.name(), isAdministrator ? Role.MEDIATOR : Role.OBSERVER, null));
  }

  @Override
  public Optional<Visitor> addressed(Account account) {
    return visitor(account);
  }

  @Override
  public Optional<Visitor> program(String token, Instant now) {
    return hosted.list(CaseAsker.program(token)).stream()
        .map(each -> new Visitor(each.visitor().name(), Role.OBSERVER, null))
        .findFirst();
  }

  @Override
  public String basePath() {
    return basePath;
  }

  @Override
  public boolean mayBeCase(String path) {
    return path.startsWith(basePath + ServerAddress.ofCase(""));
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public Optional<String> home() {
    return Optional.of(basePath + "/");
  }
}
