package org.parley.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.round.RoundWorld.AA;
import static org.parley.round.RoundWorld.BB;
import static org.parley.round.RoundWorld.round;
import static org.parley.round.RoundWorld.tabled;
import static org.parley.round.RoundWorld.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.round.Round.Revealing;
import org.parley.model.round.TabledPackage;
import org.parley.round.WaitingList.For;

/// Random sealed words: a list depends on the own words and on what the rule reveals.
class WaitingLawTest {

  private static final int WORLDS = Effort.of(1_200, 4_000);
  private static final Instant OPEN = Instant.parse("2026-03-01T10:00:00Z");

  private record World(List<SealedAnswer> answers, List<SealedAsk> asks) {}

  private final TabledPackage first = tabled("t1", 1, null, null, "2026-03-01T10:00Z");
  private final TabledPackage later = tabled("t2", 2, "t1", null, "2026-03-01T14:00Z");

  private CaseView viewOf(Random random) {
    boolean atHour = random.nextBoolean();
    return view(
        round(
            atHour || random.nextBoolean() ? "2026-03-01T18:00Z" : null,
            atHour ? Revealing.CLOSING_HOUR : Revealing.ALL_ANSWERED),
        first,
        later);
  }

  private World words(CaseView view, PartyId party, Random random) {
    World world = new World(new ArrayList<>(), new ArrayList<>());
    Instant at = OPEN;
    for (int i = random.nextInt(5); i > 0; i--) {
      at = at.plusSeconds(1 + random.nextInt(6000));
      TabledSheet sheet = TabledSheet.of(view, random.nextBoolean() ? first : later);
      if (random.nextInt(4) == 0) {
        world.asks.add(
            new SealedAsk(sheet.tabled().id(), party, at, sheet.basis(), random.nextBoolean()));
      } else {
        AnswerWord word =
            random.nextBoolean() ? new AnswerWord.Accepts() : new AnswerWord.Declines();
        world.answers.add(
            new SealedAnswer(
                sheet.tabled().id(),
                party,
                at,
                sheet.basis(),
                random.nextInt(4) == 0 ? null : new AnswerSheet(word, Map.of())));
      }
    }
    return world;
  }

  private static World joined(World one, World other) {
    World all = new World(new ArrayList<>(one.answers), new ArrayList<>(one.asks));
    all.answers.addAll(other.answers);
    all.asks.addAll(other.asks);
    all.answers.sort(java.util.Comparator.comparing(SealedAnswer::at));
    all.asks.sort(java.util.Comparator.comparing(SealedAsk::at));
    return all;
  }

  private static List<Waiting> list(CaseView view, World world, For whom, Instant now) {
    PartyId party = whom instanceof For.Delegation(PartyId own) ? own : null;
    return WaitingList.of(
        view,
        whom,
        Optional.of(new HeldWords(world.answers, world.asks, party, now)),
        List.of(),
        now);
  }

  private List<Revelation> revealed(CaseView view, World world, Instant now) {
    return List.of(first, later).stream()
        .map(each -> Revelation.of(TabledSheet.of(view, each), world.answers, now))
        .toList();
  }

  /// Non-interference with declassification.
  @Test
  void theWordsOfOthersCountOnlyAsFarAsTheyAreRevealed() {
    int compared = 0;
    for (long seed = 0; seed < WORLDS; seed++) {
      Random random = new Random(seed);
      CaseView view = viewOf(random);
      World own = words(view, AA, random);
      World one = joined(own, words(view, BB, random));
      World other = joined(own, words(view, BB, random));
      Instant now = OPEN.plusSeconds(random.nextInt(40_000));
      if (revealed(view, one, now).equals(revealed(view, other, now))) {
        for (For whom : List.of(new For.Delegation(AA), new For.Mediators())) {
          assertEquals(list(view, one, whom, now), list(view, other, whom, now), "seed " + seed);
          compared++;
        }
      }
    }
    assertTrue(compared > Effort.of(600, 2_000), "compared " + compared);
  }

  /// Notices depend on what is revealed alone, whoever gave the words.
  @Test
  void noticesDependOnWhatIsRevealed() {
    int compared = 0;
    for (long seed = 0; seed < WORLDS; seed++) {
      Random random = new Random(seed);
      CaseView view = viewOf(random);
      World one = joined(words(view, AA, random), words(view, BB, random));
      World other = joined(words(view, AA, random), words(view, BB, random));
      Instant now = OPEN.plusSeconds(random.nextInt(40_000));
      if (revealed(view, one, now).equals(revealed(view, other, now))) {
        for (For whom : List.of(new For.Delegation(AA), new For.Mediators(), new For.Table())) {
          assertEquals(
              noticed(view, one, whom, now), noticed(view, other, whom, now), "seed " + seed);
          compared++;
        }
      }
    }
    assertTrue(compared > Effort.of(600, 2_000), "compared " + compared);
  }

  private static List<String> noticed(CaseView view, World world, For whom, Instant now) {
    PartyId party = whom instanceof For.Delegation(PartyId own) ? own : null;
    return WaitingList.noticed(
        view,
        whom,
        Optional.of(new HeldWords(world.answers, world.asks, party, now)),
        List.of(),
        now);
  }

  /// Between two of the moments it names, time changes no list.
  @Test
  void aListStaysUntilTheMomentItNames() {
    for (long seed = 0; seed < WORLDS; seed++) {
      Random random = new Random(seed);
      CaseView view = viewOf(random);
      World world = joined(words(view, AA, random), words(view, BB, random));
      Instant now = OPEN.minusSeconds(7_200).plusSeconds(random.nextInt(50_000));
      Instant next = WaitingList.nextChange(view, now);
      Instant then = next.equals(Instant.MAX) ? now.plusSeconds(100_000) : next.minusSeconds(1);
      // sealed words come as time goes on: those that are there by then are the same
      World known = by(world, now);
      for (For whom : List.of(new For.Delegation(BB), new For.Mediators())) {
        assertEquals(list(view, known, whom, now), list(view, known, whom, then), "seed " + seed);
      }
    }
  }

  private static World by(World world, Instant now) {
    return new World(
        world.answers.stream().filter(each -> !each.at().isAfter(now)).toList(),
        world.asks.stream().filter(each -> !each.at().isAfter(now)).toList());
  }
}
