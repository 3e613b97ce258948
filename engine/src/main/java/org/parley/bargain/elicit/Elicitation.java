package org.parley.bargain.elicit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.bargain.worth.WorthRange;
import org.parley.exact.Rational;

/// A party's choice among packages after its answers so far: the package of least regret, and the
/// next question. Immutable; an answer gives another one.
public final class Elicitation {

  /// The most packages to choose among: regrets are kept for each pair.
  public static final int MOST_PACKAGES = 400;

  private final Frame frame;
  private final WorthPolytope worths;

  /// The packages that may be the best, by their places.
  private final boolean[] open;

  /// Bounds from above on the worth of the second package over the first; exact where computed.
  private final Rational[][] bounds;

  /// Worths that are possible, as they came up.
  private final List<List<Rational>> witnesses;

  private int best;
  private int rival = -1;
  private Rational regret = Rational.ZERO;
  private List<Rational> witness = List.of();

  /// The packages and the places of their options among the variables.
  private record Frame(
      List<List<Integer>> packages,
      List<Rational> joint,
      WorthKnowledge knowledge,
      List<Integer> offsets,
      List<Rational> lows,
      int variables) {
    Frame {
      packages = List.copyOf(packages);
      joint = List.copyOf(joint);
      offsets = List.copyOf(offsets);
      lows = List.copyOf(lows);
    }

    int place(int point, int option) {
      return offsets.get(point) + option;
    }

    long[] coefficients(int better, int worse) {
      return coefficients(packages.get(better), packages.get(worse));
    }

    long[] coefficients(List<Integer> better, List<Integer> worse) {
      long[] coefficients = new long[variables];
      for (int point = 0; point < offsets.size(); point++) {
        coefficients[place(point, better.get(point))]++;
        coefficients[place(point, worse.get(point))]--;
      }
      return coefficients;
    }

    /// The sum over the least worths, which the variables are counted from.
    Rational constant(long[] coefficients) {
      Rational sum = Rational.ZERO;
      for (int at = 0; at < coefficients.length; at++) {
        if (coefficients[at] != 0) {
          sum = sum.plus(Rational.of(coefficients[at]).times(lows.get(at)));
        }
      }
      return sum;
    }

    /// The sum for a comparison of two packages.
    Rational constant(long[] coefficients, int better, int worse) {
      return constant(coefficients).plus(joint.get(better)).minus(joint.get(worse));
    }

    Rational worth(List<Rational> vertex, int chosen) {
      Rational sum = joint.get(chosen);
      for (int point = 0; point < offsets.size(); point++) {
        int at = place(point, packages.get(chosen).get(point));
        sum = sum.plus(lows.get(at)).plus(vertex.get(at));
      }
      return sum;
    }
  }

  private Elicitation(
      Frame frame,
      WorthPolytope worths,
      boolean[] open,
      Rational[][] bounds,
      List<List<Rational>> witnesses) {
    this.frame = frame;
    this.worths = worths;
    this.open = open;
    this.bounds = bounds;
    this.witnesses = new ArrayList<>(witnesses);
    if (this.witnesses.isEmpty()) {
      this.witnesses.add(worths.vertex());
    }
    search();
  }

  /// Begins; empty if no worths fit what is known.
  ///
  /// @param packages those to choose among, by point the option of each
  /// @throws IllegalArgumentException if there is none, or more than [#MOST_PACKAGES]
  public static Optional<Elicitation> of(WorthKnowledge knowledge, List<List<Integer>> packages) {
    List<List<Integer>> distinct =
        packages.stream().<List<Integer>>map(List::copyOf).distinct().toList();
    if (distinct.isEmpty() || distinct.size() > MOST_PACKAGES) {
      throw new IllegalArgumentException(
          "choosing among "
              + distinct.size()
              + " packages. Maybe take 1 to "
              + MOST_PACKAGES
              + " of them.");
    }
    List<Rational> lows = new ArrayList<>();
    List<Rational> widths = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    for (List<WorthRange> row : knowledge.ranges()) {
      offsets.add(lows.size());
      for (WorthRange range : row) {
        lows.add(Rational.of(range.low()));
        widths.add(Rational.of(range.high()).minus(Rational.of(range.low())));
      }
    }
    Frame frame =
        new Frame(
            distinct,
            distinct.stream().map(each -> Rational.of(knowledge.joint(each))).toList(),
            knowledge,
            offsets,
            lows,
            lows.size());
    Optional<WorthPolytope> worths = Optional.of(new WorthPolytope(widths));
    for (WorthInequality each : knowledge.inequalities()) {
      long[] coefficients = new long[frame.variables()];
      each.coefficients()
          .forEach(
              (choice, factor) ->
                  coefficients[frame.place(choice.point(), choice.option())] += factor);
      worths = worths.flatMap(so -> so.with(coefficients, frame.constant(coefficients)));
    }
    return worths.map(
        so -> {
          boolean[] open = new boolean[distinct.size()];
          Arrays.fill(open, true);
          return new Elicitation(frame, so, open, boxBounds(frame, widths), List.of());
        });
  }

  private static Rational[][] boxBounds(Frame frame, List<Rational> widths) {
    int size = frame.packages().size();
    Rational[][] bounds = new Rational[size][size];
    for (int one = 0; one < size; one++) {
      for (int other = 0; other < size; other++) {
        long[] coefficients = frame.coefficients(other, one);
        Rational sum = frame.constant(coefficients, other, one);
        for (int at = 0; at < coefficients.length; at++) {
          if (coefficients[at] > 0) {
            sum = sum.plus(widths.get(at));
          }
        }
        bounds[one][other] = sum;
      }
    }
    return bounds;
  }

  /// The package of least regret.
  public List<Integer> best() {
    return frame.packages().get(best);
  }

  /// The most that another package could be worth more than [#best], over all worths that are
  /// possible.
  public Rational regret() {
    return regret;
  }

  /// Possible worths at which the regret is that great, by point and option.
  public List<List<Rational>> witness() {
    List<List<Rational>> all = new ArrayList<>();
    int points = frame.offsets().size();
    for (int point = 0; point < points; point++) {
      int end = point + 1 < points ? frame.place(point + 1, 0) : frame.variables();
      List<Rational> row = new ArrayList<>();
      for (int at = frame.place(point, 0); at < end; at++) {
        row.add(frame.lows().get(at).plus(witness.get(at)));
      }
      all.add(row);
    }
    return all;
  }

  /// The next question; empty at regret 0.
  public Optional<PackageQuestion> findQuestion() {
    return rival < 0
        ? Optional.empty()
        : Optional.of(new PackageQuestion(frame.packages().get(best), frame.packages().get(rival)));
  }

  /// The most questions that can still come: each answer removes a package.
  public int mostLeft() {
    return rival < 0 ? 0 : count() - 1;
  }

  private int count() {
    int count = 0;
    for (boolean each : open) {
      count += each ? 1 : 0;
    }
    return count;
  }

  /// The answer to [#findQuestion]. Every answer is possible: each is asked only while the worths
  /// allow all three.
  ///
  /// @throws IllegalStateException if there is no question
  public Elicitation answered(PackagePreference preference) {
    if (rival < 0) {
      throw new IllegalStateException("no question");
    }
    int better = preference == PackagePreference.SECOND ? rival : best;
    int worse = preference == PackagePreference.SECOND ? best : rival;
    WorthPolytope narrower = narrowed(worths, better, worse);
    List<List<Rational>> kept = new ArrayList<>(witnesses);
    kept.removeIf(each -> over(each, better, worse).signum() < 0);
    if (preference == PackagePreference.SAME) {
      narrower = narrowed(narrower, worse, better);
      kept.removeIf(each -> over(each, better, worse).signum() > 0);
    }
    boolean[] left = open.clone();
    left[worse] = false;
    return new Elicitation(frame, narrower, left, copyOfBounds(), kept);
  }

  /// With a comparison that the party told before, of any two packages; empty if no possible worths
  /// agree with it.
  ///
  /// @param better by point the option of the package that is worth at least as much
  /// @param same whether both are worth the same
  public Optional<Elicitation> compared(List<Integer> better, List<Integer> worse, boolean same) {
    Optional<WorthPolytope> narrower = atLeast(worths, better, worse);
    if (same) {
      narrower = narrower.flatMap(so -> atLeast(so, worse, better));
    }
    return narrower.map(
        so -> {
          List<List<Rational>> kept = new ArrayList<>(witnesses);
          kept.removeIf(
              each -> {
                int sign = over(each, better, worse).signum();
                return sign < 0 || (same && sign > 0);
              });
          Rational[][] copy = copyOfBounds();
          int high = frame.packages().indexOf(better);
          int low = frame.packages().indexOf(worse);
          if (high >= 0 && low >= 0) {
            copy[high][low] = least(copy[high][low]);
            copy[low][high] = same ? least(copy[low][high]) : copy[low][high];
          }
          return new Elicitation(frame, so, open.clone(), copy, kept);
        });
  }

  private static Rational least(Rational bound) {
    return bound.signum() > 0 ? Rational.ZERO : bound;
  }

  private Optional<WorthPolytope> atLeast(
      WorthPolytope from, List<Integer> better, List<Integer> worse) {
    long[] coefficients = frame.coefficients(better, worse);
    return from.with(coefficients, frame.constant(coefficients).plus(jointOver(better, worse)));
  }

  private Rational jointOver(List<Integer> better, List<Integer> worse) {
    return Rational.of(frame.knowledge().joint(better))
        .minus(Rational.of(frame.knowledge().joint(worse)));
  }

  private Rational over(List<Rational> vertex, List<Integer> better, List<Integer> worse) {
    long[] coefficients = frame.coefficients(better, worse);
    Rational sum = frame.constant(coefficients).plus(jointOver(better, worse));
    for (int at = 0; at < coefficients.length; at++) {
      if (coefficients[at] != 0) {
        sum = sum.plus(Rational.of(coefficients[at]).times(vertex.get(at)));
      }
    }
    return sum;
  }

  private Rational[][] copyOfBounds() {
    Rational[][] copy = new Rational[bounds.length][];
    for (int one = 0; one < copy.length; one++) {
      copy[one] = bounds[one].clone();
    }
    return copy;
  }

  private WorthPolytope narrowed(WorthPolytope from, int better, int worse) {
    long[] coefficients = frame.coefficients(better, worse);
    return from.with(coefficients, frame.constant(coefficients, better, worse))
        .orElseThrow(IllegalStateException::new);
  }

  private Rational over(List<Rational> vertex, int better, int worse) {
    return frame.worth(vertex, better).minus(frame.worth(vertex, worse));
  }

  /// Finds the package of least regret and its rival. Packages that another one cannot fall below
  /// are dropped on the way.
  private void search() {
    while (true) {
      dropDominated();
      minimise();
      if (regret.signum() == 0) {
        rival = -1;
        return;
      }
      // If the rival is never worse, the question would have one answer alone.
      if (exact(rival, best).signum() > 0) {
        return;
      }
      open[best] = false;
    }
  }

  private void dropDominated() {
    for (int one = 0; one < open.length; one++) {
      for (int other = 0; open[one] && other < open.length; other++) {
        if (other != one && open[other] && bounds[one][other].signum() <= 0) {
          open[other] = false;
        }
      }
    }
  }

  /// The exact worth of one package over another at most; adds a witness.
  private Rational exact(int one, int other) {
    long[] coefficients = frame.coefficients(other, one);
    WorthPolytope.Maximum most =
        worths.maximum(coefficients, frame.constant(coefficients, other, one));
    bounds[one][other] = most.value();
    witnesses.add(most.vertex());
    return most.value();
  }

  /// Takes the package whose regret is the least as far as witnesses show, until no pair can raise
  /// it.
  private void minimise() {
    int size = open.length;
    Rational[] least = new Rational[size];
    Arrays.fill(least, Rational.ZERO);
    int[] rivals = new int[size];
    Arrays.fill(rivals, -1);
    Map<Integer, List<Rational>> seen = new HashMap<>();
    int counted = 0;
    while (true) {
      for (; counted < witnesses.size(); counted++) {
        count(witnesses.get(counted), least, rivals, seen);
      }
      int one = leastOf(least);
      int doubtful = doubtful(one, least[one]);
      if (doubtful < 0) {
        best = one;
        regret = least[one];
        rival = rivals[one];
        witness = seen.getOrDefault(one, witnesses.getFirst());
        return;
      }
      exact(one, doubtful);
    }
  }

  /// Raises the regrets that worths show.
  private void count(
      List<Rational> vertex, Rational[] least, int[] rivals, Map<Integer, List<Rational>> seen) {
    Rational[] worth = new Rational[open.length];
    int top = -1;
    for (int at = 0; at < open.length; at++) {
      if (open[at]) {
        worth[at] = frame.worth(vertex, at);
        if (top < 0 || worth[at].compareTo(worth[top]) > 0) {
          top = at;
        }
      }
    }
    for (int at = 0; at < open.length; at++) {
      if (open[at]) {
        Rational lost = worth[top].minus(worth[at]);
        if (lost.compareTo(least[at]) > 0) {
          least[at] = lost;
          rivals[at] = top;
          seen.put(at, vertex);
        }
      }
    }
  }

  private int leastOf(Rational[] least) {
    int found = -1;
    for (int at = 0; at < open.length; at++) {
      if (open[at] && (found < 0 || least[at].compareTo(least[found]) < 0)) {
        found = at;
      }
    }
    return found;
  }

  /// The package that could raise a regret most, by the bounds; -1 if none could.
  private int doubtful(int one, Rational least) {
    int found = -1;
    for (int other = 0; other < open.length; other++) {
      if (open[other]
          && other != one
          && bounds[one][other].compareTo(least) > 0
          && (found < 0 || bounds[one][other].compareTo(bounds[one][found]) > 0)) {
        found = other;
      }
    }
    return found;
  }
}
