package org.parley.bargain.rehearse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/// One play of alternating offers.
///
/// @param deal the package; -1 without one
/// @param round the round in which it ended, from 0
/// @param strategies by party
record OfferPlay(int deal, int round, List<BargainingStrategy> strategies) {

  OfferPlay {
    strategies = List.copyOf(strategies);
  }

  /// A play about whole packages.
  static OfferPlay of(OfferSpace space, RehearsalPlan plan, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Seating seating = Seating.of(space.parties(), plan, random);
    return new Table(space, plan.rounds(), seating, random).play();
  }

  /// A play point by point: each is settled before the next, and the deadline is shared out.
  static OfferPlay of(Agenda agenda, RehearsalPlan plan, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Seating seating = Seating.of(agenda.parties(), plan, random);
    Agenda.AgendaState state = agenda.begin();
    int passed = 0;
    while (!state.isSettled()) {
      OfferPlay part = new Table(state.space(), agenda.rounds(), seating, random).play();
      passed += part.round() + 1;
      if (part.deal() < 0) {
        return new OfferPlay(-1, passed - 1, seating.strategies());
      }
      state = agenda.settled(state, part.deal());
    }
    return new OfferPlay(state.deal(), Math.max(0, passed - 1), seating.strategies());
  }

  /// The strategy of each party, and who speaks first.
  @SuppressWarnings("ArrayRecordComponent") // Internal arrays, never compared.
  private record Seating(List<BargainingStrategy> strategies, int[] turns) {

    static Seating of(int parties, RehearsalPlan plan, SplittableRandom random) {
      List<BargainingStrategy> strategies = new ArrayList<>();
      int[] turns = new int[parties];
      for (int party = 0; party < parties; party++) {
        strategies.add(plan.strategies().get(random.nextInt(plan.strategies().size())));
        int at = random.nextInt(party + 1);
        turns[party] = turns[at];
        turns[at] = party;
      }
      return new Seating(List.copyOf(strategies), turns);
    }
  }

  private static final class Table {

    private final OfferSpace space;
    private final int rounds;
    private final SplittableRandom random;
    private final int parties;
    private final List<BargainingStrategy> strategies;
    private final int[] turns;

    /// By party, the packages it has offered.
    private final List<BitSet> offered = new ArrayList<>();

    /// By party and other party, the worth of the first and of the best offer of the other.
    private final long[][] first;

    private final long[][] best;

    Table(OfferSpace space, int rounds, Seating seating, SplittableRandom random) {
      this.space = space;
      this.rounds = rounds;
      this.random = random;
      parties = space.parties();
      strategies = seating.strategies();
      turns = seating.turns();
      first = new long[parties][parties];
      best = new long[parties][parties];
      for (int party = 0; party < parties; party++) {
        offered.add(new BitSet());
      }
    }

    OfferPlay play() {
      if (space.isHopeless()) {
        return new OfferPlay(-1, rounds - 1, strategies);
      }
      int standing = -1;
      int accepted = 0;
      for (int round = 0; round < rounds; round++) {
        for (int party : turns) {
          int open = open(party, round);
          if (standing >= 0 && accepts(party, standing, open)) {
            accepted++;
            if (accepted == parties - 1) {
              return new OfferPlay(standing, round, strategies);
            }
          } else {
            standing = offer(party, open);
            accepted = 0;
            hear(party, standing);
            if (parties == 1) {
              return new OfferPlay(standing, round, strategies);
            }
          }
        }
      }
      return new OfferPlay(-1, rounds - 1, strategies);
    }

    /// How many of its packages, the best first, a party is ready for.
    private int open(int party, int round) {
      return switch (strategies.get(party)) {
        case BOULWARE -> space.boulware(party, round);
        case CONCEDER -> space.conceder(party, round);
        case TIT_FOR_TAT -> space.atLeast(party, space.best(party) - leastGain(party));
        case MICRO -> {
          int made = offered.get(party).cardinality();
          yield Math.max(
              1, made <= leastOffers(party) ? Math.min(made + 1, space.size(party)) : made);
        }
      };
    }

    private boolean accepts(int party, int offer, int open) {
      return space.signs(party, offer)
          && space.worth(party, offer) >= space.worth(party, space.ranked(party, open - 1));
    }

    private int offer(int party, int open) {
      if (strategies.get(party) == BargainingStrategy.MICRO
          && open > offered.get(party).cardinality()) {
        return space.ranked(party, open - 1);
      }
      return space.ranked(party, random.nextInt(open));
    }

    private long leastGain(int party) {
      long least = Long.MAX_VALUE;
      for (int other = 0; other < parties; other++) {
        if (other != party) {
          least =
              Math.min(
                  least,
                  offered.get(other).isEmpty() ? 0 : best[party][other] - first[party][other]);
        }
      }
      return parties == 1 ? 0 : least;
    }

    private int leastOffers(int party) {
      return Arrays.stream(turns)
          .filter(other -> other != party)
          .map(other -> offered.get(other).cardinality())
          .min()
          .orElse(0);
    }

    private void hear(int by, int offer) {
      for (int party = 0; party < parties; party++) {
        long worth = space.worth(party, offer);
        if (offered.get(by).isEmpty()) {
          first[party][by] = worth;
          best[party][by] = worth;
        }
        best[party][by] = Math.max(best[party][by], worth);
      }
      offered.get(by).set(offer);
    }
  }
}
