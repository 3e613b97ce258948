package org.parley.guarantees.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.guarantees.commitment.IncidentPatterns.matches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.guarantees.Promise;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.IncidentPattern.Estimate;

class IncidentPatternLawTest {

  /// Every incident over a few words, with one word of each kind that no pattern names.
  private static final List<What> INCIDENTS = incidents();

  private static List<What> incidents() {
    int[][] severities = {
      {0, 0, 0}, {0, 0, 1}, {0, 0, 2}, {0, 1, 1}, {0, 2, 2}, {1, 1, 1}, {2, 2, 2}
    };
    List<What> all = new ArrayList<>();
    for (String kind : List.of("attack", "raid", "other")) {
      for (PartyId actor : Arrays.asList(Promise.A, Promise.B, Promise.X, null)) {
        for (PartyId target : Arrays.asList(Promise.A, Promise.B, Promise.X, null)) {
          for (String place : Arrays.asList("UA", "UA-14", "UA-14-1", "UA1", "BY", "X", null)) {
            for (Set<String> traits :
                List.of(Set.<String>of(), Set.of("x"), Set.of("y"), Set.of("x", "y"))) {
              for (int[] severity : severities) {
                all.add(
                    new What(
                        kind, actor, target, place, traits, severity[0], severity[1], severity[2]));
              }
            }
          }
        }
      }
    }
    return all;
  }

  private static <T> List<T> some(Random random, List<T> from) {
    List<T> some = new ArrayList<>();
    if (random.nextBoolean()) {
      from.stream().filter(_ -> random.nextBoolean()).forEach(some::add);
    }
    return some;
  }

  private static IncidentPattern pattern(Random random) {
    return new IncidentPattern(
        some(random, List.of("attack", "raid")),
        some(random, List.of(Promise.A, Promise.B)),
        some(random, List.of(Promise.A, Promise.B)),
        some(random, List.of("UA", "UA-14", "BY")),
        some(random, List.of("x", "y")),
        random.nextBoolean()
            ? null
            : new IncidentPattern.LeastSeverity(
                List.of(Estimate.values()).get(random.nextInt(3)), 1 + random.nextInt(2)));
  }

  /// A pattern that asks the same but in one or two respects.
  private static IncidentPattern altered(IncidentPattern given, Random random) {
    IncidentPattern other = pattern(random);
    int kept = 63 & ~(1 << random.nextInt(6)) & ~(1 << random.nextInt(6));
    return new IncidentPattern(
        (kept & 1) == 0 ? other.kinds() : given.kinds(),
        (kept & 2) == 0 ? other.actors() : given.actors(),
        (kept & 4) == 0 ? other.targets() : given.targets(),
        (kept & 8) == 0 ? other.places() : given.places(),
        (kept & 16) == 0 ? other.traits() : given.traits(),
        (kept & 32) == 0 ? other.severity() : given.severity());
  }

  @Test
  void aPatternIsWithinAnotherThatMeansAllItsIncidents() {
    int within = 0;
    int runs = 600;
    for (int seed = 0; seed < runs; seed++) {
      Random random = new Random(seed);
      IncidentPattern narrow = pattern(random);
      IncidentPattern wide = altered(narrow, random);
      boolean expected =
          INCIDENTS.stream()
              .filter(each -> matches(narrow, each))
              .allMatch(each -> matches(wide, each));
      within += expected ? 1 : 0;
      assertEquals(
          expected,
          IncidentPatterns.isWithin(narrow, wide),
          "seed " + seed + ": " + narrow + " within " + wide);
    }
    assertTrue(within > runs / 10 && within < runs * 9 / 10, "within " + within);
  }

  /// An incident is meant where each respect asked for is met, and no longer when one is not.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          attack, A,  B, UA-14,   x y, 1, 2, 3, yes
          raid,   A,  B, UA-14,   x y, 1, 2, 3, no
          attack, C,  B, UA-14,   x y, 1, 2, 3, no
          attack, '', B, UA-14,   x y, 1, 2, 3, no
          attack, A,  C, UA-14,   x y, 1, 2, 3, no
          attack, A, '', UA-14,   x y, 1, 2, 3, no
          attack, A,  B, UA-14-1, x y, 1, 2, 3, yes
          attack, A,  B, UA-141,  x y, 1, 2, 3, no
          attack, A,  B, UA,      x y, 1, 2, 3, no
          attack, A,  B, '',      x y, 1, 2, 3, no
          attack, A,  B, UA-14,   x,   1, 2, 3, no
          attack, A,  B, UA-14, x y z, 1, 2, 3, yes
          attack, A,  B, UA-14,   x y, 0, 1, 9, no
          """)
  void everyRespectCounts(
      String kind,
      String actor,
      String target,
      String place,
      String traits,
      long low,
      long best,
      long high,
      String verdict) {
    IncidentPattern pattern =
        IncidentPattern.ofKind("attack")
            .withActors(Promise.A)
            .withTargets(Promise.B)
            .withPlaces("UA-14")
            .withTraits("x", "y")
            .withSeverityAtLeast(Estimate.BEST, 2);
    What what =
        new What(
            kind,
            actor.isEmpty() ? null : new PartyId(actor),
            target.isEmpty() ? null : new PartyId(target),
            place.isEmpty() ? null : place,
            Set.of(traits.split(" ")),
            low,
            best,
            high);
    assertEquals(verdict.equals("yes"), matches(pattern, what));
  }

  @Test
  void theEstimateThatCountsIsTheOneAskedFor() {
    What what = What.of("attack").withSeverity(1, 2, 3);
    Map<Estimate, Long> estimates = Map.of(Estimate.LOW, 1L, Estimate.BEST, 2L, Estimate.HIGH, 3L);
    for (Estimate measure : Estimate.values()) {
      long estimate = estimates.getOrDefault(measure, 0L);
      IncidentPattern attack = IncidentPattern.ofKind("attack");
      assertTrue(matches(attack.withSeverityAtLeast(measure, estimate), what), measure.name());
      assertFalse(matches(attack.withSeverityAtLeast(measure, estimate + 1), what), measure.name());
    }
  }
}
