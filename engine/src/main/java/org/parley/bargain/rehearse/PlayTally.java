package org.parley.bargain.rehearse;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Sums over plays; tallies of disjoint seeds add up.
///
/// @param plays the number of plays
/// @param turns the rounds of all deals
/// @param outcomes by package, the deals with it
/// @param shares by party, its shares of all deals
/// @param uses by strategy, how often it was played
/// @param deals by strategy, in how many of these there was a deal
/// @param won by strategy, the shares of its parties in these
public record PlayTally(
    long plays,
    long turns,
    SortedMap<Integer, Long> outcomes,
    List<Long> shares,
    List<Long> uses,
    List<Long> deals,
    List<Long> won) {

  static final List<BargainingStrategy> STRATEGIES = List.of(BargainingStrategy.values());

  public PlayTally {
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    shares = List.copyOf(shares);
    uses = List.copyOf(uses);
    deals = List.copyOf(deals);
    won = List.copyOf(won);
  }

  /// The sum of two tallies of disjoint seeds.
  PlayTally plus(PlayTally other) {
    SortedMap<Integer, Long> all = new TreeMap<>(outcomes);
    other.outcomes.forEach((deal, count) -> all.merge(deal, count, Long::sum));
    return new PlayTally(
        plays + other.plays,
        turns + other.turns,
        all,
        sum(shares, other.shares),
        sum(uses, other.uses),
        sum(deals, other.deals),
        sum(won, other.won));
  }

  private static List<Long> sum(List<Long> one, List<Long> other) {
    return IntStream.range(0, one.size()).mapToObj(at -> one.get(at) + other.get(at)).toList();
  }

  /// Counts plays.
  static final class Counter {

    private final OfferSpace space;
    private long plays;
    private long turns;
    private final SortedMap<Integer, Long> outcomes = new TreeMap<>();
    private final long[] shares;
    private final long[] uses = new long[STRATEGIES.size()];
    private final long[] deals = new long[uses.length];
    private final long[] won = new long[uses.length];

    Counter(OfferSpace space) {
      this.space = space;
      shares = new long[space.parties()];
    }

    void add(OfferPlay play) {
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

    PlayTally tally() {
      return new PlayTally(
          plays, turns, outcomes, boxed(shares), boxed(uses), boxed(deals), boxed(won));
    }

    private static List<Long> boxed(long[] counts) {
      return IntStream.range(0, counts.length).mapToObj(at -> counts[at]).toList();
    }
  }
}
