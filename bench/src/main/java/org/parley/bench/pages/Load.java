package org.parley.bench.pages;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A load generator: sends requests to a running server at a steady rate, and prints the latencies.
///
/// Each latency counts from the moment a request is due, independent of earlier responses. So a
/// stalled server is charged for the requests it delays (coordinated omission).
public final class Load {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private record Asked(String path, long nanos) {}

  private Load() {}

  /// Runs the load and prints latencies.
  ///
  /// @param arguments the address, requests per second, seconds of warm-up, seconds of measurement,
  ///   and the paths to request in turn. `#` stands for a number below the one after it:
  ///   `/claims/c#100`
  public static void main(String[] arguments) throws Exception {
    URI address = URI.create(arguments[0]);
    int rate = Integer.parseInt(arguments[1]);
    List<String> paths = Arrays.asList(arguments).subList(4, arguments.length);
    int warmUp = Integer.parseInt(arguments[2]);
    int measured = Integer.parseInt(arguments[3]);
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    ask(client, address, rate, warmUp, paths, 1);
    List<Asked> asked = ask(client, address, rate, measured, paths, 2);
    print("all", asked);
    for (String path : paths) {
      print(path, asked.stream().filter(each -> each.path.equals(path)).toList());
    }
  }

  private static List<Asked> ask(
      HttpClient client, URI address, int rate, int seconds, List<String> paths, long seed)
      throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    List<Future<Asked>> all = new ArrayList<>();
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < rate * seconds; i++) {
        long due = begun + i * 1_000_000_000L / rate;
        String path = paths.get(random.nextInt(paths.size()));
        URI uri = address.resolve(filled(path, random));
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        all.add(
            threads.submit(
                () -> {
                  answer(client, uri);
                  return new Asked(path, System.nanoTime() - due);
                }));
      }
    }
    List<Asked> asked = new ArrayList<>();
    for (Future<Asked> each : all) {
      asked.add(each.get());
    }
    return asked;
  }

  private static void answer(HttpClient client, URI uri) throws Exception {
    HttpResponse<byte[]> answer;
    try {
      answer =
          client.send(
              HttpRequest.newBuilder(uri).timeout(LONGEST).build(),
              HttpResponse.BodyHandlers.ofByteArray());
    } catch (HttpTimeoutException e) {
      throw new AssertionError(uri + " was not answered within " + LONGEST.toSeconds() + " s", e);
    }
    if (answer.statusCode() != 200) {
      throw new AssertionError(uri + " was answered " + answer.statusCode());
    }
  }

  /// A path with a random number for `#`.
  static String filled(String path, SplittableRandom random) {
    int at = path.indexOf('#');
    return at < 0
        ? path
        : path.substring(0, at) + random.nextInt(Integer.parseInt(path.substring(at + 1)));
  }

  private static void print(String name, List<Asked> asked) {
    long[] nanos = asked.stream().mapToLong(Asked::nanos).sorted().toArray();
    if (nanos.length > 0) {
      System.out.printf(
          "| %s | %d | %.1f | %.1f | %.1f | %.1f |%n",
          name.replaceAll("#\\d+", "N"),
          nanos.length,
          at(nanos, 0.5),
          at(nanos, 0.95),
          at(nanos, 0.99),
          at(nanos, 1));
    }
  }

  private static double at(long[] sorted, double share) {
    return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / 1e6;
  }
}
