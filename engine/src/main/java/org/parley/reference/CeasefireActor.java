package org.parley.reference;

import org.jspecify.annotations.Nullable;

/// One actor of a ceasefire in a civil conflict.
///
/// @param row the number of the row in the collection
/// @param country the number of the country in the collection
/// @param number the number of the ceasefire in that country
/// @param location the country
/// @param actor who declared or joined it
/// @param year the year of the declaration
/// @param month its month, from 1; null if unknown
/// @param day its day, from 1; null if unknown
/// @param paxAgreement the agreement in PA-X; null if none is given
public record CeasefireActor(
    int row,
    int country,
    int number,
    String location,
    String actor,
    int year,
    @Nullable Integer month,
    @Nullable Integer day,
    @Nullable Integer paxAgreement) {

  /// The ceasefire, of which each actor has a row: `70-1`.
  public String ceasefire() {
    return country + "-" + number;
  }
}
