package org.parley.bench.pages;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A load generator: sends requests to a running server at a steady rate, and prints the latencies.
///
/// Each latency counts from the moment a request is due, independent of earlier responses. So a
/// stalled server is charged for the requests it delays (coordinated omission).
public final class Load {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");
  private static final String OFFICE = "\"office\": *\"[^\"]*\"";
  private static final String SAVED = "a claim is saved";
  private static final String AFTER = "its page, right after";
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 720;

  private record Asked(String path, long nanos) {}

  private Load() {}

  /// Runs the load and prints latencies.
  ///
  /// In the paths, `#` stands for a number below the one after it, as in `/claims/c#100`, and `@`
  /// for a day of two years.
  ///
  /// @param arguments the address, requests per second, seconds of warm-up, seconds of measurement,
  ///   seconds between two saves or 0, claims, and the paths
  public static void main(String[] arguments) throws Exception {
    URI address = URI.create(arguments[0]);
    int rate = Integer.parseInt(arguments[1]);
    List<String> paths = Arrays.asList(arguments).subList(6, arguments.length);
    int warmUp = Integer.parseInt(arguments[2]);
    int measured = Integer.parseInt(arguments[3]);
    int between = Integer.parseInt(arguments[4]);
    int claims = Integer.parseInt(arguments[5]);
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    ask(client, address, rate, warmUp, paths, 1);
    List<Asked> asked;
    List<Asked> saves = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService saver = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> saving =
          saver.submit(
              () -> {
                save(client, address, measured, between, claims, saves);
                return saves;
              });
      asked = ask(client, address, rate, measured, paths, 2);
      saving.get();
    }
    print("all", asked);
    print(SAVED, saves.stream().filter(each -> each.path.equals(SAVED)).toList());
    print(AFTER, saves.stream().filter(each -> each.path.equals(AFTER)).toList());
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

  /// Saves one claim after the other with another office, and asks for its page at once.
  private static void save(
      HttpClient client, URI address, int seconds, int between, int claims, List<Asked> saves)
      throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    Matcher token = TOKEN.matcher(send(client, HttpRequest.newBuilder(address.resolve("/queue"))));
    if (between > 0 && !token.find()) {
      throw new AssertionError("no token on the page");
    }
    for (int i = 1; between > 0 && i * between < seconds; i++) {
      Thread.sleep(Duration.ofSeconds(between));
      String id = "c" + random.nextInt(claims);
      URI claim = address.resolve("/api/records/claims/" + id);
      String before = send(client, HttpRequest.newBuilder(claim));
      String office = "Envoy " + i;
      // The record is the last part of the answer.
      String record = before.substring(before.indexOf("\"record\":"));
      String after = "{" + record.replaceFirst(OFFICE, "\"office\":\"" + office + "\"");
      if (!after.contains(office)) {
        throw new AssertionError(claim + " has no office: " + before);
      }
      long begun = System.nanoTime();
      send(
          client,
          HttpRequest.newBuilder(claim)
              .header("Content-Type", "application/json")
              .header("If-Match", "*")
              .header("X-Parley-Token", token.group(1))
              .PUT(HttpRequest.BodyPublishers.ofString(after)));
      long saved = System.nanoTime();
      saves.add(new Asked(SAVED, saved - begun));
      String page = send(client, HttpRequest.newBuilder(address.resolve("/claims/" + id)));
      saves.add(new Asked(AFTER, System.nanoTime() - saved));
      if (!page.contains(office)) {
        throw new AssertionError("the page of " + id + " does not show " + office);
      }
    }
  }

  private static String send(HttpClient client, HttpRequest.Builder request) throws Exception {
    HttpRequest asked = request.timeout(LONGEST).build();
    HttpResponse<String> answer = client.send(asked, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(
          asked.uri() + " was answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
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

  /// A path with a random number for `#`, or a random day for `@`.
  static String filled(String path, SplittableRandom random) {
    int day = path.indexOf('@');
    if (day >= 0) {
      return path.substring(0, day)
          + FIRST_DAY.plusDays(random.nextInt(DAYS))
          + path.substring(day + 1);
    }
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
