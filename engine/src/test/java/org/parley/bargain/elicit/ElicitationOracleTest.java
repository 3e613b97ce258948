package org.parley.bargain.elicit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Choice;
import org.parley.bargain.worth.WorthRange;
import org.parley.exact.Rational;

/// Regrets against trial of every vertex of the polytope, and laws of whole interviews.
@NullMarked
class ElicitationOracleTest {

  /// A party whose worths are known to the test alone.
  private record World(
      WorthKnowledge knowledge, List<List<Integer>> packages, List<List<Long>> truth) {

    Rational worth(List<Integer> chosen) {
      long sum = 0;
      for (int point = 0; point < chosen.size(); point++) {
        sum += truth.get(point).get(chosen.get(point));
      }
      return Rational.of(sum);
    }

    PackagePreference answer(PackageQuestion question) {
      int order = worth(question.first()).compareTo(worth(question.second()));
      return order > 0
          ? PackagePreference.FIRST
          : order < 0 ? PackagePreference.SECOND : PackagePreference.SAME;
    }
  }

  /// Points of two options, and sometimes three; ranges around the truth; inequalities that hold.
  private static World world(Random random, int points, int most) {
    List<List<WorthRange>> ranges = new ArrayList<>();
    List<List<Long>> truth = new ArrayList<>();
    List<Choice> choices = new ArrayList<>();
    for (int point = 0; point < points; point++) {
      List<WorthRange> row = new ArrayList<>();
      List<Long> worths = new ArrayList<>();
      int options = 2 + (random.nextInt(3) == 0 ? 1 : 0);
      for (int option = 0; option < options; option++) {
        long worth = random.nextInt(8);
        worths.add(worth);
        row.add(
            new WorthRange(
                worth - random.nextInt(4),
                worth + (random.nextInt(5) == 0 ? 0 : random.nextInt(5))));
        choices.add(new Choice(point, option));
      }
      ranges.add(row);
      truth.add(worths);
    }
    List<WorthInequality> inequalities = new ArrayList<>();
    for (int at = random.nextInt(3); at > 0; at--) {
      Choice one = choices.get(random.nextInt(choices.size()));
      Choice other = choices.get(random.nextInt(choices.size()));
      long over =
          truth.get(one.point()).get(one.option()) - truth.get(other.point()).get(other.option());
      inequalities.add(
          over >= 0 ? WorthInequality.order(one, other) : WorthInequality.order(other, one));
    }
    List<List<Integer>> packages = new ArrayList<>(List.of(List.of()));
    for (List<Long> row : truth) {
      packages =
          packages.stream()
              .flatMap(
                  each ->
                      IntStream.range(0, row.size())
                          .mapToObj(
                              option -> {
                                List<Integer> more = new ArrayList<>(each);
                                more.add(option);
                                return more;
                              }))
              .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }
    Collections.shuffle(packages, random);
    return new World(
        new WorthKnowledge(ranges, inequalities),
        packages.subList(0, Math.min(packages.size(), most)),
        truth);
  }

  /// The least regret by trial of every vertex.
  private static Rational trial(
      WorthKnowledge knowledge, List<WorthInequality> answers, List<List<Integer>> packages) {
    List<WorthInequality> all = new ArrayList<>(knowledge.inequalities());
    all.addAll(answers);
    List<List<Rational>> vertices = Vertices.of(knowledge.ranges(), all);
    Rational least = null;
    for (List<Integer> one : packages) {
      Rational regret = Rational.ZERO;
      for (List<Rational> vertex : vertices) {
        for (List<Integer> other : packages) {
          Rational over = worth(knowledge, vertex, other).minus(worth(knowledge, vertex, one));
          regret = over.compareTo(regret) > 0 ? over : regret;
        }
      }
      least = least == null || regret.compareTo(least) < 0 ? regret : least;
    }
    return least == null ? Rational.ZERO : least;
  }

  private static Rational worth(
      WorthKnowledge knowledge, List<Rational> vertex, List<Integer> chosen) {
    Rational sum = Rational.ZERO;
    int offset = 0;
    for (int point = 0; point < chosen.size(); point++) {
      sum = sum.plus(vertex.get(offset + chosen.get(point)));
      offset += knowledge.ranges().get(point).size();
    }
    return sum;
  }

  private static List<WorthInequality> inequalities(
      PackageQuestion question, PackagePreference answer) {
    WorthInequality first = WorthInequality.order(question.first(), question.second());
    WorthInequality second = WorthInequality.order(question.second(), question.first());
    return switch (answer) {
      case FIRST -> List.of(first);
      case SECOND -> List.of(second);
      case SAME -> List.of(first, second);
    };
  }

  @Test
  void regretsAreThoseOfTrial() {
    long seed = 17;
    Random random = new Random(seed);
    int compared = 0;
    for (int run = 0; run < 60; run++) {
      World world = world(random, 2, 6);
      Elicitation state = Elicitation.of(world.knowledge(), world.packages()).orElseThrow();
      List<WorthInequality> answers = new ArrayList<>();
      while (true) {
        assertEquals(
            trial(world.knowledge(), answers, world.packages()),
            state.regret(),
            "seed " + seed + ", run " + run);
        compared++;
        PackageQuestion question = state.findQuestion().orElse(null);
        if (question == null) {
          break;
        }
        PackagePreference answer = world.answer(question);
        answers.addAll(inequalities(question, answer));
        state = state.answered(answer);
      }
    }
    assertTrue(compared > 100, "compared " + compared);
  }

  /// The regret never rises, the bound on the questions falls with each, and the package at the end
  /// is the best by the true worths.
  @Test
  void interviewsEndWithTheBestPackage() {
    long seed = 23;
    Random random = new Random(seed);
    int questions = 0;
    for (int run = 0; run < 60; run++) {
      World world = world(random, 4, 14);
      String where = "seed " + seed + ", run " + run;
      Elicitation state = Elicitation.of(world.knowledge(), world.packages()).orElseThrow();
      while (state.findQuestion().isPresent()) {
        Elicitation next = state.answered(world.answer(state.findQuestion().orElseThrow()));
        assertTrue(next.regret().compareTo(state.regret()) <= 0, where);
        assertTrue(next.mostLeft() < state.mostLeft(), where);
        questions++;
        state = next;
      }
      assertEquals(Rational.ZERO, state.regret(), where);
      assertEquals(0, state.mostLeft(), where);
      Rational most =
          world.packages().stream().map(world::worth).max(Rational::compareTo).orElseThrow();
      assertEquals(most, world.worth(state.best()), where);
    }
    assertTrue(questions > 60, "questions " + questions);
  }

  /// The witness fits ranges and answers, and shows the regret.
  @Test
  void witnessesArePossibleAndShowTheRegret() {
    Random random = new Random(31);
    for (int run = 0; run < 40; run++) {
      World world = world(random, 3, 9);
      Elicitation state = Elicitation.of(world.knowledge(), world.packages()).orElseThrow();
      while (state.findQuestion().isPresent()) {
        PackageQuestion question = state.findQuestion().orElseThrow();
        List<Rational> flat = state.witness().stream().flatMap(List::stream).toList();
        assertTrue(
            Vertices.fits(world.knowledge().ranges(), world.knowledge().inequalities(), flat));
        assertEquals(
            state.regret(),
            worth(world.knowledge(), flat, question.second())
                .minus(worth(world.knowledge(), flat, question.first())));
        state = state.answered(world.answer(question));
      }
    }
  }

  /// Whatever is answered, there are worths that give all the answers.
  @Test
  void noAnswerIsImpossible() {
    Random random = new Random(37);
    for (int run = 0; run < 60; run++) {
      World world = world(random, 3, 12);
      Elicitation state = Elicitation.of(world.knowledge(), world.packages()).orElseThrow();
      while (state.findQuestion().isPresent()) {
        state = state.answered(List.of(PackagePreference.values()).get(random.nextInt(3)));
      }
      assertEquals(Rational.ZERO, state.regret());
    }
  }

  /// Points in another order are the same problem.
  @Test
  void renamingPointsChangesNoRegret() {
    Random random = new Random(41);
    for (int run = 0; run < 30; run++) {
      World world = world(random, 3, 8);
      WorthKnowledge knowledge =
          new WorthKnowledge(
              world.knowledge().ranges().reversed(),
              world.knowledge().inequalities().stream()
                  .map(
                      each -> {
                        var renamed = new java.util.TreeMap<Choice, Integer>();
                        each.coefficients()
                            .forEach(
                                (choice, factor) ->
                                    renamed.put(
                                        new Choice(2 - choice.point(), choice.option()), factor));
                        return new WorthInequality(renamed);
                      })
                  .toList());
      List<List<Integer>> packages = world.packages().stream().map(List::reversed).toList();
      Elicitation one = Elicitation.of(world.knowledge(), world.packages()).orElseThrow();
      Elicitation other = Elicitation.of(knowledge, packages).orElseThrow();
      assertEquals(one.regret(), other.regret());
    }
  }

  @Test
  void knownWorthsNeedNoQuestion() {
    List<List<WorthRange>> ranges =
        List.of(
            List.of(WorthRange.of(3), WorthRange.of(5)),
            List.of(WorthRange.of(2), WorthRange.of(0)));
    Elicitation state =
        Elicitation.of(
                new WorthKnowledge(ranges, List.of()),
                List.of(List.of(0, 0), List.of(1, 1), List.of(1, 0)))
            .orElseThrow();
    assertEquals(List.of(1, 0), state.best());
    assertTrue(state.findQuestion().isEmpty());
  }

  @Test
  void contradictionsAreFoundAtTheBeginning() {
    List<List<WorthRange>> ranges = List.of(List.of(WorthRange.of(3), WorthRange.of(5)));
    WorthInequality wrong = WorthInequality.order(new Choice(0, 0), new Choice(0, 1));
    assertTrue(
        Elicitation.of(new WorthKnowledge(ranges, List.of(wrong)), List.of(List.of(0))).isEmpty());
  }

  /// Comparisons told before count like answers, whatever packages they are of.
  @Test
  void comparisonsToldBeforeCountAsByTrial() {
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      World world = world(random, 2, 6);
      List<List<Integer>> asked =
          world.packages().subList(0, Math.max(1, world.packages().size() - 2));
      Elicitation state = Elicitation.of(world.knowledge(), asked).orElseThrow();
      List<WorthInequality> told = new ArrayList<>();
      for (int at = 0; at < 3; at++) {
        List<Integer> one = world.packages().get(random.nextInt(world.packages().size()));
        List<Integer> other = world.packages().get(random.nextInt(world.packages().size()));
        int over = world.worth(one).compareTo(world.worth(other));
        List<Integer> better = over >= 0 ? one : other;
        List<Integer> worse = over >= 0 ? other : one;
        state = state.compared(better, worse, over == 0).orElseThrow();
        told.add(WorthInequality.order(better, worse));
        if (over == 0) {
          told.add(WorthInequality.order(worse, better));
        }
      }
      assertEquals(trial(world.knowledge(), told, asked), state.regret(), "seed " + seed);
    }
  }
}
