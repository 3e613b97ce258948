package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A mediator starts a sequence from a template: it is shown first, then saved in one change, which
/// can be undone.
class TemplateStoryTest {

  private static final String CASE =
      """
      case: {title: The river, columns: [A, B]}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
        - {id: C, name: Mission, kind: organisation}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - {id: p1, instrument: treaty, number: "1", title: Water, options: [{id: half, title: Half}, {id: third, title: A third}]}
      """;

  private static final Map<String, String> WITHDRAWAL =
      Map.of("role/withdrawing", "A", "role/other", "B", "role/monitor", "C", "number/phases", "2");

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;

  @BeforeEach
  void start() throws Exception {
    team = new Team(folder, Team.caseOf(CASE), false);
    team.account("ann", "mediator", null);
    team.account("al", "delegation", "A");
    ann = team.signedIn("ann");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private HttpResponse<String> send(Team.Client client, String name, Map<String, String> typed) {
    Map<String, String> fields = new LinkedHashMap<>();
    Document page = Jsoup.parse(ann.get("/templates/" + name).body());
    page.select("form.edit input:not([type=checkbox])")
        .forEach(each -> fields.put(each.attr("name"), each.val()));
    page.select("form.edit option[selected]")
        .forEach(
            each ->
                fields.put(
                    Objects.requireNonNull(each.closest("select")).attr("name"), each.val()));
    fields.putAll(typed);
    return client.form("/templates/" + name, fields);
  }

  private static Map<String, String> with(Map<String, String> typed, String key, String value) {
    Map<String, String> all = new LinkedHashMap<>(typed);
    all.put(key, value);
    return all;
  }

  @Test
  void aWithdrawalIsShownThenSavedThenUndone() {
    HttpResponse<String> shown = send(ann, "phased-withdrawal", WITHDRAWAL);
    assertEquals(200, shown.statusCode(), shown.body());
    Document preview = Jsoup.parse(shown.body());
    assertTrue(preview.text().contains("11 records. Nothing is saved yet."), preview.text());
    assertTrue(preview.text().contains("Assumed: Duration"), preview.text());
    assertTrue(preview.text().contains("Inferred: nobody has stated it."));
    assertEquals(404, ann.get("/record/withdrawal-1").statusCode());

    HttpResponse<String> saved = send(ann, "phased-withdrawal", with(WITHDRAWAL, "do", "save"));
    assertEquals(303, saved.statusCode(), saved.body());
    assertTrue(ann.get("/sequence").body().contains("Withdrawal, phase 2 of 2"));
    assertTrue(
        Jsoup.parse(ann.get("/templates/phased-withdrawal?saved=11").body())
            .text()
            .contains("11 records saved"));

    Document history = Jsoup.parse(ann.get("/history").body());
    assertNotNull(history.selectFirst("a[href*=undo]"), history.text());
  }

  @Test
  void whatIsWrongStandsAtItsField() {
    HttpResponse<String> refused = send(ann, "phased-withdrawal", Map.of("number/phases", "20"));
    assertEquals(422, refused.statusCode());
    Document page = Jsoup.parse(refused.body());
    assertEquals(
        List.of("true", "true"),
        List.of(
            Objects.requireNonNull(page.selectFirst("#number-phases")).attr("aria-invalid"),
            Objects.requireNonNull(page.selectFirst("#role-monitor")).attr("aria-invalid")));
    assertEquals(
        "20", Objects.requireNonNull(page.selectFirst("#number-phases")).val(), "what was typed");
  }

  /// A draft of a round is on no table: the delegation finds the round, and no package in it.
  @Test
  void aRoundFromATemplateHasDraftsOfTheMediatorAlone() {
    Document page = Jsoup.parse(ann.get("/templates/final-offer").body());
    String token = Objects.requireNonNull(page.selectFirst("form.edit input[name=token]")).val();
    HttpResponse<String> saved =
        ann.send(
            ann.request("/templates/final-offer")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "role/parties=A&role/parties=B&points=p1&opens=2026-03-01T09:00Z"
                            + "&closes=2026-03-08T18:00Z&do=save&token="
                            + token)));
    assertEquals(303, saved.statusCode(), saved.body());
    assertTrue(ann.get("/rounds/final-offer").body().contains("[to be agreed]"));
    Team.Client al = team.signedIn("al");
    String theirs = al.get("/rounds/final-offer").body();
    assertFalse(theirs.contains("[to be agreed]"), theirs);
  }

  @Test
  void aDelegationStartsNothingFromATemplate() {
    Team.Client al = team.signedIn("al");
    assertEquals(403, al.get("/templates").statusCode());
    assertEquals(403, al.form("/templates/phased-withdrawal", WITHDRAWAL).statusCode());
    assertEquals(404, ann.get("/templates/nothing").statusCode());
  }
}
