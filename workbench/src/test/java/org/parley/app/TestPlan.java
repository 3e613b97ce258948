package org.parley.app;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.cli.team.KeepingPlan;
import org.parley.cli.team.ListeningPlan;
import org.parley.cli.team.NodePlan;
import org.parley.cli.team.ServerPlan;
import org.parley.cli.team.SignInPlan;
import org.parley.notice.NoticePlan;
import org.parley.oidc.OidcPlan;
import org.parley.operate.OperationPlan;
import org.parley.store.DatabaseAddress;

/// Plans of servers on the loopback interface, which say little.
@NullMarked
final class TestPlan {

  private TestPlan() {}

  /// @param folder the folder to begin the journal with; null for none
  static ServerPlan of(DatabaseAddress database, @Nullable Path folder) {
    return of(database, folder, listening(0, "", List.of(), false));
  }

  static ServerPlan of(DatabaseAddress database, @Nullable Path folder, ListeningPlan listening) {
    return new ServerPlan(
        database,
        folder,
        false,
        null,
        listening,
        NoticePlan.NONE,
        OperationPlan.PLAIN,
        NodePlan.NONE,
        SignInPlan.USUAL,
        KeepingPlan.NONE);
  }

  static ListeningPlan listening(
      int port, String basePath, List<String> names, boolean behindProxy) {
    return new ListeningPlan(
        "127.0.0.1", port, basePath, names, null, null, behindProxy, List.of(), false, List.of());
  }

  static ServerPlan ofManyCases(DatabaseAddress database, ListeningPlan listening) {
    ServerPlan plan = of(database, null, listening);
    return new ServerPlan(
        database,
        null,
        true,
        null,
        listening,
        plan.notices(),
        plan.operation(),
        plan.nodes(),
        plan.signIn(),
        plan.keeping());
  }

  /// The same with templates of the institution.
  static ServerPlan withTemplates(ServerPlan plan, @Nullable Path templates) {
    return new ServerPlan(
        plan.database(),
        plan.folder(),
        plan.isOfManyCases(),
        templates,
        plan.listening(),
        plan.notices(),
        plan.operation(),
        plan.nodes(),
        plan.signIn(),
        plan.keeping());
  }

  static ServerPlan with(ServerPlan plan, NoticePlan notices) {
    return new ServerPlan(
        plan.database(),
        plan.folder(),
        plan.isOfManyCases(),
        plan.templates(),
        plan.listening(),
        notices,
        plan.operation(),
        plan.nodes(),
        plan.signIn(),
        plan.keeping());
  }

  static ServerPlan with(ServerPlan plan, OperationPlan operation) {
    return new ServerPlan(
        plan.database(),
        plan.folder(),
        plan.isOfManyCases(),
        plan.templates(),
        plan.listening(),
        plan.notices(),
        operation,
        plan.nodes(),
        plan.signIn(),
        plan.keeping());
  }

  static ServerPlan with(ServerPlan plan, KeepingPlan keeping) {
    return new ServerPlan(
        plan.database(),
        plan.folder(),
        plan.isOfManyCases(),
        plan.templates(),
        plan.listening(),
        plan.notices(),
        plan.operation(),
        plan.nodes(),
        plan.signIn(),
        keeping);
  }

  static ServerPlan with(ServerPlan plan, NodePlan nodes) {
    return new ServerPlan(
        plan.database(),
        plan.folder(),
        plan.isOfManyCases(),
        plan.templates(),
        plan.listening(),
        plan.notices(),
        plan.operation(),
        nodes,
        plan.signIn(),
        plan.keeping());
  }

  static ServerPlan with(ServerPlan plan, SignInPlan signIn) {
    return new ServerPlan(
        plan.database(),
        plan.folder(),
        plan.isOfManyCases(),
        plan.templates(),
        plan.listening(),
        plan.notices(),
        plan.operation(),
        plan.nodes(),
        signIn,
        plan.keeping());
  }

  static ServerPlan with(ServerPlan plan, @Nullable OidcPlan provider) {
    SignInPlan usual = plan.signIn();
    return with(
        plan,
        new SignInPlan(
            usual.rolesWithFactor(),
            usual.factorKey(),
            usual.idle(),
            provider,
            usual.passkeyOrigin()));
  }
}
