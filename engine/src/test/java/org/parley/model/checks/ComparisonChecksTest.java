package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.position.PairwiseComparison;
import org.parley.model.position.PairwiseComparison.ComparedTerm;
import org.parley.model.position.PairwiseComparisonId;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;
import org.parley.round.RoundWorld;

class ComparisonChecksTest {

  private static final ComparedTerm A = term("p1", "p1-a", null);
  private static final ComparedTerm B = term("p1", "p1-b", null);
  private static final ComparedTerm TEN = term("p2", null, "10");
  private static final ComparedTerm TWENTY = term("p2", null, "20");

  private static ComparedTerm term(String point, @Nullable String option, @Nullable String value) {
    return new ComparedTerm(
        new PointId(point),
        option == null ? null : new OptionId(option),
        value == null ? null : new Amount(value));
  }

  private static List<String> problems(List<ComparedTerm> better, List<ComparedTerm> worse) {
    List<CaseRecord> all = new ArrayList<>(RoundWorld.records());
    PartyId party = new PartyId("AA");
    all.add(
        new PairwiseComparison(
            new PairwiseComparisonId("c"),
            party,
            better,
            worse,
            false,
            Edtf.of("2026-03-01"),
            new Visibility.Party(party)));
    return CaseChecks.problems(new CaseInfo("Case", null, List.of()), all).stream()
        .map(Told::of)
        .toList();
  }

  @Test
  void twoPackagesAreComparedOnTheSamePoints() {
    assertEquals(List.of(), problems(List.of(A, TEN), List.of(B, TWENTY)));
    assertEquals(
        List.of("better.1.point: compared-on-other-points [p2]"),
        problems(List.of(A, TEN), List.of(B)));
    assertEquals(
        List.of("worse.1.point: compared-on-other-points [p2]"),
        problems(List.of(A), List.of(B, TEN)));
    assertEquals(
        List.of("worse: compared-with-itself [c]"), problems(List.of(A, TEN), List.of(TEN, A)));
    assertEquals(List.of("worse: compared-with-itself [c]"), problems(List.of(), List.of()));
    assertEquals(List.of("better.1.point: named-twice [p1]"), problems(List.of(B, A), List.of(B)));
  }

  @Test
  void termsAreOptionsOrValuesOfTheirPoints() {
    assertEquals(
        List.of("better.0: provision-says-nothing [p1]"),
        problems(List.of(term("p1", null, null)), List.of(B)));
    assertEquals(
        List.of("worse.0.option: option-of-other-point(point p1, point) [p1-b]"),
        problems(List.of(TEN), List.of(term("p2", "p1-b", null))));
    assertEquals(
        List.of("worse.0.value: amount-off-step(10, 20) [15]"),
        problems(List.of(TEN), List.of(term("p2", null, "15"))));
  }
}
