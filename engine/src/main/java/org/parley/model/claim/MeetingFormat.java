package org.parley.model.claim;

/// What sort of meeting.
public enum MeetingFormat {
  BILATERAL,
  MULTILATERAL,
  SUMMIT,
  CALL,
  WORKING_GROUP
}
