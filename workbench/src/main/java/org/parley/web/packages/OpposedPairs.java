package org.parley.web.packages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which two parties gain most at each other's expense, along a frontier.
///
/// The measure is the number of discordant pairs of outcomes (Kendall 1938), counted on a sample of
/// fixed size. It is a whole number, the same on every machine.
final class OpposedPairs {

  private static final int SAMPLE = 60;

  /// Two parties.
  ///
  /// @param across the party of the horizontal axis
  /// @param up the party of the vertical axis
  /// @param discordant in how many pairs of outcomes one gains and the other loses
  record Pair(int across, int up, int discordant) {}

  private OpposedPairs() {}

  /// The most opposed pairs, the most opposed first; pairs alike in the order of the parties.
  ///
  /// @param worths by outcome and party
  static List<Pair> most(List<List<Long>> worths, int parties, int most) {
    List<List<Long>> sample = sample(worths);
    List<Pair> pairs = new ArrayList<>();
    for (int across = 0; across < parties; across++) {
      for (int up = across + 1; up < parties; up++) {
        pairs.add(new Pair(across, up, discordant(sample, across, up)));
      }
    }
    pairs.sort(Comparator.comparingInt(Pair::discordant).reversed());
    return List.copyOf(pairs.subList(0, Math.min(most, pairs.size())));
  }

  private static List<List<Long>> sample(List<List<Long>> worths) {
    int step = Math.max(1, Math.ceilDiv(worths.size(), SAMPLE));
    List<List<Long>> sample = new ArrayList<>();
    for (int at = 0; at < worths.size(); at += step) {
      sample.add(worths.get(at));
    }
    return sample;
  }

  private static int discordant(List<List<Long>> sample, int across, int up) {
    int count = 0;
    for (int one = 0; one < sample.size(); one++) {
      for (int other = 0; other < one; other++) {
        count += isDiscordant(sample.get(one), sample.get(other), across, up) ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean isDiscordant(List<Long> one, List<Long> other, int across, int up) {
    int first = one.get(across).compareTo(other.get(across));
    int second = one.get(up).compareTo(other.get(up));
    return Integer.signum(first) * Integer.signum(second) < 0;
  }
}
