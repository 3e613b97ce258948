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
import java.util.stream.IntStream;
import org.parley.bargain.Problem;

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
    if (packages.isEmpty() || packages.size() > MOST_PACKAGES) {
      throw new IllegalArgumentException(
          "rehearsing with "
              + packages.size()
              + " packages. Maybe take 1 to "
              + MOST_PACKAGES
              + ".");
    }
    OfferSpace space = new OfferSpace(problem, packages, plan.rounds());
    Tally all = new Tally(space.parties());
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Tally>> parts = new ArrayList<>();
      for (long from = 0; from < plan.seeds(); from += PART) {
        long start = from;
        long end = Math.min(plan.seeds(), from + PART);
        parts.add(pool.submit(() -> part(space, plan, start, end)));
      }
      for (Future<Tally> each : parts) {
        all.add(each.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return all.rehearsal(space, packages);
  }

  private static Tally part(OfferSpace space, RehearsalPlan plan, long from, long end) {
    Tally tally = new Tally(space.parties());
    for (long seed = from; seed < end; seed++) {
      tally.add(space, OfferPlay.of(space, plan, plan.first() + seed));
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
