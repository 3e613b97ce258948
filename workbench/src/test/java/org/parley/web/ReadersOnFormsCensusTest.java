package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Eventually;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;

/// Every form with which a delegation saves says on its button who will see what is saved, and
/// begins with the delegation and the mediator alone.
@NullMarked
class ReadersOnFormsCensusTest {

  /// Forms that show nothing to anybody, or are no form of a browser.
  private static final Map<String, String> SHOWN_TO_NOBODY =
      Map.ofEntries(
          Map.entry("/remove/{kind}/{id}", "withdraws"),
          Map.entry("/undo/{id}/{number}", "asks before it shows a record to more readers"),
          Map.entry("/presence/{kind}/{id}", "sent by a script"),
          Map.entry("/packages/proposals", "of mediators, who alone add options"),
          Map.entry("/read", "kept to oneself until a proposal is accepted"),
          Map.entry("/read/file", "the same, of a file"),
          Map.entry("/queue", "the same, of several texts"),
          Map.entry("/queue/file", "the same, of a file among others"),
          Map.entry("/queue/forget", "takes a text off the own queue"),
          Map.entry("/queue/feeds", "is refused by a server of several people"),
          Map.entry("/read/{text}/again", "the same, once more"),
          Map.entry("/read/{text}/{proposal}/dismiss", "leaves a proposal out"),
          Map.entry("/read/{text}/{proposal}/reopen", "takes it in again"),
          Map.entry("/grid/claims/file", "shows a file, and saves nothing"),
          Map.entry("/import/table/file", "the same, of any kind of record"),
          Map.entry("/notices", "saves how oneself is told"),
          Map.entry("/tasks/{id}/done", "says that a task is done; its readers stay"),
          Map.entry("/waiting", "takes a thing off the own list"));

  @TempDir Path folder;
  private Team team;
  private Team.Client al;

  @BeforeEach
  void start() throws Exception {
    team =
        new Team(
            folder,
            Team.caseOf(RoundsStoryTest.CASE),
            new AccountAuthenticator.Setting(Set.of(), false, false, true));
    team.account("al", "delegation", "AA");
    al = team.inSession("al");
    al.isPatient = true;
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private static Document parsed(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  private Document page(String path) {
    HttpResponse<String> answer = al.get(path);
    assertEquals(200, answer.statusCode(), path);
    return parsed(answer);
  }

  /// The pages that have each form, by the address that it is sent to.
  private Map<String, List<Document>> pages(String language) throws Exception {
    HttpResponse<String> brought =
        al.form(
            "/read",
            Map.of(
                "text",
                "The foreign minister of Aland, Ann Berg, told reporters on Tuesday that the keys"
                    + " were settled.",
                "publisher",
                "Herald",
                "title",
                "Settled",
                "published",
                "2025-12-24"));
    String text = brought.headers().firstValue("Location").orElseThrow();
    Eventually.holds("proposal", () -> !page(text).select(".proposal").isEmpty());
    Map<String, List<Document>> pages = new LinkedHashMap<>();
    List<Document> added = new ArrayList<>();
    for (String kind : page("/edit").select("main .menu a").eachAttr("href")) {
      added.add(page(kind));
    }
    assertTrue(added.size() >= 9, added.size() + " kinds");
    pages.put("/edit/{kind}", added);
    pages.put("/grid", List.of(page("/grid")));
    pages.put("/confide", List.of(page("/confide")));
    String sheet = "speaker,party,said,about,asserts,source\nAnn Berg,AA,2025-12-01,p1,open,s1\n";
    pages.put(
        "/grid/claims",
        List.of(parsed(al.form("/grid/claims", Map.of("text", sheet, "do", "preview")))));
    String table = "party,point,option,grade\nAA,p1,p1-two,p\n";
    pages.put(
        "/import/table",
        List.of(
            parsed(
                al.form(
                    "/import/table",
                    Map.of("kind", "positions", "text", table, "do", "preview")))));
    Map<String, String> sent = new LinkedHashMap<>();
    for (Element each : page("/confide").select("#confide input")) {
      if (!each.attr("type").equals("radio") || each.hasAttr("checked")) {
        sent.put(each.attr("name"), each.val());
      }
    }
    String option = "option/AA/p1/p1-two";
    sent.put(option, page("/confide").select("[name=" + option + "]").attr("value"));
    assertEquals(303, al.form("/confide", sent).statusCode());
    String own = "aa-q-AA-p1";
    pages.put("/edit/{kind}/{id}", List.of(page("/edit/positions/" + own)));
    pages.put("/queue/decide", List.of(page("/queue")));
    pages.put("/queue/bulk", List.of(page("/queue/bulk?from=0")));
    pages.put("/read/{text}/{proposal}/accept", List.of(page(text)));
    pages.put("/read/{text}/{proposal}/edit", List.of(page(text + "/1/edit")));
    try (Team other =
        new Team(folder.resolve("other"), Team.caseOf(PreferenceStoryTest.CASE), false)) {
      other.account("al", "delegation", "A");
      Team.Client asked = other.inSession("al");
      asked.form("/language", Map.of("language", language));
      pages.put("/confide/question", List.of(parsed(asked.get("/confide/question?wait=true"))));
    }
    try (Team other =
        new Team(folder.resolve("texts"), Team.caseOf(CommentsStoryTest.CASE), false)) {
      other.account("al", "delegation", "AA");
      Team.Client asked = other.inSession("al");
      asked.form("/language", Map.of("language", language));
      pages.put(
          "/instruments/{id}/compare", List.of(parsed(asked.get("/instruments/treaty/compare"))));
      pages.put("/record/{id}/comments", List.of(parsed(asked.get("/record/treaty/comments"))));
    }
    pages.put("/rounds/{id}/answer", List.of(page("/rounds/r1")));
    return pages;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void everySaveButtonNamesItsReaders(String language) throws Exception {
    al.form("/language", Map.of("language", language));
    Set<String> silent = new TreeSet<>();
    Map<String, List<Document>> pages = pages(language);
    pages.forEach(
        (address, documents) -> {
          for (Document each : documents) {
            Element button = button(each);
            if (!button.text().matches(".* – (seen by|visible par|vue de).*(Aland|Arda).*")) {
              silent.add(address + ": " + button.text());
            }
          }
        });
    assertEquals(Set.of(), silent);
  }

  /// The button that saves, as it is seen before anything is chosen.
  private static Element button(Document page) {
    Element button =
        page
            .select(
                page.selectFirst("main form[action$=/answer]") == null
                    ? "main form[method=post]:not(.again):not(.bring) button[type=submit]"
                    : "main form[action$=/answer] button[type=submit]")
            .stream()
            .filter(each -> !each.hasClass("vh") && !each.hasClass("plain"))
            .findFirst()
            .orElseThrow();
    if (button.hasClass("saves")) {
      String chosen = page.select("[name=readers] [selected]").attr("value");
      return button.select(".to-" + chosen).stream().findFirst().orElseThrow();
    }
    return button;
  }

  @Test
  void everyFormOfADelegationIsCounted() throws Exception {
    Set<String> known = new TreeSet<>(pages("en").keySet());
    assertTrue(SHOWN_TO_NOBODY.keySet().stream().noneMatch(known::contains));
    known.addAll(SHOWN_TO_NOBODY.keySet());
    Set<String> saved = new TreeSet<>();
    for (Route route : team.server.routes()) {
      if (!route.isSafe()
          && route.kind() == Route.Kind.PAGE
          && (route.access() == Access.WRITE || route.access() == Access.CLAIM)) {
        saved.add(route.path());
      }
    }
    // what rounds seal and accept is said beside their own buttons
    saved.removeIf(each -> each.startsWith("/rounds/") && !known.contains(each));
    assertEquals(known, saved);
  }

  @Test
  void whatAButtonSaysIsWhatIsSaved() throws Exception {
    pages("en");
    assertTrue(
        al.get("/api/records/positions/aa-q-AA-p1").body().contains("\"party\":\"AA\""),
        "a sheet is seen by its party and the mediator");
    assertFalse(team.nobody().get("/record/aa-q-AA-p1").body().contains("p1-two"));
  }
}
