package org.parley.operate;

import org.parley.operate.PartStatus.Condition;

/// A finding about a part. Each has one condition.
public enum PartFinding {
  /// The look at a part failed, or did not end in time.
  SILENT(Condition.FAILING),

  TAKES_REQUESTS(Condition.WELL),
  STOPPING(Condition.FAILING),

  ANSWERS(Condition.WELL),

  /// The tables are those of this program; their version is named.
  CURRENT(Condition.WELL),
  /// A later program has changed them since.
  CHANGED(Condition.FAILING),

  /// Each case that is open was read; faulty ones are named by their ids where there are many.
  READ(Condition.WELL),
  FAULTY(Condition.FAILING),

  /// There is no other server.
  ALONE(Condition.WELL),
  /// One of several leads; it is named first.
  LED(Condition.WELL),
  /// One leads, and others are silent; they are named after it.
  SOME_SILENT(Condition.LOOK),
  LEADERLESS(Condition.FAILING),

  ROOM(Condition.WELL),
  LITTLE_ROOM(Condition.LOOK),
  NO_ROOM(Condition.FAILING),
  /// The disk is that of the database.
  ROOM_ELSEWHERE(Condition.OFF),

  /// So many days ago, and verified before it counted.
  BACKED_UP(Condition.WELL),
  /// The same, more than a day behind.
  BACKED_UP_BEFORE(Condition.LOOK),
  NEVER_BACKED_UP(Condition.LOOK),
  BACKUP_FAILED(Condition.FAILING),
  /// Nobody asks Parley for copies here.
  BACKED_UP_ELSEWHERE(Condition.OFF),

  /// So many days ago. None is made while nothing is recorded.
  ANCHORED(Condition.WELL),
  NEVER_ANCHORED(Condition.LOOK),
  /// Of many cases: each that is open, as far as something is recorded.
  ANCHORING(Condition.WELL),
  /// Of many cases, these are named.
  ANCHOR_FAILED(Condition.FAILING),
  NO_ANCHORS(Condition.OFF),

  DELIVERED(Condition.WELL),
  /// Some could not be delivered; of many cases, these are named.
  UNDELIVERED(Condition.LOOK),
  /// None are sent at all; of many cases, these are named.
  NOT_SENT(Condition.FAILING),
  NO_NOTICES(Condition.OFF),

  /// For so many days still.
  VALID(Condition.WELL),
  EXPIRES_SOON(Condition.LOOK),
  EXPIRED(Condition.FAILING),
  NO_TLS(Condition.OFF);

  private final Condition condition;

  PartFinding(Condition condition) {
    this.condition = condition;
  }

  /// The meaning for those who run the server.
  public Condition condition() {
    return condition;
  }

  /// Without further figures.
  public PartStatus found() {
    return PartStatus.of(this);
  }
}
