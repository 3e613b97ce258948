package org.parley.round.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Visibility;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerWord;
import org.parley.round.Revelation;
import org.parley.round.RoundWorld;
import org.parley.round.SealedAnswer;
import org.parley.round.SealedAsk;
import org.parley.round.TabledSheet;

/// Random rounds with random records, answers and hours.
class RoundLogLawTest {

  private static final int ROUNDS = 400;
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final int SECONDS = 40_000;
  private static final List<PartyId> PARTIES =
      List.of(new PartyId("AA"), new PartyId("BB"), new PartyId("CC"));
  private static final List<Visibility> READERS =
      List.of(
          new Visibility.Delegations(),
          Visibility.of(PARTIES.subList(0, 2)),
          Visibility.of(PARTIES.subList(1, 3)),
          new Visibility.Party(PARTIES.getFirst()),
          new Visibility.Mediator());

  /// What is on record, and what is sealed.
  private record World(Round round, List<RecordedCase> cases, SealedEntries sealed) {

    RoundLog log(Instant now) {
      return RoundLog.of(round.id(), cases, sealed, now);
    }

    RoundState state(Instant at) {
      RecordedCase last = null;
      for (RecordedCase each : cases) {
        last = each.at().isAfter(at) ? last : each;
      }
      return last == null ? RoundState.NONE : RoundState.of(last.view(), round.id(), sealed, at);
    }
  }

  private static Instant moment(Random random) {
    return START.plusSeconds(random.nextInt(SECONDS));
  }

  private static Round round(Random random) {
    Set<Round.Disclosure> reveals = EnumSet.noneOf(Round.Disclosure.class);
    for (Round.Disclosure each : Round.Disclosure.values()) {
      if (random.nextInt(3) == 0) {
        reveals.add(each);
      }
    }
    Round.Revealing when =
        random.nextBoolean() ? Round.Revealing.ALL_ANSWERED : Round.Revealing.CLOSING_HOUR;
    return Rewrite.with(
        RoundWorld.round("2026-03-01T17:00Z", when, reveals.toArray(Round.Disclosure[]::new)),
        "parties",
        PARTIES);
  }

  private static World world(long seed) {
    Random random = new Random(seed);
    Round round = round(random);
    List<TabledPackage> tabled = new ArrayList<>();
    List<RecordedCase> cases = new ArrayList<>();
    Instant at = START;
    for (int i = 0; i < 6; i++) {
      change(random, tabled, i);
      boolean isThere = i > 0 || random.nextBoolean();
      List<CaseRecord> records = new ArrayList<>(isThere ? tabled : List.of());
      if (isThere) {
        round =
            random.nextInt(6) == 0
                ? Rewrite.with(round, "when", Round.Revealing.CLOSING_HOUR)
                : round;
        records.add(round);
      }
      cases.add(
          new RecordedCase(
              i + 1L, at, Map.of(), RoundWorld.view(records.toArray(CaseRecord[]::new))));
      at = at.plusSeconds(1 + random.nextInt(SECONDS / 6));
    }
    return new World(round, cases, sealed(random, cases));
  }

  private static void change(Random random, List<TabledPackage> tabled, int i) {
    int which = tabled.isEmpty() ? 0 : random.nextInt(4);
    if (which <= 1) {
      TabledPackage before = tabled.isEmpty() ? null : tabled.getLast();
      TabledPackage made =
          RoundWorld.tabled(
              "t" + i,
              i + 1,
              before == null || random.nextBoolean() ? null : before.id().value(),
              null,
              "2026-03-01T1" + random.nextInt(6) + ":00Z");
      Visibility readers = READERS.get(random.nextInt(READERS.size()));
      tabled.add(
          Rewrite.with(
              made,
              "visibility",
              before != null && made.amends() != null ? before.visibility() : readers));
    } else if (which == 2) {
      TabledPackage last = tabled.removeLast();
      tabled.add(Rewrite.with(last, "provisions", List.of(last.provisions().getFirst())));
    } else {
      tabled.removeLast();
    }
  }

  private static SealedEntries sealed(Random random, List<RecordedCase> cases) {
    List<SealedAnswer> answers = new ArrayList<>();
    List<SealedAsk> asks = new ArrayList<>();
    Instant at = START;
    while (true) {
      at = at.plusSeconds(1 + random.nextInt(1_500));
      RecordedCase then = null;
      for (RecordedCase each : cases) {
        then = each.at().isAfter(at) ? then : each;
      }
      if (then == null || at.isAfter(START.plusSeconds(SECONDS))) {
        return new SealedEntries(answers, asks);
      }
      List<TabledPackage> open = then.view().tabledPackages();
      if (!open.isEmpty()) {
        TabledPackage to = open.get(random.nextInt(open.size()));
        String basis = TabledSheet.of(then.view(), to).basis();
        PartyId by = PARTIES.get(random.nextInt(PARTIES.size()));
        if (random.nextInt(3) == 0) {
          asks.add(new SealedAsk(to.id(), by, at, basis, random.nextInt(4) > 0));
        } else {
          AnswerWord word =
              random.nextBoolean() ? new AnswerWord.Accepts() : new AnswerWord.Declines();
          AnswerSheet sheet = random.nextInt(5) == 0 ? null : new AnswerSheet(word, Map.of());
          answers.add(new SealedAnswer(to.id(), by, at, basis, sheet));
        }
      }
    }
  }

  private static void each(Consumer<Long> law) {
    for (long seed = 0; seed < ROUNDS; seed++) {
      law.accept(seed);
    }
  }

  /// Replaying event by event gives the states of all moments: between two events nothing changes,
  /// and at every event something does.
  @Test
  void betweenTwoEventsTheStateIsThatOfTheEvent() {
    int[] moments = {0};
    each(
        seed -> {
          World world = world(seed);
          Random random = new Random(~seed);
          RoundLog log = world.log(START.plusSeconds(SECONDS));
          for (int i = 0; i < 30; i++) {
            Instant at = moment(random);
            RoundState replayed =
                log.lastBy(at).map(event -> world.state(event.at())).orElse(RoundState.NONE);
            assertEquals(world.state(at), replayed, "seed " + seed + " at " + at);
            moments[0]++;
          }
          Instant before = Instant.MIN;
          for (RoundEvent event : log.events()) {
            assertTrue(!event.at().isBefore(before), "seed " + seed);
            assertNotEquals(
                world.state(event.at().minusNanos(1)),
                world.state(event.at()),
                "seed " + seed + ": " + event);
            before = event.at();
          }
        });
    assertTrue(moments[0] > 10_000, "only " + moments[0]);
  }

  /// The log up to a moment is the beginning of the log up to a later one.
  @Test
  void whatWasToldStaysTold() {
    each(
        seed -> {
          World world = world(seed);
          Instant at = moment(new Random(~seed));
          List<RoundEvent> early = world.log(at).events();
          List<RoundEvent> late = world.log(START.plusSeconds(SECONDS)).events();
          assertEquals(early, late.subList(0, early.size()), "seed " + seed);
        });
  }

  /// Two worlds whose answers look alike at every moment have the same log.
  @Test
  void theLogTellsNoMoreThanTheRule() {
    int[] alike = {0};
    each(
        seed -> {
          World one = world(seed);
          World other =
              new World(one.round(), one.cases(), sealed(new Random(seed + 7_000), one.cases()));
          Instant end = START.plusSeconds(SECONDS / 3);
          if (sameToAll(one, other, end)) {
            alike[0]++;
            assertEquals(one.log(end), other.log(end), "seed " + seed);
          }
        });
    assertTrue(alike[0] > ROUNDS / 10, "only " + alike[0]);
  }

  /// Whether all that is revealed is the same at each moment, looked at minute by minute and at
  /// each answer.
  private static boolean sameToAll(World one, World other, Instant end) {
    List<Instant> moments = new ArrayList<>();
    for (World each : List.of(one, other)) {
      each.sealed().answers().forEach(answer -> moments.add(answer.at()));
      each.sealed().asks().forEach(ask -> moments.add(ask.at()));
    }
    for (Instant at : moments) {
      if (!at.isAfter(end) && !revealed(one, at).equals(revealed(other, at))) {
        return false;
      }
    }
    return true;
  }

  private static List<Object> revealed(World world, Instant at) {
    List<Object> facts = new ArrayList<>();
    for (RoundState.SheetState each : world.state(at).sheets()) {
      Revelation revealed = each.revealed();
      facts.add(revealed == null ? "" : revealed);
      facts.add(each.asked() == null ? "" : each.asked());
    }
    return facts;
  }
}
