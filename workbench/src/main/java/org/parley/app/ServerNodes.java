package org.parley.app;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.parley.store.Database;
import org.parley.store.nodes.Leadership;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.nodes.Nodes;

/// The part of a server in the choice of a leader, which all its cases have in common.
///
/// @param trusted whom certificates of other servers are trusted by; null for those Java trusts
/// @param log takes a line when another server cannot be trusted
record ServerNodes(Leadership leadership, @Nullable SSLContext trusted, Consumer<String> log) {

  /// The same for the pages of one database. Their forms are good at every server, and nowhere
  /// else.
  ///
  /// @param refresh reads what another server has changed, if it can
  Nodes of(Database database, BooleanSupplier refresh, AccountAuthenticator authenticator) {
    return new Nodes(
        leadership,
        Leadership.sharedKey(database),
        refresh,
        ctx -> authenticator.admit(ctx).isPresent(),
        trusted,
        log);
  }
}
