package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.exact.Rational;
import org.parley.model.PartyId;
import org.parley.model.position.BaselineId;
import org.parley.model.position.LinkageId;
import org.parley.model.position.Worth;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// What a problem of a case says of itself: every mixture of what it may consist of.
class PackageProblemTest {

  private static final Problem PROBLEM =
      RandomProblems.problem(
          new long[][][] {{{5, 0}, {1, 1}}, {{0, 5}, {1, 1}}}, new Long[2], List.of(), List.of());

  private static final List<@Nullable Boolean> ABSENT_OR_NOT = new ArrayList<>();

  static {
    ABSENT_OR_NOT.add(null);
    ABSENT_OR_NOT.add(false);
    ABSENT_OR_NOT.add(true);
  }

  /// A seat with a stake in each of two points.
  ///
  /// @param stakes what holds of the stakes
  /// @param floor what holds of the baseline; null where there is none
  private static PackageProblem.Seat seat(
      int party, List<Boolean> stakes, @Nullable Boolean floor, boolean intervals) {
    List<PackageProblem.Stake> all = new ArrayList<>();
    for (boolean stake : stakes) {
      Worth worth = new Worth(intervals && stake ? "1..2" : "1");
      all.add(
          new PackageProblem.Stake(
              null,
              List.of(),
              null,
              !intervals && stake,
              PackageProblem.How.WRITTEN,
              0,
              List.of(Rational.ZERO, Rational.ZERO),
              List.of(Worth.exactly(3), worth),
              Set.of(),
              null));
    }
    return new PackageProblem.Seat(
        new PartyId("P" + party),
        "Party " + party,
        all,
        List.of(),
        floor == null
            ? null
            : new PackageProblem.Floor(
                new BaselineId("b" + party),
                new Worth(intervals && floor ? "1..2" : "1"),
                List.of(),
                !intervals && floor));
  }

  private static PackageProblem with(PackageProblem.Seat last, @Nullable Boolean tie) {
    PackageProblem named = Named.of(PROBLEM);
    return new PackageProblem(
        PROBLEM,
        List.of(seat(0, List.of(false, false), null, true), last),
        named.matters(),
        tie == null
            ? List.of()
            : List.of(new PackageProblem.NamedLinkage(new LinkageId("t"), "A tie", tie)),
        List.of(),
        ApprovalChain.NONE,
        List.of());
  }

  @Test
  void oneIllustrationMakesItIllustrative() {
    for (List<Boolean> stakes : List.of(List.of(false, false), List.of(false, true))) {
      for (Boolean floor : ABSENT_OR_NOT) {
        for (Boolean tie : ABSENT_OR_NOT) {
          boolean any =
              stakes.contains(true) || Boolean.TRUE.equals(floor) || Boolean.TRUE.equals(tie);
          assertEquals(
              any,
              with(seat(1, stakes, floor, false), tie).isIllustrative(),
              stakes + ", baseline " + floor + ", tie " + tie);
        }
      }
    }
  }

  @Test
  void oneIntervalMakesItUnsure() {
    for (List<Boolean> stakes : List.of(List.of(false, false), List.of(false, true))) {
      for (Boolean floor : ABSENT_OR_NOT) {
        assertEquals(
            stakes.contains(true) || Boolean.TRUE.equals(floor),
            with(seat(1, stakes, floor, true), true).hasIntervals(),
            stakes + ", baseline " + floor);
      }
    }
  }

  @Test
  void everythingIsFoundByItsIdAndNothingElse() {
    PackageProblem packages = Named.of(PROBLEM);
    for (int point = 0; point < 2; point++) {
      assertEquals(point, packages.indexOf(new PointId("p" + point)));
      assertEquals(point, packages.indexOf(new PartyId("P" + point)));
      for (int option = 0; option < 2; option++) {
        assertEquals(
            new Choice(point, option), packages.choiceOf(new OptionId("p" + point + "-" + option)));
      }
    }
    assertEquals(-1, packages.indexOf(new PointId("p2")));
    assertEquals(-1, packages.indexOf(new PartyId("P2")));
    assertNull(packages.choiceOf(new OptionId("p2-0")));
    assertEquals(
        List.of(List.of(), List.of("Party 0"), List.of("Party 1"), List.of("Party 0", "Party 1")),
        List.of(packages.labels(0), packages.labels(1), packages.labels(2), packages.labels(3)));
  }

  @Test
  void gradesAreCompleteOnceAllAreOnRecord() {
    PackageProblem packages = Named.of(PROBLEM);
    assertEquals(new PackageProblem.Grades(8, 8), packages.grades());
    PackageProblem silent =
        new PackageProblem(
            PROBLEM,
            packages.seats(),
            packages.matters(),
            List.of(),
            List.of("Party 2"),
            ApprovalChain.NONE,
            List.of());
    assertEquals(new PackageProblem.Grades(8, 12), silent.grades());
  }
}
