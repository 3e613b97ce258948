package org.parley.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Precedents in a small world of agreements.
@NullMarked
class PrecedentsTest {

  private static PaxAgreement agreement(
      int id,
      String day,
      AgreementScope scope,
      @Nullable Integer accord,
      Map<String, Integer> codes) {
    return new PaxAgreement(
        id,
        "Agreement " + id,
        LocalDate.parse(day),
        "Here",
        "Process",
        ConflictKind.TERRITORY,
        scope,
        AgreementStage.PARTIAL,
        id + 1000L,
        accord,
        null,
        codes);
  }

  private static AccordYear year(int accord, int year, int level) {
    return new AccordYear(
        accord,
        "Accord " + accord,
        "Here",
        year,
        100 * accord + year,
        Map.of(Provision.CEASEFIRE, new ProvisionState(true, level, 0)));
  }

  private static final List<PaxAgreement> AGREEMENTS =
      List.of(
          agreement(1, "1991-05-01", AgreementScope.INTRASTATE, 7, Map.of("Ce", 2)),
          agreement(2, "2001-05-01", AgreementScope.INTRASTATE, 7, Map.of("Ce", 3, "StBor", 1)),
          agreement(3, "1995-05-01", AgreementScope.INTERSTATE, null, Map.of("Ce", 1, "StBor", 1)),
          agreement(4, "1999-05-01", AgreementScope.INTERSTATE, null, Map.of("StBor", 1)));

  private static final AccordHistory HISTORY =
      AccordHistory.of(List.of(year(7, 1, 1), year(7, 2, 3), year(7, 3, 1), year(7, 4, 3)));

  private static final Precedents PRECEDENTS =
      Precedents.of(
          AGREEMENTS,
          HISTORY,
          List.of(new AgreementFate(1001, true, LocalDate.parse("1993-01-01"))));

  private static List<Integer> ids(PrecedentList found) {
    return found.precedents().stream().map(each -> each.agreement().id()).toList();
  }

  @Test
  void thoseWithAllTopicsAreFoundTheNewestFirst() {
    assertEquals(List.of(2, 3, 1), ids(PRECEDENTS.find(PrecedentQuery.of(List.of("Ce")))));
    PrecedentList both = PRECEDENTS.find(PrecedentQuery.of(List.of("Ce", "StBor")));
    assertEquals(List.of(2, 3), ids(both));
    assertEquals(List.of(2, 3), both.together().part());
    assertEquals(4, both.together().total());
    PrecedentList.CodeShare borders =
        Objects.requireNonNull(both.byCode().get("StBor"), "a share for each code");
    assertEquals(List.of(2, 3, 4), borders.all().part());
    assertEquals(List.of(3, 4), borders.interstate().part());
  }

  @Test
  void theNearestComeBeforeTheNewest() {
    PrecedentQuery query =
        new PrecedentQuery(List.of("Ce"), AgreementScope.INTERSTATE, ConflictKind.TERRITORY, null);
    PrecedentList found = PRECEDENTS.find(query);
    assertEquals(List.of(3, 2, 1), ids(found));
    assertEquals(List.of(2, 1, 1), found.precedents().stream().map(Precedent::nearness).toList());
  }

  /// Later agreements of a process name the accord too; its years do not count from them.
  @Test
  void theOldestAgreementOfAnAccordIsTheAccord() {
    List<Precedent> found = PRECEDENTS.find(PrecedentQuery.of(List.of("Ce"))).precedents();
    Precedent oldest = found.getLast();
    assertEquals(7, oldest.accord());
    assertNull(found.getFirst().accord());
    ProvisionCourse course = oldest.courses().getFirst();
    assertEquals(Provision.CEASEFIRE, course.provision());
    assertEquals(
        List.of(1, 3, 1),
        course.years().stream().map(each -> each.state().level()).toList(),
        "the fourth year is not among those stated");
    assertEquals(702, course.in(2).orElseThrow().row());
    assertTrue(course.in(10).isEmpty(), "not followed that long");
  }

  @Test
  void aGradeIsGivenForTopicsThatHaveGrades() {
    Precedent both =
        PRECEDENTS.find(PrecedentQuery.of(List.of("Ce", "StBor"))).precedents().getFirst();
    assertEquals(Map.of("Ce", 3), both.grades(), "borders are there or not");
  }

  @Test
  void anAgreementWhoseEndIsNotCodedHasNoFate() {
    List<Precedent> found = PRECEDENTS.find(PrecedentQuery.of(List.of("Ce"))).precedents();
    AgreementFate fate = Objects.requireNonNull(found.getLast().fate(), "that of 1001");
    assertTrue(fate.ended());
    assertNull(found.getFirst().fate());
  }

  @Test
  void withoutTopicsNothingIsFound() {
    PrecedentList none = PRECEDENTS.find(PrecedentQuery.of(List.of()));
    assertEquals(List.of(), none.precedents());
    assertEquals(0, none.together().count());
  }

  /// A later reversal counts: done is a state of a year, not of all years before it.
  @Test
  void doneIsAStateOfTheYear() {
    assertEquals(0, HISTORY.done(Provision.CEASEFIRE, 1).count());
    assertEquals(List.of(702), HISTORY.done(Provision.CEASEFIRE, 2).part());
    assertEquals(0, HISTORY.done(Provision.CEASEFIRE, 3).count());
    assertEquals(0, HISTORY.done(Provision.CEASEFIRE, 5).total());
  }

  @Test
  void agreementsWithoutTheTopicsChangeNoPrecedent() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20);
    PrecedentList before = PRECEDENTS.find(PrecedentQuery.of(List.of("Ce")));
    List<PaxAgreement> more = new ArrayList<>(AGREEMENTS);
    for (int i = 0; i < 50; i++) {
      more.add(
          random.nextInt(more.size() + 1),
          agreement(
              100 + i,
              "20" + (10 + random.nextInt(14)) + "-01-01",
              AgreementScope.LOCAL,
              null,
              Map.of("Ele", 1 + random.nextInt(3))));
    }
    PrecedentList after =
        Precedents.of(
                more,
                HISTORY,
                List.of(new AgreementFate(1001, true, LocalDate.parse("1993-01-01"))))
            .find(PrecedentQuery.of(List.of("Ce")));
    assertEquals(before.precedents(), after.precedents());
    assertEquals(before.done(), after.done());
    assertEquals(54, after.together().total());
  }
}
