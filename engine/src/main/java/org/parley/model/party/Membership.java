package org.parley.model.party;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;

/// A seat, or several, in a body from a day to a day.
///
/// @param party the party that sits in it, or that sent the person
/// @param person who sits in it, by name
/// @param seats its votes in the body; absent if the seats are not counted
/// @param from the first day; default: as far back as the record goes
/// @param until the last day; default: without an end on record
/// @param source its sources
public record Membership(
    @Nullable PartyId party,
    @Nullable String person,
    @Nullable Integer seats,
    @Nullable Edtf from,
    @Nullable Edtf until,
    List<SourceId> source) {

  public Membership {
    source = List.copyOf(source);
  }

  /// Whether it may hold on a day; an imprecise date holds for every day that it may mean.
  public boolean isOn(LocalDate day) {
    return Mandate.isWithin(from, until, day);
  }
}
