package org.parley.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.bargain.PackageBound;
import org.parley.exact.Bound;
import org.parley.exact.Rational;
import org.parley.sequence.SequenceBound;

/// Guarantees of answers that are not proved, in every language.
@NullMarked
class BoundWordingTest {

  private static String say(Language language, Bound bound) {
    return new BoundWording(Messages.of(language)).say(bound).text();
  }

  /// Every kind of bound, with small numbers and large ones, with and without what may be missing.
  static Stream<Bound> bounds() {
    @Nullable Rational none = null;
    return Stream.of(
        new PackageBound.CountBetween(BigInteger.ONE, BigInteger.TEN.pow(40)),
        new PackageBound.SomePivots(1),
        new PackageBound.SomePivots(2000),
        new PackageBound.ByChance(1, 2000),
        new PackageBound.ByChance(2000, 2000),
        new PackageBound.NothingFound(),
        new PackageBound.Cover(List.of()),
        new PackageBound.Cover(List.of(3L)),
        new PackageBound.Cover(List.of(3L, -4L, 5L)),
        new PackageBound.CompleteBelow(1),
        new PackageBound.SomeClashes(1, 0),
        new PackageBound.BestFound(none, none),
        new PackageBound.BestFound(Rational.of(7), none),
        new PackageBound.BestFound(none, Rational.of(7)),
        new PackageBound.BestFound(Rational.of(7), Rational.of(22, 3)),
        new SequenceBound.SomeKnots(0),
        new SequenceBound.ProofOfAllUnfinished(1),
        new SequenceBound.SomeGroups(1),
        new SequenceBound.TooManyWays(4096),
        new SequenceBound.KnotsMissing(),
        new SequenceBound.AmountsUnfinished(),
        new SequenceBound.SomePlans(1),
        new SequenceBound.SomePlans(2),
        new SequenceBound.KeepsAll(),
        new SequenceBound.ControlUntold(),
        new SequenceBound.ControlUndecided(),
        new SequenceBound.ClosureUnfinished(),
        new SequenceBound.NotBelow(7),
        new SequenceBound.SomePairs(2));
  }

  @Test
  void everyKindIsAmongThem() {
    List<Class<?>> kinds =
        Stream.of(PackageBound.class, SequenceBound.class)
            .flatMap(each -> Stream.of(each.getPermittedSubclasses()))
            .<Class<?>>map(each -> each)
            .toList();
    assertEquals(
        List.of(), kinds.stream().filter(kind -> bounds().noneMatch(kind::isInstance)).toList());
  }

  @ParameterizedTest
  @MethodSource("bounds")
  void isSaidInEveryLanguage(Bound bound) {
    for (Language language : Language.values()) {
      String said = say(language, bound);
      assertFalse(said.isBlank() || said.contains("{") || said.contains("  "), said);
    }
  }

  @Test
  void numbersAndPluralsFollowTheLanguage() {
    assertEquals(
        "counts may lie between two numbers; 1 point was looked at",
        say(Language.ENGLISH, new PackageBound.SomePivots(1)));
    assertEquals(
        "chances are estimated from 10 draws, of 2,000 asked for; the true one lies in the interval"
            + " in 95 of 100 cases",
        say(Language.ENGLISH, new PackageBound.ByChance(10, 2000)));
    assertEquals(
        "the best is at least 7; none is above 7.3333",
        say(Language.ENGLISH, new PackageBound.BestFound(Rational.of(7), Rational.of(22, 3))));
    assertEquals(
        "le meilleur vaut au moins 7 ; aucun ne dépasse 7,3333",
        say(Language.FRENCH, new PackageBound.BestFound(Rational.of(7), Rational.of(22, 3))));
    assertEquals(
        "for every package that is above the baselines by 3, 4 and 5, one of these gives each party at"
            + " most that much less",
        say(Language.ENGLISH, new PackageBound.Cover(List.of(3L, 4L, 5L))));
    assertEquals(
        "0 plans keep every clause; other readings were not looked at, and with other ways of"
            + " meeting the demands a plan may last shorter.",
        say(Language.ENGLISH, new SequenceBound.SomePlans(0)));
  }
}
