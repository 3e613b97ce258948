package org.parley.outlook;

import java.util.List;
import java.util.Optional;

/// The shares of a class of agreements still standing after whole years, by one definition.
///
/// @param of the class
/// @param definition when one counts as ended
/// @param agreements how many count
/// @param conflicts of how many conflicts they are
/// @param ended how many of them ended
/// @param leftOut how many of the class do not count, since their end or fighting is not known
/// @param years the shares, from the first year on, as far as anything was seen
public record BaseRate(
    AgreementClass of,
    Definition definition,
    int agreements,
    int conflicts,
    int ended,
    int leftOut,
    List<YearShare> years) {

  /// Shares are whole numbers of this part.
  public static final int WHOLE = 10_000;

  /// Shares of fewer agreements are not stated.
  public static final int LEAST_AGREEMENTS = 10;

  /// Nor are those of fewer conflicts: an interval over them means little.
  public static final int LEAST_CONFLICTS = 5;

  /// The share standing after some years, in ten-thousandths.
  ///
  /// @param year so many years after the beginning
  /// @param seen how many stood and were seen until then
  /// @param standing the share, rounded
  /// @param least the lower end of its interval over conflicts, rounded down
  /// @param most the upper end, rounded up
  public record YearShare(int year, int seen, int standing, int least, int most) {}

  public BaseRate {
    years = List.copyOf(years);
  }

  /// Whether there are enough agreements and conflicts to state shares.
  public boolean isEnough() {
    return agreements >= LEAST_AGREEMENTS && conflicts >= LEAST_CONFLICTS;
  }

  /// The share after some years; empty if nothing was seen as long.
  public Optional<YearShare> after(int year) {
    return years.stream().filter(each -> each.year == year).findFirst();
  }
}
