package org.parley.guarantees.fold;

import java.util.List;
import org.parley.model.party.PartyId;

/// Which of two did what an incident is, where its reports do not say: one choice for all reports
/// that name the same two. Each is one object of its dossier.
final class Attribution {

  final List<PartyId> between;

  Attribution(List<PartyId> between) {
    this.between = between;
  }
}
