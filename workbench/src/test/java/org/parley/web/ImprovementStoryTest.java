package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.web.RoundsStoryTest.section;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.proof.FindingFile;
import org.parley.web.access.AccountAuthenticator;

/// Two delegations told their preferences in confidence. The package on the table gives each what
/// it values less; once both ask, both see the trade that is better for both.
@NullMarked
class ImprovementStoryTest {

  private static final String CASE =
      """
      case: {title: A small trade}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Bland, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [AA, BB]}
      points:
        - {id: p1, number: 1, title: Fish, instrument: treaty, options: [{id: p1-a, title: To Aland}, {id: p1-b, title: To Bland}]}
        - {id: p2, number: 2, title: Wood, instrument: treaty, options: [{id: p2-a, title: To Aland}, {id: p2-b, title: To Bland}]}
      positions:
        - {id: aa-1, party: AA, point: p1, weight: 90, worths: {p1-a: 90, p1-b: 0}, told: 2025-12-05, visibility: {party: AA}}
        - {id: aa-2, party: AA, point: p2, weight: 10, worths: {p2-a: 10, p2-b: 0}, told: 2025-12-05, visibility: {party: AA}}
        - {id: bb-1, party: BB, point: p1, weight: 20, worths: {p1-a: 0, p1-b: 20}, told: 2025-12-05, visibility: {party: BB}}
        - {id: bb-2, party: BB, point: p2, weight: 80, worths: {p2-a: 0, p2-b: 80}, told: 2025-12-05, visibility: {party: BB}}
      rounds:
        - {id: r1, title: First round, parties: [AA, BB], points: [p1, p2], opens: 2025-12-28T09:00Z, visibility: delegations}
      tabledPackages:
        - {id: bad, round: r1, title: Each the lesser, version: 1, tabled: 2025-12-28T10:00Z, provisions: [{point: p1, option: p1-b}, {point: p2, option: p2-a}], visibility: delegations}
        - {id: good, round: r1, title: Each the greater, version: 1, tabled: 2025-12-28T10:00Z, provisions: [{point: p1, option: p1-a}, {point: p2, option: p2-b}], visibility: delegations}
        - {id: part, round: r1, title: Fish alone, version: 1, tabled: 2025-12-28T10:00Z, provisions: {point: p1, option: p1-a}, visibility: delegations}
      """;

  /// Three ways to share: leximin evens out, Nash takes the largest product, the sum the largest.
  private static final String THREE_WAYS =
      """
      case: {title: Three ways}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Bland, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [AA, BB]}
      points:
        - id: p1
          number: 1
          title: Fish
          instrument: treaty
          options:
            - {id: none, title: Nothing}
            - {id: even, title: Even}
            - {id: most, title: Most}
            - {id: all, title: All}
      positions:
        - {id: aa-1, party: AA, point: p1, weight: 90, worths: {none: 0, even: 30, most: 50, all: 90}, told: 2025-12-05, visibility: {party: AA}}
        - {id: bb-1, party: BB, point: p1, weight: 40, worths: {none: 0, even: 40, most: 20, all: 10}, told: 2025-12-05, visibility: {party: BB}}
      rounds:
        - {id: r1, title: First round, parties: [AA, BB], points: [p1], opens: 2025-12-28T09:00Z, improves: leximin, visibility: delegations}
      tabledPackages:
        - {id: bad, round: r1, title: Nothing, version: 1, tabled: 2025-12-28T10:00Z, provisions: [{point: p1, option: none}], visibility: delegations}
      """;

  @TempDir Path folder;
  private Team team;
  private Team.Client ann;
  private Team.Client al;
  private Team.Client bo;

  @BeforeEach
  void start() throws Exception {
    open(CASE);
  }

  private void open(String text) throws Exception {
    team =
        new Team(
            Files.createTempDirectory(folder, "case"),
            Team.caseOf(text),
            new AccountAuthenticator.Setting(Set.of(), false, false, true));
    team.account("ann", "mediator", null);
    team.account("al", "delegation", "AA");
    team.account("bo", "delegation", "BB");
    ann = team.inSession("ann");
    al = team.inSession("al");
    bo = team.inSession("bo");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private static HttpResponse<String> ask(
      Team.Client client, String tabled, Map<String, String> more) {
    Map<String, String> fields = new HashMap<>();
    for (Element each :
        section(client, "r1", tabled).select("form[action$=ask] input[type=hidden]")) {
      if (!each.attr("name").equals("token")) {
        fields.put(each.attr("name"), each.attr("value"));
      }
    }
    fields.putIfAbsent("package", tabled);
    fields.putAll(more);
    return client.form("/rounds/r1/ask", fields);
  }

  private static void asks(Team.Client client, String tabled) {
    HttpResponse<String> asked = ask(client, tabled, Map.of());
    assertEquals(303, asked.statusCode(), asked.body());
  }

  private static String shown(Team.Client client, String tabled) {
    return section(client, "r1", tabled).text();
  }

  @Test
  void nothingIsShownUntilAllAsk() {
    String before = ann.get("/rounds/r1").body();
    String others = bo.get("/rounds/r1").body();
    asks(al, "bad");
    assertEquals(before, ann.get("/rounds/r1").body());
    assertEquals(others, bo.get("/rounds/r1").body());
    assertTrue(shown(al, "bad").contains("Your delegation asks."), shown(al, "bad"));
    asks(bo, "bad");
    for (Team.Client each : List.of(ann, al, bo)) {
      String text = shown(each, "bad");
      assertTrue(text.contains("better for some and worse for none, by the positions"), text);
      assertTrue(text.contains("1 Fish: To Bland became To Aland"), text);
      assertTrue(text.contains("2 Wood: To Aland became To Bland"), text);
    }
  }

  @Test
  void anEfficientPackageIsProvedToBeOne() throws Exception {
    asks(al, "good");
    asks(bo, "good");
    assertTrue(shown(al, "good").contains("No package is better for some"), shown(al, "good"));
    HttpResponse<String> proof = ann.get("/rounds/r1/improvement.json?package=good");
    Verdict verdict = FindingFile.parse(proof.body()).verify(Budget.unlimited());
    assertTrue(verdict.holds(), proof.body());
  }

  /// The proof has everyone's worths, so no delegation gets it.
  @Test
  void theProofIsForTheMediatorAlone() throws Exception {
    assertEquals(404, ann.get("/rounds/r1/improvement.json?package=bad").statusCode());
    asks(al, "bad");
    assertEquals(404, ann.get("/rounds/r1/improvement.json?package=bad").statusCode());
    asks(bo, "bad");
    HttpResponse<String> proof = ann.get("/rounds/r1/improvement.json?package=bad");
    assertTrue(FindingFile.parse(proof.body()).verify(Budget.unlimited()).holds());
    assertEquals(403, al.get("/rounds/r1/improvement.json?package=bad").statusCode());
    assertFalse(shown(al, "bad").contains("The proof as a file"));
    assertTrue(shown(ann, "bad").contains("The proof as a file"));
  }

  /// On the fish alone, every change hurts somebody; the wood may become anything.
  @Test
  void pointsLeftOpenStayOpen() throws Exception {
    asks(al, "part");
    asks(bo, "part");
    String shown = shown(al, "part");
    assertTrue(shown.contains("No package is better for some"), shown);
    assertTrue(shown.contains("Points it leaves open stay open."), shown);
    String proof = ann.get("/rounds/r1/improvement.json?package=part").body();
    assertTrue(FindingFile.parse(proof).verify(Budget.unlimited()).holds(), proof);
  }

  /// A linkage ties the fish to the wood, so the fish cannot be judged alone. What the positions do
  /// not settle is not told apart from a search that did not end.
  @Test
  void aPackageIsNotJudgedWhereAnOpenPointMatters() throws Exception {
    team.close();
    open(
        CASE
            + """
            linkages:
              - {id: l1, text: Who has the fish has no wood., tie: {never: [p1-a, p2-a]}, illustrative: true, visibility: mediator}
            """);
    asks(al, "part");
    asks(bo, "part");
    String shown = shown(al, "part");
    assertTrue(shown.contains("do not settle"), shown);
    assertTrue(shown.contains("It leaves points open"), shown);
  }

  /// A number counts with its exact value, and its better value is named.
  @Test
  void aNumberIsImprovedToo() throws Exception {
    team.close();
    open(
        CASE.replace(
                "options: [{id: p2-a, title: To Aland}, {id: p2-b, title: To Bland}]",
                "quantity: {unit: boats, least: 0, most: 10, step: 1}")
            .replace("worths: {p2-a: 10, p2-b: 0}", "range: {worth: rises}")
            .replace("worths: {p2-a: 0, p2-b: 80}", "range: {atMost: 8, worth: falls}")
            .replace("{point: p2, option: p2-a}", "{point: p2, value: 7}")
            .replace("{point: p2, option: p2-b}", "{point: p2, value: 0}"));
    asks(al, "bad");
    asks(bo, "bad");
    String shown = shown(al, "bad");
    assertTrue(shown.contains("1 Fish: To Bland became To Aland"), shown);
    assertTrue(shown.contains("2 Wood: 7 boats became 0 boats"), shown);
    String proof = ann.get("/rounds/r1/improvement.json?package=bad").body();
    assertTrue(FindingFile.parse(proof).verify(Budget.unlimited()).holds(), proof);
    asks(al, "good");
    asks(bo, "good");
    assertTrue(shown(al, "good").contains("No package is better"), shown(al, "good"));
  }

  /// Positions told after the last has asked move nothing: each change would tell of them.
  @Test
  void laterPositionsDoNotChangeWhatIsShown() {
    asks(al, "good");
    asks(bo, "good");
    String before = shown(al, "good");
    String version =
        ann.get("/api/records/positions/bb-1")
            .body()
            .replaceAll("(?s).*\"version\":\"([0-9a-f]{16})\".*", "$1");
    HttpResponse<String> changed =
        ann.json(
            "PUT",
            "/api/records/positions/bb-1",
            "{\"version\":\""
                + version
                + "\",\"record\":{\"id\":\"bb-1\",\"party\":\"BB\",\"point\":\"p1\",\"weight\":100,"
                + "\"worths\":{\"p1-a\":100,\"p1-b\":0},\"told\":\"2025-12-05\","
                + "\"visibility\":{\"party\":\"BB\"}}}");
    assertEquals(200, changed.statusCode(), changed.body());
    assertEquals(before, shown(al, "good"));
  }

  /// The rule stands on the sheet before anybody answers, and in the proof.
  @Test
  void theRuleChosenBeforehandChooses() throws Exception {
    Map<String, String> chosen =
        Map.of(
            "leximin", "to Most",
            "nash", "to Even",
            "utilitarian", "to All");
    for (String rule : List.of("leximin", "nash", "utilitarian")) {
      team.close();
      open(THREE_WAYS.replace("improves: leximin", "improves: " + rule));
      String before = al.get("/rounds/r1").body();
      assertTrue(
          before.contains(
              rule.equals("leximin")
                  ? "leximin chooses it"
                  : rule.equals("nash") ? "the Nash rule chooses it" : "the utilitarian rule"),
          before);
      asks(al, "bad");
      asks(bo, "bad");
      String became = Objects.requireNonNull(chosen.get(rule)).replace("to ", "Nothing became ");
      assertTrue(shown(bo, "bad").contains(became), rule + ": " + shown(bo, "bad"));
      String proof = ann.get("/rounds/r1/improvement.json?package=bad").body();
      assertTrue(FindingFile.parse(proof).verify(Budget.unlimited()).holds(), proof);
      String other = rule.equals("utilitarian") ? "LEXIMIN" : "UTILITARIAN";
      String forged = proof.replaceFirst("(\"rule\" : \")[A-Z]+", "$1" + other);
      assertFalse(forged.equals(proof), proof);
      assertFalse(FindingFile.parse(forged).verify(Budget.unlimited()).holds(), forged);
    }
  }

  @Test
  void anAskIsTakenBackAndAttacksAreRefused() {
    asks(al, "bad");
    assertEquals(303, ask(al, "bad", Map.of("do", "withdraw")).statusCode());
    asks(bo, "bad");
    // all but one ask, and one has asked before
    assertFalse(shown(ann, "bad").contains("All asked"), shown(ann, "bad"));
    refused("has answered meanwhile", ask(al, "bad", Map.of("seen", "0")));
    refused("changed since this sheet", ask(al, "bad", Map.of("basis", "0")));
    refused("for its own party alone", ask(ann, "bad", Map.of()));
    refused("asks already", ask(bo, "bad", Map.of("do", "", "seen", "1")));
    asks(al, "bad");
    assertTrue(shown(ann, "bad").contains("All asked"), shown(ann, "bad"));
    String basis = "";
    for (Element each :
        Objects.requireNonNull(section(al, "r1", "bad")).select("details .origin")) {
      basis = each.text();
    }
    refused(
        "all ask already", ask(al, "bad", Map.of("do", "withdraw", "basis", basis, "seen", "3")));
    assertTrue(shown(ann, "bad").contains("All asked"), shown(ann, "bad"));
  }

  private static void refused(String why, HttpResponse<String> answer) {
    assertEquals(422, answer.statusCode(), answer.body());
    assertTrue(
        answer
            .body()
            .toLowerCase(java.util.Locale.ROOT)
            .contains(why.toLowerCase(java.util.Locale.ROOT)),
        answer.body());
  }
}
