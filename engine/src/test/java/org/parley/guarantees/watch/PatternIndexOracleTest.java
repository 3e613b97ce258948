package org.parley.guarantees.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.Promise;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.fold.Worlds;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.IncidentPattern;

/// The index against asking every pattern in turn.
class PatternIndexOracleTest {

  private static <T> Set<T> some(Random random, List<T> of, int most) {
    Set<T> result = new HashSet<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      result.add(of.get(random.nextInt(of.size())));
    }
    return result;
  }

  /// What it comes to, whichever of two did it.
  private static List<What> ways(What what) {
    return what.between().isEmpty()
        ? List.of(what)
        : List.of(what.attributed(true), what.attributed(false));
  }

  @Test
  void findsEveryPatternThatMeansADescription() {
    List<String> kinds = List.of("attack", "strike", "flight");
    List<PartyId> parties = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      parties.add(new PartyId("P" + i));
    }
    List<String> places = List.of("UA", "UA-14", "UA-14-3", "UA-1", "RU", "RU-5", "UA-14-3-9");
    List<String> traits = List.of("unprovoked", "flagrant", "at-night");
    int found = 0;
    for (long seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<Commitment> commitments = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Promise promise = Promise.named("g" + i);
        // some name so many parties that not all of them can be keys
        int most = random.nextInt(8) == 0 ? 20 : 2;
        promise.trigger =
            new Trigger.Happens(
                new IncidentPattern(
                    List.copyOf(some(random, kinds, 2)),
                    List.copyOf(some(random, parties, most)),
                    List.copyOf(some(random, parties, most)),
                    List.copyOf(some(random, places, 2)),
                    List.copyOf(some(random, traits, 2)),
                    new IncidentPattern.LeastSeverity(
                        IncidentPattern.Estimate.BEST, random.nextInt(3))));
        commitments.add(promise.build());
      }
      Wards wards = new Wards(commitments, Worlds.MOST_BOXES);
      for (int i = 0; i < 200; i++) {
        boolean isBetween = random.nextInt(4) == 0;
        What what =
            new What(
                kinds.get(random.nextInt(3)),
                isBetween || random.nextInt(4) == 0 ? null : parties.get(random.nextInt(24)),
                isBetween || random.nextInt(4) == 0 ? null : parties.get(random.nextInt(24)),
                isBetween
                    ? List.of(parties.get(random.nextInt(12)), parties.get(random.nextInt(24)))
                    : List.of(),
                random.nextInt(4) == 0 ? null : places.get(random.nextInt(places.size())),
                some(random, traits, 3),
                1,
                random.nextInt(3) + 1,
                4);
        List<Commitment> expected =
            commitments.stream()
                .filter(
                    each ->
                        each.trigger()
                            .allPatterns()
                            .anyMatch(
                                one ->
                                    ways(what).stream()
                                        .anyMatch(way -> IncidentPatterns.matches(one, way))))
                .toList();
        List<Commitment> actual =
            wards.hit(what).touched().stream().map(ward -> ward.commitment).toList();
        assertEquals(expected, actual, "seed " + seed + ", " + what);
        found += actual.size();
      }
    }
    assertTrue(found > 5_000, found + " found");
  }
}
