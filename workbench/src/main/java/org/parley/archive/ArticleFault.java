package org.parley.archive;

/// Why a line or page of an archive is set aside.
public enum ArticleFault {
  NOT_UTF8,
  TOO_LONG,
  NOT_AN_OBJECT,
  NOT_A_TEXT,
  MISSING,
  NOT_A_DAY,
  NOT_READ_OFFLINE,
  /// A page of a web archive whose headers or coding are broken.
  NOT_DECODED,
  /// A web archive ends within a record, or goes on with something else.
  CUT_OFF
}
