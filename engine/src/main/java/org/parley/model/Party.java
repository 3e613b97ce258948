package org.parley.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One side of a settlement, or a third party to it: a state, a union, a coalition, an
/// organisation, an armed group.
///
/// @param id its id, conventionally the ISO 3166 alpha-2 code of a state
/// @param name its usual name
/// @param shortName a name that fits a column heading; default: the name
/// @param kind its kind
/// @param members the recorded members of a coalition, union or organisation
/// @param iso3166 the ISO 3166-1 alpha-3 code of a state
/// @param roles its roles in this settlement
public record Party(
    PartyId id,
    LocalizedText name,
    @Nullable LocalizedText shortName,
    PartyKind kind,
    List<PartyId> members,
    @Nullable String iso3166,
    List<PartyRole> roles,
    Visibility visibility)
    implements CaseRecord {

  public Party {
    members = List.copyOf(members);
    roles = List.copyOf(roles);
  }

  @Override
  public Party in(String language) {
    return new Party(
        id,
        name.in(language),
        shortName == null ? null : shortName.in(language),
        kind,
        members,
        iso3166,
        roles,
        visibility);
  }

  /// The short name, or the name by default.
  public LocalizedText label() {
    return shortName != null ? shortName : name;
  }
}
