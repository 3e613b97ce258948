package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Visibility;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.step.Term;
import org.parley.model.step.TermId;

/// What steps, terms and demands are refused for, by one change to a case that is sound.
class StepChecksTest {

  private static final Visibility OPEN = new Visibility.Public();
  private static final Period DAY = Period.ofDays(1);

  private final Party a =
      new Party(
          new PartyId("A"),
          LocalizedText.of("A"),
          null,
          PartyKind.STATE,
          List.of(),
          null,
          List.of(),
          OPEN);
  private final Step first = step("first");
  private final Step second = step("second");
  private final Term term =
      new Term(
          new TermId("term"),
          "words",
          List.of(new Term.Reading("early", first.id(), List.of())),
          OPEN);
  private final Demand demand =
      new Demand(
          new DemandId("d"),
          "First, then second",
          List.of(a.id()),
          List.of(),
          List.of(),
          null,
          List.of(),
          List.of(new Demand.Timing.After(second.id(), first.id(), null, DAY)),
          List.of(),
          true,
          OPEN);

  private static Step step(String id) {
    return new Step(
        new StepId(id),
        LocalizedText.of(id),
        null,
        null,
        List.of(),
        List.of(),
        new Step.Duration(DAY, DAY, false),
        null,
        false,
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        OPEN);
  }

  private List<String> found(List<CaseRecord> records) {
    return CaseChecks.problems(new CaseInfo("Case", null, List.of()), records).stream()
        .map(Told::of)
        .toList();
  }

  private <R extends Record & CaseRecord> void check(
      R record, String component, @Nullable Object value, String... problems) {
    List<CaseRecord> records = new ArrayList<>(List.of(a, first, second, term, demand));
    records.replaceAll(each -> each.equals(record) ? Rewrite.with(record, component, value) : each);
    assertEquals(List.of(problems), found(records));
  }

  @Test
  void theCaseIsSound() {
    assertEquals(List.of(), found(List.of(a, first, second, term, demand)));
  }

  @Test
  void steps() {
    check(first, "title", " ", "title: blank(title) [ ]");
    check(first, "topics", List.of("SsrFf", "troops"), "topics.1: not-a-topic-code [troops]");
    for (long most : List.of(1_000_000_000_000L, -1_000_000_000_000L)) {
      check(first, "worth", Map.of(a.id(), most));
      long more = most + Long.signum(most);
      check(
          first,
          "worth",
          Map.of(a.id(), more),
          "worth.A: worth-too-large(1000000000000) [" + more + "]");
    }
    check(
        first,
        "assumed",
        Map.of("duraton", "usual"),
        "assumed.duraton: unknown-key-assumed(step first) [duraton] ~ duration");
    check(
        first,
        "assumed",
        Map.of("duration", " "),
        "assumed.duration: assumed-without-reason [duration]");
  }

  @Test
  void aDemandReplacesAnotherOnce() {
    Demand later = Rewrite.with(demand, "id", new DemandId("later"));
    List<CaseRecord> records =
        List.of(
            a,
            first,
            second,
            term,
            demand,
            Rewrite.with(later, "supersedes", List.of(demand.id(), demand.id())));
    assertEquals(List.of("supersedes.1: named-twice [d]"), found(records));
  }

  @Test
  void durations() {
    check(
        first,
        "duration",
        new Step.Duration(Period.ofDays(-1), DAY, false),
        "duration.least: negative-duration [P-1D]");
    check(
        first,
        "duration",
        new Step.Duration(Period.ofDays(2), DAY, false),
        "duration.most: most-below-least [P1D]");
    check(first, "duration", new Step.Duration(Period.ofDays(30), Period.ofMonths(1), true));
    // whether a month of so many days is meant decides: not wrong whatever the months
    check(first, "duration", new Step.Duration(Period.ofDays(31), Period.ofMonths(1), true));
    check(
        first,
        "duration",
        new Step.Duration(Period.ofDays(32), Period.ofMonths(1), true),
        "duration.most: most-below-least [P1M]");
    check(
        first,
        "duration",
        new Step.Duration(Period.ofMonths(12), Period.ofDays(330), true),
        "duration.most: most-below-least [P330D]");
    check(first, "duration", new Step.Duration(Period.of(0, 1, -28), DAY, true));
    check(
        first,
        "duration",
        new Step.Duration(Period.of(0, 1, -29), DAY, true),
        "duration.least: negative-duration [P1M-29D]");
    String tooLong = ": period-too-long(9999) [P10000Y]";
    check(
        first,
        "duration",
        new Step.Duration(DAY, Period.ofYears(10_000), false),
        "duration.most" + tooLong);
    check(
        first,
        "duration",
        new Step.Duration(Period.ofYears(10_000), Period.ofYears(10_000), false),
        "duration.least" + tooLong,
        "duration.most" + tooLong);
  }

  @Test
  void likelyDurationsLieWithinTheirBoundsAndNameTheirGround() {
    Period two = Period.ofDays(2);
    check(
        first,
        "duration",
        new Step.Duration(DAY, two, two, false, List.of()),
        "duration.likely: likely-rests-on-nothing [P2D]");
    check(
        first,
        "duration",
        new Step.Duration(DAY, Period.ofDays(3), two, false, List.of()),
        "duration.likely: likely-out-of-bounds [P3D]",
        "duration.likely: likely-rests-on-nothing [P3D]");
    check(
        first,
        "duration",
        new Step.Duration(two, DAY, two, false, List.of()),
        "duration.likely: likely-out-of-bounds [P1D]",
        "duration.likely: likely-rests-on-nothing [P1D]");
    check(
        first,
        "duration",
        new Step.Duration(DAY, Period.ofYears(10_000), two, false, List.of()),
        "duration.likely: period-too-long(9999) [P10000Y]",
        "duration.likely: likely-out-of-bounds [P10000Y]",
        "duration.likely: likely-rests-on-nothing [P10000Y]");
  }

  @Test
  void aDemandAsksForSomethingAndRestsOnSomething() {
    check(demand, "text", "", "text: blank(text) []");
    check(demand, "allOf", List.of(), "allOf: demand-for-nothing [d]");
    check(demand, "inferred", false, "claims: demand-rests-on-nothing [d]");
  }

  @Test
  void periodsOfADemandAreNotTooLong() {
    Period tooLong = Period.ofYears(-10_000);
    for (String key : List.of("allOf", "anyOf")) {
      check(
          demand,
          key,
          List.of(
              new Demand.Timing.Once(second.id(), first.id()),
              new Demand.Timing.After(second.id(), first.id(), tooLong, tooLong)),
          key + ".1.least: period-too-long(9999) [P-10000Y]",
          key + ".1.most: period-too-long(9999) [P-10000Y]");
    }
  }

  @Test
  void aTermHasReadingsOfDifferentNames() {
    check(term, "words", "", "words: blank(words) []");
    check(term, "readings", List.of(), "readings: term-without-reading [term]");
    check(
        term,
        "readings",
        List.of(
            new Term.Reading("early", first.id(), List.of()),
            new Term.Reading("early", second.id(), List.of())),
        "readings.1: named-twice [early]");
  }
}
