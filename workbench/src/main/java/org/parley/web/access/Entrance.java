package org.parley.web.access;

import java.time.Instant;
import java.util.Optional;
import org.parley.model.PartyId;
import org.parley.store.people.Account;
import org.parley.store.people.Accounts;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;

/// Where people sign in, and as whom they come.
///
/// A server of one case has one place for both. On a server of many cases, people sign in to the
/// server, and each case says in which role they come, if any.
public interface Entrance {

  /// The accounts with passwords, sessions and devices.
  Accounts identities();

  /// The visitor whom somebody is here after signing in; empty for nobody.
  Optional<Visitor> visitor(Account signedIn);

  /// The visitor whom the holder of a token is here; empty for nobody.
  Optional<Visitor> program(String token, Instant now);

  /// The visitor whom somebody is here at a secret address of an account of this place.
  default Optional<Visitor> addressed(Account account) {
    return asRole(account);
  }

  /// The path that cookies are named after; empty for none.
  String basePath();

  /// Whether people sign in to a server of many cases.
  default boolean isShared() {
    return false;
  }

  /// The address that lists the cases; empty on a server of one case.
  default Optional<String> home() {
    return Optional.empty();
  }

  /// Whether a path could be that of a case, whether or not there is one.
  default boolean mayBeCase(String path) {
    return false;
  }

  /// Whether nothing may be changed.
  default boolean isReadOnly() {
    return false;
  }

  /// That of a server of one case.
  static Entrance of(Accounts people, String basePath) {
    return new Entrance() {
      @Override
      public Accounts identities() {
        return people;
      }

      @Override
      public Optional<Visitor> visitor(Account signedIn) {
        return asRole(signedIn);
      }

      @Override
      public Optional<Visitor> program(String token, Instant now) {
        return people.token(token, now).flatMap(Entrance::asRole);
      }

      @Override
      public String basePath() {
        return basePath;
      }
    };
  }

  /// The visitor of an account in its role; empty if there is no such role.
  static Optional<Visitor> asRole(Account account) {
    String party = account.party();
    return Role.find(account.role())
        .map(role -> new Visitor(account.name(), role, party == null ? null : new PartyId(party)));
  }
}
