package org.parley.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/// In which year after the accord a provision was first fully carried out, as counts.
///
/// The collection looks once a year, so the day is not known. Done in year 3 means after the second
/// year and by the end of the third. An accord that left the collection, or whose ten years ended,
/// is known to have been undone until then. Later reversals do not make a provision undone; they
/// are counted.
///
/// @param done for each year from the first, the accords in which it was first done
/// @param left for each year, the accords last seen in it, and undone
/// @param lost how many that had done it were coded lower in a later year
public record DoneTimes(List<Integer> done, List<Integer> left, int lost) {

  /// No accord.
  public static final DoneTimes NONE = new DoneTimes(zeros(), zeros(), 0);

  /// How a provision fared in one accord.
  ///
  /// @param accord its number
  /// @param year the year in which it was first done, or in which it was last seen undone
  /// @param isDone whether it was done
  /// @param isLost whether it was coded lower in a later year
  public record DoneSpell(int accord, int year, boolean isDone, boolean isLost) {}

  public DoneTimes {
    done = List.copyOf(done);
    left = List.copyOf(left);
    if (done.size() != AccordYear.LAST || left.size() != AccordYear.LAST) {
      throw new IllegalArgumentException(done + " and " + left + " are not of ten years");
    }
    if (lost < 0 || lost > sum(done, AccordYear.LAST) || isBelowZero(done) || isBelowZero(left)) {
      throw new IllegalArgumentException(done + ", " + left + ", lost " + lost);
    }
  }

  private static List<Integer> zeros() {
    return IntStream.range(0, AccordYear.LAST).mapToObj(_ -> 0).toList();
  }

  private static boolean isBelowZero(List<Integer> counts) {
    return counts.stream().anyMatch(each -> each < 0);
  }

  private static int sum(List<Integer> counts, int years) {
    return counts.subList(0, years).stream().mapToInt(Integer::intValue).sum();
  }

  /// The counts of some spells.
  public static DoneTimes of(Collection<DoneSpell> spells) {
    List<Integer> done = new ArrayList<>(zeros());
    List<Integer> left = new ArrayList<>(zeros());
    int lost = 0;
    for (DoneSpell each : spells) {
      List<Integer> counts = each.isDone() ? done : left;
      counts.set(each.year() - 1, counts.get(each.year() - 1) + 1);
      lost += each.isLost() ? 1 : 0;
    }
    return new DoneTimes(done, left, lost);
  }

  /// One spell for each accord counted, in order of years. Their accords are numbered from 1.
  public List<DoneSpell> spells() {
    List<DoneSpell> spells = new ArrayList<>();
    for (int year = 1; year <= AccordYear.LAST; year++) {
      for (int each = 0; each < done.get(year - 1); each++) {
        spells.add(new DoneSpell(spells.size() + 1, year, true, spells.size() < lost));
      }
    }
    for (int year = 1; year <= AccordYear.LAST; year++) {
      for (int each = 0; each < left.get(year - 1); each++) {
        spells.add(new DoneSpell(spells.size() + 1, year, false, false));
      }
    }
    return spells;
  }

  /// The counts without one accord, which is among them.
  public DoneTimes without(DoneSpell accord) {
    List<Integer> others = new ArrayList<>(accord.isDone() ? done : left);
    others.set(accord.year() - 1, others.get(accord.year() - 1) - 1);
    int stillLost = lost - (accord.isLost() ? 1 : 0);
    return accord.isDone()
        ? new DoneTimes(others, left, stillLost)
        : new DoneTimes(done, others, stillLost);
  }

  /// How many accords have the provision.
  public int accords() {
    return sum(done, AccordYear.LAST) + sum(left, AccordYear.LAST);
  }

  /// How many were undone after the years before this one, and seen in it.
  public int atRisk(int year) {
    return accords() - sum(done, year - 1) - sum(left, year - 1);
  }

  /// How many had done it by the end of a year.
  public int doneBy(int year) {
    return sum(done, year);
  }

  /// Of how many that is known: those that had done it, and those seen undone in that year.
  public int knownBy(int year) {
    return accords() - sum(left, year - 1);
  }

  /// Both as one: a provision of an accord counts once in each.
  public DoneTimes plus(DoneTimes other) {
    return new DoneTimes(both(done, other.done), both(left, other.left), lost + other.lost);
  }

  private static List<Integer> both(List<Integer> some, List<Integer> others) {
    return IntStream.range(0, some.size()).mapToObj(i -> some.get(i) + others.get(i)).toList();
  }
}
