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
import org.parley.model.Rewrite;
import org.parley.model.Visibility;
import org.parley.model.party.Party;
import org.parley.model.party.PartyId;
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
      new Party(new PartyId("A"), "A", null, PartyKind.STATE, List.of(), null, List.of(), OPEN);
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
          List.of(new Demand.Timing.After(second.id(), first.id(), null, DAY)),
          List.of(),
          true,
          OPEN);

  private static Step step(String id) {
    return new Step(
        new StepId(id),
        id,
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
        .map(
            each ->
                String.join(".", each.path())
                    + ": "
                    + each.message()
                    + " ["
                    + each.value()
                    + "] "
                    + each.advice())
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
    check(first, "title", " ", "title: no title [ ] Maybe write one");
    for (long most : List.of(1_000_000_000_000L, -1_000_000_000_000L)) {
      check(first, "worth", Map.of(a.id(), most));
      long more = most + Long.signum(most);
      check(
          first,
          "worth",
          Map.of(a.id(), more),
          "worth.A: a worth is at most 1000000000000, of either sign ["
              + more
              + "] Maybe it has digits too many, or the unit is too small");
    }
    check(
        first,
        "assumed",
        Map.of("duraton", "usual"),
        "assumed.duraton: a step has no such key [duraton] Maybe you meant \"duration\"");
    check(
        first,
        "assumed",
        Map.of("duration", " "),
        "assumed.duration: no reason [duration] Maybe say why it was assumed");
  }

  @Test
  void durations() {
    check(
        first,
        "duration",
        new Step.Duration(Period.ofDays(-1), DAY, false),
        "duration.least: nothing ends before it begins [P-1D] Maybe write P0D");
    check(
        first,
        "duration",
        new Step.Duration(Period.ofDays(2), DAY, false),
        "duration.most: the most it takes is less than the least [P1D] Maybe the two are swapped");
    check(first, "duration", new Step.Duration(Period.ofDays(30), Period.ofMonths(1), true));
    // whether a month of so many days is meant decides: not wrong whatever the months
    check(first, "duration", new Step.Duration(Period.ofDays(31), Period.ofMonths(1), true));
    check(
        first,
        "duration",
        new Step.Duration(Period.ofDays(32), Period.ofMonths(1), true),
        "duration.most: the most it takes is less than the least [P1M] Maybe the two are swapped");
    check(
        first,
        "duration",
        new Step.Duration(Period.ofMonths(12), Period.ofDays(330), true),
        "duration.most: the most it takes is less than the least [P330D] Maybe the two are"
            + " swapped");
    check(first, "duration", new Step.Duration(Period.of(0, 1, -28), DAY, true));
    check(
        first,
        "duration",
        new Step.Duration(Period.of(0, 1, -29), DAY, true),
        "duration.least: nothing ends before it begins [P1M-29D] Maybe write P0D");
    String tooLong = ": a period of more than 9999 years [P10000Y] Maybe it has a digit too many";
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
  void aDemandAsksForSomethingAndRestsOnSomething() {
    check(demand, "text", "", "text: no text [] Maybe write one");
    check(
        demand,
        "allOf",
        List.of(),
        "allOf: the demand asks for nothing [d] Maybe say what is to come after what");
    check(
        demand,
        "inferred",
        false,
        "claims: the demand rests on no claim and no point [d] Maybe name the claim or the point,"
            + " or mark it inferred");
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
          key
              + ".1.least: a period of more than 9999 years [P-10000Y] Maybe it has a digit too"
              + " many",
          key
              + ".1.most: a period of more than 9999 years [P-10000Y] Maybe it has a digit too"
              + " many");
    }
  }

  @Test
  void aTermHasReadingsOfDifferentNames() {
    check(term, "words", "", "words: no words [] Maybe write one");
    check(term, "readings", List.of(), "readings: the term has no reading [term] Maybe add one");
    check(
        term,
        "readings",
        List.of(
            new Term.Reading("early", first.id(), List.of()),
            new Term.Reading("early", second.id(), List.of())),
        "readings.1: named twice [early] Maybe name it once");
  }
}
