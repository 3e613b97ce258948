package org.parley.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.parley.bargain.Problem;
import org.parley.bargain.frontier.BudgetLayers;
import org.parley.bargain.frontier.FrontierCertificate;
import org.parley.bargain.frontier.FrontierLayers;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

/// Checks frontiers and covers of packages from their certificates: worths are added up again, and
/// dominance is tested again.
public final class FrontierCheck {

  private FrontierCheck() {}

  /// Verifies a frontier: the worths of its packages are right, none dominates another, and none is
  /// missing.
  ///
  /// Without linkages, each vector kept before a point, shifted by any option, must be dominated by
  /// one kept after it or miss the baselines. With linkages the packages are enumerated again,
  /// pruning those bounded by a vector of the frontier. With a tree of split worths, vectors under
  /// budgets, or a frontier without caps, that is checked instead.
  public static Verdict frontier(Problem problem, FrontierCertificate certificate, Budget budget) {
    return cover(problem, certificate, nothing(problem, certificate.parties()), budget);
  }

  private static List<Long> nothing(Problem problem, int parties) {
    return Collections.nCopies(Integer.bitCount(parties & problem.everyone()), 0L);
  }

  /// Verifies an epsilon-cover: every acceptable package is matched by one that loses at most
  /// `within` for anyone. Only packages worth at least the baseline plus `within` to each party
  /// count.
  ///
  /// Checked as [#frontier]. Without linkages the losses of the points must not exceed the stated
  /// total. With halves of the points, all pairs of their vectors are looked at instead.
  ///
  /// @param certificate of the frontier that was found
  /// @param within by party, as stated
  public static Verdict cover(
      Problem problem, FrontierCertificate certificate, List<Long> within, Budget budget) {
    Meter meter = new Meter(budget);
    FrontierLayers frontier = certificate.frontier();
    int[] parties = frontier.parties();
    if (!Arrays.equals(parties, signers(problem, certificate.parties()))) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    List<long[]> vectors = IntStream.range(0, frontier.size()).mapToObj(frontier::worths).toList();
    boolean whole = within.stream().allMatch(each -> each == 0);
    for (int entry = 0; entry < vectors.size(); entry++) {
      int[] options = frontier.packageOf(entry);
      if (!PackageCheck.isPackage(problem, options)
          || vectors.get(entry).length != parties.length) {
        return Verdict.fails(Flaw.Code.MALFORMED);
      }
      for (int at = 0; at < parties.length; at++) {
        if (problem.worth(parties[at], options) != vectors.get(entry)[at]
            || !problem.acceptableTo(parties[at], options)) {
          return Verdict.fails(Flaw.Code.OTHER_WORTH, Arrays.toString(options));
        }
      }
      if (!problem.allows(options)) {
        return Verdict.fails(Flaw.Code.NOT_ACCEPTABLE, Arrays.toString(options));
      }
    }
    Verdict apart = whole ? apart(vectors, meter) : new Verdict.Holds();
    if (!apart.holds()) {
      return apart;
    }
    if (certificate.tree() != null) {
      return whole
          ? SplitCheck.verify(problem, certificate.parties(), vectors, certificate.tree(), meter)
          : Verdict.fails(Flaw.Code.LOSS, 0);
    }
    FrontierCertificate uncapped = certificate.uncapped();
    if (uncapped != null) {
      return whole && problem.isCapped() && uncapped.parties() == certificate.parties()
          ? frontier(problem.withoutCaps(), uncapped, budget)
              .then(() -> cut(problem, parties, uncapped.frontier(), vectors, budget))
          : Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    BudgetLayers budgets = certificate.budgets();
    if (budgets != null) {
      return whole
          ? BudgetCheck.verify(problem, parties, vectors, budgets, meter)
          : Verdict.fails(Flaw.Code.LOSS, 0);
    }
    if (!problem.constraints(certificate.parties()).isEmpty()
        || !problem.jointWorths().isEmpty()
        || problem.isCapped()) {
      PackageWalk walk =
          new PackageWalk(raised(problem, parties, within), certificate.parties(), meter);
      Predicate<long[]> covered =
          most -> vectors.stream().anyMatch(kept -> covers(kept, less(most, within)));
      Predicate<int[]> missing =
          options ->
              !covered.test(
                  Arrays.stream(parties)
                      .mapToLong(party -> problem.worth(party, options))
                      .toArray());
      return PackageCheck.verdict(walk.finds(covered, missing), meter, Flaw.Code.PACKAGE_MISSING);
    }
    if (!frontier.halves().isEmpty()) {
      return HalvesCheck.verify(
          problem, certificate.parties(), parties, vectors, within, frontier.halves(), budget);
    }
    if (!Arrays.equals(
        IntStream.of(certificate.order()).sorted().toArray(),
        IntStream.range(0, problem.points().size()).toArray())) {
      return Verdict.fails(Flaw.Code.ORDER_OF_POINTS);
    }
    List<long[]> first = certificate.keptAfter(0).getFirst();
    if (first.stream().noneMatch(each -> covers(each, new long[parties.length]))) {
      return Verdict.fails(Flaw.Code.NOT_COVERED, 0);
    }
    long[] lost = new long[parties.length];
    for (int point = 0; point < certificate.order().length; point++) {
      for (int at = 0; at < lost.length; at++) {
        long here = certificate.lossAt(point).get(at);
        lost[at] += here;
        if (here < 0 || lost[at] > within.get(at)) {
          return Verdict.fails(Flaw.Code.LOSS, point);
        }
      }
    }
    return layers(problem, certificate, vectors, parties, meter);
  }

  /// Whether no vector covers another, and none stands twice.
  private static Verdict apart(List<long[]> vectors, Meter meter) {
    DominanceTree tree = new DominanceTree(vectors);
    Map<List<Long>, Integer> seen = new HashMap<>();
    for (int entry = 0; entry < vectors.size(); entry++) {
      long[] vector = vectors.get(entry);
      Integer same = seen.put(Arrays.stream(vector).boxed().toList(), entry);
      if (same != null) {
        return Verdict.fails(Flaw.Code.DOMINATED, entry, same);
      }
      for (int at = 0; at < vector.length; at++) {
        long[] more = vector.clone();
        more[at]++;
        if (tree.covers(more)) {
          return Verdict.fails(Flaw.Code.DOMINATED, entry, by(vectors, more));
        }
        if (meter.spend(tree.work())) {
          return PackageCheck.unfinished();
        }
      }
    }
    return new Verdict.Holds();
  }

  private static int by(List<long[]> vectors, long[] more) {
    return IntStream.range(0, vectors.size())
        .filter(each -> covers(vectors.get(each), more))
        .findFirst()
        .orElseThrow();
  }

  /// Whether vectors without caps, cut off at the caps, are covered.
  private static Verdict cut(
      Problem problem,
      int[] parties,
      FrontierLayers uncapped,
      List<long[]> vectors,
      Budget budget) {
    Meter meter = new Meter(budget);
    DominanceTree tree = new DominanceTree(vectors);
    for (int entry = 0; entry < uncapped.size(); entry++) {
      long[] worths = uncapped.worths(entry);
      for (int at = 0; at < parties.length; at++) {
        worths[at] = problem.parties().get(parties[at]).capped(worths[at]);
      }
      if (!tree.covers(worths)) {
        return Verdict.fails(Flaw.Code.PACKAGE_MISSING);
      }
      if (meter.spend(tree.work())) {
        return PackageCheck.unfinished();
      }
    }
    return new Verdict.Holds();
  }

  /// The same problem with baselines raised by the loss.
  private static Problem raised(Problem problem, int[] parties, List<Long> within) {
    List<Problem.Party> raised = new ArrayList<>(problem.parties());
    for (int at = 0; at < parties.length; at++) {
      Problem.Party party = raised.get(parties[at]);
      Long baseline = party.baseline();
      raised.set(
          parties[at], party.withBaseline(baseline == null ? null : baseline + within.get(at)));
    }
    return problem.withParties(raised);
  }

  private static long[] less(long[] worths, List<Long> by) {
    long[] less = worths.clone();
    for (int at = 0; at < less.length; at++) {
      less[at] -= by.get(at);
    }
    return less;
  }

  private static int[] signers(Problem problem, int parties) {
    return IntStream.range(0, problem.parties().size())
        .filter(party -> ((parties >> party) & 1) == 1)
        .toArray();
  }

  private static Verdict layers(
      Problem problem,
      FrontierCertificate certificate,
      List<long[]> vectors,
      int[] parties,
      Meter meter) {
    int[] order = certificate.order();
    long[] best = new long[parties.length];
    for (int point : order) {
      for (int at = 0; at < parties.length; at++) {
        best[at] += most(problem, parties, point, at);
      }
    }
    for (int step = 0; step < order.length; step++) {
      int point = order[step];
      for (int at = 0; at < parties.length; at++) {
        best[at] -= most(problem, parties, point, at);
      }
      List<long[]> after =
          step + 1 == order.length ? vectors : certificate.keptAfter(step + 1).getFirst();
      DominanceTree tree = new DominanceTree(after);
      for (long[] before : certificate.keptAfter(step).getFirst()) {
        for (int option : open(problem, parties, point)) {
          long[] moved = before.clone();
          boolean reaches = true;
          for (int at = 0; at < parties.length; at++) {
            Problem.Party party = problem.parties().get(parties[at]);
            moved[at] += party.worths().get(point).get(option);
            reaches &= party.baseline() == null || moved[at] + best[at] >= party.baseline();
          }
          long[] asked = less(moved, certificate.lossAt(step));
          if (reaches && !tree.covers(asked)) {
            return Verdict.fails(Flaw.Code.NOT_COVERED, step + 1);
          }
          if (meter.spend(1 + tree.work())) {
            return PackageCheck.unfinished();
          }
        }
      }
    }
    return new Verdict.Holds();
  }

  private static long most(Problem problem, int[] parties, int point, int at) {
    List<Long> row = problem.parties().get(parties[at]).worths().get(point);
    return open(problem, parties, point).stream().mapToLong(row::get).max().orElse(0);
  }

  /// The options of a point that cross no red line of these parties.
  static List<Integer> open(Problem problem, int[] parties, int point) {
    List<Integer> open = new ArrayList<>();
    for (int option = 0; option < problem.points().get(point).options().size(); option++) {
      int way = option;
      if (Arrays.stream(parties)
          .allMatch(
              party ->
                  problem.parties().get(party).redLines().stream()
                      .noneMatch(line -> line.point() == point && line.option() == way))) {
        open.add(option);
      }
    }
    return open;
  }

  private static boolean covers(long[] one, long[] other) {
    for (int at = 0; at < one.length; at++) {
      if (one[at] < other[at]) {
        return false;
      }
    }
    return true;
  }
}
