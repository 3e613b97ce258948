package org.parley.web.oidc;

import java.util.Optional;
import java.util.Set;
import org.parley.oidc.RoleTable.GivenRole;
import org.parley.store.people.Account;

/// The roles of those whom a provider knows, where they sign in.
public interface RoleStore {

  /// The role in which somebody new signs in; empty if their groups give none.
  Optional<GivenRole> find(Set<String> groups);

  /// Whether a name is given to nobody yet, so that somebody new may have it.
  boolean isFree(String name);

  /// Gives an account the roles of its groups, and takes others of the table away.
  ///
  /// @param role the one that was found
  void give(Account account, GivenRole role, Set<String> groups);

  /// Takes back what an account has by its groups, and what else it opened: they give none any
  /// more.
  void withdraw(Account account);
}
