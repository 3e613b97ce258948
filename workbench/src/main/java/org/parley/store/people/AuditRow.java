package org.parley.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.parley.store.FieldHash;

/// A row of the audit, linked to the one before it by its hash.
///
/// @param subject the changed object: `account ann`, `token news-reader`; for removed rows, their
///   numbers: `2-900`; null for read accesses
/// @param state the hash of the account or token after the change, or of the last removed row; null
///   if it was removed
record AuditRow(
    AccessRecord seen,
    @Nullable String subject,
    @Nullable String state,
    String previous,
    String hash) {

  private static final int ADDRESS_LENGTH = 400;

  /// A row not stored yet.
  record Draft(AccessRecord seen, @Nullable String subject, @Nullable String state) {}

  static Draft draft(AccessRecord seen) {
    return new Draft(seen, null, null);
  }

  static AuditRow next(Draft draft, long number, String previous) {
    AccessRecord seen = draft.seen;
    String address = seen.address();
    AccessRecord kept =
        new AccessRecord(
            number,
            seen.at().truncatedTo(ChronoUnit.MICROS),
            seen.who(),
            seen.role(),
            seen.method(),
            address.substring(0, Math.min(ADDRESS_LENGTH, address.length())),
            seen.status(),
            seen.times(),
            seen.until().truncatedTo(ChronoUnit.MICROS));
    return new AuditRow(
        kept,
        draft.subject,
        draft.state,
        previous,
        hash(kept, draft.subject, draft.state, previous));
  }

  boolean isIntact() {
    return hash.equals(hash(seen, subject, state, previous));
  }

  private static String hash(
      AccessRecord seen, @Nullable String subject, @Nullable String state, String previous) {
    return new FieldHash()
        .with(seen.number())
        .with(seen.at())
        .with(seen.who())
        .with(seen.role())
        .with(seen.method())
        .with(seen.address())
        .with(seen.status())
        .with(seen.times())
        .with(seen.until())
        .with(subject)
        .with(state)
        .with(previous)
        .hex();
  }

  static AuditRow of(ResultSet row) throws SQLException {
    return new AuditRow(
        new AccessRecord(
            row.getLong("number"),
            moment(row, "moment"),
            row.getString("who"),
            row.getString("role"),
            row.getString("method"),
            row.getString("address"),
            row.getInt("status"),
            row.getInt("times"),
            moment(row, "until")),
        row.getString("subject"),
        row.getString("state"),
        row.getString("previous"),
        row.getString("hash"));
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
