package org.parley.guarantees.fold;

import java.util.List;
import org.parley.model.PartyId;

/// An unattributed incident between two parties: one choice for all reports that name the same two.
/// Identity matters within its dossier.
final class OpenAttribution {

  final List<PartyId> between;

  OpenAttribution(List<PartyId> between) {
    this.between = between;
  }
}
