package org.parley.exchange.bargaining;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parley.exact.Rational;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.genius.utility.ImportedProblem;

/// On random domains the worth of every package, divided by the unit, is what the file says it is
/// worth: evaluated here value by value, in the words of the format.
class RandomDomainsLawTest {

  private static final int DOMAINS = 300;

  /// One bound of a rectangle.
  private record Side(int issue, int min, int max) {
    boolean holds(int[] values) {
      return min <= values[issue] && values[issue] <= max;
    }
  }

  /// One rectangle.
  private record Rectangle(boolean includes, int utility, List<Side> sides) {
    int of(int[] values) {
      boolean inside = sides.stream().allMatch(side -> side.holds(values));
      return sides.isEmpty() || inside == includes ? utility : 0;
    }

    String xml() {
      StringBuilder text = new StringBuilder("<hyperRectangle utility='" + utility + "'>");
      for (Side side : sides) {
        text.append(
            String.format(
                Locale.ROOT,
                "<%s index='%d' min='%d' max='%d'/>",
                includes ? "INCLUDES" : "EXCLUDES",
                side.issue + 1,
                side.min,
                side.max));
      }
      return text + "</hyperRectangle>";
    }
  }

  @Test
  void rectangles() throws BadFileException {
    for (long seed = 0; seed < DOMAINS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int issues = 1 + random.nextInt(4);
      int[] lows = new int[issues];
      int[] sizes = new int[issues];
      StringBuilder domain = new StringBuilder("<negotiation_template><objective index='0'>");
      for (int issue = 0; issue < issues; issue++) {
        lows[issue] = random.nextInt(-2, 3);
        sizes[issue] = 1 + random.nextInt(4);
        domain.append(
            String.format(
                Locale.ROOT,
                "<issue index='%d' name='i%d' type='integer' lowerbound='%d' upperbound='%d'/>",
                issue + 1,
                issue,
                lows[issue],
                lows[issue] + sizes[issue] - 1));
      }
      List<Rectangle> rectangles = new ArrayList<>();
      for (int count = random.nextInt(6); count >= 0; count--) {
        rectangles.add(rectangle(random, issues));
      }
      int most = 1 + random.nextInt(20);
      StringBuilder profile =
          new StringBuilder("<utility_space type='nonlinear'><objective index='0'>")
              .append("<utility maxutility='" + most + "'><ufun aggregation='sum'>");
      rectangles.forEach(each -> profile.append(each.xml()));
      profile.append("</ufun></utility></objective></utility_space>");
      ImportedProblem imported =
          BargainingFiles.readTexts(
              Format.GENIUS,
              List.of(
                  InputFile.of("d.xml", domain + "</objective></negotiation_template>"),
                  InputFile.of("p.xml", profile.toString())),
              null);
      long seedShown = seed;
      Trial.eachPackage(
          imported.problem().points(),
          options -> {
            int[] values = options.clone();
            for (int issue = 0; issue < values.length; issue++) {
              values[issue] += lows[issue];
            }
            int sum = rectangles.stream().mapToInt(each -> each.of(values)).sum();
            Rational expected = Rational.of(Math.min(sum, most), most);
            assertEquals(expected, worth(imported, options), "seed " + seedShown);
            assertEquals(
                expected, imported.utilities().getFirst().of(options), "seed " + seedShown);
          });
    }
  }

  private static Rectangle rectangle(SplittableRandom random, int issues) {
    List<Side> sides = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      int min = random.nextInt(-3, 5);
      sides.add(new Side(random.nextInt(issues), min, min + random.nextInt(-1, 5)));
    }
    return new Rectangle(random.nextInt(3) > 0, random.nextInt(-3, 9), sides);
  }

  private static Rational worth(ImportedProblem imported, int[] options) {
    return new Rational(BigInteger.valueOf(imported.problem().worth(0, options)), imported.unit());
  }

  @Test
  void additiveProfilesWithWeightsThatAddUpToMoreThanOne() throws BadFileException {
    for (long seed = 0; seed < DOMAINS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int issues = 1 + random.nextInt(4);
      int[] weights = random.ints(issues, 0, 50).toArray();
      int[][] evaluations = new int[issues][];
      StringBuilder profile = new StringBuilder("<utility_space><objective index='0'>");
      for (int issue = 0; issue < issues; issue++) {
        evaluations[issue] = random.ints(1 + random.nextInt(4), 0, 10).toArray();
        profile
            .append(
                String.format(
                    Locale.ROOT, "<weight index='%d' value='%d.%02d'/>", issue, 0, weights[issue]))
            .append(String.format(Locale.ROOT, "<issue index='%d' name='i%d'>", issue, issue));
        for (int option = 0; option < evaluations[issue].length; option++) {
          profile.append(
              String.format(
                  Locale.ROOT,
                  "<item value='v%d' evaluation='%d'/>",
                  option,
                  evaluations[issue][option]));
        }
        profile.append("</issue>");
      }
      profile.append("</objective></utility_space>");
      ImportedProblem imported =
          BargainingFiles.readTexts(
              Format.GENIUS, List.of(InputFile.of("p.xml", profile.toString())), null);
      long seedShown = seed;
      Trial.eachPackage(
          imported.problem().points(),
          options -> {
            Rational sum = Rational.ZERO;
            for (int issue = 0; issue < options.length; issue++) {
              int largest = java.util.Arrays.stream(evaluations[issue]).max().orElseThrow();
              sum =
                  sum.plus(
                      largest == 0
                          ? Rational.ZERO
                          : Rational.of(
                              (long) weights[issue] * evaluations[issue][options[issue]],
                              100L * largest));
            }
            Rational expected = sum.compareTo(Rational.ONE) > 0 ? Rational.ONE : sum;
            assertEquals(expected, worth(imported, options), "seed " + seedShown);
          });
    }
  }
}
