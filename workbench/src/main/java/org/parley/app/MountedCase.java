package org.parley.app;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.LoadProgress;
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
import org.parley.web.CasePreparation;
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
  private final Shared shared;
  private final HostedCase hosted;
  private final CaseOpening opening;
  private final long openedAt = System.nanoTime();

  /// The work beside the pages, once the case is read.
  private @Nullable AnchorSchedule anchors;

  private boolean isClosed;

  private MountedCase(
      HostedCase hosted, Journal journal, BooleanSupplier isArchived, Shared shared) {
    this.hosted = hosted;
    this.shared = shared;
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
    LoadProgress progress = new LoadProgress();
    this.service = JournalCaseService.unread(journal, shared.clock, progress);
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
    this.opening = CaseOpening.begin(progress, this::read);
  }

  /// Reads the case, of which few are read at once: that takes several times their memory.
  private void read(LoadProgress progress) throws CannotServe {
    shared.readings.acquireUninterruptibly();
    try {
      journal.read(progress);
      TeamServer.check(journal);
      service.opened(CasePreparation::prepare);
    } finally {
      shared.readings.release();
    }
    workBesidePages();
  }

  private synchronized void workBesidePages() {
    if (isClosed) {
      return;
    }
    ServerNodes nodes = shared.nodes;
    AnchorPlan anchored = shared.plan.keeping().anchors();
    anchors =
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

  private synchronized void closeWorkBesidePages() {
    isClosed = true;
    if (anchors != null) {
      anchors.close();
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
  /// @param readings a permit for each case that may be read at the same time
  record Shared(
      ServerPlan plan,
      CaseRegister register,
      Texts texts,
      ReferenceShelf shelf,
      Clock clock,
      Federation federation,
      Workers jobs,
      @Nullable ServerNodes nodes,
      Semaphore readings) {}

  /// Opens a case, and begins to read it.
  static OpenedCase open(HostedCase hosted, BooleanSupplier isArchived, Shared shared)
      throws JournalUnavailableException {
    Journal journal = shared.register.unread(hosted.id());
    try {
      return new MountedCase(hosted, journal, isArchived, shared);
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
  public void awaitReading(Duration time) throws JournalUnavailableException {
    try {
      Duration rest = time.minusNanos(System.nanoTime() - openedAt);
      if (opening.hasEndedWithin(rest.isNegative() ? Duration.ZERO : rest)) {
        opening.check();
      }
    } catch (CannotServe | IOException e) {
      throw new JournalUnavailableException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    closeWorkBesidePages();
    server.close();
    notices.close();
    authenticator.close();
    people.close();
    journal.close();
  }
}
