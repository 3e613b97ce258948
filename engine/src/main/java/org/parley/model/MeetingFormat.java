package org.parley.model;

/// What sort of meeting.
public enum MeetingFormat {
  BILATERAL,
  MULTILATERAL,
  SUMMIT,
  CALL,
  WORKING_GROUP
}
