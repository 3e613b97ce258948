package org.parley.exchange.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.exchange.incidents.facts.IncidentForm;
import org.parley.exchange.incidents.facts.IncidentReport;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.OccurrenceSpan;
import org.parley.exchange.incidents.facts.Site;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.GuaranteeTerm;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.commitment.Window;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.guarantees.log.Why;
import org.parley.guarantees.watch.Watch;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within;

/// The 3,883 events that UCDP GED has for Ukraine from 2014 to 2023, replayed: none lost, none
/// invented.
class GedReplayTest {

  private static byte[] bytes = {};
  private static Read read = Read.of("");

  /// The rows, told apart by a second, simpler reading of the file.
  private static List<List<String>> rows = List.of();

  @BeforeAll
  static void readOnce() throws IOException {
    Path file = Shared.file("ucdp/ged-ukraine.csv");
    bytes = Files.readAllBytes(file);
    NameMapping names =
        NameMapping.of(List.of())
            .with(
                """
                party Government of Ukraine = UA
                party Government of Russia (Soviet Union) = RU
                kind state-based = clash
                place Donetsk oblast = UA-14
                place Ukraine = UA
                """);
    read = Read.of(bytes, names, 4_096);
    rows = rows(new String(bytes, Charset.forName("windows-1252")));
  }

  /// Cells by toggling at every quotation mark: enough for a file whose quotes are paired.
  private static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (!isQuoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return rows;
  }

  /// Adds up what the estimates of each row come to.
  private static long sum(ToLongFunction<LongStream> ofRow) {
    List<Integer> at = Stream.of("low", "best", "high").map(rows.getFirst()::indexOf).toList();
    return rows.stream()
        .skip(1)
        .mapToLong(row -> ofRow.applyAsLong(at.stream().mapToLong(i -> Long.parseLong(row.get(i)))))
        .sum();
  }

  @Test
  void everyRowBecomesOneReportAndTheTotalsAreInOrder() {
    FileTally reading = read.reading();
    assertEquals(List.of(), read.reasons());
    assertEquals(3_883, reading.used());
    assertEquals(3_883, rows.size() - 1);
    assertEquals(sum(row -> row.min().orElseThrow()), reading.low());
    assertEquals(sum(row -> row.skip(1).findFirst().orElseThrow()), reading.best());
    assertEquals(sum(row -> row.max().orElseThrow()), reading.high());
    assertEquals(18_480, reading.best());
    assertEquals(31, reading.tollsOutOfOrder());
    assertTrue(reading.isReconciled());
    assertEquals(4_056, reading.lines());
    assertTrue(reading.inOtherEncoding() > 0);
    assertEquals(Set.of(IncidentForm.UCDP_GED), reading.forms());
  }

  @Test
  void everyReportSaysWhatItsRowSays() {
    List<String> header = rows.getFirst();
    List<IncidentReport> reports = read.reports();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < reports.size(); i++) {
      IncidentReport report = reports.get(i);
      Map<String, String> row = new HashMap<>();
      for (int c = 0; c < header.size(); c++) {
        row.put(header.get(c), rows.get(i + 1).get(c));
      }
      assertTrue(ids.add(report.id()));
      assertEquals("ged-" + row.get("id"), report.id());
      assertEquals(
          row.get("low") + " " + row.get("best") + " " + row.get("high"),
          report.toll().low() + " " + report.toll().best() + " " + report.toll().high());
      assertEquals(
          row.get("date_prec"),
          Integer.toString(
              Math.max(
                  1,
                  List.of(OccurrenceSpan.Precision.values()).indexOf(report.when().precision()))));
      Site where = report.where();
      assertTrue(where != null);
      assertEquals(
          row.get("where_prec"),
          Integer.toString(List.of(Site.Precision.values()).indexOf(where.precision()) + 1));
      assertEquals(row.get("latitude"), String.valueOf(where.latitude()));
      assertEquals(row.get("longitude"), String.valueOf(where.longitude()));
      String[] day = String.valueOf(row.get("date_start")).split("[/ ]");
      assertEquals(
          String.format("%s-%2s-%2sT00:00:00Z", day[2], day[0], day[1]).replace("- ", "-0"),
          Moments.text(report.when().earliest()));
      assertTrue(
          report.accounts().size()
              <= Integer.parseInt(String.valueOf(row.get("number_of_sources"))));
    }
  }

  @Test
  void aWatchOverThemAccountsForEachInAnyOrder() {
    List<LoggedFact> log = log();
    List<Commitment> commitments = List.of(promise());
    long t = Moments.of("2024-06-01T00:00:00Z");
    List<DutyVerdict> verdicts = Guarantees.state(commitments, log, t, Moments.NEVER);
    long between = read.reports().stream().filter(GedReplayTest::isMeant).count();
    assertTrue(between > 800, () -> between + " between the two");
    assertEquals(between, verdicts.size());
    // nobody answered any of them, and no column says who began
    for (DutyVerdict each : verdicts) {
      assertEquals(Lifecycle.UNDETERMINED, each.state());
      assertEquals(Why.UNATTRIBUTED, each.why());
      assertEquals(Moments.NEVER, each.deadline());
      assertEquals(
          List.of(
              new DutyVerdict.IfDoneBy(new PartyId("RU"), Set.of(Lifecycle.BREACHED)),
              new DutyVerdict.IfDoneBy(new PartyId("UA"), Set.of(Lifecycle.DORMANT))),
          each.ifDoneBy());
    }
    Collections.shuffle(log, new Random(1));
    Watch watch = Watch.of(commitments, Moments.of("2014-01-01T00:00:00Z"), null);
    log.forEach(watch::accept);
    watch.advanceTo(t);
    assertEquals(log.size(), watch.accepted());
    assertEquals(verdicts.size(), watch.state().size());
    assertEquals(between, watch.tally().get(Lifecycle.UNDETERMINED));
  }

  /// Dated by the day or worse, and a second rung that waits for the next attack within a week.
  @Test
  void aLadderOfTwoRungsIsDecidedOrSaysWhyNot() {
    List<LoggedFact> log = log();
    List<DutyVerdict> verdicts =
        Guarantees.state(
            List.of(promise(ladder())), log, Moments.of("2024-06-01T00:00:00Z"), Moments.NEVER);
    Map<String, Integer> tally = new TreeMap<>();
    for (DutyVerdict each : verdicts) {
      tally.merge(each.duty().tier() + " " + each.state() + " " + each.why(), 1, Integer::sum);
    }
    assertEquals(
        Map.of("0 UNDETERMINED UNATTRIBUTED", 868, "1 UNDETERMINED UNATTRIBUTED", 868), tally);
  }

  /// The same rows, had somebody said that the first by id did it: Russia, where it is one of the
  /// two.
  @Test
  void aLadderOfTwoRungsIsDecidedWhereSomebodySaysWhoDidIt() {
    Map<String, Integer> tally = new TreeMap<>();
    for (DutyVerdict each :
        Guarantees.state(
            List.of(promise(ladder())),
            attributed(log()),
            Moments.of("2024-06-01T00:00:00Z"),
            Moments.NEVER)) {
      tally.merge(each.duty().tier() + " " + each.state() + " " + each.why(), 1, Integer::sum);
    }
    assertEquals(
        Map.of("0 BREACHED OVERDUE", 868, "1 BREACHED OVERDUE", 811, "1 UNDETERMINED UNSURE", 57),
        tally);
  }

  /// Followed live, entry by entry, while days are still open and neighbours still come in.
  @Test
  void followedLiveTheLadderIsTheSameAtABoundedCost() {
    assertFollowedLive(log());
  }

  @Test
  void followedLiveWhereSomebodySaysWhoDidItTheCostIsBoundedToo() {
    assertFollowedLive(attributed(log()));
  }

  private static void assertFollowedLive(List<LoggedFact> log) {
    List<Commitment> commitments = List.of(promise(ladder()));
    log.sort(LoggedFact.AS_RECORDED);
    Map<Duty, Lifecycle> told = new HashMap<>();
    Watch watch =
        Watch.of(
            commitments,
            Moments.of("2014-01-01T00:00:00Z"),
            each -> told.put(each.duty(), each.to()));
    int asked = 0;
    for (int i = 0; i < log.size(); i++) {
      watch.follow(log.get(i));
      if (i == 3_300 || i == log.size() - 1) {
        for (DutyVerdict each :
            Guarantees.state(commitments, log.subList(0, i + 1), watch.now(), Moments.NEVER)) {
          assertEquals(
              each.state(),
              told.getOrDefault(each.duty(), Lifecycle.DORMANT),
              () -> each.toString());
          asked++;
        }
      }
    }
    assertTrue(asked > 1_736, asked + " verdicts compared");
    long t = Moments.of("2024-06-01T00:00:00Z");
    watch.advanceTo(t);
    assertEquals(Guarantees.state(commitments, log, t, Moments.NEVER), watch.state());
    // a few tens of neighbours for each of the 868 that are meant, a few folds for each of them
    assertTrue(watch.folds() < 300_000, () -> watch.folds() + " folds");
  }

  private static List<LoggedFact> log() {
    List<LoggedFact> log = new ArrayList<>();
    read.records().forEach(each -> log.addAll(each.entries()));
    return log;
  }

  /// The same, had somebody said that the first of the two did it.
  private static List<LoggedFact> attributed(List<LoggedFact> log) {
    List<LoggedFact> attributed = new ArrayList<>();
    for (LoggedFact each : log) {
      attributed.add(
          each.fact() instanceof Fact.Report(String incident, What what) && what.isUnattributed()
              ? each.withFact(new Fact.Report(incident, what.attributed(true)))
              : each);
    }
    return attributed;
  }

  /// One-sided violence is by `side_a` by definition; nothing else is by a column.
  @Test
  void onlyOneSidedViolenceHasAnActor() {
    for (IncidentReport each : read.reports()) {
      boolean isOneSided = each.kind().equals("one-sided");
      assertEquals(isOneSided, each.actor() != null, each::id);
      assertEquals(isOneSided ? 0 : 2, each.between().size(), each::id);
    }
    assertTrue(read.reports().stream().anyMatch(each -> each.actor() != null));
  }

  private static List<Tier> ladder() {
    Tier.When ifItContinues =
        new Tier.When.IfContinued(
            IncidentPattern.ofKind("clash").withTargets(new PartyId("UA")),
            new Window(Period.days(7), Within.LastInstant.IN_TIME));
    Window twoDays = new Window(Period.days(2), Within.LastInstant.IN_TIME);
    return List.of(
        new Tier(
            "notice",
            "notice",
            new Tier.When.AtOnce(),
            Guarantee.ClockFrom.OCCURRENCE,
            new Window(Period.days(1), Within.LastInstant.IN_TIME)),
        new Tier("help", "help", ifItContinues, Guarantee.ClockFrom.CONTINUATION, twoDays));
  }

  private static boolean isMeant(IncidentReport report) {
    return report.kind().equals("clash")
        && report.between().stream()
            .map(each -> String.valueOf(each.party()))
            .collect(Collectors.toSet())
            .equals(Set.of("RU", "UA"));
  }

  private static Commitment promise() {
    return promise(ladder().subList(0, 1));
  }

  private static Commitment promise(List<Tier> ladder) {
    return new Commitment(
        new GuaranteeId("notice"),
        "A notice within a day",
        List.of(new PartyId("US")),
        Guarantee.Liability.EACH,
        new PartyId("UA"),
        Guarantee.Force.CONSULT,
        new Trigger.Happens(
            IncidentPattern.ofKind("clash")
                .withActors(new PartyId("RU"))
                .withTargets(new PartyId("UA"))),
        new Determination.SelfEvident(),
        ladder,
        new GuaranteeTerm(List.of(), null, false),
        List.of(),
        Guarantee.SuspendedClock.STOPS,
        new Escalation.None(),
        Guarantee.OpenDuties.SURVIVE,
        Arrays.asList(Guarantee.Tie.values()),
        0,
        List.of());
  }

  @Test
  void cutShortAnywhereItLosesNoMoreThanTheLastRow() {
    Random random = new Random(7);
    for (int i = 0; i < 12; i++) {
      int cut = 20_000 + random.nextInt(200_000);
      Read part = Read.of(Arrays.copyOf(bytes, cut), NameMapping.of(List.of()), 8_192);
      String text = new String(bytes, 0, cut, StandardCharsets.ISO_8859_1);
      List<List<String>> whole = rows(text);
      assertEquals(whole.size() - 1, part.reading().used(), "cut at " + cut);
      assertTrue(part.reading().isReconciled(), () -> part.reading().toString());
    }
  }

  @Test
  void saidTwiceItCountsOnce() {
    byte[] twice = Arrays.copyOf(bytes, 2 * bytes.length);
    System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
    FileTally reading = Read.of(twice, NameMapping.of(List.of()), 1 << 16).reading();
    assertEquals(3_883, reading.used());
    assertEquals(3_883, reading.repeated());
    assertEquals(18_480, reading.best());
    assertTrue(reading.isReconciled());
  }

  @Test
  void proposalsAreFewAndMergeNothing() {
    List<Duplicates.ProposedPair> proposals = Duplicates.propose(read.reports());
    assertTrue(
        proposals.size() > 0 && proposals.size() < 1_000, () -> proposals.size() + " proposals");
    for (Duplicates.ProposedPair each : proposals) {
      assertTrue(each.one().when().meets(each.other().when()));
      assertEquals(each.one().kind(), each.other().kind());
    }
    assertEquals(3_883, read.reports().size());
  }
}
