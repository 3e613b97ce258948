package org.parley.operate;

/// A part of a server that those who run it look at.
public enum ServerPart {
  /// Whether it takes requests.
  REQUESTS,
  /// The database of its journal.
  DATABASE,
  /// The tables, as migrations made them.
  SCHEMA,
  /// The case, or the cases, as they were read.
  CASES,
  /// The servers of one database.
  NODES,
  /// The room for a journal in a file.
  DISK,
  /// The last copy of the journal.
  BACKUP,
  /// The signed heads of the journal.
  ANCHORS,
  /// Mail and webhook.
  NOTICES,
  /// The certificate of TLS.
  CERTIFICATE
}
