package org.parley.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// Rows of the tables as values.
final class AccountRows {

  private AccountRows() {}

  static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("name"),
        row.getString("role"),
        row.getString("party"),
        moment(row, "created"));
  }

  static AccessToken token(ResultSet row) throws SQLException {
    return new AccessToken(
        row.getString("name"),
        row.getString("role"),
        row.getString("party"),
        moment(row, "created"),
        moment(row, "expires"),
        row.getBoolean("read_only"));
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return AuditRow.moment(row, column);
  }

  static OffsetDateTime utc(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
