package org.parley.bench.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.parley.bench.board.BoardCorpus;
import org.parley.casefile.CaseWriter;
import org.parley.model.cases.Case;

/// Prints the time from program start to the first page, and page latencies under a steady load
/// from a second process.
///
/// Usage, from the folder of the repository: `PagesBench [CLAIMS [ACTS [RATE [SECONDS
/// [FOLDER]]]]]`; defaults 100,000 claims, as many acts, 50 requests per second, 30 seconds. With a
/// folder, its case is served instead of a generated one, and only the first page is timed. The
/// program is started as `./parley`, as by a user.
///
/// With `-Dparley.java="-Xmx6g"` it is started by these options of Java instead, on the class path
/// of this program. `-Dparley.starts=0` leaves out the starts that are timed.
///
/// With `-Dparley.saves=15` a claim is saved every 15 seconds of the load, and its page is asked
/// for at once. So what is kept for a state of the case has to follow.
///
/// After the load, each page is asked for one at a time: that gives processor time, which other
/// work on the machine changes least. So do the boards of new days, which nothing is kept of. At
/// last the live heap is printed.
///
/// The generated case has claims, acts and steps, with the sequence, guarantees and positions of an
/// example.
public final class PagesBench {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int STARTS = Integer.getInteger("parley.starts", 5);
  private static final int SAVES = Integer.getInteger("parley.saves", 0);
  private static final String JAVA = System.getProperty("parley.java", "");
  private static final int TIMES = 30;
  private static final int DAYS = 10;
  private static final int WARM_UP_SECONDS = 20;
  private static final List<String> PAGES =
      List.of(
          "/",
          "/?asOf=2025-06-01",
          "/?asOf=@",
          "/claims",
          "/claims?party=P#12",
          "/claims?about=p#200",
          "/claims?party=P3&from=2025-01-01&page=9",
          "/claims?q=minister",
          "/claims/c#1000",
          "/points/p#200",
          "/parties/P#12",
          "/timeline",
          "/sources",
          "/instruments",
          "/acts",
          "/acts?asOf=2025-06-01&page=9",
          "/brief",
          "/parties",
          "/search?q=minister",
          "/search?q=source+#1000",
          "/inbox",
          "/history",
          "/among?parties=P1,P2",
          "/sequence",
          "/guarantees",
          "/api/case",
          "/api/claims?limit=50",
          "/api/records/points",
          "/api/records/claims/c#1000",
          "/api/search?q=minister",
          "/api/complete?q=c1&kinds=claims",
          "/api/inbox",
          "/api/board",
          "/api/board?asOf=2025-06-01",
          "/api/board/among?parties=P1,P2",
          "/api/sequence/outcomes",
          "/api/sequence/plan",
          "/api/sequence/knots",
          "/api/guarantees/coverage",
          "/api/guarantees/burden",
          "/api/packages/zone");

  private static final Path EXAMPLE = Path.of("examples", "ukraine-2025");

  private PagesBench() {}

  public static void main(String[] arguments) throws Exception {
    int claims = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int acts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    int rate = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 50;
    int seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 30;
    System.out.printf(
        "%s, %d processors, load average %.1f%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    Path work = Files.createTempDirectory("parley-bench");
    try {
      if (arguments.length > 4) {
        starts(Path.of(arguments[4]));
        return;
      }
      Path folder = Files.createDirectories(work.resolve("case"));
      Case contents = Case.of(BoardCorpus.info(), BoardCorpus.of(claims, acts, 1));
      for (Map.Entry<String, String> file : CaseWriter.write(contents).entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
      addExample(folder);
      System.out.printf("A generated case with %,d claims and %,d acts.%n", claims, acts);
      starts(folder);
      load(folder, claims, rate, seconds);
    } finally {
      delete(work);
    }
  }

  /// The points of the example take other ids, which are taken already.
  private static void addExample(Path folder) throws IOException {
    Path beside = Files.createDirectories(folder.resolve("example"));
    try (var files = Files.newDirectoryStream(EXAMPLE, "*.yaml")) {
      for (Path each : files) {
        String name = each.getFileName().toString();
        if (!name.equals("case.yaml")) {
          String text = Files.readString(each).replaceAll("\\bp(?=\\d)", "q");
          Files.writeString(beside.resolve(name), text);
        }
      }
    }
  }

  /// Starts the program several times until its first page; once before, untimed, for the one-time
  /// build and training run of `./parley`.
  private static void starts(Path folder) throws Exception {
    if (STARTS > 0 && JAVA.isEmpty()) {
      stop(begin(folder));
    }
    for (int i = 0; i < STARTS; i++) {
      long begun = System.nanoTime();
      Process server = begin(folder);
      System.out.printf(
          "start %d: first page after %.2f s%n", i + 1, (System.nanoTime() - begun) / 1e9);
      stop(server);
    }
  }

  private static Process begin(Path folder) throws Exception {
    int port = freePort();
    Process server = start(folder, port);
    awaitPage(server, port);
    return server;
  }

  private static void load(Path folder, int claims, int rate, int seconds) throws Exception {
    int port = freePort();
    Process server = start(folder, port);
    try {
      awaitPage(server, port);
      List<String> answered = new ArrayList<>();
      for (String page : PAGES) {
        int status = status(port, page.replaceAll("#\\d+", "1").replace("@", "2025-06-01"));
        if (status == 200) {
          answered.add(page);
        } else {
          System.out.println("not asked for: " + page + " (" + status + ")");
        }
      }
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add(Load.class.getName());
      command.addAll(
          List.of(
              "http://127.0.0.1:" + port + "/",
              Integer.toString(rate),
              Integer.toString(WARM_UP_SECONDS),
              Integer.toString(seconds),
              Integer.toString(SAVES),
              Integer.toString(claims)));
      command.addAll(answered);
      System.out.printf("%d requests a second for %d s, from a second process:%n", rate, seconds);
      System.out.println("| page | requests | median ms | p95 ms | p99 ms | longest ms |");
      System.out.println("|---|---|---|---|---|---|");
      Duration before = processorTime(server);
      Process load = new ProcessBuilder(command).inheritIO().start();
      if (load.waitFor() != 0) {
        throw new AssertionError("the load could not be made");
      }
      System.out.printf(
          "%.1f ms of the processors a request, warm-up included%n",
          processorTime(server).minus(before).toMillis()
              / (double) (rate * (WARM_UP_SECONDS + seconds)));
      oneByOne(server, port, answered);
      newDays(server, port);
      liveHeap(server);
    } finally {
      stop(server);
    }
  }

  private static void oneByOne(Process server, int port, List<String> pages)
      throws InterruptedException {
    System.out.printf("%d requests each, one at a time:%n", TIMES);
    System.out.println("| page | ms of the processors a request |");
    System.out.println("|---|---|");
    SplittableRandom random = new SplittableRandom(3);
    for (String page : pages) {
      Duration before = processorTime(server);
      for (int i = 0; i < TIMES; i++) {
        status(port, Load.filled(page, random));
      }
      System.out.printf(
          "| %s | %.1f |%n",
          page.replaceAll("#\\d+", "N"),
          processorTime(server).minus(before).toMillis() / (double) TIMES);
    }
  }

  private static void newDays(Process server, int port) throws InterruptedException {
    for (int day = 1; day <= DAYS; day++) {
      Duration before = processorTime(server);
      long begun = System.nanoTime();
      status(port, "/?asOf=" + LocalDate.of(2025, 5, day));
      System.out.printf(
          "the board of a new day: %.2f s, %.2f s of the processors%n",
          (System.nanoTime() - begun) / 1e9, processorTime(server).minus(before).toMillis() / 1e3);
    }
  }

  /// Full collection included.
  private static void liveHeap(Process server) throws IOException {
    Process histogram =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(server.pid()),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String last = "";
    try (BufferedReader lines = histogram.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line;
      }
    }
    System.out.println("live heap, objects and bytes: " + last.strip());
  }

  private static Process start(Path folder, int port) throws IOException {
    List<String> command = new ArrayList<>();
    if (JAVA.isEmpty()) {
      command.add("./parley");
    } else {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of(JAVA.split(" ")));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add("org.parley.app.Parley");
    }
    command.addAll(List.of("open", folder.toString(), "--port", "" + port, "--no-browser"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// Other work on the machine changes it less than latencies.
  private static Duration processorTime(Process server) {
    return server.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static void stop(Process server) throws InterruptedException {
    server.destroy();
    server.waitFor();
  }

  private static void awaitPage(Process server, int port) throws InterruptedException {
    while (status(port, "/") != 200) {
      if (!server.isAlive()) {
        throw new AssertionError("the program ended with " + server.exitValue());
      }
      Thread.sleep(5);
    }
  }

  private static int status(int port, String path) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                  .timeout(LONGEST)
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (HttpTimeoutException e) {
      throw new AssertionError(path + " was not answered within " + LONGEST.toSeconds() + " s", e);
    } catch (IOException e) {
      return 0;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
