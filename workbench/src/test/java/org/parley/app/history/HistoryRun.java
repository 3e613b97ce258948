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
import org.parley.store.DatabaseAddress;
import org.parley.store.Entry;
import org.parley.store.Journal;
import org.parley.store.PostgresServer;
import org.parley.store.TcpProxy;
import org.parley.store.Verification;
import org.parley.store.cases.CaseBeginning;
import org.parley.store.cases.CaseRegister;
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
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int BETWEEN_FAULTS = 12;

  /// Clients that stay at one server each, and change a source of their own. They wait for no other
  /// server and are refused nothing, so a failover takes as long as it takes them.
  private static final List<String> STAYING = List.of("dan", "eve");

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
  private final List<WorkedCase> cases = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Random random;
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private final List<String> timeline = new ArrayList<>();
  private final Map<Fault, List<Failover>> failovers = new EnumMap<>(Fault.class);

  private HistoryRun(@Nullable PostgresServer postgres, String address, long seed) {
    this.postgres = postgres;
    this.address = address;
    this.random = new Random(seed);
  }

  /// Two servers on one journal in PostgreSQL, and a terminal that writes to it as well.
  ///
  /// @param rehearsal keeps what makes starts fast; absent where few servers are started
  static HistoryRun onPostgres(Path folder, long seed, @Nullable Path rehearsal) throws Exception {
    HistoryRun run = twoOnPostgres(folder, seed);
    run.beginOne(folder, seed);
    run.start(rehearsal);
    return run;
  }

  /// Two servers of two cases in one PostgreSQL.
  ///
  /// @param rehearsal keeps what makes starts fast; absent where few servers are started
  static HistoryRun ofCases(Path folder, long seed, @Nullable Path rehearsal) throws Exception {
    HistoryRun run = twoOnPostgres(folder, seed, "--cases");
    run.beginMany(seed, List.of("river", "coast"));
    run.start(rehearsal);
    return run;
  }

  private static HistoryRun twoOnPostgres(Path folder, long seed, String... options)
      throws Exception {
    PostgresServer postgres = PostgresServer.startIn(folder.resolve("data"));
    HistoryRun run = new HistoryRun(postgres, postgres.database(), seed);
    for (String name : List.of("one", "two")) {
      TcpProxy proxy = new TcpProxy(postgres.port());
      run.proxies.add(proxy);
      run.nodes.add(
          new Node(
              name,
              run.address.replace(":" + postgres.port() + "/", ":" + proxy.port() + "/"),
              options));
    }
    return run;
  }

  /// One server on a journal in a file. A terminal is turned away while it runs.
  ///
  /// @param rehearsal keeps what makes starts fast; absent where few servers are started
  static HistoryRun onFile(Path folder, long seed, @Nullable Path rehearsal) throws Exception {
    String file = FlakyDisk.journalIn(folder).toString();
    HistoryRun run = new HistoryRun(null, file, seed);
    run.nodes.add(new Node("one", file));
    run.beginOne(folder, seed);
    run.start(rehearsal);
    return run;
  }

  private static Case small() {
    List<String> sources = new ArrayList<>(List.of("h0", "h1", "h2", "s0"));
    STAYING.forEach(each -> sources.add(Client.OWN + each));
    String texts = String.join(", ", sources.stream().map(it -> Client.source(it, 0)).toList());
    if (CaseReader.read(Map.of("a.yaml", CASE, "b.yaml", "sources: [" + texts + "]"))
        instanceof LoadResult.Loaded loaded) {
      return loaded.contents();
    }
    throw new IllegalStateException("the case does not load");
  }

  private void beginOne(Path folder, long seed) throws Exception {
    WorkedCase one = new WorkedCase("", DatabaseAddress.of(address));
    try (Journal journal = Journal.at(address)) {
      journal.record(small(), "Ann", "Begun.", Instant.EPOCH);
    }
    AtomicInteger ids = new AtomicInteger();
    join(one, seed, ids);
    one.terminals().add(new Terminal(folder, address, one.history(), ids, 31 * seed - 1));
  }

  private void beginMany(long seed, List<String> names) throws Exception {
    DatabaseAddress place = DatabaseAddress.of(address);
    AtomicInteger ids = new AtomicInteger();
    try (CaseRegister register = CaseRegister.at(place)) {
      var _ =
          register
              .people()
              .addMember(AccountEditor.OPERATOR, "root", "administrator", null, Instant.EPOCH);
      for (String each : names) {
        String trouble =
            CaseBeginning.begin(
                register, each, small(), "root", AccountEditor.OPERATOR, "Begun.", Instant.EPOCH);
        if (!trouble.isEmpty()) {
          throw new IllegalStateException(trouble);
        }
        join(
            new WorkedCase("/cases/" + each, place.inSchema("case_" + each)),
            seed + each.length(),
            ids);
      }
    }
  }

  /// Gives a case its clients.
  private void join(WorkedCase worked, long seed, AtomicInteger ids) throws Exception {
    cases.add(worked);
    try (Accounts people = Accounts.at(worked.journal())) {
      List<String> names = new ArrayList<>(List.of("ann", "ben", "cora"));
      names.addAll(nodes.size() == 1 ? List.of() : STAYING);
      // the first and the last are asked what they see in the end
      names.addAll(List.of("al", "bo"));
      for (String name : names) {
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
        long own = 31 * seed + worked.clients().size();
        int stays = STAYING.indexOf(name);
        worked
            .clients()
            .add(
                new Client(
                    stays < 0 ? nodes : nodes.subList(stays, stays + 1),
                    worked.path(),
                    token,
                    party,
                    stays < 0 ? null : Client.OWN + name,
                    worked.history(),
                    ids,
                    own));
      }
    }
  }

  private void start(@Nullable Path rehearsal) throws Exception {
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
    for (WorkedCase worked : cases) {
      worked.clients().forEach(each -> threads.add(Thread.ofPlatform().daemon().start(each)));
      worked.terminals().forEach(each -> threads.add(Thread.ofPlatform().daemon().start(each)));
    }
    progress();
  }

  /// Lets the clients get on.
  private void progress() throws InterruptedException {
    int more = 1 + random.nextInt(2 * BETWEEN_FAULTS);
    for (WorkedCase each : cases) {
      if (!each.history().awaitAcknowledged(more, "", PATIENCE)) {
        StringBuilder threads = new StringBuilder();
        for (Node node : nodes) {
          threads.append(node.name()).append('\n').append(node.threads());
        }
        throw new AssertionError(
            "no write is acknowledged any more, after " + faults + "\n" + threads);
      }
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
        awaitFailover(fault, node, from);
        node.start();
      }
      case HANG_LEADER -> {
        node.hang();
        awaitFailover(fault, node, from);
        node.go();
      }
      case PARTITION_LEADER -> {
        proxies.get(which).hold();
        awaitFailover(fault, node, from);
        proxies.get(which).release();
      }
      case HANG_SERVER -> {
        node.hang();
        anyHistory().awaitAcknowledged(BETWEEN_FAULTS, node.name(), HANG);
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
        anyHistory().awaitAcknowledged(1, "", HANG);
        postgres().go();
      }
      case CUT_CONNECTIONS -> proxies.get(which).cut();
      case PARTITION -> {
        proxies.get(which).hold();
        anyHistory().awaitAcknowledged(BETWEEN_FAULTS, node.name(), HANG);
        proxies.get(which).release();
      }
      case FULL_DISK -> {
        if (postgres == null) {
          disk(node, "FULL");
        } else {
          postgres.fillDisk();
          anyHistory().awaitAcknowledged(1, "", HANG);
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
        long to = System.nanoTime();
        cases.forEach(worked -> worked.history().add(new History.Outage(each.name(), from, to)));
      }
    }
  }

  /// That of some case: one server leads for all.
  private History anyHistory() {
    return cases.getFirst().history();
  }

  /// The server that leads, by its place.
  private int leader() throws Exception {
    String register = cases.getFirst().path().isEmpty() ? "" : "parley_server.";
    return Eventually.get(
        "leader",
        () -> {
          try (Connection connection = DriverManager.getConnection("jdbc:" + address);
              Statement statement = connection.createStatement();
              ResultSet found =
                  statement.executeQuery(
                      "select address from "
                          + register
                          + "node as node join "
                          + register
                          + "leader as leader on leader.node = node.id")) {
            String leads = found.next() ? found.getString(1) : "";
            return IntStream.range(0, nodes.size())
                .filter(each -> nodes.get(each).address().equals(leads))
                .boxed()
                .findFirst();
          }
        });
  }

  /// Another server acknowledges a write of each case, though the one that led does not answer. How
  /// long that takes is reported, since it depends on the machine.
  private void awaitFailover(Fault fault, Node before, long from) throws InterruptedException {
    for (WorkedCase worked : cases) {
      for (Node each : nodes) {
        if (each != before && !worked.history().awaitAcknowledgedBy(each.name(), from, PATIENCE)) {
          throw new AssertionError("nobody took over from " + before.name() + ", after " + faults);
        }
      }
    }
    long written = System.nanoTime() - from;
    long leads =
        nodes.stream()
            .filter(each -> each != before)
            .mapToLong(each -> each.ledAtNanos() - from)
            .min()
            .orElse(0);
    failovers
        .computeIfAbsent(fault, _ -> new ArrayList<>())
        .add(new Failover(Duration.ofNanos(leads), Duration.ofNanos(written)));
  }

  private void disk(Node node, String state) throws IOException, InterruptedException {
    node.disk(state);
    anyHistory().awaitAcknowledged(2 * BETWEEN_FAULTS, "", HANG);
    node.disk("WELL");
  }

  private PostgresServer postgres() {
    return Objects.requireNonNull(postgres, "there is no database server");
  }

  /// How long a failover took, as the clients of a server that was well saw it.
  ///
  /// @param leads from the fault until another server led
  /// @param written from the fault until a write of each case that was sent after it was
  ///   acknowledged
  private record Failover(Duration leads, Duration written) {

    @Override
    public String toString() {
      return leads.toMillis() + "/" + written.toMillis() + " ms";
    }
  }

  /// What was done, and what came of it.
  ///
  /// @param timeline each fault with its moments, for whoever looks for the reason of a violation
  /// @param failovers how long each failover took
  /// @param reports what is said of the history of each case
  /// @param errors answers no server may give, and what was wrong once all was quiet
  record Result(
      Map<Fault, Integer> faults,
      List<String> timeline,
      Map<Fault, List<Failover>> failovers,
      List<HistoryCheck.Report> reports,
      List<String> errors) {

    boolean isRight() {
      return reports.stream().allMatch(each -> each.violations().isEmpty()) && errors.isEmpty();
    }

    int kills() {
      return faults.entrySet().stream()
          .filter(each -> each.getKey().isKill())
          .mapToInt(Map.Entry::getValue)
          .sum();
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(faults + ", failovers " + failovers + ": " + reports);
      if (!isRight()) {
        timeline.forEach(each -> text.append("\n  ").append(each));
      }
      errors.stream().distinct().limit(20).forEach(each -> text.append("\n  ").append(each));
      return text.toString();
    }
  }

  /// Ends the clients, and judges what they saw.
  Result conclude() throws Exception {
    cases.forEach(WorkedCase::end);
    for (Thread each : threads) {
      each.join();
    }
    List<String> errors = new ArrayList<>();
    cases.forEach(each -> errors.addAll(each.errors()));
    List<Map<String, String>> before = new ArrayList<>();
    for (WorkedCase each : cases) {
      before.add(settled(each, errors));
    }
    if (postgres == null) {
      nodes.getFirst().close();
    }
    List<HistoryCheck.Report> reports = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      reports.add(judge(cases.get(i), before.get(i), errors));
    }
    return new Result(faults, timeline, failovers, reports, errors);
  }

  private static HistoryCheck.Report judge(
      WorkedCase worked, Map<String, String> before, List<String> errors) throws Exception {
    try (Journal journal = Journal.at(worked.journal())) {
      Verification found = journal.verify(null);
      if (!(found instanceof Verification.Intact)) {
        errors.add("the journal: " + found);
      }
      if (journal.contents().read() instanceof LoadResult.Loaded loaded) {
        compare(loaded.contents(), before, errors);
      } else {
        errors.add("the journal holds no case in the end");
      }
      List<Entry> entries = journal.list(Long.MAX_VALUE, Integer.MAX_VALUE).reversed();
      return HistoryCheck.of(entries, worked.history(), LOOK_AGAIN.toNanos());
    }
  }

  /// What every server answers once nobody writes and each has had time to look: the same bytes.
  private Map<String, String> settled(WorkedCase worked, List<String> errors) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<Map<String, String>> answers;
    do {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      answers = nodes.stream().map(each -> answers(worked, each)).toList();
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

  private static Map<String, String> answers(WorkedCase worked, Node node) {
    List<Client> clients = worked.clients();
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
    cases.forEach(WorkedCase::end);
    nodes.forEach(Node::close);
    for (TcpProxy each : proxies) {
      each.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }
}
