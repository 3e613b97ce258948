package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.sequence.DemandOutcome;
import org.parley.sequence.DemandOutcomes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The agreement of Colombia on three days: the day after the plebiscite, the day after Congress,
/// and the summer of 2018. Expected is what is known of those days.
class ColombiaStoryTest {

  private static final String CASE = "../examples/colombia-2016";
  private static final List<String> CHAPTERS = List.of("p1", "p2", "p3", "p4", "p5", "p6");

  private static String run(String... arguments) {
    return run(0, arguments);
  }

  private static String run(int expected, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        ShippedCli.with(Map.of())
            .printingTo(new PrintWriter(out), new PrintWriter(err))
            .run(arguments);
    assertEquals(expected, code, String.join(" ", arguments) + ": " + err);
    return out.toString();
  }

  private static JsonNode ask(String command, String day, String... more) {
    String[] arguments =
        Stream.concat(Stream.of(command, CASE, "--as-of", day, "--json"), Stream.of(more))
            .toArray(String[]::new);
    return JsonMapper.shared().readTree(run(arguments));
  }

  private static JsonNode find(JsonNode list, String key, String value) {
    for (JsonNode each : list) {
      if (each.path(key).asString().equals(value)) {
        return each;
      }
    }
    throw new AssertionError("no " + key + " " + value + " in " + list);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asString()));
    return texts;
  }

  /// The stance of a party on a subject.
  private static String stance(JsonNode board, String subject, String party) {
    int column = texts(board.path("columns")).indexOf(party);
    return find(board.path("rows"), "subject", subject)
        .path("cells")
        .get(column)
        .path("stance")
        .asString();
  }

  private static JsonNode among(JsonNode board, String... parties) {
    for (JsonNode each : board.path("completeness")) {
      if (texts(each.path("parties")).equals(List.of(parties))) {
        return each;
      }
    }
    throw new AssertionError("no completeness among " + List.of(parties));
  }

  private static Set<String> points(JsonNode agreement) {
    Set<String> points = new TreeSet<>();
    agreement.path("points").forEach(each -> points.add(each.path("point").asString()));
    return points;
  }

  @Test
  void theDayAfterThePlebisciteTheSignedAgreementIsRejected() {
    JsonNode state =
        find(ask("acts", "2016-10-03").path("instruments"), "instrument", "final-agreement");
    assertEquals("rejected", state.path("phase").asString());
    assertEquals("2016-08-24", state.path("version").asString());
    assertEquals("act-161002-plebiscite", state.path("by").asString());
    assertEquals(List.of("GOV", "FARC"), texts(state.path("signedBy")));
    assertEquals(List.of("VOTERS"), texts(state.path("rejectedBy")));
    JsonNode board = ask("board", "2016-10-03");
    for (String chapter : CHAPTERS) {
      assertEquals("agreed", stance(board, chapter, "GOV"), chapter);
      assertEquals("agreed", stance(board, chapter, "FARC"), chapter);
      assertEquals("rejected", stance(board, chapter, "VOTERS"), chapter);
      assertEquals("silent", stance(board, chapter, "SEN"), chapter);
    }
    assertEquals(0, among(board, "GOV", "VOTERS").path("agreed").asInt());
  }

  @Test
  void theCeasefireOutlivesTheRejectedAgreement() {
    for (String day : List.of("2016-10-03", "2016-12-01")) {
      JsonNode state = find(ask("acts", day).path("instruments"), "instrument", "ceasefire");
      assertEquals("in-force", state.path("phase").asString(), day);
      JsonNode board = ask("board", day);
      assertEquals("agreed", stance(board, "ceasefire", "GOV"), day);
      assertEquals("agreed", stance(board, "ceasefire", "FARC"), day);
      assertEquals("silent", stance(board, "ceasefire", "VOTERS"), day);
    }
  }

  @Test
  void theDayBeforeThePlebisciteNothingOfItIsKnown() {
    String[] before = {"--known-at", "2016-10-01"};
    String acts = ask("acts", "2016-10-03", before).toString();
    JsonNode board = ask("board", "2016-10-03", before);
    for (String text : List.of(acts, board.toString())) {
      for (String known :
          List.of("act-161002-plebiscite", "6,377,482", "c-161002-santos", "c-161002-uribe")) {
        assertFalse(text.contains(known), () -> known + " in " + text);
      }
    }
    for (JsonNode row : board.path("rows")) {
      assertEquals("silent", stance(board, row.path("subject").asString(), "VOTERS"));
    }
    assertEquals(7, among(board, "GOV", "FARC").path("agreed").asInt());
  }

  @Test
  void onceCongressEndorsedItAnotherVersionIsAgreedByOwnWords() {
    JsonNode state =
        find(ask("acts", "2016-12-01").path("instruments"), "instrument", "final-agreement");
    assertEquals("ratified", state.path("phase").asString());
    assertEquals("2016-11-12", state.path("version").asString());
    assertEquals(List.of("GOV", "FARC"), texts(state.path("signedBy")));
    assertEquals(List.of("SEN", "CAM"), texts(state.path("ratifiedBy")));
    assertEquals(List.of(), texts(state.path("rejectedBy")));
    JsonNode board = ask("board", "2016-12-01");
    for (String chapter : CHAPTERS) {
      for (String party : List.of("GOV", "FARC", "SEN", "CAM")) {
        assertEquals("agreed", stance(board, chapter, party), chapter + " " + party);
      }
      assertEquals("rejected", stance(board, chapter, "CD"), chapter);
      assertEquals("silent", stance(board, chapter, "VOTERS"), "another text: " + chapter);
    }
    JsonNode both = among(board, "GOV", "FARC");
    assertEquals(both.path("total").asInt(), both.path("agreedByOwnWords").asInt());
  }

  @Test
  void consentToTheRejectedTextDoesNotCarryOver() {
    JsonNode board = ask("board", "2016-11-20");
    for (String chapter : CHAPTERS) {
      assertEquals("silent", stance(board, chapter, "VOTERS"), chapter);
    }
    assertEquals(0, among(board, "GOV", "FARC").path("agreed").asInt(), "announced, not signed");
    for (String party : List.of("GOV", "FARC")) {
      assertEquals("ad-referendum", stance(board, "p2", party), "finalised by its negotiators");
    }
  }

  @Test
  void eachVersionHasItsOwnPoints() {
    Set<String> october = points(among(ask("board", "2016-10-03"), "GOV", "FARC"));
    Set<String> december = points(among(ask("board", "2016-12-01"), "GOV", "FARC"));
    assertTrue(october.containsAll(CHAPTERS) && december.containsAll(CHAPTERS));
    assertTrue(october.contains("p6-vote") && !october.contains("p5-assets"), october::toString);
    assertTrue(december.contains("p5-assets") && !december.contains("p6-vote"), december::toString);
  }

  private static Map<String, String> implementation(String day) {
    Map<String, String> by = new TreeMap<>();
    for (JsonNode each : ask("acts", day).path("implementation").path("performances")) {
      if (each.path("of").asString().startsWith("s-")) {
        String share = each.path("share").asString("");
        by.put(
            each.path("of").asString(),
            each.path("status").asString() + (share.isEmpty() ? "" : " " + share));
      }
    }
    return by;
  }

  @Test
  void implementationCountsWhatWasDoneLateAndInPart() {
    Map<String, String> december = implementation("2016-12-01");
    assertEquals("performed", december.get("s-ceasefire"));
    assertEquals("performed", december.get("s-d-day"));
    assertEquals("not-begun", december.get("s-arms"));
    assertEquals("in-part 2300 of 7132", implementation("2017-06-10").get("s-arms"));
    Map<String, String> summer = implementation("2018-08-01");
    assertEquals("performed-late", summer.get("s-zones"));
    assertEquals("performed-late", summer.get("s-arms-30"));
    assertEquals("performed-late", summer.get("s-arms"));
    assertEquals("in-part 750 of 1027", summer.get("s-caches"));
    assertEquals("in-part 8 of 10", summer.get("s-seats"));
    assertEquals("refused", summer.get("s-districts"));
    JsonNode arms =
        find(ask("acts", "2018-08-01").path("implementation").path("performances"), "of", "s-arms");
    assertEquals(List.of("UN"), texts(arms.path("verifiedBy")));
    assertEquals(6, arms.path("lateDays").asInt());
    JsonNode caches =
        find(
            ask("acts", "2018-08-01").path("implementation").path("performances"),
            "of",
            "s-caches");
    assertTrue(caches.path("late").asBoolean());
    assertEquals(15, caches.path("lateDays").asInt());
    assertEquals("2017-08-31", caches.path("overdueSince").asString());
  }

  /// One chamber ratifies nothing: the House voted a day after the Senate.
  @Test
  void bothChambersHaveToEndorse() {
    JsonNode first =
        find(ask("acts", "2016-11-29").path("instruments"), "instrument", "final-agreement");
    assertEquals("signed", first.path("phase").asString());
    assertEquals(List.of("CAM"), texts(first.path("awaiting")));
    JsonNode second =
        find(ask("acts", "2016-11-30").path("instruments"), "instrument", "final-agreement");
    assertEquals("ratified", second.path("phase").asString());
    assertEquals(List.of(), texts(second.path("awaiting")));
  }

  /// 13 per cent of the roll was reached, a majority was not.
  @Test
  void theRuleOfThePlebisciteIsComputed() {
    String words =
        find(ask("acts", "2016-10-03").path("acts"), "act", "act-161002-plebiscite")
            .path("words")
            .asString();
    assertTrue(words.contains("(6,404,430): not reached, with 6,377,482"), words);
    assertTrue(words.contains("13 % of those eligible in favour (4,536,993): reached"), words);
  }

  /// What is over is neither planned nor critical; parts count.
  @Test
  void thePastIsNotPlanned() {
    JsonNode plan =
        JsonMapper.shared()
            .readTree(run("sequence", CASE, "plan", "--as-of", "2018-08-01", "--json"));
    int over = 0;
    for (JsonNode time : plan.path("plans").get(0).path("answer").path("times")) {
      over += time.path("over").asBoolean() ? 1 : 0;
    }
    assertEquals(32, over, "two moments of each of 16 steps");
    JsonNode progress =
        JsonMapper.shared()
            .readTree(run("sequence", CASE, "progress", "--as-of", "2018-08-01", "--json"));
    assertEquals(2, progress.path("levels").path("s-caches").asInt());
    JsonNode before =
        JsonMapper.shared()
            .readTree(run("sequence", CASE, "progress", "--as-of", "2016-10-03", "--json"));
    assertEquals(3, before.path("levels").path("s-signing").asInt(), "the version of August");
  }

  @Test
  void twoReadingsOfOneVoteAreBothShown() {
    JsonNode vote = find(ask("acts", "2018-08-01").path("acts"), "act", "act-171130-senate");
    assertEquals(List.of("c-171130-santos"), texts(vote.path("deniedBy")));
    assertEquals(List.of("c-171206-cepeda"), texts(vote.path("confirmedBy")));
  }

  @Test
  void theReportOfAugustIsNotKnownOnTheFirst() {
    String brief = run("brief", CASE, "--as-of", "2018-08-01", "--out", "-");
    assertFalse(brief.contains("61 per cent"), "published on 9 August");
  }

  private static List<String> words(JsonNode lines) {
    List<String> words = new ArrayList<>();
    lines.forEach(each -> words.add(each.path("words").asString()));
    return words;
  }

  /// The days on which something is due, with what it is.
  private static Map<String, String> due(JsonNode brief) {
    Map<String, String> due = new TreeMap<>();
    brief
        .path("due")
        .forEach(each -> due.put(each.path("day").asString(), each.path("words").asString()));
    return due;
  }

  @Test
  void theFirstPageOfTheThirdOfOctoberSaysThatItWasRejected() {
    JsonNode brief = ask("brief", "2016-10-03");
    assertTrue(
        brief.path("headline").asString().startsWith("Final Agreement: rejected, 2 October 2016"),
        brief::toString);
    assertTrue(words(brief.path("moved")).getFirst().contains("now rejected"), () -> "" + brief);
    assertEquals(
        Map.of("2016-12-17", "House is in recess"),
        due(brief),
        "nothing of November is known but the calendar of the bodies");
    assertFalse(brief.toString().contains("roadmap"), "of 2017");
    assertFalse(brief.path("headline").asString().contains("Senate: 0 of 7"), "it was never asked");
  }

  @Test
  void theFirstPageOfTheFirstOfDecemberHasTheDeadlinesOfDDay() {
    JsonNode brief = ask("brief", "2016-12-01");
    assertEquals(
        "ratified",
        find(brief.path("instruments"), "instrument", "final-agreement").path("phase").asString());
    Map<String, String> due = due(brief);
    assertTrue(due.getOrDefault("2016-12-31", "").contains("D+30"), due::toString);
    assertTrue(due.getOrDefault("2017-03-01", "").contains("D+90"), due::toString);
    assertTrue(due.getOrDefault("2017-04-30", "").contains("D+150"), due::toString);
    assertFalse(due.toString().contains("20 June"), "demanded in 2017");
    assertTrue(brief.path("possible").asString().startsWith("Nothing is left to negotiate"));
  }

  @Test
  void theFirstPageOfAugust2018TellsOfImplementation() {
    JsonNode brief = ask("brief", "2018-08-01", "--since", "2017-06-01");
    JsonNode agreement = find(brief.path("implementation"), "instrument", "final-agreement");
    assertEquals("14 of 17", agreement.path("done") + " of " + agreement.path("total"));
    assertEquals(2, agreement.path("counts").path("in-part").asInt());
    assertTrue(agreement.path("counts").path("performed-late").asInt() >= 3, agreement::toString);
    String moved = String.join("\n", words(brief.path("moved")));
    assertTrue(moved.contains("8 of 10"), moved);
    assertTrue(
        words(brief.path("otherwise")).getFirst().contains("Santos"),
        "he denies the vote on seats");
    assertTrue(due(brief).getOrDefault("2017-08-31", "").contains("caches"), "overdue since then");
  }

  @Test
  void theBoardOfADayHasTheInstrumentsOfThatDayAlone() {
    JsonNode october = ask("board", "2016-10-03", "--known-at", "2016-10-01");
    assertFalse(october.path("rows").toString().contains("roadmap"));
    assertTrue(ask("board", "2018-08-01").path("rows").toString().contains("roadmap"));
  }

  @Test
  void aPreferenceEndsWithTheSignatureOfAnotherSolution() {
    JsonNode board = ask("board", "2018-08-01");
    int farc = texts(board.path("columns")).indexOf("FARC");
    assertEquals(
        0,
        find(board.path("rows"), "subject", "p6")
            .path("cells")
            .get(farc)
            .path("preferences")
            .size());
  }

  @Test
  void aReplacedTextIsNamedAsTheCause() {
    JsonNode moved = ask("board", "2016-12-01", "--since", "2016-10-03").path("moved");
    for (JsonNode each : moved.path("changes")) {
      assertTrue(
          each.path("movedBy").size() > 0 || each.path("newText").asString("").equals("2016-11-12"),
          each::toString);
      assertFalse(each.path("subject").asString().equals("p6-vote"), "the new text has it no more");
    }
    JsonNode text = moved.path("versions").get(0);
    assertEquals(List.of("p5-assets"), texts(text.path("added")));
    assertEquals(List.of("p6-vote"), texts(text.path("removed")));
  }

  private static String stock(JsonNode timeline, String day) {
    JsonNode found = find(timeline.path("stock"), "day", day);
    return found.path("agreed")
        + " "
        + found.path("signed")
        + " "
        + found.path("ratified")
        + " "
        + found.path("performed");
  }

  @Test
  void theStockRisesFallsWithTheVoteAndRisesAgain() {
    JsonNode timeline = ask("timeline", "2018-08-01");
    assertEquals("5 0 0 0", stock(timeline, "2016-06-23"));
    assertEquals("7 7 0 2", stock(timeline, "2016-09-26"));
    assertEquals("7 0 0 2", stock(timeline, "2016-10-02"));
    assertEquals("0 0 0 1", stock(timeline, "2016-11-12"));
    assertEquals("7 7 7 3", stock(timeline, "2016-11-30"));
    assertEquals("7 7 7 16", stock(timeline, "2018-08-01"));
    JsonNode october = ask("timeline", "2018-08-01", "--known-at", "2016-10-01");
    assertFalse(october.toString().contains("2016-10-02"), "not known yet");
  }

  private static String answer(String question, String day, String... more) {
    String[] arguments =
        Stream.concat(Stream.of("ask", CASE, question, "--as-of", day, "--json"), Stream.of(more))
            .toArray(String[]::new);
    return run(arguments);
  }

  @Test
  void principalsAskAndAreAnswered() {
    assertTrue(answer("overdue", "2017-05-15").contains("D+90"));
    assertTrue(answer("overdue", "2018-08-01").contains("arms caches"));
    String blocks = answer("blocks", "2016-11-25");
    assertTrue(blocks.contains("Senate and House"), blocks);
    assertTrue(
        answer("changed", "2016-10-03").contains("now rejected, 2 October 2016"), "the vote");
    assertTrue(answer("wants", "2016-11-25", "--for", "CD").contains("Those convicted of"));
  }

  /// The verdict on each demand as of a day, with the days it is late or overdue.
  private static Map<String, String> outcomes(String day) throws IOException {
    CaseView view =
        assertInstanceOf(LoadResult.Loaded.class, CaseFolder.of(Path.of(CASE)).load())
            .contents()
            .viewFor(new Viewer.Mediator());
    Map<String, String> by = new TreeMap<>();
    for (DemandOutcome each : DemandOutcomes.of(view, LocalDate.parse(day), LocalDate.parse(day))) {
      by.put(each.demand().value(), each.verdict() + (each.days() > 0 ? " " + each.days() : ""));
    }
    return by;
  }

  @Test
  void deadlinesAreOpenThenOverdueThenLate() throws IOException {
    Map<String, String> december = outcomes("2016-12-01");
    for (String each : List.of("zones-by-d30", "arms-30-by-d90", "arms-by-d150")) {
      assertEquals("OPEN", december.get(each), each);
    }
    assertFalse(december.containsKey("arms-by-20-june"), "demanded since 29 May 2017");
    assertEquals("OVERDUE 75", outcomes("2017-05-15").get("arms-30-by-d90"));
    Map<String, String> summer = outcomes("2018-08-01");
    assertEquals("LATE 98", summer.get("arms-30-by-d90"));
    assertEquals("REPLACED 29", summer.get("arms-by-d150"), "communiqué 19 set a later day");
    assertEquals("LATE 6", summer.get("arms-by-20-june"));
    assertEquals("LATE 14", summer.get("containers-by-1-august"));
    assertEquals("KEPT", summer.get("party-after-arms"));
    assertEquals("OVERDUE 335", summer.get("caches-by-31-august"), "cleared in part");
  }

  @Test
  void noPackageOfTheSignatoriesMeetsTheOpposition() {
    JsonNode deal = JsonMapper.shared().readTree(run("packages", CASE, "--json"));
    assertTrue(deal.path("headline").asString().contains("Government and FARC"), deal::toString);
    assertEquals(
        "Government and FARC could agree on “Ten seats guaranteed, leaders may be elected” (2); 5"
            + " Victims of the conflict and 6 Implementation, verification and public endorsement"
            + " divide them.",
        deal.path("headline").asString());
    JsonNode pivots = JsonMapper.shared().readTree(run("pivots", CASE, "--json"));
    assertEquals("p5", pivots.path("pivots").get(0).path("point").asString());
    assertEquals("p2", pivots.path("pivots").get(2).path("point").asString(), "one option is left");
    String answer = run("packages", CASE);
    for (String refused :
        List.of(
            "0 %  Those convicted of atrocious crimes may not be elected",
            "0 %  Confinement of five to eight years", "0 %  Constituent assembly")) {
      assertTrue(answer.contains(refused), refused + " in " + answer);
    }
  }

  private static JsonNode fate(JsonNode deal, String option) {
    for (JsonNode fate : deal.path("approvals").path("fates")) {
      if (texts(fate.path("options")).contains(option)) {
        return fate;
      }
    }
    throw new AssertionError("no fate of " + option + " in " + deal.path("approvals"));
  }

  @Test
  void packagesOfEachDay() {
    JsonNode october = ask("packages", "2016-10-03");
    assertTrue(
        october.path("headline").asString().startsWith("Government and FARC could agree on"),
        october::toString);
    assertEquals("1/2", fate(october, "p6-plebiscite").path("chance").path("least").asString());
    JsonNode before = ask("packages", "2016-10-03", "--known-at", "2016-10-01");
    assertEquals("0", fate(before, "p6-plebiscite").path("chance").path("least").asString());
    assertFalse(before.toString().contains("2 October 2016"), "the vote was not known");
    for (String day : List.of("2016-12-01", "2018-08-01")) {
      String answer = run(1, "packages", CASE, "--as-of", day);
      assertTrue(
          answer.startsWith("Nothing is left to negotiate: Final Agreement"), day + ": " + answer);
      assertTrue(answer.contains("\n  1 "), () -> "what was agreed: " + answer);
      for (String of : List.of("packages", "bridges", "pivots")) {
        JsonNode nothing =
            JsonMapper.shared()
                .readTree(run(of.equals("bridges") ? 0 : 1, of, CASE, "--as-of", day, "--json"));
        assertTrue(nothing.path("headline").asString().contains("is ratified"), of + day);
        assertEquals("0", nothing.path("allPackages").asString(), of + day);
        assertEquals(0, nothing.path("zone").size(), of + day);
        assertEquals("final-agreement", nothing.at("/agreed/0/instrument").asString(), of + day);
        assertEquals(7, nothing.at("/agreed/0/points").size(), of + day);
      }
    }
  }

  @Test
  void thePlebisciteIsNoFreeMove() {
    JsonNode deal = JsonMapper.shared().readTree(run("packages", CASE, "--json"));
    JsonNode plebiscite = fate(deal, "p6-plebiscite");
    assertEquals("1/2", plebiscite.path("chance").path("least").asString());
    assertEquals("1/2", plebiscite.path("chance").path("most").asString());
    assertEquals(
        "VOTERS", plebiscite.path("stages").get(0).path("approvals").get(0).path("by").asString());
    assertEquals("1", fate(deal, "p6-congress").path("chance").path("least").asString());
    assertTrue(
        deal.path("others").asString().contains("“Plebiscite”, the chance that it passes is 50 %"),
        deal::toString);
    String notes = deal.path("notes").toString();
    for (String named :
        List.of("Democratic Centre has positions", "within three points", "with equal chance")) {
      assertTrue(notes.contains(named), named + " in " + notes);
    }
    String draft = run("packages", CASE, "draft", "--table", "p2-seats,p5-defined,p6-plebiscite");
    assertTrue(draft.contains("the chance that it passes is 50 % (Voters)"), draft);
  }
}
