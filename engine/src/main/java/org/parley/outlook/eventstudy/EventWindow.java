package org.parley.outlook.eventstudy;

import java.time.LocalDate;
import java.util.List;
import org.parley.exact.Rational;

/// The change of a series at the day of an event, among its changes at all other positions.
///
/// @param day the day of the event
/// @param from the first day of the values before
/// @param until the last day of the values after
/// @param before the mean of the values before
/// @param after the mean of the values after
/// @param placebos how many other positions it is compared with
/// @param asLarge at how many of them the mean changed at least as much, in either direction
/// @param low the change that 5 of 100 of them stay below, by nearest rank
/// @param high the change that 5 of 100 of them exceed, by nearest rank
/// @param chance the share of positions that changed at least as much, this one counted
/// @param corrected the same, corrected for the number of days looked at
/// @param missing weekdays, months or years within the window that have no value
/// @param sharedWith other days of events whose windows share values with this one
public record EventWindow(
    LocalDate day,
    LocalDate from,
    LocalDate until,
    Rational before,
    Rational after,
    int placebos,
    int asLarge,
    Rational low,
    Rational high,
    Rational chance,
    Rational corrected,
    int missing,
    List<LocalDate> sharedWith) {

  /// Shares up to this one are told from chance.
  public static final Rational LEVEL = Rational.of(1, 20);

  public EventWindow {
    sharedWith = List.copyOf(sharedWith);
  }

  /// The mean after, less the mean before.
  public Rational change() {
    return after.minus(before);
  }

  /// Whether the change can be told from chance, at a level of 5 per cent for all days together.
  public boolean isTold() {
    return corrected.compareTo(LEVEL) <= 0;
  }
}
