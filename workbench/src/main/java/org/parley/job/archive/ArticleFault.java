package org.parley.job.archive;

/// Why a line of an archive is set aside.
public enum ArticleFault {
  NOT_UTF8,
  TOO_LONG,
  NOT_AN_OBJECT,
  NOT_A_TEXT,
  MISSING,
  NOT_A_DAY,
  NOT_READ_OFFLINE
}
