package org.parley.outlook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.exact.Rational;

/// The share of spells still standing after so many days, by the estimator of Kaplan and Meier
/// (1958).
///
/// A spell that was seen for a shorter time counts as at risk until then, no longer. Cost: linear
/// in the spells, besides sorting.
///
/// @param drops the days on which spells ended, ascending
/// @param spells how many there are
/// @param ended how many of them ended
/// @param clusters of how many clusters they are
/// @param longest the longest time seen, in days; nothing is known beyond it
public record SurvivalCurve(List<Drop> drops, int spells, int ended, int clusters, long longest) {

  /// A day on which spells ended.
  ///
  /// @param day counted from the beginning
  /// @param atRisk how many stood until that day and were seen on it
  /// @param ended how many of these ended
  /// @param standing the share still standing after it, from 0 to 1
  public record Drop(long day, int atRisk, int ended, Rational standing) {}

  /// The spells that ended, and were seen, after so many days.
  private record Count(int ended, int all) {
    Count with(Spell spell) {
      return new Count(ended + (spell.ended() ? 1 : 0), all + 1);
    }
  }

  public SurvivalCurve {
    drops = List.copyOf(drops);
  }

  /// The curve of some spells.
  ///
  /// @throws IllegalArgumentException if there are none
  public static SurvivalCurve of(List<Spell> spells) {
    if (spells.isEmpty()) {
      throw new IllegalArgumentException("no spells");
    }
    TreeMap<Long, Count> byDays = new TreeMap<>();
    for (Spell each : spells) {
      byDays.put(each.days(), byDays.getOrDefault(each.days(), new Count(0, 0)).with(each));
    }
    List<Drop> drops = new ArrayList<>();
    Rational standing = Rational.ONE;
    int atRisk = spells.size();
    int ended = 0;
    for (var each : byDays.entrySet()) {
      Count count = each.getValue();
      if (count.ended > 0) {
        standing = standing.times(Rational.of(atRisk - count.ended, atRisk));
        drops.add(new Drop(each.getKey(), atRisk, count.ended, standing));
        ended += count.ended;
      }
      atRisk -= count.all;
    }
    int clusters = (int) spells.stream().map(Spell::cluster).distinct().count();
    return new SurvivalCurve(drops, spells.size(), ended, clusters, byDays.lastKey());
  }

  /// The share standing after so many days; empty where no spell was seen as long.
  public Optional<Rational> at(long days) {
    if (days > longest && !isOver()) {
      return Optional.empty();
    }
    Rational standing = Rational.ONE;
    for (Drop each : drops) {
      if (each.day > days) {
        break;
      }
      standing = each.standing;
    }
    return Optional.of(standing);
  }

  /// The day by which half have ended; empty if more than half still stand at the end.
  public Optional<Long> median() {
    Rational half = Rational.of(1, 2);
    return drops.stream()
        .filter(each -> each.standing.compareTo(half) <= 0)
        .map(Drop::day)
        .findFirst();
  }

  private boolean isOver() {
    return !drops.isEmpty() && drops.getLast().standing.signum() == 0;
  }
}
