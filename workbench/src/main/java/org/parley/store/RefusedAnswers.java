package org.parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.round.TabledPackageId;
import org.parley.round.AnswerFault;
import org.parley.round.RefusedAnswer;

/// The answers and asks of rounds that were not taken: append-only and hash-chained, without words.
final class RefusedAnswers {

  /// The most that are kept of one account about one package: nobody can fill the log.
  static final int MOST_OF_ONE = 100;

  private static final String ASK = "ask ";

  private RefusedAnswers() {}

  /// One row as it is hashed.
  private record Row(
      long number,
      Instant at,
      String who,
      String to,
      String from,
      String by,
      String reason,
      String previous) {

    String hash() {
      return new FieldHash()
          .with(number)
          .with(at)
          .with(who)
          .with(to)
          .with(from)
          .with(by)
          .with(reason)
          .with(previous)
          .hex();
    }

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getLong("number"),
          row.getObject("received", OffsetDateTime.class).toInstant(),
          row.getString("who"),
          row.getString("package"),
          row.getString("sent_by"),
          row.getString("in_name_of"),
          row.getString("reason"),
          row.getString("previous"));
    }

    RefusedAnswer refused() {
      boolean isAsk = reason.startsWith(ASK);
      return new RefusedAnswer(
          new TabledPackageId(to),
          at,
          who,
          party(from),
          party(by),
          isAsk,
          AnswerFault.valueOf(isAsk ? reason.substring(ASK.length()) : reason));
    }

    private static @Nullable PartyId party(String id) {
      return id.isEmpty() ? null : new PartyId(id);
    }
  }

  /// Adds one, unless there are many of the same account about the same package.
  static void append(Handle handle, RefusedAnswer refused) {
    Head head = locked(handle);
    if (count(handle, refused) >= MOST_OF_ONE) {
      return;
    }
    Row row =
        new Row(
            head.number() + 1,
            refused.at().truncatedTo(ChronoUnit.MICROS),
            refused.who(),
            refused.to().value(),
            text(refused.from()),
            text(refused.by()),
            (refused.isAsk() ? ASK : "") + refused.why().name(),
            head.hash());
    String hash = row.hash();
    handle
        .createUpdate(
            """
            insert into refused_answer (number, received, who, package, sent_by, in_name_of, reason,
              previous, hash)
            values (:number, :received, :who, :package, :from, :by, :reason, :previous, :hash)
            """)
        .bind("number", row.number())
        .bind("received", row.at().atOffset(ZoneOffset.UTC))
        .bind("who", row.who())
        .bind("package", row.to())
        .bind("from", row.from())
        .bind("by", row.by())
        .bind("reason", row.reason())
        .bind("previous", row.previous())
        .bind("hash", hash)
        .execute();
    handle
        .createUpdate("update refused_head set number = :number, hash = :hash")
        .bind("number", row.number())
        .bind("hash", hash)
        .execute();
  }

  private static String text(@Nullable PartyId party) {
    return party == null ? "" : party.value();
  }

  private static long count(Handle handle, RefusedAnswer refused) {
    return handle
        .createQuery("select count(*) from refused_answer where package = :to and who = :who")
        .bind("to", refused.to().value())
        .bind("who", refused.who())
        .mapTo(Long.class)
        .one();
  }

  /// The head of the chain, for nobody else until the transaction ends.
  private static Head locked(Handle handle) {
    return handle
        .createQuery("select number, hash from refused_head for update")
        .map((row, _) -> new Head(row.getLong("number"), row.getString("hash")))
        .one();
  }

  /// Those about a package, in the order of receipt.
  static List<RefusedAnswer> list(Handle handle, TabledPackageId to) {
    return handle
        .createQuery("select * from refused_answer where package = :to order by number")
        .bind("to", to.value())
        .map((row, _) -> Row.of(row).refused())
        .list();
  }

  /// Verifies the hash chain.
  static Verification verify(Handle handle) {
    Head head = locked(handle);
    String previous = FieldHash.START;
    long count = 0;
    record Stored(Row row, String hash) {}
    for (Stored each :
        handle
            .createQuery("select * from refused_answer order by number")
            .map((row, _) -> new Stored(Row.of(row), row.getString("hash")))
            .list()) {
      count++;
      if (each.row().number() != count) {
        return new Verification.Broken(count, "it is missing");
      }
      if (!each.row().previous().equals(previous)) {
        return new Verification.Broken(count, "it does not follow the row before it");
      }
      if (!each.row().hash().equals(each.hash())) {
        return new Verification.Broken(count, "it was altered");
      }
      previous = each.hash();
    }
    return head.number() == count && head.hash().equals(previous)
        ? new Verification.Intact(count, previous)
        : new Verification.Broken(count + 1, "rows at the end are missing");
  }
}
