package org.parley.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.operate.AccessLog;
import org.parley.operate.LogFields;
import org.parley.operate.LogPrinter;
import org.parley.operate.Meters;
import org.parley.operate.MetricsServer;
import org.parley.operate.OperationPlan;
import org.parley.operate.PartFinding;
import org.parley.operate.PartStatus;
import org.parley.operate.Probe;
import org.parley.operate.RequestEnd;
import org.parley.operate.ServerLog;
import org.parley.operate.ServerPart;
import org.parley.operate.StatusBoard;
import org.parley.store.Database;
import org.parley.store.Journal;
import org.parley.store.nodes.Leadership;
import org.parley.store.people.Accounts;
import org.parley.web.operate.Operation;
import org.parley.web.operate.StatusAnswer;
import org.parley.web.service.JournalCaseService;
import org.parley.web.work.WorkTotals;

/// The log and the metrics of a team server, from its start to its end.
final class ServerWatch implements AutoCloseable {

  private final OperationPlan plan;
  private final LogPrinter log;
  private final @Nullable Meters meters;
  private final Operation operation;
  private @Nullable MetricsServer server;

  private ServerWatch(OperationPlan plan, LogPrinter log, String node, Clock clock) {
    this.plan = plan;
    this.log = log;
    this.meters = plan.metrics() == null ? null : new Meters(StatusBoard.version());
    List<Consumer<RequestEnd>> told = new ArrayList<>();
    told.add(new AccessLog(plan.accessLog(), plan.slowMillis(), node));
    if (meters != null) {
      told.add(meters);
    }
    this.operation = new Operation(told, StatusBoard.begun(clock));
  }

  /// Begins the log.
  ///
  /// @param node the id of the server
  static ServerWatch begin(OperationPlan plan, String node, Clock clock) {
    LogPrinter log = LogPrinter.begin(plan.format(), plan.level(), System.err, clock);
    ServerLog.info(
        LogFields.of("starting").with("version", StatusBoard.version()).with("node", node));
    return new ServerWatch(plan, log, node, clock);
  }

  /// Who is told of requests.
  Operation operation() {
    return operation;
  }

  /// How the server is.
  StatusBoard status() {
    return operation.status();
  }

  private String statusText() {
    return AnswerJson.pretty(StatusAnswer.of(status().look())) + "\n";
  }

  /// Adds the tables of a database, and the disk that it is on, to the status.
  ///
  /// @param schema the version of the tables; empty if a later program has changed them
  /// @param folder null for a database elsewhere
  void lookAt(Supplier<Optional<String>> schema, @Nullable Path folder) {
    status()
        .watch(
            ServerPart.SCHEMA,
            () ->
                schema
                    .get()
                    .map(each -> PartStatus.named(PartFinding.CURRENT, List.of(each)))
                    .orElseGet(PartFinding.CHANGED::found));
    status()
        .watch(
            ServerPart.DISK,
            folder == null ? PartFinding.ROOM_ELSEWHERE::found : () -> StatusBoard.room(folder));
  }

  /// Watches what the server consists of, and serves metrics if they are wanted.
  ///
  /// @param leadership null for a server alone
  /// @throws IOException if metrics cannot be served where the plan says
  void watch(
      Journal journal,
      JournalCaseService service,
      Accounts people,
      @Nullable Leadership leadership,
      Clock clock)
      throws IOException {
    Meters known = meters;
    InetSocketAddress address = plan.metrics();
    journal.database().tellStatements((sql, nanos) -> statement(known, sql, nanos));
    if (known == null || address == null) {
      return;
    }
    journal.tellAppends(
        (outcome, nanos) ->
            known.time("parley.journal.appends", "Changes of the journal.", outcome, nanos));
    gauges(known, journal.database(), service, leadership);
    sessions(known, people, clock);
    server = MetricsServer.start(address, known::text, this::statusText, plan.metricsToken());
  }

  /// The same for a server of many cases. Nothing is told of one case alone.
  ///
  /// @param open how many cases are open
  /// @param leadership null for a server alone
  /// @throws IOException if metrics cannot be served where the plan says
  void watchCases(Accounts people, IntSupplier open, @Nullable Leadership leadership, Clock clock)
      throws IOException {
    Meters known = meters;
    InetSocketAddress address = plan.metrics();
    if (known == null || address == null) {
      return;
    }
    work(known);
    known.gauge("parley.cases.open", "Cases that are open.", open::getAsInt);
    leads(known, leadership);
    sessions(known, people, clock);
    server = MetricsServer.start(address, known::text, this::statusText, plan.metricsToken());
  }

  private static void sessions(Meters meters, Accounts people, Clock clock) {
    Probe<Number> sessions =
        new Probe<>(
            () ->
                people.countSessions(clock.instant()).values().stream()
                    .mapToLong(Number::longValue)
                    .sum());
    meters.gauge("parley.sessions", "Open sessions.", () -> sessions.find().orElse(Double.NaN));
  }

  private void gauges(
      Meters meters,
      Database database,
      JournalCaseService service,
      @Nullable Leadership leadership) {
    work(meters);
    meters.gauge("parley.journal.entries", "Entries that this server has read.", service::entry);
    meters.gauge(
        "parley.journal.bytes",
        "The size of a journal in a file; NaN for PostgreSQL.",
        () -> database.bytes().isPresent() ? database.bytes().getAsLong() : Double.NaN);
    leads(meters, leadership);
  }

  private static void leads(Meters meters, @Nullable Leadership leadership) {
    meters.gauge(
        "parley.node.leads",
        "1 if this server leads or is alone, 0 if not.",
        () -> leadership == null || leadership.leads() ? 1 : 0);
  }

  /// The work of the program, for whichever case.
  private void work(Meters meters) {
    meters.gauge("parley.http.in.flight", "Requests that are being answered.", operation::inFlight);
    meters.gauge("parley.jobs", "Long computations.", "running", WorkTotals::running);
    meters.gauge("parley.jobs", "Long computations.", "queued", WorkTotals::waiting);
    meters.gauge("parley.cache.bytes", "The size of kept results.", WorkTotals::bytes);
    meters.counter("parley.cache.hits", "Results that were kept.", WorkTotals::hits);
    meters.counter("parley.cache.misses", "Results that had to be made.", WorkTotals::misses);
  }

  private void statement(@Nullable Meters meters, String sql, long nanos) {
    if (meters != null) {
      meters.time("parley.database.statements", "Statements of the database.", "done", nanos);
    }
    long millis = Duration.ofNanos(nanos).toMillis();
    if (plan.slowMillis() > 0 && millis >= plan.slowMillis()) {
      ServerLog.warn(
          LogFields.of("slow-statement")
              .with("millis", millis)
              .with("statement", sql.replaceAll("\\s+", " ").strip()));
    }
  }

  /// The port that metrics are served on; 0 if they are not.
  int metricsPort() {
    return server == null ? 0 : server.port();
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    if (meters != null) {
      meters.close();
    }
    ServerLog.info(LogFields.of("stopped"));
    log.close();
  }
}
