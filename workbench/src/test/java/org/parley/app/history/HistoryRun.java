package org.parley.app.history;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.Eventually;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.store.Entry;
import org.parley.store.Journal;
import org.parley.store.PostgresServer;
import org.parley.store.TcpProxy;
import org.parley.store.Verification;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;

/// Servers on one journal, clients that work on it, and faults in a seeded order; then the history
/// they leave, judged.
final class HistoryRun implements AutoCloseable {

  /// What is done to the servers and their database.
  enum Fault {
    /// A server is killed and started again.
    KILL_SERVER,
    /// A server hangs, and goes on.
    HANG_SERVER,
    /// The database server is killed and started again.
    KILL_DATABASE,
    /// The database server is stopped in order and started again.
    RESTART_DATABASE,
    /// The database server hangs, and goes on.
    HANG_DATABASE,
    /// The connections of one server to the database are cut.
    CUT_CONNECTIONS,
    /// Nothing passes between one server and the database for a while.
    PARTITION,
    /// The server that leads is killed; once the other leads, it is started again.
    KILL_LEADER,
    /// The server that leads hangs until the other leads.
    HANG_LEADER,
    /// Nothing passes between the server that leads and the database until the other leads.
    PARTITION_LEADER,
    /// The disk of the journal fills up, and has room again; PostgreSQL cannot write at all then.
    FULL_DISK,
    /// The disk of the journal hangs, and goes on.
    HUNG_DISK;

    boolean isOfLeader() {
      return this == KILL_LEADER || this == HANG_LEADER || this == PARTITION_LEADER;
    }

    boolean isKill() {
      return this == KILL_SERVER || this == KILL_LEADER || this == KILL_DATABASE;
    }
  }

  /// A server looks once a second; the rest is for a busy machine.
  static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private static final Duration HANG = Duration.ofMillis(1_500);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BETWEEN_FAULTS = 12;
  private static final String CASE =
      """
      case: {title: The river}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - {id: p1, instrument: treaty, number: "1", title: Water}
      positions:
        - {id: a-line, party: A, point: p1, concludes: Half, visibility: {party: A}, illustrative: true}
        - {id: b-line, party: B, point: p1, concludes: Half, visibility: {party: B}, illustrative: true}
      """;

  private final @Nullable PostgresServer postgres;
  private final String address;
  private final List<TcpProxy> proxies = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Client> clients = new ArrayList<>();
  private final List<Terminal> terminals = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final History history = new History();
  private final Random random;
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private final List<String> timeline = new ArrayList<>();
  private long slowestNanos;

  private HistoryRun(@Nullable PostgresServer postgres, String address, long seed) {
    this.postgres = postgres;
    this.address = address;
    this.random = new Random(seed);
  }

  /// Two servers on one journal in PostgreSQL, and a terminal that writes to it as well.
  ///
  /// @param rehearsal keeps what makes starts fast; absent where few servers are started
  static HistoryRun onPostgres(Path folder, long seed, @Nullable Path rehearsal) throws Exception {
    PostgresServer postgres = PostgresServer.startIn(folder.resolve("data"));
    HistoryRun run = new HistoryRun(postgres, postgres.database(), seed);
    for (String name : List.of("one", "two")) {
      TcpProxy proxy = new TcpProxy(postgres.port());
      run.proxies.add(proxy);
      run.nodes.add(
          new Node(
              name, run.address.replace(":" + postgres.port() + "/", ":" + proxy.port() + "/")));
    }
    run.begin(folder, seed, rehearsal);
    return run;
  }

  /// One server on a journal in a file. A terminal is turned away while it runs.
  ///
  /// @param rehearsal keeps what makes starts fast; absent where few servers are started
  static HistoryRun onFile(Path folder, long seed, @Nullable Path rehearsal) throws Exception {
    String file = FlakyDisk.journalIn(folder).toString();
    HistoryRun run = new HistoryRun(null, file, seed);
    run.nodes.add(new Node("one", file));
    run.begin(folder, seed, rehearsal);
    return run;
  }

  private void begin(Path folder, long seed, @Nullable Path rehearsal) throws Exception {
    List<String> sources = List.of("h0", "h1", "h2", "s0");
    String texts = String.join(", ", sources.stream().map(it -> Client.source(it, 0)).toList());
    if (!(CaseReader.read(Map.of("a.yaml", CASE, "b.yaml", "sources: [" + texts + "]"))
        instanceof LoadResult.Loaded loaded)) {
      throw new IllegalStateException("the case does not load");
    }
    try (Journal journal = Journal.at(address)) {
      journal.record(loaded.contents(), "Ann", "Begun.", Instant.EPOCH);
    }
    AtomicInteger ids = new AtomicInteger();
    try (Accounts people = Accounts.at(address)) {
      for (String name : List.of("ann", "ben", "cora", "al", "bo")) {
        @Nullable String party = name.equals("al") ? "A" : name.equals("bo") ? "B" : null;
        String role = party == null ? "mediator" : "delegation";
        String token =
            people.makeToken(
                AccountEditor.OPERATOR,
                name,
                role,
                party,
                Instant.now(),
                AccessToken.expiry(Instant.now(), 90));
        long own = 31 * seed + clients.size();
        clients.add(new Client(nodes, token, party, history, ids, own));
      }
    }
    terminals.add(new Terminal(folder, address, history, ids, 31 * seed - 1));
    if (rehearsal != null) {
      for (int i = 0; i < nodes.size(); i++) {
        nodes.set(i, nodes.get(i).rehearsed(rehearsal));
      }
    }
    try (ExecutorService starting = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (Node each : nodes) {
        all.add(
            starting.submit(
                () -> {
                  each.start();
                  return each;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    clients.forEach(each -> threads.add(Thread.ofPlatform().daemon().start(each)));
    terminals.forEach(each -> threads.add(Thread.ofPlatform().daemon().start(each)));
    progress();
  }

  /// Lets the clients get on.
  private void progress() throws InterruptedException {
    int more = 1 + random.nextInt(2 * BETWEEN_FAULTS);
    if (!history.awaitAcknowledged(more, "", PATIENCE)) {
      throw new AssertionError("no write is acknowledged any more, after " + faults);
    }
  }

  /// Does something to them, mends it, and waits until writes are acknowledged again.
  void strike(Fault fault) throws Exception {
    faults.merge(fault, 1, Integer::sum);
    int which = fault.isOfLeader() ? leader() : random.nextInt(nodes.size());
    Node node = nodes.get(which);
    long from = System.nanoTime();
    switch (fault) {
      case KILL_SERVER -> {
        node.kill();
        node.start();
      }
      case KILL_LEADER -> {
        node.kill();
        awaitFailover(node);
        node.start();
      }
      case HANG_LEADER -> {
        node.hang();
        awaitFailover(node);
        node.go();
      }
      case PARTITION_LEADER -> {
        proxies.get(which).hold();
        awaitFailover(node);
        proxies.get(which).release();
      }
      case HANG_SERVER -> {
        node.hang();
        history.awaitAcknowledged(BETWEEN_FAULTS, node.name(), HANG);
        node.go();
      }
      case KILL_DATABASE -> {
        postgres().kill();
        postgres().startAgain();
      }
      case RESTART_DATABASE -> {
        postgres().stop();
        postgres().startAgain();
      }
      case HANG_DATABASE -> {
        postgres().hang();
        history.awaitAcknowledged(1, "", HANG);
        postgres().go();
      }
      case CUT_CONNECTIONS -> proxies.get(which).cut();
      case PARTITION -> {
        proxies.get(which).hold();
        history.awaitAcknowledged(BETWEEN_FAULTS, node.name(), HANG);
        proxies.get(which).release();
      }
      case FULL_DISK -> {
        if (postgres == null) {
          disk(node, "FULL");
        } else {
          postgres.fillDisk();
          history.awaitAcknowledged(1, "", HANG);
          // nothing but a new start gives its processes room
          postgres.kill();
          postgres.startAgain();
        }
      }
      case HUNG_DISK -> disk(node, "HUNG");
    }
    long mended = System.nanoTime();
    progress();
    timeline.add(fault + " " + node.name() + " from " + from + " to " + mended);
    for (Node each : nodes) {
      boolean isHit =
          switch (fault) {
            case KILL_SERVER, HANG_SERVER, KILL_LEADER, HANG_LEADER -> false;
            case CUT_CONNECTIONS, PARTITION, PARTITION_LEADER -> each == node;
            case KILL_DATABASE, RESTART_DATABASE, HANG_DATABASE, FULL_DISK, HUNG_DISK -> true;
          };
      if (isHit) {
        history.add(new History.Outage(each.name(), from, System.nanoTime()));
      }
    }
  }

  /// The server that leads, by its place.
  private int leader() throws Exception {
    return Eventually.get(
        "leader",
        () -> {
          try (Connection connection = DriverManager.getConnection("jdbc:" + address);
              Statement statement = connection.createStatement();
              ResultSet found =
                  statement.executeQuery(
                      "select address from node join leader on leader.node = node.id")) {
            String leads = found.next() ? found.getString(1) : "";
            return IntStream.range(0, nodes.size())
                .filter(each -> nodes.get(each).address().equals(leads))
                .boxed()
                .findFirst();
          }
        });
  }

  /// Another server acknowledges a write, though the one that led does not answer. How long that
  /// takes is reported, since it depends on the machine.
  private void awaitFailover(Node before) throws InterruptedException {
    long from = System.nanoTime();
    for (Node each : nodes) {
      if (each != before && !history.awaitAcknowledgedBy(each.name(), PATIENCE)) {
        throw new AssertionError("nobody took over from " + before.name() + ", after " + faults);
      }
    }
    slowestNanos = Math.max(slowestNanos, System.nanoTime() - from);
  }

  private void disk(Node node, String state) throws IOException, InterruptedException {
    node.disk(state);
    history.awaitAcknowledged(2 * BETWEEN_FAULTS, "", HANG);
    node.disk("WELL");
  }

  private PostgresServer postgres() {
    return Objects.requireNonNull(postgres, "there is no database server");
  }

  /// What was done, and what came of it.
  ///
  /// @param timeline each fault with its moments, for whoever looks for the reason of a violation
  /// @param slowest the longest time from a leader that failed to a write that another acknowledged
  /// @param errors answers no server may give, and what was wrong once all was quiet
  record Result(
      Map<Fault, Integer> faults,
      List<String> timeline,
      Duration slowest,
      HistoryCheck.Report report,
      List<String> errors) {

    boolean isRight() {
      return report.violations().isEmpty() && errors.isEmpty();
    }

    int kills() {
      return faults.entrySet().stream()
          .filter(each -> each.getKey().isKill())
          .mapToInt(Map.Entry::getValue)
          .sum();
    }

    @Override
    public String toString() {
      StringBuilder text =
          new StringBuilder(faults + ", slowest failover " + slowest.toMillis() + " ms: " + report);
      if (!isRight()) {
        timeline.forEach(each -> text.append("\n  ").append(each));
      }
      errors.stream().distinct().limit(20).forEach(each -> text.append("\n  ").append(each));
      return text.toString();
    }
  }

  /// Ends the clients, and judges what they saw.
  Result conclude() throws Exception {
    clients.forEach(Client::end);
    terminals.forEach(Terminal::end);
    for (Thread each : threads) {
      each.join();
    }
    List<String> errors = new ArrayList<>();
    clients.forEach(each -> errors.addAll(each.errors()));
    terminals.forEach(each -> errors.addAll(each.errors()));
    Map<String, String> before = settled(errors);
    if (postgres == null) {
      nodes.getFirst().close();
    }
    List<Entry> entries;
    try (Journal journal = Journal.at(address)) {
      entries = journal.list(Long.MAX_VALUE, Integer.MAX_VALUE).reversed();
      Verification found = journal.verify(null);
      if (!(found instanceof Verification.Intact)) {
        errors.add("the journal: " + found);
      }
      if (journal.contents().read() instanceof LoadResult.Loaded loaded) {
        compare(loaded.contents(), before, errors);
      } else {
        errors.add("the journal holds no case in the end");
      }
    }
    return new Result(
        faults,
        timeline,
        Duration.ofNanos(slowestNanos),
        HistoryCheck.of(entries, history, LOOK_AGAIN.toNanos()),
        errors);
  }

  /// What every server answers once nobody writes and each has had time to look: the same bytes.
  private Map<String, String> settled(List<String> errors) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<Map<String, String>> answers;
    do {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      answers = nodes.stream().map(this::answers).toList();
    } while (System.nanoTime() < deadline
        && (System.nanoTime() < deadline - PATIENCE.toNanos() + LOOK_AGAIN.toNanos() / 2
            || !answers.stream().allMatch(answers.getFirst()::equals)));
    Map<String, String> first = answers.getFirst();
    for (Map<String, String> other : answers) {
      first.forEach(
          (path, answer) -> {
            if (!answer.equals(other.get(path))) {
              errors.add("the servers differ in " + path + ":\n" + answer + "\n" + other.get(path));
            }
          });
    }
    return first;
  }

  private Map<String, String> answers(Node node) {
    Map<String, String> answers = new TreeMap<>();
    for (Client client : List.of(clients.getFirst(), clients.getLast())) {
      for (String path :
          List.of(
              "/api/records/sources?limit=1000",
              "/api/records/claims?limit=1000",
              "/api/records/positions",
              "/api/board",
              "/api/case")) {
        HttpResponse<String> answer = client.ask(node, "GET", path, "");
        answers.put(
            (client == clients.getFirst() ? "mediator " : "B ") + path,
            answer == null ? "nothing" : answer.statusCode() + " " + answer.body());
      }
    }
    return answers;
  }

  /// What the servers answer is what the entries come to.
  private static void compare(Case fold, Map<String, String> answers, List<String> errors) {
    answers.forEach(
        (path, answer) -> {
          if (path.contains("/api/records/")) {
            Viewer viewer =
                path.startsWith("B ")
                    ? new Viewer.Delegation(new PartyId("B"))
                    : new Viewer.Mediator();
            String kind = path.replaceAll(".*/|\\?.*", "");
            if (!answer.startsWith("200 ")
                || !Client.versions(answer.substring(4))
                    .equals(HistoryCheck.see(fold, viewer, kind))) {
              errors.add("not what the journal says: " + path + ": " + answer);
            }
          }
        });
  }

  @Override
  public void close() throws IOException {
    clients.forEach(Client::end);
    terminals.forEach(Terminal::end);
    nodes.forEach(Node::close);
    for (TcpProxy each : proxies) {
      each.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }
}
