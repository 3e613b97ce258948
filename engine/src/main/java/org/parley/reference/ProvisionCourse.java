package org.parley.reference;

import java.util.List;
import java.util.Optional;

/// How one provision of one accord was carried out, at the years at which shares are stated.
///
/// @param provision the provision
/// @param years the years in which the accord was followed
public record ProvisionCourse(Provision provision, List<YearState> years) {

  public ProvisionCourse {
    years = List.copyOf(years);
  }

  /// The state after some years.
  ///
  /// @param row the row of the file
  public record YearState(int year, ProvisionState state, int row) {}

  /// The state in a year; empty if the accord was not followed then.
  public Optional<YearState> in(int year) {
    return years.stream().filter(each -> each.year == year).findFirst();
  }
}
