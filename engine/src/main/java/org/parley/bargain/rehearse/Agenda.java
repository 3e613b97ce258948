package org.parley.bargain.rehearse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;

/// Points that are settled one after the other, and the packages that each settlement leaves. Its
/// states are kept, since many plays pass the same ones; any thread may make them.
final class Agenda {

  private final Problem problem;
  private final List<List<Integer>> packages;
  private final OfferSpace whole;
  private final List<Integer> points;
  private final int rounds;
  private final Map<List<Integer>, AgendaState> states = new ConcurrentHashMap<>();

  /// The points that are settled, and what is left.
  ///
  /// @param settled the options so far, in the order of the agenda
  /// @param left the packages that have them
  /// @param space the offers on the next point
  @SuppressWarnings("ArrayRecordComponent") // Internal arrays, never compared.
  record AgendaState(List<Integer> settled, int[] left, OfferSpace space, boolean isSettled) {

    /// The package, once all points are settled.
    int deal() {
      return left[0];
    }
  }

  /// @param rounds the deadline of all points together
  Agenda(
      Problem problem,
      List<List<Integer>> packages,
      OfferSpace whole,
      List<Integer> points,
      int rounds) {
    this.problem = problem;
    this.packages = packages;
    this.whole = whole;
    this.points = List.copyOf(points);
    this.rounds = Math.max(2, rounds / Math.max(1, points.size()));
  }

  int parties() {
    return whole.parties();
  }

  /// The deadline of each point.
  int rounds() {
    return rounds;
  }

  AgendaState begin() {
    return states.computeIfAbsent(
        List.of(), none -> state(none, IntStream.range(0, packages.size()).toArray()));
  }

  AgendaState settled(AgendaState before, int option) {
    List<Integer> settled = new ArrayList<>(before.settled());
    settled.add(option);
    int point = points.get(before.settled().size());
    return states.computeIfAbsent(
        List.copyOf(settled),
        all ->
            state(
                all,
                Arrays.stream(before.left())
                    .filter(at -> packages.get(at).get(point) == option)
                    .toArray()));
  }

  private AgendaState state(List<Integer> settled, int[] left) {
    if (settled.size() == points.size()) {
      return new AgendaState(settled, left, whole, true);
    }
    int point = points.get(settled.size());
    int[] options = new int[packages.size()];
    Arrays.fill(options, -1);
    for (int at : left) {
      options[at] = packages.get(at).get(point);
    }
    return new AgendaState(
        settled,
        left,
        whole.onPoint(options, problem.points().get(point).options().size(), rounds),
        false);
  }

  /// The points in an order.
  static List<Integer> order(Problem problem, AgendaOrder order) {
    List<Integer> points =
        new ArrayList<>(IntStream.range(0, problem.points().size()).boxed().toList());
    switch (order) {
      case TEXT -> {}
      case REVERSED -> Collections.reverse(points);
      case EASIEST_FIRST -> points.sort(Comparator.comparing(point -> contest(problem, point)));
      case HARDEST_FIRST ->
          points.sort(Comparator.comparing((Integer point) -> contest(problem, point)).reversed());
    }
    return List.copyOf(points);
  }

  /// How contested a point is: the largest loss of a party with the option that hurts least. It is
  /// a share of the range of its worths.
  private static Rational contest(Problem problem, int point) {
    Rational least = null;
    for (int option = 0; option < problem.points().get(point).options().size(); option++) {
      Rational most = Rational.ZERO;
      for (Problem.Party party : problem.parties()) {
        List<Long> row = party.worths().get(point);
        long range = 0;
        for (List<Long> each : party.worths()) {
          range += Collections.max(each) - Collections.min(each);
        }
        Rational loss =
            range == 0 ? Rational.ZERO : Rational.of(Collections.max(row) - row.get(option), range);
        most = loss.compareTo(most) > 0 ? loss : most;
      }
      least = least == null || most.compareTo(least) < 0 ? most : least;
    }
    return least == null ? Rational.ZERO : least;
  }
}
