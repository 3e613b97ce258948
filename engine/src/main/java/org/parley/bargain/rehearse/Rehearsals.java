package org.parley.bargain.rehearse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.parley.bargain.Problem;
import org.parley.exact.Budget;
import org.parley.exact.Stage;

/// Plays a rehearsal on several threads.
public final class Rehearsals {

  /// The most packages: worths of all are kept.
  public static final int MOST_PACKAGES = 100_000;

  private static final long PART = 64;

  private Rehearsals() {}

  /// Plays all seeds of a plan.
  ///
  /// @param packages those that may be offered, by point the option of each
  /// @param threads changes the time alone
  public static Rehearsal of(
      Problem problem, List<List<Integer>> packages, RehearsalPlan plan, int threads) {
    return of(problem, packages, plan, threads, Budget.unlimited());
  }

  /// The same within a budget: once stopped, no more is played, and `plays` says how much was.
  public static Rehearsal of(
      Problem problem,
      List<List<Integer>> packages,
      RehearsalPlan plan,
      int threads,
      Budget budget) {
    OfferSpace space = space(problem, packages, plan);
    return play(space, packages, seed -> OfferPlay.of(space, plan, seed), plan, threads, budget);
  }

  /// Plays point by point: each is settled before the next is begun (Fatima, Wooldridge and
  /// Jennings 2004). An option is worth as much as the best package that still has it, and the
  /// deadline is shared out evenly.
  public static Rehearsal of(
      Problem problem,
      List<List<Integer>> packages,
      RehearsalPlan plan,
      AgendaOrder order,
      int threads,
      Budget budget) {
    OfferSpace space = space(problem, packages, plan);
    Agenda agenda =
        new Agenda(problem, packages, space, Agenda.order(problem, order), plan.rounds());
    return play(space, packages, seed -> OfferPlay.of(agenda, plan, seed), plan, threads, budget);
  }

  /// The points in an order.
  public static List<Integer> points(Problem problem, AgendaOrder order) {
    return Agenda.order(problem, order);
  }

  private static OfferSpace space(
      Problem problem, List<List<Integer>> packages, RehearsalPlan plan) {
    if (packages.isEmpty() || packages.size() > MOST_PACKAGES) {
      throw new IllegalArgumentException(
          "rehearsing with "
              + packages.size()
              + " packages. Maybe take 1 to "
              + MOST_PACKAGES
              + ".");
    }
    return OfferSpace.of(problem, packages, plan.rounds());
  }

  private static Rehearsal play(
      OfferSpace space,
      List<List<Integer>> packages,
      LongFunction<OfferPlay> play,
      RehearsalPlan plan,
      int threads,
      Budget budget) {
    Tally all = new Tally(space.parties());
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Tally>> parts = new ArrayList<>();
      for (long from = 0; from < plan.seeds(); from += PART) {
        long start = plan.first() + from;
        long end = plan.first() + Math.min(plan.seeds(), from + PART);
        parts.add(pool.submit(() -> part(space, play, start, end, budget)));
      }
      for (int at = 0; at < parts.size(); at++) {
        all.add(parts.get(at).get());
        budget.progress().at(Stage.PLAYS, at + 1, parts.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("rehearsing: interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("rehearsing: a thread failed", e);
    }
    return all.rehearsal(space, packages);
  }

  private static Tally part(
      OfferSpace space, LongFunction<OfferPlay> play, long start, long end, Budget budget) {
    Tally tally = new Tally(space.parties());
    for (long seed = start; seed < end && !budget.stop().getAsBoolean(); seed++) {
      tally.add(space, play.apply(seed));
    }
    return tally;
  }

  /// Sums over plays.
  private static final class Tally {

    private static final List<BargainingStrategy> STRATEGIES = List.of(BargainingStrategy.values());

    private long plays;
    private long turns;
    private final long[] shares;
    private final Map<Integer, Long> outcomes = new TreeMap<>();
    private final long[] uses = new long[STRATEGIES.size()];
    private final long[] deals = new long[uses.length];
    private final long[] won = new long[uses.length];

    Tally(int parties) {
      shares = new long[parties];
    }

    void add(OfferSpace space, OfferPlay play) {
      plays++;
      boolean isDeal = play.deal() >= 0;
      if (isDeal) {
        outcomes.merge(play.deal(), 1L, Long::sum);
        turns += play.round() + 1;
      }
      for (int party = 0; party < shares.length; party++) {
        int strategy = STRATEGIES.indexOf(play.strategies().get(party));
        uses[strategy]++;
        if (isDeal) {
          long share = space.share(party, play.deal());
          shares[party] += share;
          deals[strategy]++;
          won[strategy] += share;
        }
      }
    }

    void add(Tally other) {
      plays += other.plays;
      turns += other.turns;
      add(shares, other.shares);
      add(uses, other.uses);
      add(deals, other.deals);
      add(won, other.won);
      other.outcomes.forEach((deal, count) -> outcomes.merge(deal, count, Long::sum));
    }

    private static void add(long[] to, long[] from) {
      for (int at = 0; at < to.length; at++) {
        to[at] += from[at];
      }
    }

    Rehearsal rehearsal(OfferSpace space, List<List<Integer>> packages) {
      List<Rehearsal.DealCount> counted = new ArrayList<>();
      outcomes.forEach(
          (deal, count) ->
              counted.add(
                  new Rehearsal.DealCount(
                      packages.get(deal), count, space.isEfficient(deal), space.gap(deal))));
      counted.sort(Comparator.comparingLong(Rehearsal.DealCount::count).reversed());
      List<Rehearsal.StrategyRecord> records = new ArrayList<>();
      for (BargainingStrategy each : STRATEGIES) {
        int at = STRATEGIES.indexOf(each);
        if (uses[at] > 0) {
          records.add(new Rehearsal.StrategyRecord(each, uses[at], deals[at], won[at]));
        }
      }
      return new Rehearsal(
          plays,
          counted.stream().mapToLong(Rehearsal.DealCount::count).sum(),
          counted.stream()
              .filter(Rehearsal.DealCount::isEfficient)
              .mapToLong(Rehearsal.DealCount::count)
              .sum(),
          turns,
          counted,
          IntStream.range(0, shares.length).mapToObj(at -> shares[at]).toList(),
          records);
    }
  }
}
