package org.parley.exchange.bargaining;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;
import org.parley.genius.utility.ImportedProblem;
import org.parley.genius.utility.Utility;

/// Answers from the utilities as written, by trying every package: exact numbers of any size, each
/// party on a scale of its own, and none of the code that makes problems or searches them.
final class Trial {

  private final List<Problem.Point> points;
  private final List<Exact> parties;

  Trial(ImportedProblem imported) {
    points = imported.problem().points();
    parties = imported.utilities().stream().map(Exact::of).toList();
  }

  /// The utilities of one party as whole numbers.
  ///
  /// @param one what a utility of 1 is
  private record Exact(
      Utility stated, BigInteger one, List<List<BigInteger>> ofOptions, List<BigInteger> extras) {

    static Exact of(Utility stated) {
      BigInteger one = BigInteger.ONE;
      for (List<Rational> options : stated.ofOptions()) {
        for (Rational each : options) {
          one = one.multiply(each.denominator()).divide(one.gcd(each.denominator()));
        }
      }
      for (Utility.Extra extra : stated.extras()) {
        BigInteger denominator = extra.worth().denominator();
        one = one.multiply(denominator).divide(one.gcd(denominator));
      }
      BigInteger unit = one;
      return new Exact(
          stated,
          unit,
          stated.ofOptions().stream()
              .map(options -> options.stream().map(each -> scaled(each, unit)).toList())
              .toList(),
          stated.extras().stream().map(extra -> scaled(extra.worth(), unit)).toList());
    }

    private static BigInteger scaled(Rational value, BigInteger unit) {
      return unit.divide(value.denominator()).multiply(value.numerator());
    }

    BigInteger worth(int[] options) {
      BigInteger sum = BigInteger.ZERO;
      for (int point = 0; point < options.length; point++) {
        sum = sum.add(ofOptions.get(point).get(options[point]));
      }
      for (int extra = 0; extra < extras.size(); extra++) {
        if (stated.extras().get(extra).box().contains(options)) {
          sum = sum.add(extras.get(extra));
        }
      }
      return stated.hasCeiling() ? sum.min(one) : sum;
    }

    boolean accepts(BigInteger worth) {
      return stated.reservation() == null
          || new Rational(worth, one).compareTo(stated.reservation()) >= 0;
    }
  }

  static void eachPackage(List<Problem.Point> points, Consumer<int[]> consumer) {
    each(points, new int[points.size()], 0, consumer);
  }

  private static void each(
      List<Problem.Point> points, int[] options, int point, Consumer<int[]> consumer) {
    if (point == options.length) {
      consumer.accept(options);
      return;
    }
    for (int option = 0; option < points.get(point).options().size(); option++) {
      options[point] = option;
      each(points, options, point + 1, consumer);
    }
  }

  /// What a package is worth to each party.
  List<BigInteger> worths(int[] options) {
    return parties.stream().map(party -> party.worth(options)).toList();
  }

  /// What every package is worth to each party, each vector once.
  Set<List<BigInteger>> vectors() {
    Set<List<BigInteger>> vectors = new HashSet<>();
    eachPackage(points, options -> vectors.add(worths(options)));
    return vectors;
  }

  /// Those of the vectors with which every party is content.
  Set<List<BigInteger>> acceptable(Set<List<BigInteger>> vectors) {
    return vectors.stream().filter(this::areAllContent).collect(Collectors.toSet());
  }

  private boolean areAllContent(List<BigInteger> vector) {
    for (int party = 0; party < vector.size(); party++) {
      if (!parties.get(party).accepts(vector.get(party))) {
        return false;
      }
    }
    return true;
  }

  /// The vectors that no other is at least as good as for all and better for one.
  static Set<List<BigInteger>> frontier(Set<List<BigInteger>> vectors) {
    // Ranks compare as the numbers do, and faster.
    List<List<BigInteger>> all = vectors.stream().sorted(Trial::compare).toList();
    int parties = all.isEmpty() ? 0 : all.getFirst().size();
    int[][] ranks = new int[all.size()][parties];
    for (int party = 0; party < parties; party++) {
      int each = party;
      TreeMap<BigInteger, Integer> rank = new TreeMap<>();
      all.stream().map(vector -> vector.get(each)).forEach(value -> rank.put(value, 0));
      int next = 0;
      for (var entry : rank.entrySet()) {
        entry.setValue(next++);
      }
      for (int at = 0; at < ranks.length; at++) {
        ranks[at][party] = rank.getOrDefault(all.get(at).get(party), -1);
      }
    }
    List<Integer> kept = new ArrayList<>();
    for (int at = ranks.length - 1; at >= 0; at--) {
      int[] one = ranks[at];
      if (kept.stream().noneMatch(other -> dominates(ranks[other], one))) {
        kept.add(at);
      }
    }
    return kept.stream().map(all::get).collect(Collectors.toSet());
  }

  /// Vectors are looked at from the lexicographically largest down, so a vector can only be
  /// dominated by one that was kept before.
  private static boolean dominates(int[] better, int[] worse) {
    boolean strictly = false;
    for (int i = 0; i < better.length; i++) {
      if (better[i] < worse[i]) {
        return false;
      }
      strictly |= better[i] > worse[i];
    }
    return strictly;
  }

  private static int compare(List<BigInteger> one, List<BigInteger> other) {
    for (int i = 0; i < one.size(); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
