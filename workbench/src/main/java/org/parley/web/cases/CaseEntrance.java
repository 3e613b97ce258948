package org.parley.web.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.parley.store.people.Account;
import org.parley.store.people.Accounts;
import org.parley.web.access.Entrance;
import org.parley.web.service.Visitor;

/// The entrance of one of several cases: people sign in to the server, and the case gives them
/// their roles.
public final class CaseEntrance implements Entrance {

  private final Accounts identities;
  private final Accounts roles;
  private final String basePath;
  private final BooleanSupplier isArchived;

  /// @param identities the accounts of the server
  /// @param roles the roles and tokens of the case
  /// @param basePath the path that a proxy serves the whole server under; empty for none
  /// @param isArchived whether nothing may be changed now
  public CaseEntrance(
      Accounts identities, Accounts roles, String basePath, BooleanSupplier isArchived) {
    this.identities = identities;
    this.roles = roles;
    this.basePath = basePath;
    this.isArchived = isArchived;
  }

  @Override
  public Accounts identities() {
    return identities;
  }

  @Override
  public Optional<Visitor> visitor(Account signedIn) {
    return roles.find(signedIn.name()).flatMap(Entrance::asRole);
  }

  @Override
  public Optional<Visitor> program(String token, Instant now) {
    return roles.token(token, now).flatMap(Entrance::asRole);
  }

  @Override
  public String basePath() {
    return basePath;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public Optional<String> home() {
    return Optional.of(basePath + "/");
  }

  @Override
  public boolean isReadOnly() {
    return isArchived.getAsBoolean();
  }
}
