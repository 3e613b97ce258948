package org.parley.bargain.rehearse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.exact.Budget;
import org.parley.sweep.SeedSweep;
import org.parley.sweep.Seeds;

/// The plays of a rehearsal, one for each seed.
public final class RehearsalSweep implements SeedSweep<PlayTally, Rehearsal> {

  private static final int PART = 64;

  private final OfferSpace space;
  private final List<List<Integer>> packages;
  private final LongFunction<OfferPlay> play;
  private final Seeds seeds;

  private RehearsalSweep(
      OfferSpace space,
      List<List<Integer>> packages,
      LongFunction<OfferPlay> play,
      RehearsalPlan plan) {
    this.space = space;
    this.packages = packages.stream().map(List::copyOf).toList();
    this.play = play;
    seeds = new Seeds(plan.first(), plan.seeds());
  }

  /// A sweep of plays.
  ///
  /// @param packages those that may be offered, by point the option of each
  /// @param order that of the points, if they are settled one after the other; null for plays about
  ///   whole packages
  public static RehearsalSweep of(
      Problem problem,
      List<List<Integer>> packages,
      RehearsalPlan plan,
      @Nullable AgendaOrder order) {
    OfferSpace space = space(problem, packages, plan);
    if (order == null) {
      return new RehearsalSweep(space, packages, seed -> OfferPlay.of(space, plan, seed), plan);
    }
    Agenda agenda =
        new Agenda(problem, packages, space, Agenda.order(problem, order), plan.rounds());
    return new RehearsalSweep(space, packages, seed -> OfferPlay.of(agenda, plan, seed), plan);
  }

  private static OfferSpace space(
      Problem problem, List<List<Integer>> packages, RehearsalPlan plan) {
    if (packages.isEmpty() || packages.size() > Rehearsals.MOST_PACKAGES) {
      throw new IllegalArgumentException(
          "rehearsing with "
              + packages.size()
              + " packages. Maybe take 1 to "
              + Rehearsals.MOST_PACKAGES
              + ".");
    }
    return OfferSpace.of(problem, packages, plan.rounds());
  }

  @Override
  public Seeds seeds() {
    return seeds;
  }

  @Override
  public int partSize() {
    return PART;
  }

  @Override
  public Class<PlayTally> partType() {
    return PlayTally.class;
  }

  @Override
  public PlayTally part(Seeds part, Budget budget) {
    PlayTally.Counter counter = new PlayTally.Counter(space);
    part.until(budget.stop()).forEach(seed -> counter.add(play.apply(seed)));
    return counter.tally();
  }

  @Override
  public PlayTally merged(PlayTally earlier, PlayTally next) {
    return earlier.plus(next);
  }

  @Override
  public long done(PlayTally merged) {
    return merged.plays();
  }

  @Override
  public Rehearsal answer(PlayTally merged) {
    List<Rehearsal.DealCount> counted = new ArrayList<>();
    merged
        .outcomes()
        .forEach(
            (deal, count) ->
                counted.add(
                    new Rehearsal.DealCount(
                        packages.get(deal), count, space.isEfficient(deal), space.gap(deal))));
    counted.sort(Comparator.comparingLong(Rehearsal.DealCount::count).reversed());
    return new Rehearsal(
        merged.plays(),
        counted.stream().mapToLong(Rehearsal.DealCount::count).sum(),
        counted.stream()
            .filter(Rehearsal.DealCount::isEfficient)
            .mapToLong(Rehearsal.DealCount::count)
            .sum(),
        merged.turns(),
        counted,
        merged.shares(),
        records(merged));
  }

  private static List<Rehearsal.StrategyRecord> records(PlayTally tally) {
    List<Rehearsal.StrategyRecord> records = new ArrayList<>();
    for (BargainingStrategy each : PlayTally.STRATEGIES) {
      int at = PlayTally.STRATEGIES.indexOf(each);
      if (tally.uses().get(at) > 0) {
        records.add(
            new Rehearsal.StrategyRecord(
                each, tally.uses().get(at), tally.deals().get(at), tally.won().get(at)));
      }
    }
    return records;
  }
}
