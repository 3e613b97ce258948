package org.parley.bench.pages;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.bench.board.BoardCorpus;
import org.parley.model.cases.Case;
import org.parley.store.DatabaseAddress;
import org.parley.store.cases.CaseBeginning;
import org.parley.store.cases.CaseRegister;
import org.parley.store.people.AccountEditor;

/// Makes many cases, and prints how long the list of them takes while a server has them.
///
/// Usage: `CasesBench make FOLDER [CASES [CLAIMS]]`, defaults 20 and 10,000; then `parley serve
/// --cases --database FOLDER`; then `CasesBench ask ADDRESS [TIMES]`. The first list opens all
/// cases. Each list is checked to name all of them before it is timed.
public final class CasesBench {

  private static final String NAME = "ann";
  private static final String PASSWORD = "correct horse battery";
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"");
  private static final AccountEditor BENCH = new AccountEditor("bench", "operator");

  private CasesBench() {}

  /// Makes the cases, or asks for their list.
  public static void main(String[] arguments) throws Exception {
    int number = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
    if (arguments[0].equals("make")) {
      int claims = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 10_000;
      make(Path.of(arguments[1]), number == 0 ? 20 : number, claims);
    } else {
      ask(URI.create(arguments[1]), number == 0 ? 200 : number);
    }
  }

  private static void make(Path folder, int cases, int claims) throws Exception {
    Files.createDirectories(folder);
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    try (CaseRegister register = CaseRegister.at(DatabaseAddress.ofFile(folder))) {
      register.people().put(BENCH, NAME, "member", null, PASSWORD.toCharArray(), now);
      for (int i = 1; i <= cases; i++) {
        String id = "case-" + i;
        String trouble =
            CaseBeginning.begin(register, id, corpus(claims, i), NAME, BENCH, "Begun.", now);
        if (!trouble.isEmpty()) {
          throw new IllegalStateException(trouble);
        }
        System.out.println(id);
      }
    }
    MemoryUsage used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    System.out.printf(Locale.ROOT, "made with %d MB of heap%n", used.getUsed() >> 20);
  }

  private static Case corpus(int claims, long seed) {
    return Case.of(BoardCorpus.info(), BoardCorpus.of(claims, seed));
  }

  private static void ask(URI address, int times) throws Exception {
    HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    signIn(client, address);
    System.out.printf(Locale.ROOT, "first list: %.0f ms%n", millis(client, address));
    double[] all = new double[times];
    for (int i = 0; i < times; i++) {
      all[i] = millis(client, address);
    }
    Arrays.sort(all);
    System.out.printf(
        Locale.ROOT,
        "%d lists: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, most %.0f ms%n",
        times,
        all[times / 2],
        all[times * 95 / 100],
        all[times * 99 / 100],
        all[times - 1]);
  }

  private static double millis(HttpClient client, URI address) throws Exception {
    long begun = System.nanoTime();
    String page = get(client, address);
    double millis = (System.nanoTime() - begun) / 1e6;
    if (!page.contains("/cases/case-1/") || page.contains("cannot be read")) {
      throw new IllegalStateException("the list is not whole");
    }
    return millis;
  }

  private static String get(HttpClient client, URI address) throws Exception {
    return client
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static void signIn(HttpClient client, URI address) throws Exception {
    Matcher token = TOKEN.matcher(get(client, address.resolve("/sign-in")));
    if (!token.find()) {
      throw new IllegalStateException("no form to sign in at " + address);
    }
    String form =
        "name=" + NAME + "&password=" + PASSWORD.replace(' ', '+') + "&token=" + token.group(1);
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(address.resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 303) {
      throw new IllegalStateException("not signed in: " + answer.statusCode());
    }
  }
}
