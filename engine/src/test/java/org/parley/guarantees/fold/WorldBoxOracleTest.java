package org.parley.guarantees.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongBinaryOperator;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.Promise;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.guarantee.IncidentPattern;

/// A box of worlds against the list of its worlds.
class WorldBoxOracleTest {

  private static final int CASES = 1_500;

  /// Incidents and acts with unsure times, the box of what is recorded, and all its worlds.
  private static final class Scene {
    final Random random;
    final List<Dossier> dossiers = new ArrayList<>();
    final List<LoggedFact> entries = new ArrayList<>();
    final List<Object> things = new ArrayList<>();

    /// By element, whether it is an entry that follows the incident at an index, else -1.
    final List<Integer> after = new ArrayList<>();

    List<long[]> worlds = new ArrayList<>();
    WorldBox box;

    /// The orders called open though they are not.
    int isOpenThough;

    Scene(long seed) {
      random = new Random(seed);
      for (int i = 0; i < 2; i++) {
        Dossier dossier = new Dossier("i" + i);
        long from = random.nextInt(6);
        dossier.add(
            LoggedFact.at("r" + i, from, "one", new Fact.Report("i" + i, What.of("attack")))
                .withHappened(from, from + random.nextInt(4)));
        for (int act = random.nextInt(2); act >= 0; act--) {
          long at = random.nextInt(9);
          LoggedFact entry =
              LoggedFact.at("a" + i + act, at, "one", new Fact.Act("i" + i, Promise.A, "help"))
                  .withHappened(at, at + random.nextInt(4));
          dossier.add(entry);
          entries.add(entry);
        }
        dossiers.add(dossier);
      }
      for (Dossier dossier : dossiers) {
        int place = -1;
        if (dossier.earliest() != dossier.latest()) {
          place = things.size();
          things.add(dossier);
          after.add(-1);
        }
        for (LoggedFact entry : dossier.entries()) {
          if (entry.fact() instanceof Fact.Act && entry.earliest() != entry.latest()) {
            things.add(entry);
            after.add(entry.latest() >= dossier.earliest() ? place : -1);
          }
        }
      }
      list(new long[things.size()], 0);
      box = WorldBox.of(new WorldBox.Unsure(things, dossiers), Map.of());
    }

    private void list(long[] world, int place) {
      if (place == world.length) {
        worlds.add(world.clone());
        return;
      }
      long low;
      long high;
      long least = Moments.ALWAYS;
      if (things.get(place) instanceof Dossier dossier) {
        low = dossier.earliest();
        high = dossier.latest();
        for (LoggedFact entry : dossier.entries()) {
          boolean isExact = entry.earliest() == entry.latest();
          boolean follows = entry.fact() instanceof Fact.Act && entry.latest() >= low;
          high = isExact && follows ? Math.min(high, entry.latest()) : high;
        }
      } else {
        LoggedFact entry = (LoggedFact) things.get(place);
        low = entry.earliest();
        high = entry.latest();
        Dossier own =
            dossiers.stream()
                .filter(each -> each.incident.equals(entry.fact().incident()))
                .findAny()
                .orElseThrow();
        if (high >= own.earliest()) {
          least = after.get(place) < 0 ? own.earliest() : world[after.get(place)];
        }
      }
      for (long at = Math.max(low, least); at <= high; at++) {
        world[place] = at;
        list(world, place + 1);
      }
    }

    /// The moment of something in a world.
    @SuppressWarnings("ReferenceEquality") // Equal entries each have their own moment.
    long at(long[] world, Object thing) {
      for (int i = 0; i < things.size(); i++) {
        if (things.get(i) == thing) {
          return world[i];
        }
      }
      return thing instanceof Dossier dossier
          ? dossier.earliest()
          : ((LoggedFact) thing).earliest();
    }

    void checkEnds(String what) {
      for (int i = 0; i < things.size(); i++) {
        int place = i;
        assertEquals(
            worlds.stream().mapToLong(w -> w[place]).min().orElseThrow(), box.low(i), what);
        assertEquals(
            worlds.stream().mapToLong(w -> w[place]).max().orElseThrow(), box.high(i), what);
      }
    }

    /// Keeps a part of the box, if there is one; returns whether there is.
    boolean cut(String what) {
      int one = random.nextInt(things.size());
      int other = random.nextInt(things.size());
      List<long[]> kept;
      Optional<WorldBox> part;
      if (random.nextBoolean() || one == other) {
        long from = random.nextInt(10);
        long until = from + random.nextInt(5);
        part = box.with(one, from, until);
        kept = worlds.stream().filter(w -> from <= w[one] && w[one] <= until).toList();
      } else {
        long gap = random.nextInt(3);
        boolean isEitherWay =
            worlds.stream().anyMatch(w -> w[one] <= w[other])
                && worlds.stream().anyMatch(w -> w[other] <= w[one]);
        boolean isEarlier = worlds.stream().anyMatch(w -> w[other] < w[one]);
        if (box.isOrderOpen(one, other)) {
          isOpenThough += isEitherWay ? 0 : 1;
        } else {
          assertFalse(isEitherWay && isEarlier, what);
        }
        part = box.inOrder(one, other, gap);
        kept = worlds.stream().filter(w -> w[other] >= w[one] + gap).toList();
      }
      assertEquals(kept.isEmpty(), part.isEmpty(), what);
      if (part.isPresent()) {
        box = part.orElseThrow();
        worlds = new ArrayList<>(kept);
      }
      return part.isPresent();
    }
  }

  @Test
  void endsAreThoseOfSomeWorldAndPartsAreEmptyIffNoWorldIsLeft() {
    int cuts = 0;
    int empty = 0;
    int open = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Scene scene = new Scene(seed);
      scene.checkEnds("seed " + seed);
      for (int cut = 0; cut < 4 && !scene.things.isEmpty(); cut++) {
        String what = "seed " + seed + " cut " + cut;
        boolean isLeft = scene.cut(what);
        scene.checkEnds(what);
        cuts += isLeft ? 1 : 0;
        empty += isLeft ? 0 : 1;
      }
      open += scene.isOpenThough;
    }
    assertTrue(cuts > 2_000, "cuts " + cuts);
    assertTrue(empty > 1_000, "empty " + empty);
    assertEquals(0, open, "orders called open though they are not");
  }

  /// A range of a box with its moment in each world.
  private record Moment(TimeRange range, List<Long> in) {}

  private static Moment moment(Scene scene) {
    int dossier = scene.random.nextInt(2);
    Object thing =
        scene.random.nextBoolean()
            ? scene.dossiers.get(dossier)
            : scene.entries.get(scene.random.nextInt(scene.entries.size()));
    TimeRange range =
        switch (thing) {
          case Dossier each -> scene.box.at(each);
          case LoggedFact each -> scene.box.at(each);
          default -> throw new AssertionError(thing);
        };
    List<Long> in = scene.worlds.stream().map(world -> scene.at(world, thing)).toList();
    if (scene.random.nextInt(3) == 0) {
      long seconds = scene.random.nextLong(-2, 3);
      range = range.plus(seconds);
      in = in.stream().map(at -> at + seconds).toList();
    }
    if (scene.random.nextInt(12) == 0) {
      range = TimeRange.NEVER;
      in = Collections.nCopies(in.size(), Moments.NEVER);
    }
    return new Moment(range, in);
  }

  /// Each answer against all worlds. A range that may never come has its worlds twice.
  @Test
  void comparisonsHoldInEveryWorld() {
    long maybe = 0;
    long wide = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Scene scene = new Scene(seed);
      for (int cut = scene.random.nextInt(3); cut > 0 && !scene.things.isEmpty(); cut--) {
        scene.cut("seed " + seed);
      }
      for (int pair = 0; pair < 8; pair++) {
        String what = "seed " + seed + " pair " + pair;
        Moment one = moment(scene);
        Moment other = moment(scene);
        boolean mayOneFail = scene.random.nextInt(4) == 0;
        boolean mayOtherFail = scene.random.nextInt(4) == 0;
        TimeRange first = mayOneFail ? one.range.orNever() : one.range;
        TimeRange second = mayOtherFail ? other.range.orNever() : other.range;
        List<long[]> pairs = new ArrayList<>();
        for (int world = 0; world < scene.worlds.size(); world++) {
          for (int fails = 0; fails < 4; fails++) {
            boolean isOneGone = fails % 2 == 1;
            boolean isOtherGone = fails / 2 == 1;
            if ((mayOneFail || !isOneGone) && (mayOtherFail || !isOtherGone)) {
              pairs.add(
                  new long[] {
                    isOneGone ? Moments.NEVER : one.in.get(world),
                    isOtherGone ? Moments.NEVER : other.in.get(world)
                  });
            }
          }
        }
        boolean always = pairs.stream().allMatch(each -> each[0] <= each[1]);
        boolean ever = pairs.stream().anyMatch(each -> each[0] <= each[1]);
        Truth upTo = scene.box.isUpTo(first, second);
        assertTrue(upTo != Truth.YES || always, what);
        assertTrue(upTo != Truth.NO || !ever, what);
        maybe += upTo == Truth.MAYBE && (always || !ever) ? 1 : 0;
        assertEquals(upTo.not(), scene.box.isBefore(second, first), what);
        wide += wide(scene.box.later(first, second), pairs, Math::max, what + " later");
        wide += wide(scene.box.earlier(first, second), pairs, Math::min, what + " earlier");
      }
    }
    assertEquals(List.of(1L, 0L), List.of(maybe, wide), "wider than need be");
  }

  /// Whether a range is wider than the moments it has to hold.
  private static int wide(
      TimeRange range, List<long[]> pairs, LongBinaryOperator which, String what) {
    long low = Moments.NEVER;
    long high = Moments.ALWAYS;
    boolean mayFail = false;
    for (long[] each : pairs) {
      long at = which.applyAsLong(each[0], each[1]);
      mayFail |= at == Moments.NEVER;
      if (at != Moments.NEVER) {
        low = Math.min(low, at);
        high = Math.max(high, at);
      }
    }
    if (range.isNever()) {
      assertEquals(Moments.NEVER, low, what);
      return 0;
    }
    assertTrue(range.low() <= low, what);
    assertTrue(range.high() >= high, what);
    assertTrue(range.mayFail() || !mayFail, what);
    return range.low() == low && range.high() == high && range.mayFail() == mayFail ? 0 : 1;
  }

  @Test
  void chosenWorldsAreWorlds() {
    for (long seed = 0; seed < CASES; seed++) {
      Scene scene = new Scene(seed);
      for (int cut = scene.random.nextInt(3); cut > 0 && !scene.things.isEmpty(); cut--) {
        scene.cut("seed " + seed);
      }
      for (int choice = 0; choice < 6; choice++) {
        IdentityHashMap<Object, WorldBox.Place> places = new IdentityHashMap<>();
        List<WorldBox.Place> all = List.of(WorldBox.Place.values());
        for (Object each : scene.things) {
          places.put(each, all.get(choice < 3 ? choice : scene.random.nextInt(3)));
        }
        long near = scene.random.nextInt(10);
        World world = scene.box.world(each -> Objects.requireNonNull(places.get(each)), near);
        long[] moments = new long[scene.things.size()];
        for (int i = 0; i < moments.length; i++) {
          moments[i] = at(world, scene.things.get(i));
          if (choice == 0) {
            assertEquals(scene.box.low(i), moments[i], "seed " + seed);
          } else if (choice == 1) {
            assertEquals(scene.box.high(i), moments[i], "seed " + seed);
          }
        }
        assertTrue(
            scene.worlds.stream().anyMatch(each -> Arrays.equals(each, moments)),
            "seed " + seed + " choice " + choice);
      }
    }
  }

  private static long at(World world, Object thing) {
    return switch (thing) {
      case Dossier each -> world.at(each);
      case LoggedFact each -> world.at(each);
      default -> throw new AssertionError(thing);
    };
  }

  /// Three reports of one attack: two leave open which of two parties it was, one says so.
  @Test
  void anOpenAttributionMatchesForSureOnlyIfItDoesEitherWay() {
    Dossier dossier = new Dossier("i");
    What open = What.between("attack", Promise.A, Promise.B);
    dossier.add(LoggedFact.at("r", 0, "one", new Fact.Report("i", open)));
    IncidentPattern byA = IncidentPattern.ofKind("attack").withActors(Promise.A);
    IncidentPattern byEither = IncidentPattern.ofKind("attack").withActors(Promise.A, Promise.B);
    IncidentPattern byX = IncidentPattern.ofKind("attack").withActors(Promise.X);
    WorldBox recorded = WorldBox.AS_RECORDED;
    assertEquals(Truth.MAYBE, recorded.isReportedAs(dossier, byA));
    assertEquals(Truth.YES, recorded.isReportedAs(dossier, byEither));
    assertEquals(Truth.NO, recorded.isReportedAs(dossier, byX));
    OpenAttribution whose = dossier.attribution(open);
    WorldBox.Unsure unsure = new WorldBox.Unsure(List.of(whose), List.of(dossier));
    for (long by : new long[] {WorldBox.BY_FIRST, WorldBox.BY_OTHER}) {
      WorldBox box = WorldBox.of(unsure, Map.of(whose, by));
      assertEquals(Truth.of(by == WorldBox.BY_FIRST), box.isReportedAs(dossier, byA), "by " + by);
      assertEquals(Truth.YES, box.isReportedAs(dossier, byEither));
      assertEquals(Truth.NO, box.isReportedAs(dossier, byX));
    }
    assertEquals(Truth.MAYBE, WorldBox.of(unsure, Map.of()).isReportedAs(dossier, byA));
    dossier.add(
        LoggedFact.at(
            "s", 0, "two", new Fact.Report("i", What.of("attack", Promise.A, Promise.X))));
    assertEquals(Truth.YES, recorded.isReportedAs(dossier, byA), "another report says so");
  }
}
