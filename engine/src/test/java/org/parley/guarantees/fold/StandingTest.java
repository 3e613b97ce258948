package org.parley.guarantees.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.Promise;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.GuaranteeTerm;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.model.PartyId;
import org.parley.model.guarantee.GuaranteeId;

class StandingTest {

  private static final GuaranteeId G = new GuaranteeId("g");
  private static final GuaranteeId OTHER = new GuaranteeId("other");

  private static Standing.Stretch stretch(long from, long until) {
    return new Standing.Stretch(from, until);
  }

  private static LoggedFact at(long moment, Fact fact) {
    return LoggedFact.at("e" + moment + fact, moment, "one", fact);
  }

  private static Fact suspension(PartyId by, boolean begins) {
    return new Fact.Suspension(G, by, begins);
  }

  private static Standing standing(GuaranteeTerm term, LoggedFact... entries) {
    Promise promise = Promise.named("g");
    promise.term = term;
    return Standing.assuming(promise.build(), List.of(entries));
  }

  private static final GuaranteeTerm OPEN = new GuaranteeTerm(List.of(), null, false);

  /// Second by second: whether it is suspended, and how far a clock gets that stops meanwhile.
  @Test
  void suspensionsAreUnitedAndTheClockStopsInThem() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<Standing.Stretch> stretches = new ArrayList<>();
      boolean[] isSuspended = new boolean[60];
      for (int count = random.nextInt(5); count > 0; count--) {
        int from = random.nextInt(30);
        int until = from + random.nextInt(8);
        stretches.add(stretch(from, until));
        for (int at = from; at < until; at++) {
          isSuspended[at] = true;
        }
      }
      Standing standing = Standing.suspendedFor(stretches);
      for (int at = 0; at < 60; at++) {
        assertEquals(isSuspended[at], standing.isSuspendedAt(at), "seed " + seed + " at " + at);
      }
      for (int next = 1; next < standing.suspensions().size(); next++) {
        assertTrue(
            standing.suspensions().get(next - 1).until() < standing.suspensions().get(next).from(),
            "seed " + seed);
      }
      for (int anchor = 0; anchor < 20; anchor++) {
        for (int within = 0; within < 8; within++) {
          // the last second that is still in time: as many free seconds before it as there are
          int left = within;
          int last = anchor;
          while (left > 0 || isSuspended[last]) {
            left -= isSuspended[last] ? 0 : 1;
            last++;
          }
          assertEquals(
              last, standing.shifted(anchor, anchor + within), "seed " + seed + " from " + anchor);
        }
      }
      for (int moment = 0; moment < 40; moment++) {
        int first = moment;
        while (isSuspended[first]) {
          first++;
        }
        assertEquals(first, standing.unsuspended(moment, true), "seed " + seed + " at " + moment);
        boolean begins = isSuspended[moment] && (moment == 0 || !isSuspended[moment - 1]);
        assertEquals(
            begins ? moment : first,
            standing.unsuspended(moment, false),
            "a deadline comes before a suspension that begins at once, seed " + seed);
      }
    }
  }

  @Test
  void aSuspensionWithoutAnEndStopsTheClockForGood() {
    Standing standing = Standing.suspendedFor(List.of(stretch(5, Moments.NEVER)));
    assertEquals(4, standing.shifted(0, 4));
    assertEquals(Moments.NEVER, standing.shifted(0, 5));
    assertEquals(Moments.NEVER, standing.unsuspended(5, true));
    assertEquals(5, standing.unsuspended(5, false));
  }

  /// Only who suspended can end it, and beginning twice is beginning once.
  @Test
  void eachPartySuspendsForItself() {
    assertEquals(
        List.of(stretch(3, 9), stretch(12, Moments.NEVER)),
        standing(
                OPEN,
                at(3, suspension(Promise.A, true)),
                at(4, suspension(Promise.A, true)),
                at(5, suspension(Promise.B, false)),
                at(6, suspension(Promise.A, false)),
                at(5, suspension(Promise.B, true)),
                at(9, suspension(Promise.B, false)),
                at(10, suspension(Promise.B, false)),
                at(12, suspension(Promise.A, true)),
                at(2, new Fact.Suspension(OTHER, Promise.A, true)))
            .suspensions());
    assertEquals(List.of(), standing(OPEN, at(3, suspension(Promise.A, false))).suspensions());
  }

  /// What counts is when it was suspended, not when that was written down.
  @Test
  void suspensionsFollowTheOrderOfEvents() {
    assertEquals(
        List.of(stretch(3, 6)),
        standing(
                OPEN,
                at(6, suspension(Promise.A, false)),
                at(3, suspension(Promise.A, true)).withRecorded(20))
            .suspensions());
  }

  @Test
  void isInForceOnceEveryMilestoneIsReached() {
    GuaranteeTerm term = new GuaranteeTerm(List.of("signed", "ratified"), null, false);
    assertEquals(Moments.ALWAYS, standing(OPEN).from());
    assertEquals(Moments.NEVER, standing(term, at(3, new Fact.Milestone("signed"))).from());
    assertEquals(
        7,
        standing(
                term,
                at(3, new Fact.Milestone("signed")),
                at(9, new Fact.Milestone("ratified")),
                at(7, new Fact.Milestone("ratified")),
                at(99, new Fact.Milestone("feasted")))
            .from());
  }

  @Test
  void endsAfterItsTermUnlessItIsExtendedInTimeOrEndedBefore() {
    GuaranteeTerm term = new GuaranteeTerm(List.of("signed"), new Period.Seconds(10), true);
    LoggedFact signed = at(5, new Fact.Milestone("signed"));
    assertEquals(15, standing(term, signed).end());
    assertEquals(Moments.NEVER, standing(OPEN).end());
    assertEquals(20, standing(term, signed, at(14, new Fact.Extension(G, 20))).end());
    assertEquals(15, standing(term, signed, at(15, new Fact.Extension(G, 20))).end(), "too late");
    assertEquals(15, standing(term, signed, at(14, new Fact.Extension(OTHER, 20))).end());
    assertEquals(15, standing(term, signed, at(14, new Fact.Extension(G, 12))).end(), "no shorter");
    assertEquals(
        30,
        standing(term, signed, at(19, new Fact.Extension(G, 30)), at(14, new Fact.Extension(G, 20)))
            .end(),
        "one extension makes room for the next");
    GuaranteeTerm fixed = new GuaranteeTerm(List.of("signed"), new Period.Seconds(10), false);
    assertEquals(15, standing(fixed, signed, at(14, new Fact.Extension(G, 20))).end());
    assertEquals(
        8,
        standing(
                term,
                signed,
                at(14, new Fact.Extension(G, 20)),
                at(9, new Fact.Termination(G, Promise.A)),
                at(8, new Fact.Termination(G, Promise.B)),
                at(7, new Fact.Termination(OTHER, Promise.B)))
            .end());
    Commitment commitment = Promise.named("g").build();
    assertFalse(Standing.assuming(commitment, List.of()).isSuspendedAt(0));
  }
}
