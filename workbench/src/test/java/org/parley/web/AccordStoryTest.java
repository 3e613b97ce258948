package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.web.RoundsStoryTest.accept;
import static org.parley.web.RoundsStoryTest.answer;
import static org.parley.web.RoundsStoryTest.section;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.answer.round.AccordFile;
import org.parley.web.access.AccountAuthenticator;

/// All accept; the mediator puts it on record with one click, publishes it, and a stranger verifies
/// it.
@NullMarked
class AccordStoryTest {

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;
  private Team.Client al;
  private Team.Client bo;
  private Team.Client stranger;

  @BeforeEach
  void start() throws Exception {
    team =
        new Team(
            folder,
            Team.caseOf(RoundsStoryTest.CASE),
            new AccountAuthenticator.Setting(Set.of(), false, false, true));
    team.account("ann", "mediator", null);
    team.account("al", "delegation", "AA");
    team.account("bo", "delegation", "BB");
    ann = team.inSession("ann");
    al = team.inSession("al");
    bo = team.inSession("bo");
    stranger = team.nobody();
    stranger.get("/");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private static HttpResponse<String> record(Team.Client client) {
    return client.form("/rounds/r1/accept", Map.of("package", "k1"));
  }

  private String recorded() {
    accept(al, "r1", "k1");
    accept(bo, "r1", "k1");
    HttpResponse<String> saved = record(ann);
    assertEquals(303, saved.statusCode(), saved.body());
    return saved.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void nothingIsRecordedBeforeAllAccept() {
    accept(al, "r1", "k1");
    HttpResponse<String> early = record(ann);
    assertEquals(422, early.statusCode());
    assertTrue(early.body().contains("has not revealed that all accept"), early.body());
    answer(bo, "r1", "k1", Map.of("whole", "declines"));
    assertEquals(422, record(ann).statusCode());
    assertFalse(section(ann, "r1", "k1").text().contains("Record the accord"));
    assertEquals(List.of(), Jsoup.parse(ann.get("/rounds").body()).select("#h-accords"));
  }

  @Test
  void theMediatorRecordsItWithOneClick() {
    accept(al, "r1", "k1");
    accept(bo, "r1", "k1");
    assertTrue(section(ann, "r1", "k1").text().contains("Record the accord"));
    assertFalse(section(al, "r1", "k1").text().contains("Record the accord"));
    HttpResponse<String> saved = record(ann);
    String at = saved.headers().firstValue("Location").orElseThrow();
    for (Team.Client each : List.of(ann, al, bo)) {
      String page = each.get(at).body();
      assertTrue(page.contains("Aland and Bland accept “Two keys” ad referendum."), page);
      assertTrue(page.contains("lead to the same digest"), page);
    }
    String digest = at.substring(at.lastIndexOf('/') + 1);
    assertTrue(section(bo, "r1", "k1").text().contains(digest));
    String acts = ann.get("/acts").body();
    assertTrue(acts.contains("Aland"), acts);
    String instrument =
        ann.get("/api/records/instruments/accord-" + digest.substring(0, 12)).body();
    assertTrue(instrument.contains("parley-accord/1"), instrument);
    String twice = record(ann).body();
    assertTrue(twice.contains("This accord is on record already"), twice);
  }

  @Test
  void onlyMediatorsRecordAndPublish() {
    accept(al, "r1", "k1");
    accept(bo, "r1", "k1");
    assertEquals(403, record(al).statusCode());
    String at = record(ann).headers().firstValue("Location").orElseThrow();
    assertEquals(403, al.form(at + "/publish", Map.of()).statusCode());
  }

  @Test
  void aStrangerVerifiesAnAccordThatIsPublished() throws Exception {
    String at = recorded();
    assertEquals(404, stranger.get(at).statusCode());
    assertEquals(404, stranger.get(at + "/accord.json").statusCode());
    HttpResponse<String> published = ann.form(at + "/publish", Map.of());
    assertEquals(303, published.statusCode(), published.body());
    Document page = Jsoup.parse(stranger.get(at).body());
    assertTrue(page.text().contains("Aland and Bland accept"), page.text());
    assertFalse(page.text().contains("Make public"), page.text());
    HttpResponse<String> file = stranger.get(at + "/accord.json");
    String digest = AccordFile.parse(file.body()).digest();
    assertTrue(at.endsWith(digest), at);
    assertEquals(422, ann.form(at + "/publish", Map.of()).statusCode());
    // the round stays as secret as it was
    assertEquals(404, stranger.get("/rounds/r1").statusCode());
  }

  /// The address is permanent: the accord stays as it was, whatever becomes of the package.
  @Test
  void theAccordOutlivesChangesOfThePackage() {
    String at = recorded();
    String version =
        ann.get("/api/records/tabledPackages/k1")
            .body()
            .replaceAll("(?s).*\"version\":\"([0-9a-f]{16})\".*", "$1");
    HttpResponse<String> changed =
        ann.json(
            "PUT",
            "/api/records/tabledPackages/k1",
            "{\"version\":\""
                + version
                + "\",\"record\":{\"id\":\"k1\",\"round\":\"r1\",\"title\":\"Other keys\",\"version\":1,"
                + "\"tabled\":\"2025-12-28T10:00Z\",\"provisions\":[{\"point\":\"p1\",\"option\":\"p1-turns\"}],"
                + "\"visibility\":\"delegations\"}}");
    assertEquals(200, changed.statusCode(), changed.body());
    String page = ann.get(at).body();
    assertTrue(page.contains("“Two keys” ad referendum"), page);
    assertFalse(page.contains("lead to the same digest"), page);
    assertTrue(section(ann, "r1", "k1").text().contains("Answers are taken"));
  }

  @Test
  void programsDoTheSame() {
    accept(al, "r1", "k1");
    accept(bo, "r1", "k1");
    assertTrue(ann.get("/api/rounds").body().contains("\"accord\":\""));
    HttpResponse<String> saved = ann.json("POST", "/api/rounds/r1/accept", "{\"package\":\"k1\"}");
    assertEquals(200, saved.statusCode(), saved.body());
    String digest = saved.body().replaceAll("(?s).*\"digest\":\"([0-9a-f]{64})\".*", "$1");
    assertEquals(200, ann.json("POST", "/api/accords/" + digest + "/publish", "").statusCode());
    assertTrue(stranger.get("/api/accords").body().contains(digest));
    HttpResponse<String> again = ann.json("POST", "/api/accords/" + digest + "/publish", "");
    assertTrue(again.body().contains("accord-is-public"), again.body());
  }

  @Test
  void frenchReadersReadFrench() {
    String at = recorded();
    String page = al.send(al.request(at).header("Accept-Language", "fr").GET()).body();
    assertTrue(page.contains("Ce que cela ne prouve pas"), page);
  }
}
