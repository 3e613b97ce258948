package org.parley.model.claim;

/// The role of a party at a meeting.
public enum MeetingRole {
  /// Offers the place, without taking part in what is discussed.
  HOST,
  /// Presides.
  CHAIR,
  /// Helps the parties to agree, in the same room.
  MEDIATOR,
  /// Carries messages between parties that do not meet: shuttle diplomacy.
  SHUTTLE,
  OBSERVER
}
