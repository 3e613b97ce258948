package org.parley.guarantees.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.Promise;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.What;

class FollowedTest {

  private static final List<Ward> WARDS =
      new Wards(
              List.of(
                  Promise.named("g0").build(),
                  Promise.named("g1").by(Promise.A, Promise.B).build(),
                  Promise.named("g2").build(),
                  Promise.named("g3").build()),
              64)
          .all;

  private static List<Ward> wards(int... numbers) {
    List<Ward> wards = new ArrayList<>();
    for (int number : numbers) {
      wards.add(WARDS.get(number));
    }
    return wards;
  }

  private static List<Integer> watched(Followed dossier) {
    List<Integer> numbers = new ArrayList<>();
    for (Followed.Watched each = dossier.watched; each != null; each = each.next) {
      numbers.add(each.ward.number);
      assertSame(dossier, each.dossier);
    }
    return numbers;
  }

  /// However the subscriptions arrive, they stand in order, each once, and keep their states.
  @Test
  void subscriptionsAreMergedInOrder() {
    Followed dossier = new Followed("i");
    Rolls rolls = new Rolls();
    assertEquals(2, dossier.watch(wards(1), rolls), "one duty for each of the two obligors");
    Objects.requireNonNull(dossier.watched).set(1, Lifecycle.BREACHED);
    assertEquals(1, dossier.watch(wards(1, 3), rolls));
    assertEquals(List.of(1, 3), watched(dossier));
    assertEquals(1, dossier.watch(wards(0, 1), rolls));
    assertEquals(List.of(0, 1, 3), watched(dossier));
    assertEquals(1, dossier.watch(wards(1, 2, 3), rolls));
    assertEquals(List.of(0, 1, 2, 3), watched(dossier));
    assertEquals(0, dossier.watch(wards(0, 1, 2, 3), rolls));
    assertEquals(0, dossier.watch(wards(), rolls));
    assertEquals(List.of(0, 1, 2, 3), watched(dossier));
    for (Ward ward : WARDS) {
      List<Followed.Watched> enrolled = rolls.of(ward);
      assertEquals(1, enrolled.size(), "enrolled once");
      assertSame(ward, enrolled.getFirst().ward);
    }
    Followed.Watched second = rolls.of(WARDS.get(1)).getFirst();
    assertEquals(Lifecycle.DORMANT, second.get(0));
    assertEquals(Lifecycle.BREACHED, second.get(1));
  }

  @Test
  void whatIsForgottenIsNoLongerEnrolled() {
    Rolls rolls = new Rolls();
    List<Followed> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Followed dossier = new Followed("i" + i);
      dossier.add(LoggedFact.at("e" + i, i, "one", new Fact.Report("i" + i, What.of("attack"))));
      dossier.watch(wards(i % 2), rolls);
      all.add(dossier);
      if (i % 3 == 0) {
        all.get(i / 2).forget();
        assertTrue(all.get(i / 2).isForgotten());
        assertNull(all.get(i / 2).watched);
        assertEquals(0, all.get(i / 2).size());
      }
    }
    for (int number = 0; number < 2; number++) {
      int parity = number;
      assertEquals(
          all.stream()
              .filter(each -> !each.isForgotten() && all.indexOf(each) % 2 == parity)
              .toList(),
          rolls.of(WARDS.get(number)).stream().map(each -> each.dossier).toList());
    }
    assertEquals(List.of(), rolls.of(WARDS.get(3)));
  }

  @Test
  void voidsACommitmentOnce() {
    Followed dossier = new Followed("i");
    assertEquals(List.of(), dossier.voided);
    assertTrue(dossier.voids(WARDS.get(0)));
    assertFalse(dossier.voids(WARDS.get(0)));
    assertTrue(dossier.voids(WARDS.get(1)));
    assertEquals(wards(0, 1), dossier.voided);
    assertSame(dossier.alone(), dossier.alone());
    assertEquals(List.of(dossier), dossier.alone());
  }

  @Test
  void aWardIsTouchedOrVoidedByWhatItsTextNames() {
    Promise promise = Promise.named("v").voidedBy("g0");
    Ward ward = new Wards(List.of(promise.build(), Promise.named("g0").build()), 64).all.getFirst();
    What breach = What.of(IncidentPatterns.BREACH).withTraits("g0");
    assertTrue(ward.isVoidedBy(breach));
    assertFalse(ward.isVoidedBy(What.of("attack")));
    assertFalse(ward.isVoidedBy(breach.withTraits("g1")));
    assertTrue(ward.isTouchedBy(What.of("attack")));
    assertTrue(ward.isTouchedBy(What.between("attack", Promise.A, Promise.B)));
    assertFalse(ward.isTouchedBy(breach));
    assertEquals(2, ward.patterns().size());
    assertFalse(ward.onlyTouchedBy(ward.triggering().getFirst()), "a breach voids it");
    Ward plain = WARDS.getFirst();
    assertTrue(plain.onlyTouchedBy(plain.triggering().getFirst()));
    assertFalse(plain.isVoidedBy(breach));
    assertFalse(plain.looksAround());
  }
}
