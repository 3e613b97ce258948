package org.parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.parley.casefile.LoadProgress;

/// The table of entries.
///
/// All entries are read in ranges of numbers. One statement for all would be buffered as a whole:
/// by H2 in a file, by the PostgreSQL driver in memory.
final class Entries {

  static final int READ_AT_ONCE = 2000;

  /// The bound values of one entry take a kilobyte, several times its texts.
  private static final int WRITTEN_AT_ONCE = 2000;

  /// The part of an entry needed for replay.
  private record Played(Head head, Change change) {}

  private Entries() {}

  /// The head of the journal.
  ///
  /// @param how a suffix of the statement
  static Head head(Handle handle, String how) {
    return handle
        .createQuery("select number, hash from head" + how)
        .map((row, _) -> new Head(row.getLong("number"), row.getString("hash")))
        .one();
  }

  /// Adds entries in the transaction of a connection, some thousands at a time.
  ///
  /// @param progress receives how many are written
  static void add(Handle handle, List<Entry> entries, LoadProgress progress) {
    for (int from = 0; from < entries.size(); from += WRITTEN_AT_ONCE) {
      int to = Math.min(entries.size(), from + WRITTEN_AT_ONCE);
      add(handle, entries.subList(from, to));
      progress.add(to - from);
    }
    Entry last = entries.getLast();
    handle
        .createUpdate("update head set number = :number, hash = :hash")
        .bind("number", last.number())
        .bind("hash", last.hash())
        .execute();
  }

  private static void add(Handle handle, List<Entry> entries) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into entry (number, recorded, who, why, kind, record_id, text_before,
              text_after, previous, hash)
            values (:number, :recorded, :who, :why, :kind, :id, :before, :after, :previous, :hash)
            """);
    for (Entry entry : entries) {
      batch
          .bind("number", entry.number())
          .bind("recorded", entry.at().atOffset(ZoneOffset.UTC))
          .bind("who", entry.who())
          .bind("why", entry.why())
          .bind("kind", entry.change().kind())
          .bind("id", entry.change().id())
          .bind("before", entry.change().before())
          .bind("after", entry.change().after())
          .bind("previous", entry.previous())
          .bind("hash", entry.hash())
          .add();
    }
    batch.execute();
  }

  static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("number"),
        row.getObject("recorded", OffsetDateTime.class).toInstant(),
        row.getString("who"),
        row.getString("why"),
        new Change(
            row.getString("kind"),
            row.getString("record_id"),
            row.getString("text_before"),
            row.getString("text_after")),
        row.getString("previous"),
        row.getString("hash"));
  }

  /// The entry with this number.
  static Optional<Entry> find(Handle handle, long number) {
    return handle
        .createQuery("select * from entry where number = :number")
        .bind("number", number)
        .map((row, _) -> entry(row))
        .findOne();
  }

  /// Visits every entry after a number, in order.
  static void each(Handle handle, long after, Consumer<Entry> action) {
    read(handle, "*", after, Long.MAX_VALUE, (row, _) -> entry(row), Entry::number, action);
  }

  /// Visits the author of every entry, in order, without its texts.
  static void eachAuthored(Handle handle, Consumer<WorkLog.AuthoredChange> action) {
    read(
        handle,
        "number, recorded, who, kind, record_id",
        0,
        Long.MAX_VALUE,
        (row, _) -> new Authored(row.getLong("number"), authored(row)),
        Authored::number,
        each -> action.accept(each.change));
  }

  /// An entry without its texts.
  private record Authored(long number, WorkLog.AuthoredChange change) {}

  private static WorkLog.AuthoredChange authored(ResultSet row) throws SQLException {
    return new WorkLog.AuthoredChange(
        row.getObject("recorded", OffsetDateTime.class).toInstant(),
        row.getString("who"),
        row.getString("kind"),
        row.getString("record_id"));
  }

  /// Replays the entries after one, up to a number.
  ///
  /// @param progress receives how many are read
  /// @return the head after replay; `after` if there was no entry
  static Head play(
      Handle handle, Head after, long upTo, Contents.Playing playing, LoadProgress progress) {
    Head[] last = {after};
    read(
        handle,
        "number, kind, record_id, text_after, hash",
        after.number(),
        upTo,
        (row, _) ->
            new Played(
                new Head(row.getLong("number"), row.getString("hash")),
                new Change(
                    row.getString("kind"),
                    row.getString("record_id"),
                    null,
                    row.getString("text_after"))),
        played -> played.head.number(),
        played -> {
          playing.play(played.change);
          last[0] = played.head;
          progress.add(1);
        });
    return last[0];
  }

  private static <T> void read(
      Handle handle,
      String columns,
      long after,
      long upTo,
      RowMapper<T> mapper,
      Function<T, Long> numberOf,
      Consumer<T> action) {
    long last = after;
    List<T> range;
    do {
      range =
          handle
              .createQuery(
                  "select "
                      + columns
                      + " from entry where number > :last and number <= :upTo order by number"
                      + " fetch first :most rows only")
              .bind("last", last)
              .bind("upTo", upTo)
              .bind("most", READ_AT_ONCE)
              .map(mapper)
              .list();
      range.forEach(action);
      last = range.isEmpty() ? last : numberOf.apply(range.getLast());
    } while (range.size() == READ_AT_ONCE);
  }
}
