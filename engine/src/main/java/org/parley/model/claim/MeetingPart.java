package org.parley.model.claim;

import org.parley.model.PartyId;

/// A party with a role of its own at a meeting.
///
/// @param party the party
/// @param role its role
public record MeetingPart(PartyId party, MeetingRole role) {}
