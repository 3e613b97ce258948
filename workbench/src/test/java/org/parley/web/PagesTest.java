package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Effort;
import org.parley.web.service.CaseService;
import org.parley.web.view.FaultView;
import org.parley.web.view.OpenCase;

/// The pages as a plain client gets them.
class PagesTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static WebServer server;

  @BeforeAll
  static void start() {
    OpenCase open = SmallWorld.open();
    server = WebServer.start(_ -> new CaseService.CaseAccess.Opened(open), 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> get(String path) {
    return get(server, path);
  }

  private static HttpResponse<String> get(WebServer server, String path) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create(server.address().resolve(path).toString()))
              .header("Accept", "text/html,*/*;q=0.8")
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path, e);
    }
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void theAnswerComesFirst() {
    String page = get("/").body();
    assertTrue(page.contains("<h1>Arda and Brenn: "), page);
    assertTrue(page.indexOf("<h1>") < page.indexOf("What was said, beside what is on record"));
    assertTrue(
        page.contains("contradictions on record") || page.contains("1 contradiction on record"));
    assertTrue(page.contains("text not received"));
  }

  @Test
  void aKnotIsALoopOfQuotes() {
    String page = get("/sequence").body();
    assertTrue(page.contains("<h1>One set of demands cannot hold together"), page);
    assertTrue(page.indexOf("<h1>") < page.indexOf("class=\"ring\""));
    assertTrue(page.contains("short by"), page);
    assertTrue(page.contains("href=\"/claims/c1\""), page);
    assertTrue(page.contains("href=\"/sources/gazette\""), page);
    assertTrue(page.contains("inferred, nobody said it"), page);
    assertTrue(page.contains("There is none: the demands cannot all hold"), page);
    assertTrue(page.contains("/sequence?without=dam-first#plan"), page);
    String plan = get("/sequence?without=dam-first").body();
    assertTrue(plan.contains("<h1>The demands on the order of steps can all hold."), plan);
    assertTrue(plan.contains("Left out: The dam is opened first of all"), plan);
    assertTrue(plan.contains("class=\"e-given\""), plan);
    assertTrue(plan.contains("gives first"), plan);
    assertTrue(plan.contains("and in no order by less; the proof was checked"), plan);
    assertTrue(plan.contains("Leniently 4/15"), plan);
    assertTrue(plan.contains("went back from intermediate to minimal on 10 March 2025"), plan);
    assertTrue(plan.contains("To be decided"), plan);
    String looked = get("/sequence?asOf=2030-02-03&knownAt=2030-02-03").body();
    assertTrue(looked.contains("As of 3 February 2030"), looked);
    assertTrue(
        looked.contains("/sequence?asOf=2030-02-03&amp;knownAt=2030-02-03&amp;without=dam-first"),
        "links keep the day");
    assertEquals(400, get("/sequence?asOf=someday").statusCode());
    assertEquals(400, get("/sequence?without=nothing").statusCode());
    assertEquals(400, get("/sequence?read=in-force:never").statusCode());
    assertFalse(plan.contains(" style=\""));
  }

  @Test
  void theDayShownComesFromTheAddress() {
    assertTrue(get("/?asOf=2025-03-01").body().contains("1 March 2025"));
    assertTrue(get("/?asOf=2025-03-01").body().contains("href=\"/points/p1?asOf=2025-03-01#A\""));
    assertTrue(
        get("/?asOf=2025-03-10&since=2025-03-01").body().contains("What moved since 1 March 2025"));
    assertTrue(get("/points/p3?asOf=2025-03-04").body().contains("after the day shown"));
  }

  @Test
  void everyAnswerIsProtected() {
    for (String path : List.of("/", "/nowhere", "/?asOf=no", "/assets/parley.css")) {
      var headers = get(path).headers();
      String policy = headers.firstValue("Content-Security-Policy").orElse("");
      assertTrue(
          policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'"), path);
      assertFalse(policy.contains("unsafe"), path);
      assertTrue(policy.contains("frame-ancestors 'none'"), path);
      assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""), path);
      assertEquals("same-origin", headers.firstValue("Referrer-Policy").orElse(""), path);
      assertEquals("", headers.firstValue("Server").orElse(""), path);
    }
  }

  @Test
  void pagesAreNotKeptButFilesAre() {
    assertEquals("no-store", get("/").headers().firstValue("Cache-Control").orElse(""));
    Matcher css = Pattern.compile("/assets/parley\\.css\\?v=\\w+").matcher(get("/").body());
    assertTrue(css.find());
    assertTrue(
        get(css.group()).headers().firstValue("Cache-Control").orElse("").contains("immutable"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:%d",
        "127.0.0.1.evil.example:%d",
        "localhost:1",
        "[::1]"
      })
  void otherHostsAreRefused(String host) throws IOException {
    assertTrue(raw(host.formatted(server.port())).startsWith("HTTP/1.1 421"), host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:%d", "LOCALHOST:%d", "127.0.0.1:%d", "[::1]:%d"})
  void thisMachineIsAnswered(String host) throws IOException {
    assertTrue(raw(host.formatted(server.port())).startsWith("HTTP/1.1 200"), host);
  }

  private static String raw(String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  @Test
  void wordsOfACaseAreNeverMarkup() {
    for (String path :
        List.of(
            "/",
            "/claims",
            "/claims/c8",
            "/points/p4",
            "/sources",
            "/timeline",
            "/guarantees",
            "/watch",
            "/parties/A",
            "/history")) {
      String page = get(path).body();
      assertFalse(page.contains("<script>alert"), path);
    }
    assertTrue(
        get("/claims").body().contains("&lt;script>alert")
            || get("/claims").body().contains("&lt;script&gt;alert"));
    String echo = get("/claims?q=" + "%22%3E%3Cscript%3E").body();
    assertFalse(echo.contains("\"><script>"), echo);
    assertFalse(get("/sources/echo").body().contains("href=\"javascript"));
    assertTrue(
        get("/sources/gazette").body().contains("href=\"https://example.org/a?b=1&amp;c=2\""));
  }

  @Test
  void pagesLoadNothingFromElsewhere() {
    Pattern loads = Pattern.compile("<(?:script|link|img|iframe)[^>]*(?:src|href)=\"([^\"]*)\"");
    for (String path : List.of("/", "/claims", "/timeline", "/guarantees")) {
      Matcher matcher = loads.matcher(get(path).body());
      while (matcher.find()) {
        assertTrue(matcher.group(1).matches("/(assets/|feed\\.atom).*"), matcher.group(1));
      }
      assertFalse(get(path).body().contains(" style=\""), path);
    }
  }

  @Test
  void theGuaranteesBeginWithTheAnswer() {
    String page = get("/guarantees").body();
    assertTrue(page.contains("<h1>Protection from day one? No: one hole.</h1>"), page);
    assertTrue(page.contains("The dates are assumptions of the question"), page);
    assertTrue(page.contains("nothing is sure to answer"), page);
    for (String section :
        List.of(
            "What is promised", "Before anything happens", "Who brings what", "What happened")) {
      assertTrue(page.contains(section), section);
    }
    assertTrue(page.contains("href=\"/points/p1\""), "the clause");
    assertEquals(400, get("/guarantees?asOf=tomorrow").statusCode());
  }

  @Test
  void theWatchBeginsWithWhatIsOwed() {
    String page = get("/watch").body();
    assertTrue(page.contains("<circle class=\"spot\""), "an incident on the map");
    assertTrue(page.contains("Duties, by due date"), page);
    assertTrue(page.contains("href=\"/incidents/"), page);
    assertTrue(get("/watch?asOf=2026-02-03").body().contains("3 Feb 2026"));
    assertTrue(get("/watch?list=log").body().contains("<ol class=\"days\" reversed>"));
    assertTrue(get("/watch?from=2100-01-01").body().contains("Nothing passes all of these"));
    for (String bad :
        List.of(
            "asOf=tomorrow", "within=1,2,3", "within=north", "state=fine", "list=all", "page=0")) {
      assertEquals(400, get("/watch?" + bad).statusCode(), bad);
    }
    assertEquals(404, get("/incidents/none").statusCode());
  }

  @Test
  void everyLinkLeadsSomewhere() {
    Pattern link = Pattern.compile("href=\"(/[^\"#]*)(#[^\"]*)?\"");
    Set<String> seen = new HashSet<>(Set.of("/"));
    Deque<String> next = new ArrayDeque<>(seen);
    Map<String, Integer> alike = new HashMap<>();
    while (!next.isEmpty()) {
      String path = next.pop();
      HttpResponse<String> page = get(path);
      assertEquals(200, page.statusCode(), path);
      // files for other programs name their own addresses, which no server answers
      boolean isPage = page.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
      Matcher matcher = link.matcher(isPage ? page.body() : "");
      while (matcher.find()) {
        String to = matcher.group(1).replace("&amp;", "&");
        // as a rule few of those that differ in parameters alone
        if (seen.add(to)
            && alike.merge(to.replaceFirst("\\?.*", ""), 1, Integer::sum)
                <= Effort.of(3, Integer.MAX_VALUE)) {
          next.add(to);
        }
      }
    }
    assertTrue(seen.contains("/claims/c12") && seen.contains("/sources/echo"), seen.toString());
  }

  @Test
  void claimsAreFiltered() {
    assertEquals(13, count(get("/claims").body(), "<article class=\"claim"));
    assertEquals(1, count(get("/claims?asserts=not-received").body(), "<article class=\"claim"));
    assertEquals(2, count(get("/claims?about=p2").body(), "<article class=\"claim"));
    assertEquals(1, count(get("/claims?channel=confidential").body(), "<article class=\"claim"));
    assertEquals(1, count(get("/claims?fate=superseded").body(), "<article class=\"claim"));
    assertEquals(1, count(get("/claims?fate=denied").body(), "<article class=\"claim"));
    assertEquals(3, count(get("/claims?party=B&basis=hearsay").body(), "<article class=\"claim"));
    assertEquals(
        2,
        count(
            get("/claims?from=2025-03-03&to=2025-03-03&party=A").body(), "<article class=\"claim"));
    assertEquals(1, count(get("/claims?q=SETTLED&speaker=orr").body(), "<article class=\"claim"));
    assertEquals(1, count(get("/claims?source=echo&q=").body(), "<article class=\"claim"));
    assertTrue(get("/claims?q=nothing+like+it").body().contains("No claim passes"));
  }

  @Test
  void theAddressOfAFilterIsShareable() {
    assertEquals(
        "/claims?party=B&asserts=rejected",
        get("/claims?q=&party=B&about=&asserts=rejected&from=")
            .headers()
            .firstValue("HX-Push-Url")
            .orElse(""));
  }

  @Test
  void whatBecameOfAClaimIsShown() {
    String page = get("/claims/c7").body();
    assertTrue(page.contains("superseded"), page);
    assertTrue(page.contains("href=\"/claims/c13\""), page);
    assertTrue(get("/claims/c8").body().contains("contradicted"));
    assertTrue(get("/claims/c12").body().contains("behind closed doors"));
    assertTrue(get("/claims/c12").body().contains("seen by Brenn and the mediator"));
    assertTrue(get("/claims/c3").body().contains("repeats"));
  }

  @Test
  void bracketsShowWhoHoldsWhat() {
    String page = get("/points/p2").body();
    assertTrue(page.contains("in equal halves") && page.contains("<em>no text</em>"), page);
    assertTrue(page.contains("illustrative"), page);
    assertTrue(page.contains("Preferred by"), page);
  }

  @Test
  void imprecisePlansStayImprecise() {
    String page = get("/timeline?asOf=2025-03-05").body();
    assertTrue(page.contains("about June to July 2025"), page);
    assertTrue(page.contains("class=\"planned\""), page);
    assertTrue(page.contains("class=\"span\""), page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?asOf=yesterday", "/?since=2030-01-01", "/claims?party=Z", "/claims?page=99",
            "/claims?page=0",
        "/claims?from=2025-02-30", "/among?parties=A", "/among?parties=A,Z", "/among",
            "/sources?page=7"
      })
  void questionsThatCannotBeReadAreExplained(String path) {
    HttpResponse<String> page = get(path);
    assertEquals(400, page.statusCode());
    assertTrue(page.body().contains("That question cannot be read"), page.body());
    assertTrue(page.body().contains("Maybe "), page.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/points/p99",
        "/points/A",
        "/points/p2-half",
        "/points/%20",
        "/claims/p1",
        "/sources/c1",
        "/parties/p1",
        "/assets/secret",
        "/assets/..%2fparley.css"
      })
  void whatIsNotThereIsSaidCalmly(String path) {
    HttpResponse<String> page = get(path);
    assertEquals(404, page.statusCode());
    assertTrue(page.body().contains("<nav aria-label=\"Main\">"), page.body());
  }

  @Test
  void theNearestNameIsOffered() {
    assertTrue(get("/claims?asserts=agred").body().contains("Maybe you meant agreed."));
    assertTrue(get("/sources/gazete").body().contains("Maybe you meant gazette."));
  }

  @Test
  void nothingCanBePosted() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(server.address())
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(405, answer.statusCode());
    assertTrue(answer.body().contains("is not answered at this address"));
    assertEquals("GET", answer.headers().firstValue("Allow").orElse(""));
  }

  @Test
  void aBrokenFolderShowsEveryFault() {
    List<FaultView> faults =
        List.of(
            new FaultView("claims.yaml:3:5", "unknown point: \"p99\". Maybe you meant p9.", ""),
            new FaultView("points.yaml:1:1", "a second title", "Maybe remove one."));
    try (WebServer broken =
        WebServer.start(_ -> new CaseService.CaseAccess.Faulty("river", faults), 0)) {
      HttpResponse<String> page = get(broken, "/claims");
      assertEquals(503, page.statusCode());
      assertTrue(page.body().contains("claims.yaml:3:5"), page.body());
      assertTrue(page.body().contains("points.yaml:1:1"), page.body());
      assertTrue(page.body().contains("2 things to correct in river"), page.body());
    }
  }

  @Test
  void whatFailsIsSaidWithoutAStackTrace() {
    CaseService failing =
        _ -> {
          throw new IllegalStateException("the desk is on fire");
        };
    try (WebServer broken = WebServer.start(failing, 0)) {
      HttpResponse<String> page = get(broken, "/");
      assertEquals(500, page.statusCode());
      assertTrue(page.body().contains("the desk is on fire"), page.body());
      assertFalse(page.body().contains("at org.parley"), page.body());
    }
  }

  @Test
  void aTakenPortIsSaid() {
    try {
      WebServer.start(_ -> new CaseService.CaseAccess.Opened(SmallWorld.open()), server.port())
          .close();
      throw new AssertionError("two servers on one port");
    } catch (PortTaken e) {
      assertEquals(server.port(), e.port());
      assertTrue(String.valueOf(e.getMessage()).contains("Maybe"));
    }
  }

  @Test
  void packagesAnswerFirstAndSayWhatIsAnIllustration() {
    String page = get("/packages").body();
    assertTrue(
        page.contains(
            "<h1>Too early to say what is acceptable to Arda: 2 of 4 grades are on record.</h1>"),
        page);
    assertTrue(page.contains("1 of 2 packages is acceptable."), page);
    assertTrue(page.indexOf("illustrative") < page.indexOf("Who could agree with whom"));
    assertTrue(page.contains("Nothing is on record of what Brenn would accept"));
    String moved = get("/packages?lift=A:p2-need").body();
    assertTrue(moved.contains("2 of 2 packages are acceptable."), moved);
    assertTrue(moved.contains("what if"));
  }

  @Test
  void packagesOfADayStayOnThatDay() {
    String day = "asOf=2025-03-10&knownAt=2025-03-09";
    String page = get("/packages?wait=true&within=5&table.p2=p2-need&" + day).body();
    assertTrue(page.contains("name=\"asOf\" value=\"2025-03-10\""), page);
    assertEquals(2, count(page, "name=\"knownAt\" value=\"2025-03-09\""), "day form and what-if");
    Matcher links = Pattern.compile("href=\"(/(?:packages\\?|points/)[^\"#]*)").matcher(page);
    int followed = 0;
    while (links.find()) {
      String link = links.group(1).replace("&amp;", "&");
      assertTrue(link.contains(day), link);
      assertEquals(200, get(link).statusCode(), link);
      followed++;
    }
    assertTrue(followed > 3, page);
    assertFalse(get("/packages?wait=true").body().contains("asOf="));
    assertEquals(400, get("/packages?asOf=someday").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lift=A:nothing",
        "lift=A",
        "add=Z:p2-need",
        "baseline.Z=4",
        "baseline.A=many",
        "baseline.A=-1",
        "baseline.A=99999",
        "weight.A=4",
        "weight.A:p9=4"
      })
  void figuresThatAreNotThereAreAnsweredWithAdvice(String query) {
    HttpResponse<String> answer = get("/packages?" + query);
    assertEquals(400, answer.statusCode(), query);
    assertTrue(answer.body().contains("Maybe "), query);
  }
}
