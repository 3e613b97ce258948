package org.parley.model.party;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;

/// One side of a settlement, or a third party to it: a state, a union, a coalition, an
/// organisation, an armed group.
///
/// @param id its id, conventionally the ISO 3166 alpha-2 code of a state
/// @param name its usual name
/// @param shortName a name that fits a column heading; default: the name
/// @param kind its kind
/// @param members the recorded members of a coalition, union or organisation. A state or armed
///   group has bodies and electorates, whose word is its own
/// @param mandates what a body is for, by text and time
/// @param memberships who sits in a body, from when to when; its word is not theirs
/// @param iso3166 the ISO 3166-1 alpha-3 code of a state
/// @param roles its roles in this settlement
/// @param recesses the days on which it does not sit, if it is a body
public record Party(
    PartyId id,
    LocalizedText name,
    @Nullable LocalizedText shortName,
    PartyKind kind,
    List<PartyId> members,
    List<Mandate> mandates,
    List<Membership> memberships,
    @Nullable String iso3166,
    List<PartyRole> roles,
    List<Recess> recesses,
    Visibility visibility)
    implements CaseRecord {

  public Party {
    members = List.copyOf(members);
    mandates = List.copyOf(mandates);
    memberships = List.copyOf(memberships);
    roles = List.copyOf(roles);
    recesses = List.copyOf(recesses);
  }

  /// A party without mandates, dated members and recesses.
  public Party(
      PartyId id,
      LocalizedText name,
      @Nullable LocalizedText shortName,
      PartyKind kind,
      List<PartyId> members,
      @Nullable String iso3166,
      List<PartyRole> roles,
      Visibility visibility) {
    this(
        id,
        name,
        shortName,
        kind,
        members,
        List.of(),
        List.of(),
        iso3166,
        roles,
        List.of(),
        visibility);
  }

  /// Those who sit in it on a day, in the order of the record.
  public List<Membership> sittingOn(LocalDate day) {
    return memberships.stream().filter(each -> each.isOn(day)).toList();
  }

  @Override
  public Party withNames(UnaryOperator<LocalizedText> names) {
    return new Party(
        id,
        names.apply(name),
        shortName == null ? null : names.apply(shortName),
        kind,
        members,
        mandates.stream().map(each -> each.withNames(names)).toList(),
        memberships,
        iso3166,
        roles,
        recesses,
        visibility);
  }

  /// The short name, or the name by default.
  public LocalizedText label() {
    return shortName != null ? shortName : name;
  }
}
