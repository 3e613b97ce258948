package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.round.TabledPackage;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerWord;
import org.parley.round.TabledSheet;
import org.parley.store.people.AccountEditor;
import org.parley.web.WebClient;
import org.parley.web.cases.HostedCases;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;

/// Bo follows three cases of a ministry in a feed reader, and a fourth is none of his business.
@NullMarked
class CasesFeedStoryTest {

  private static final String ROUND =
      """
      tasks:
        - {id: t1, title: Send the map, account: bo, due: 2025-12-30, visibility: delegations}
        - {id: t2, title: Print the text, account: bo, due: 2026-02-01, visibility: delegations}
      rounds:
        - {id: r1, title: First round, parties: [A, B], points: dam, opens: 2025-12-01T09:00Z, visibility: delegations}
      tabledPackages:
        - {id: k1, round: r1, title: Two gates, version: 1, tabled: 2025-12-02T10:00Z, provisions: {point: dam, option: dam-two}, visibility: delegations}
      """;

  private static final AccountEditor ROOT = new AccountEditor("root", "administrator");

  @TempDir Path folder;
  private CasesWorld world;
  private WebClient bo;

  private static String river(String title) {
    return CasesWorld.river(title, "upper")
        .replace(
            "title: The upper dam",
            "title: The upper dam\n    options: {id: dam-two, title: Two gates}");
  }

  @BeforeEach
  void serve() throws Exception {
    world =
        new CasesWorld.Plan()
            .person("bo")
            .person("cy")
            .hosts("river", river("The river") + ROUND)
            .hosts("coast", CasesWorld.river("The coast", "sandy"))
            .hosts("lake", CasesWorld.river("The lake", "deep"))
            .hosts("hidden", CasesWorld.river("The hidden talks", "secret"))
            .role("river", "bo", "delegation", "A")
            .role("coast", "bo", "observer", "")
            .role("lake", "bo", "mediator", "")
            .role("hidden", "cy", "mediator", "")
            .serve(folder);
    bo = world.as("bo");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static Document feed(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return Jsoup.parse(answer.body(), "", Parser.xmlParser());
  }

  private static List<String> titles(Document feed) {
    return feed.select("entry > title").eachText();
  }

  /// The secret address of the feed, made on the page.
  private String address(String name) {
    HttpResponse<String> made =
        CasesWorld.submit(bo, "/feeds", "/feeds", Map.of("name", name, "_do", "add"));
    List<String> shown = Jsoup.parse(made.body()).select("code.secret").eachText();
    assertEquals(1, shown.size(), made.body());
    return shown.getFirst().replaceFirst("^http://[^/]+", "");
  }

  @Test
  void itTellsWhatWaitsIsDueAndMovedInTheCasesOneMaySee() {
    Document feed = feed(bo.get("/feed.atom"));
    List<String> titles = titles(feed);
    assertTrue(
        titles.stream()
            .anyMatch(each -> each.matches("The river, waits for you: .*Send the map.*")),
        titles.toString());
    assertTrue(
        titles.stream().anyMatch(each -> each.matches("The river, waits for you: .*Two gates.*")),
        titles.toString());
    assertTrue(
        titles.stream().noneMatch(each -> each.matches("The river, waits.*Print the text.*")),
        "it is due in a month");
    for (String each : List.of("The river: Added", "The coast: Added", "The lake: Added")) {
      assertTrue(titles.stream().anyMatch(title -> title.startsWith(each)), titles.toString());
    }
    assertFalse(feed.text().contains("hidden") || feed.text().contains("secret"), feed.text());
    List<String> ids = feed.select("id").eachText();
    assertEquals(ids.size(), new HashSet<>(ids).size(), "no id stands twice");
    for (String link : feed.select("entry > link").eachAttr("href")) {
      String path = link.replaceFirst("^http://[^/]+", "").replaceFirst("#.*", "");
      assertTrue(path.matches("/cases/(river|coast|lake)/.*"), link);
      assertEquals(200, bo.get(path).statusCode(), link);
    }
    List<String> moments = feed.select("entry > updated").eachText();
    assertEquals(moments.stream().sorted(Comparator.reverseOrder()).toList(), moments);

    Document french = feed(bo.send(bo.request("/feed.atom").header("Accept-Language", "fr").GET()));
    assertEquals("fr", french.select("feed").attr("xml:lang"));
    assertTrue(
        titles(french).stream().anyMatch(each -> each.startsWith("The river, vous attend : ")));
  }

  @Test
  void aFeedReaderReadsItAtASecretAddress() throws Exception {
    String address = address("phone");
    WebClient reader = world.nobody();
    HttpResponse<String> read = reader.get(address);
    assertEquals(bo.get("/feed.atom").body().replace("/feed.atom\"", address + "\""), read.body());
    assertEquals("private, no-cache", read.headers().firstValue("Cache-Control").orElse(""));
    assertEquals(List.of(), read.headers().allValues("Set-Cookie"));
    assertEquals(1, read.body().split(address, -1).length - 1, "itself is its one secret");
    assertFalse(bo.get("/feeds").body().contains(address), "it is shown once");
    assertEquals(404, reader.get("/feeds/guessed/feed.atom").statusCode());

    // it opens nothing else
    assertEquals(303, reader.get("/cases/river" + address).statusCode());
    assertEquals(404, reader.get(address.replace("feed.atom", "calendar.ics")).statusCode());

    // nothing is left of it once the role is taken back, the password is another, or it is removed
    try (HostedCases.CaseUse river = world.running.hosted().use("river")) {
      river.opened().people().removeAccount(ROOT, "bo", CasesWorld.NOON);
    }
    assertFalse(feed(reader.get(address)).text().contains("The river"));
    world
        .running
        .register()
        .people()
        .setPassword(ROOT, "bo", "battery horse correct".toCharArray(), CasesWorld.NOON);
    assertEquals(404, reader.get(address).statusCode());
  }

  /// Who reads the feed for somebody, as a service that collects feeds does, does not see from it
  /// that they answered.
  @Test
  void aSealedAnswerChangesNothing() throws Exception {
    String address = address("service");
    String before = world.nobody().get(address).body();
    try (HostedCases.CaseUse river = world.running.hosted().use("river")) {
      CaseService service = river.opened().service();
      Visitor delegation = Visitor.delegation("bo", new PartyId("A"));
      CaseView view = ((CaseService.CaseAccess.Opened) service.read(delegation)).open().view();
      TabledPackage tabled = view.tabledPackages().getFirst();
      int waited = service.waiting(delegation).size();
      service
          .rounds(delegation)
          .orElseThrow()
          .take(
              view,
              tabled,
              new PartyId("A"),
              TabledSheet.of(view, tabled).basis(),
              0,
              new AnswerSheet(new AnswerWord.Accepts(), Map.of()));
      assertNotEquals(waited, service.waiting(delegation).size(), "the page shows it");
    }
    assertEquals(before, world.nobody().get(address).body());
  }
}
