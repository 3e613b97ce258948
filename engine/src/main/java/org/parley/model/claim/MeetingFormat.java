package org.parley.model.claim;

/// The kind of a meeting.
public enum MeetingFormat {
  BILATERAL,
  MULTILATERAL,
  SUMMIT,
  CALL,
  WORKING_GROUP
}
