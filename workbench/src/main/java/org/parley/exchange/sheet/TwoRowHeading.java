package org.parley.exchange.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/// Joins headings in two rows: "Source" above "publisher", "title" and "date".
///
/// The second row is a heading if most of its cells are known ones, and more columns are known by
/// them. Or it stands below merged cells alone, such as "Number" above "killed" and "wounded".
public final class TwoRowHeading {

  private TwoRowHeading() {}

  /// The sheet with its headings in one row, and days of three columns in one.
  ///
  /// @param isKnown whether a heading is known
  /// @param known how many columns of a sheet are known
  public static Sheet joined(Sheet sheet, Predicate<String> isKnown, ToIntFunction<Sheet> known) {
    return SplitDays.joined(inOneRow(sheet, isKnown, known));
  }

  private static Sheet inOneRow(
      Sheet sheet, Predicate<String> isKnown, ToIntFunction<Sheet> known) {
    if (sheet.rows().size() < 2) {
      return sheet;
    }
    List<String> second = sheet.rows().getFirst();
    if (isBelowGroups(sheet.heading(), second)) {
      return sheet.below(new Join(sheet.heading(), second, isKnown).headings());
    }
    Optional<List<String>> joined = new Join(sheet.heading(), second, isKnown).find();
    if (joined.isEmpty()) {
      return sheet;
    }
    Sheet other = sheet.below(joined.get());
    return known.applyAsInt(other) > known.applyAsInt(sheet) ? other : sheet;
  }

  /// Whether words stand below merged headings, and nothing below any other.
  private static boolean isBelowGroups(List<String> first, List<String> second) {
    int below = 0;
    int beside = 0;
    for (int i = 0; i < first.size(); i++) {
      String cell = second.get(i);
      boolean isGroup = isMerged(first, i) || (i + 1 < first.size() && isMerged(first, i + 1));
      boolean isOwn = cell.isEmpty() || cell.equals(first.get(i));
      if (HeadingWords.isFigure(cell) || (!isOwn && !isGroup)) {
        return false;
      }
      below += isOwn ? 0 : 1;
      beside += isOwn && !isGroup && !first.get(i).isEmpty() ? 1 : 0;
    }
    return below > 1 && beside > 0;
  }

  /// Whether a heading is part of the one before it.
  private static boolean isMerged(List<String> first, int at) {
    String own = first.get(at);
    return at > 0
        && (own.isEmpty()
            ? first.subList(0, at).stream().anyMatch(each -> !each.isEmpty())
            : own.equals(first.get(at - 1)));
  }

  /// Two rows that may be a heading.
  private record Join(List<String> first, List<String> second, Predicate<String> isKnown) {

    private Join {
      first = List.copyOf(first);
      second = List.copyOf(second);
    }

    /// The headings of both rows; empty if the second is none.
    Optional<List<String>> find() {
      int found = 0;
      int unknown = 0;
      for (int i = 0; i < second.size(); i++) {
        boolean isKnownHere = isKnown.test(heading(i));
        found += !isOwn(i) && isKnownHere ? 1 : 0;
        unknown += !isOwn(i) && !isKnownHere ? 1 : 0;
      }
      return unknown == 0 || found > Math.max(1, unknown)
          ? Optional.of(headings())
          : Optional.empty();
    }

    List<String> headings() {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < second.size(); i++) {
        all.add(isOwn(i) ? first.get(i) : heading(i));
      }
      return all;
    }

    /// Whether a cell merged over both rows has one heading.
    private boolean isOwn(int at) {
      return second.get(at).isEmpty() || second.get(at).equals(first.get(at));
    }

    private String heading(int at) {
      int from = at;
      while (from > 0 && first.get(from).isEmpty()) {
        from--;
      }
      String both = first.get(from) + ": " + second.get(at);
      return isKnown.test(both) || !isKnown.test(second.get(at)) ? both : second.get(at);
    }
  }
}
