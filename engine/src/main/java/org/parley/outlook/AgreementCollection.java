package org.parley.outlook;

import java.time.LocalDate;
import java.util.List;

/// The rows of a collection of agreements.
///
/// @param lastDay the last day on which ends were coded
/// @param lastFightingYear the last calendar year whose fighting is known
/// @param agreements its rows
public record AgreementCollection(
    LocalDate lastDay, int lastFightingYear, List<SignedAgreement> agreements) {

  public AgreementCollection {
    agreements = List.copyOf(agreements);
  }
}
