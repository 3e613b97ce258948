package org.parley.store.people;

import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Migrates accounts, tokens and access records of an earlier schema into the audit chain.
public final class AuditMigration {

  private static final int AT_ONCE = 2_000;

  private AuditMigration() {}

  /// Begins the chain with the existing rows.
  ///
  /// @param connection inside the transaction of a migration
  public static void run(Connection connection, Instant now) {
    Handle handle = Jdbi.create(connection).open();
    RepeatedReads reads = new RepeatedReads();
    long last = 0;
    List<AccessRecord> some;
    do {
      some =
          handle
              .createQuery(
                  "select * from seen where number > :last order by number"
                      + " fetch first :most rows only")
              .bind("last", last)
              .bind("most", AT_ONCE)
              .map(
                  (row, _) ->
                      new AccessRecord(
                          row.getLong("number"),
                          AuditRow.moment(row, "moment"),
                          row.getString("who"),
                          row.getString("role"),
                          row.getString("method"),
                          row.getString("address"),
                          row.getInt("status"),
                          1,
                          AuditRow.moment(row, "moment")))
              .list();
      if (!some.isEmpty()) {
        last = some.getLast().number();
        append(handle, reads.add(some, some.getLast().at()));
      }
    } while (some.size() == AT_ONCE);
    append(handle, reads.flush());
    Instant at = now.truncatedTo(ChronoUnit.MICROS);
    List<AuditRow.Draft> found = new ArrayList<>();
    for (Map.Entry<String, String> each : AuditLog.statesOfPeople(handle).entrySet()) {
      found.add(
          AuditLog.change(
              AccountEditor.OPERATOR,
              at,
              "the " + each.getKey() + ", as it was when this list began to be chained",
              each.getKey(),
              each.getValue()));
    }
    AuditLog.append(handle, found);
    handle.execute("drop table seen");
  }

  private static void append(Handle handle, List<AccessRecord> rows) {
    AuditLog.append(handle, rows.stream().map(AuditRow::draft).toList());
  }
}
