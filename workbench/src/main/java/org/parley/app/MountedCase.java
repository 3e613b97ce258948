package org.parley.app;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import org.parley.cli.team.ServeCommand.CannotServe;
import org.parley.cli.team.ServerPlan;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.intake.Texts;
import org.parley.notice.Notices;
import org.parley.operate.LogFields;
import org.parley.operate.ServerLog;
import org.parley.operate.ServerStatus;
import org.parley.operate.StatusBoard;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.anchor.AnchorPlan;
import org.parley.store.anchor.AnchorSchedule;
import org.parley.store.cases.CaseRegister;
import org.parley.store.cases.HostedCase;
import org.parley.store.notices.Outbox;
import org.parley.store.people.Accounts;
import org.parley.web.WebServer;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.cases.CaseEntrance;
import org.parley.web.cases.OpenedCase;
import org.parley.web.operate.Operation;
import org.parley.web.people.NoticedThings;
import org.parley.web.service.JournalCaseService;
import org.parley.web.work.Workers;

/// One of many cases, open: its journal, its roles, and its server within the program.
final class MountedCase implements OpenedCase {

  private final Journal journal;
  private final Accounts people;
  private final AccountAuthenticator authenticator;
  private final JournalCaseService service;
  private final Notices notices;
  private final Operation operation;
  private final WebServer server;
  private final @Nullable AnchorSchedule anchors;

  private MountedCase(
      HostedCase hosted, Journal journal, BooleanSupplier isArchived, Shared shared) {
    ServerNodes nodes = shared.nodes;
    this.journal = journal;
    this.people = Accounts.of(journal.database());
    TeamServer.retain(people, shared.plan, shared.clock);
    String basePath = shared.plan.listening().basePath() + "/cases/" + hosted.id();
    this.authenticator =
        new AccountAuthenticator(
            people,
            shared.clock,
            TeamServer.setting(shared.plan, basePath),
            new CaseEntrance(
                shared.register.people(), people, shared.plan.listening().basePath(), isArchived));
    authenticator.federate(shared.federation::signIn);
    authenticator.acceptPasskeys(TeamServer.relyingParty(shared.plan));
    this.service = new JournalCaseService(journal, shared.clock);
    this.notices =
        new Notices(
            Outbox.of(journal.database(), () -> UUID.randomUUID().toString()),
            people.notices(),
            new NoticedThings(service, people, shared.clock),
            shared.plan.notices(),
            URI.create(TeamServer.publicAddress(shared.plan) + "cases/" + hosted.id() + "/"),
            shared.clock,
            line -> ServerLog.info(LogFields.of("notices").with("what", line)));
    this.operation = new Operation(List.of(), StatusBoard.begun(shared.clock));
    this.server =
        WebServer.mounted(
            service,
            shared.texts,
            shared.shelf,
            authenticator,
            notices,
            nodes == null ? null : nodes.of(journal.database(), this::refresh, authenticator),
            operation,
            shared.jobs);
    AnchorPlan anchored = shared.plan.keeping().anchors();
    this.anchors =
        AnchorLog.begin(
            journal,
            anchored == null ? null : anchored.ofCase(hosted.id()),
            shared.clock,
            () -> nodes == null || nodes.leadership().leads(),
            operation.status());
    if (nodes != null) {
      notices.onlyWhile(nodes.leadership()::leads);
    }
    if (!shared.plan.notices().isEmpty()) {
      notices.begin();
    }
  }

  /// Reads what another server has changed.
  private boolean refresh() {
    boolean isRead = service.refresh();
    people.lookAgain();
    return isRead;
  }

  /// The parts that all cases of a server have in common.
  ///
  /// @param nodes the part of the server in the choice of the leader; null if it is alone
  record Shared(
      ServerPlan plan,
      CaseRegister register,
      Texts texts,
      ReferenceShelf shelf,
      Clock clock,
      Federation federation,
      Workers jobs,
      @Nullable ServerNodes nodes) {}

  /// Opens a case.
  static OpenedCase open(HostedCase hosted, BooleanSupplier isArchived, Shared shared)
      throws JournalUnavailableException {
    Journal journal = shared.register.open(hosted.id());
    try {
      TeamServer.check(journal);
      return new MountedCase(hosted, journal, isArchived, shared);
    } catch (CannotServe e) {
      journal.close();
      throw new JournalUnavailableException(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  @Override
  public Handler handler() {
    return server.handler();
  }

  @Override
  public JournalCaseService service() {
    return service;
  }

  @Override
  public ServerStatus status() {
    return operation.status().look();
  }

  @Override
  public Accounts people() {
    return people;
  }

  @Override
  public void close() {
    server.close();
    if (anchors != null) {
      anchors.close();
    }
    notices.close();
    authenticator.close();
    people.close();
    journal.close();
  }
}
