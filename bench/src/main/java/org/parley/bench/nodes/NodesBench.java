package org.parley.bench.nodes;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.parley.bench.board.BoardCorpus;
import org.parley.model.cases.Case;
import org.parley.store.Database;
import org.parley.store.DatabaseAddress;
import org.parley.store.JournalUnavailableException;
import org.parley.store.cases.CaseBeginning;
import org.parley.store.cases.CaseRegister;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;

/// Prints reads at one server and at two, and how long failovers take, as clients of the other
/// server see them.
///
/// Usage: `NodesBench postgresql://HOST:PORT/EMPTY?user=NAME [CASES [CLAIMS [SECONDS
/// [FAILOVERS]]]]`; defaults 30 cases, which all stay open, 300 claims each, 15 seconds, and 5
/// failovers of each kind. The user may read `pg_stat_database`. Every read and write is checked
/// for its status, and every acknowledged record is looked for at both servers in the end.
public final class NodesBench {

  private static final int READERS = 6;
  private static final int ROUNDS = 4;
  private static final int ANSWER_SECONDS = 20;
  private static final Duration BETWEEN_WRITES = Duration.ofMillis(500);
  private static final Duration AGAIN = Duration.ofMillis(50);
  private static final AccountEditor BENCH = new AccountEditor("bench", "operator");
  private static final List<String> READS =
      List.of(
          "/api/claims?limit=50",
          "/api/records/claims?limit=50",
          "/api/search?q=minister",
          "/api/case");

  private final String database;
  private final Map<String, String> tokens;
  private final List<ServerProcess> servers;
  private final Map<String, List<String>> acknowledged = new TreeMap<>();
  private final AtomicInteger ids = new AtomicInteger();

  private NodesBench(String database, Map<String, String> tokens, List<ServerProcess> servers) {
    this.database = database;
    this.tokens = tokens;
    this.servers = servers;
    tokens.keySet().forEach(each -> acknowledged.put(each, new ArrayList<>()));
  }

  public static void main(String[] arguments) throws Exception {
    String database = arguments[0];
    int cases = number(arguments, 1, 30);
    int claims = number(arguments, 2, 300);
    Map<String, String> tokens = make(DatabaseAddress.of(database), cases, claims);
    System.out.printf(
        Locale.ROOT,
        "%s, %d processors; %d cases of %,d claims%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        cases,
        claims);
    try (ServerProcess one = ServerProcess.start(database);
        ServerProcess two = ServerProcess.start(database)) {
      NodesBench bench = new NodesBench(database, tokens, List.of(one, two));
      bench.reads(number(arguments, 3, 15));
      bench.failovers(number(arguments, 4, 5));
      bench.check();
    }
  }

  private static int number(String[] arguments, int place, int otherwise) {
    return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
  }

  /// Makes the cases; the token of a mediator of each.
  private static Map<String, String> make(DatabaseAddress place, int cases, int claims)
      throws Exception {
    Map<String, String> tokens = new TreeMap<>();
    Instant now = Instant.now();
    try (CaseRegister register = CaseRegister.at(place)) {
      var _ = register.people().addMember(BENCH, "root", "administrator", null, now);
      for (int i = 1; i <= cases; i++) {
        String id = "case-" + i;
        Case contents = Case.of(BoardCorpus.info(), BoardCorpus.of(claims, i));
        String trouble = CaseBeginning.begin(register, id, contents, "root", BENCH, "Begun.", now);
        if (!trouble.isEmpty()) {
          throw new IllegalStateException(trouble);
        }
        try (Accounts people = Accounts.existing(register.addressOf(id))) {
          tokens.put(
              id,
              people.makeToken(
                  BENCH, "program", "mediator", null, now, AccessToken.expiry(now, 1)));
        }
      }
    }
    return tokens;
  }

  /// Reads at one server and at both, in turn, while a change is recorded every half second.
  private void reads(int seconds) throws Exception {
    System.out.println(
        "| servers asked | reads | a second | ms of a server's processor a read | transactions of"
            + " the database a read | locks waited for | load average |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (ServerProcess each : servers) {
      warm(each);
    }
    for (int i = 0; i < ROUNDS; i++) {
      for (int count = 1; count <= servers.size(); count++) {
        System.out.println("| " + count + readFor(servers.subList(0, count), seconds));
      }
    }
  }

  /// Opens every case.
  private void warm(ServerProcess server) throws IOException, InterruptedException {
    for (String id : tokens.keySet()) {
      for (String path : READS) {
        read(server, id, path);
      }
    }
  }

  private String readFor(List<ServerProcess> asked, int seconds) throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    AtomicLong reads = new AtomicLong();
    long waits = 0;
    Duration before = processorTime();
    long transactions = askDatabase(TRANSACTIONS);
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        ServerProcess server = asked.get(i % asked.size());
        long seed = i;
        all.add(threads.submit(() -> read(server, seed, isOver, reads)));
      }
      all.add(threads.submit(() -> writeOn(asked.getFirst(), isOver)));
      for (int i = 0; i < seconds; i++) {
        Thread.sleep(1_000);
        waits += askDatabase(WAITING);
      }
      isOver.set(true);
      for (Future<?> each : all) {
        var _ = each.get();
      }
    }
    double took = (System.nanoTime() - begun) / 1e9;
    return String.format(
        Locale.ROOT,
        " | %d | %.0f | %.2f | %.3f | %d | %.1f |",
        reads.get(),
        reads.get() / took,
        processorTime().minus(before).toNanos() / 1e6 / reads.get(),
        (askDatabase(TRANSACTIONS) - transactions) / (double) reads.get(),
        waits,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private Duration processorTime() {
    return servers.stream().map(ServerProcess::processorTime).reduce(Duration.ZERO, Duration::plus);
  }

  private static final String TRANSACTIONS =
      "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()";

  /// Sessions that wait for a lock of a row, a table or a program.
  private static final String WAITING =
      "select count(*) from pg_stat_activity where wait_event_type = 'Lock'";

  private long askDatabase(String question) throws SQLException, JournalUnavailableException {
    try (Connection connection = Database.session(DatabaseAddress.of(database), ANSWER_SECONDS);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(question)) {
      return found.next() ? found.getLong(1) : 0;
    }
  }

  private Void read(ServerProcess server, long seed, AtomicBoolean isOver, AtomicLong reads)
      throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> cases = List.copyOf(tokens.keySet());
    while (!isOver.get()) {
      String id = cases.get(random.nextInt(cases.size()));
      String path = READS.get(random.nextInt(READS.size()));
      read(server, id, path);
      reads.incrementAndGet();
    }
    return null;
  }

  private void read(ServerProcess server, String id, String path)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = server.ask("GET", "/cases/" + id + path, token(id), "");
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  /// Records a change now and then, in one case after the other.
  private Void writeOn(ServerProcess server, AtomicBoolean isOver) throws Exception {
    List<String> cases = List.copyOf(tokens.keySet());
    for (int i = 0; !isOver.get(); i++) {
      var _ = isWritten(server, cases.get(i % cases.size()));
      LockSupport.parkNanos(BETWEEN_WRITES.toNanos());
    }
    return null;
  }

  /// Adds a source; whether that was acknowledged.
  private boolean isWritten(ServerProcess server, String id) throws InterruptedException {
    String source = "bench-" + ids.incrementAndGet();
    try {
      HttpResponse<String> answer =
          server.ask(
              "POST",
              "/cases/" + id + "/api/records/sources",
              token(id),
              """
              {"record": {"id": "SOURCE", "publisher": "Wire", "title": "Of the day",
               "date": "2025-03-01", "kind": "report", "reliability": "B", "language": "en"},
               "why": "Came in."}
              """
                  .replace("SOURCE", source));
      if (answer.statusCode() == 201) {
        List<String> all = acknowledged.getOrDefault(id, new ArrayList<>());
        synchronized (all) {
          all.add(source);
        }
        return true;
      }
      if (answer.statusCode() != 503) {
        throw new AssertionError(id + ": " + answer.statusCode() + " " + answer.body());
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private void failovers(int times) throws Exception {
    System.out.println(
        "| the leader | first case written, s | half of the cases, s | all cases, s | load average |");
    System.out.println("|---|---|---|---|---|");
    for (int i = 0; i < times; i++) {
      ServerProcess killed = leader();
      System.out.println("| is killed" + failover(killed, () -> kill(killed)));
      killed.startAgain();
      warm(killed);
      ServerProcess hung = leader();
      System.out.println("| hangs" + failover(hung, () -> hang(hung)));
      hung.signal("CONT");
    }
  }

  private static Void kill(ServerProcess server) {
    server.kill();
    return null;
  }

  private static Void hang(ServerProcess server) throws IOException, InterruptedException {
    server.signal("STOP");
    return null;
  }

  /// From the fault until the server that is well has acknowledged a change of each case, each sent
  /// again until it is.
  private String failover(ServerProcess leader, Callable<Void> fault) throws Exception {
    ServerProcess other = servers.get(1 - servers.indexOf(leader));
    AtomicBoolean isOver = new AtomicBoolean();
    double[] seconds;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Void> writing = threads.submit(() -> writeOn(other, isOver));
      Thread.sleep(2_000);
      long from = System.nanoTime();
      var _ = fault.call();
      List<Future<Double>> all = new ArrayList<>();
      for (String id : tokens.keySet()) {
        all.add(
            threads.submit(
                () -> {
                  while (!isWritten(other, id)) {
                    LockSupport.parkNanos(AGAIN.toNanos());
                  }
                  return (System.nanoTime() - from) / 1e9;
                }));
      }
      try {
        seconds = new double[all.size()];
        for (int i = 0; i < seconds.length; i++) {
          seconds[i] = all.get(i).get();
        }
      } finally {
        isOver.set(true);
      }
      var _ = writing.get();
    }
    Arrays.sort(seconds);
    return String.format(
        Locale.ROOT,
        " | %.1f | %.1f | %.1f | %.1f |",
        seconds[0],
        seconds[seconds.length / 2],
        seconds[seconds.length - 1],
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private ServerProcess leader() throws Exception {
    String id = tokens.keySet().iterator().next();
    while (true) {
      for (ServerProcess each : servers) {
        String nodes = each.ask("GET", "/cases/" + id + "/api/nodes", token(id), "").body();
        for (ServerProcess one : servers) {
          if (nodes
              .replaceAll("\\s", "")
              .matches("(?s).*\"address\":\"" + one.address() + "\",\"leads\":true.*")) {
            return one;
          }
        }
      }
      LockSupport.parkNanos(AGAIN.toNanos());
    }
  }

  private String token(String id) {
    return tokens.getOrDefault(id, "");
  }

  /// Every acknowledged record is at both servers.
  private void check() throws IOException, InterruptedException {
    int found = 0;
    for (Map.Entry<String, List<String>> each : acknowledged.entrySet()) {
      String id = each.getKey();
      for (ServerProcess server : servers) {
        String all =
            server
                .ask("GET", "/cases/" + id + "/api/records/sources?limit=1000", token(id), "")
                .body();
        for (String source : each.getValue()) {
          if (!all.contains("\"" + source + "\"")) {
            throw new AssertionError(source + " of " + id + " is lost at " + server.address());
          }
          found++;
        }
      }
    }
    System.out.println(found / servers.size() + " acknowledged changes, none lost");
  }
}
