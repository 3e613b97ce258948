package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.people.NoticedThings;
import org.parley.web.service.JournalCaseService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tasks wait for those who are to do them, who say when they are done. The clock of the team
/// stands at 28 December 2025.
@NullMarked
class TasksStoryTest {

  private static final String CASE =
      """
      case: {title: The river, columns: [AA, BB]}
      parties:
        - {id: AA, name: Arda, kind: state}
        - {id: BB, name: Brenn, kind: state}
      tasks:
        - {id: late, title: Call the pilot, account: al, due: 2025-12-20, on: AA, visibility: delegations}
        - {id: soon, title: Draft the annex, party: AA, due: 2025-12-31, visibility: {party: AA}}
        - {id: later, title: Book the hall, account: al, due: 2026-01-01, visibility: delegations}
        - {id: free, title: File the maps, due: 2025-12-29, visibility: mediator}
        - {id: over, title: Print, account: bea, due: 2025-12-01, done: 2025-12-02, visibility: delegations}
      """;

  @TempDir private Path folder;
  private Team team;
  private Team.Client ann;
  private Team.Client al;
  private Team.Client bea;

  @BeforeEach
  void start() throws Exception {
    team = new Team(folder.resolve("journal"), Team.caseOf(CASE), true);
    team.account("ann", "mediator", null);
    team.account("al", "delegation", "AA");
    team.account("bea", "delegation", "BB");
    team.account("ob", "observer", null);
    ann = team.inSession("ann");
    al = team.inSession("al");
    bea = team.inSession("bea");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private static Document page(Team.Client client, String address) {
    HttpResponse<String> answer = client.get(address);
    assertEquals(200, answer.statusCode(), answer.body());
    return Jsoup.parse(answer.body());
  }

  private static Element first(Element in, String css) {
    return Objects.requireNonNull(in.selectFirst(css), css);
  }

  private static List<String> listed(Team.Client client, String show) {
    return page(client, "/tasks" + show).select("tbody th > a:first-child").eachText();
  }

  private static List<String> waiting(Team.Client client) {
    return page(client, "/waiting").select("ul.waiting li a").eachText();
  }

  @Test
  void whatIsDueWaitsForThoseWhoAreToDoIt() {
    assertEquals(
        List.of(
            "Overdue since 20 December 2025: “Call the pilot”",
            "Due by 31 December 2025: “Draft the annex”"),
        waiting(al));
    assertEquals(List.of("Due by 29 December 2025: “File the maps”"), waiting(ann));
    assertEquals(List.of(), waiting(bea));
    NoticedThings things =
        new NoticedThings((JournalCaseService) team.desk, team.people, Team.CLOCK);
    assertEquals(2, things.of("al").size());
    assertEquals(List.of(), things.of("bea"));
    String calendar = ann.get("/calendar.ics").body();
    assertTrue(calendar.contains("SUMMARY:Call the pilot"), calendar);
    assertFalse(calendar.contains("SUMMARY:Print"), "it is done");
    assertFalse(bea.get("/calendar.ics").body().contains("annex"));
  }

  @Test
  void thePageListsWhatOneMaySee() {
    assertEquals(List.of("Call the pilot", "Draft the annex", "Book the hall"), listed(al, ""));
    assertEquals(List.of("Call the pilot", "Book the hall"), listed(bea, ""));
    assertEquals(List.of("Print"), listed(bea, "?show=done"));
    assertEquals(List.of(), listed(bea, "?show=mine"));
    assertEquals(List.of("File the maps"), listed(ann, "?show=mine"));
    JsonNode all = JsonMapper.shared().readTree(bea.get("/api/tasks?show=all").body());
    assertEquals(2, all.path("open").asInt());
    assertEquals(3, all.path("tasks").size());
    assertEquals("late", all.path("tasks").path(1).path("id").asString());
    assertEquals("AA", all.path("tasks").path(1).path("on").asString());
    HttpResponse<String> french =
        al.send(al.request("/tasks").header("Accept-Language", "fr").GET());
    assertTrue(Jsoup.parse(french.body()).select("h1").text().contains("3 tâches sont ouvertes"));
  }

  @Test
  void thoseWhoAreToDoItSayThatItIsDone() {
    Element form = first(page(al, "/tasks"), "#late form");
    assertEquals(303, al.form(form.attr("action"), Map.of("done", "yes")).statusCode());
    assertEquals(List.of("Due by 31 December 2025: “Draft the annex”"), waiting(al));
    assertEquals(List.of("Print", "Call the pilot"), listed(bea, "?show=done"));
    assertEquals(303, ann.form("/tasks/late/done", Map.of("done", "no")).statusCode());
    assertEquals(2, waiting(al).size());
  }

  @Test
  void nobodyFinishesWhatIsOfOthers() {
    assertNull(page(bea, "/tasks").selectFirst("#late form"));
    assertEquals(403, bea.form("/tasks/late/done", Map.of("done", "yes")).statusCode());
    assertEquals(404, bea.form("/tasks/soon/done", Map.of("done", "yes")).statusCode());
    assertEquals(404, bea.form("/tasks/none/done", Map.of("done", "yes")).statusCode());
    assertEquals(
        403, team.inSession("ob").form("/tasks/late/done", Map.of("done", "yes")).statusCode());
    assertEquals(List.of("Print"), listed(ann, "?show=done"));
  }
}
