package org.parley.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.parley.store.FieldHash;
import org.parley.store.Verification;

/// The audit in the database: a hash chain of rows.
///
/// A row about an account or a token holds the hash of its new state, so manual changes of these
/// tables are detected.
final class AuditLog {

  /// The largest clock difference of servers.
  private static final Duration CLOCKS = Duration.ofDays(1);

  private static final int READ_AT_ONCE = 2_000;
  private static final Pattern RANGE = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

  private record Head(long number, String hash) {}

  private AuditLog() {}

  static void append(Handle handle, List<AuditRow.Draft> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    Head head = head(handle);
    String previous = head.hash;
    long number = head.number;
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into audit (number, moment, who, role, method, address, status, times, until,
              subject, state, previous, hash)
            values (:number, :moment, :who, :role, :method, :address, :status, :times, :until,
              :subject, :state, :previous, :hash)
            """);
    for (AuditRow.Draft draft : drafts) {
      AuditRow row = AuditRow.next(draft, ++number, previous);
      AccessRecord seen = row.seen();
      batch
          .bind("number", number)
          .bind("moment", seen.at().atOffset(ZoneOffset.UTC))
          .bind("who", seen.who())
          .bind("role", seen.role())
          .bind("method", seen.method())
          .bind("address", seen.address())
          .bind("status", seen.status())
          .bind("times", seen.times())
          .bind("until", seen.until().atOffset(ZoneOffset.UTC))
          .bind("subject", row.subject())
          .bind("state", row.state())
          .bind("previous", previous)
          .bind("hash", row.hash())
          .add();
      previous = row.hash();
    }
    batch.execute();
    handle
        .createUpdate("update audit_head set number = :number, hash = :hash")
        .bind("number", number)
        .bind("hash", previous)
        .execute();
  }

  /// The head of the chain, locked until the transaction ends.
  private static Head head(Handle handle) {
    return handle
        .createQuery("select number, hash from audit_head for update")
        .map((row, _) -> new Head(row.getLong("number"), row.getString("hash")))
        .one();
  }

  /// A row about a change of an account or token.
  ///
  /// @param state the hash after the change; null if it was removed
  static AuditRow.Draft change(
      AccountEditor by, Instant at, String words, String subject, @Nullable String state) {
    return new AuditRow.Draft(
        new AccessRecord(at, by.who(), by.role(), AccessRecord.DID, words, 200), subject, state);
  }

  static String subjectOfAccount(String name) {
    return "account " + name;
  }

  static String subjectOfToken(String name) {
    return "token " + name;
  }

  /// The hash of everything that a row of the table of accounts holds.
  static String stateOfAccount(ResultSet row) throws SQLException {
    return new FieldHash()
        .with(row.getString("name"))
        .with(row.getString("role"))
        .with(row.getString("party"))
        .with(row.getString("password"))
        .with(AuditRow.moment(row, "created"))
        .hex();
  }

  /// The hash of everything that a row of the table of tokens holds.
  static String stateOfToken(ResultSet row) throws SQLException {
    return new FieldHash()
        .with(row.getString("hash"))
        .with(row.getString("name"))
        .with(row.getString("role"))
        .with(row.getString("party"))
        .with(AuditRow.moment(row, "created"))
        .with(AuditRow.moment(row, "expires"))
        .hex();
  }

  /// The states in the tables, by subject.
  private static Map<String, String> states(Handle handle) {
    Map<String, String> states = statesOfPeople(handle);
    states.putAll(FeedAddresses.states(handle));
    String rule = RetentionRule.state(handle);
    if (rule != null) {
      states.put(RetentionRule.SUBJECT, rule);
    }
    states.putAll(ProviderIdentities.states(handle));
    states.putAll(SecondFactors.states(handle));
    states.putAll(Passkeys.states(handle));
    states.putAll(PasswordLinks.states(handle));
    states.putAll(Tokens.states(handle));
    return states;
  }

  /// The same without secret addresses and second factors, which the first schemas with an audit
  /// had no tables for.
  static Map<String, String> statesOfPeople(Handle handle) {
    Map<String, String> states = new TreeMap<>();
    handle
        .createQuery("select * from account")
        .map((row, _) -> Map.entry(subjectOfAccount(row.getString("name")), stateOfAccount(row)))
        .forEach(each -> states.put(each.getKey(), each.getValue()));
    handle
        .createQuery("select * from access_token")
        .map((row, _) -> Map.entry(subjectOfToken(row.getString("name")), stateOfToken(row)))
        .forEach(each -> states.put(each.getKey(), each.getValue()));
    return states;
  }

  private static void each(Handle handle, String where, Consumer<AuditRow> action) {
    long last = 0;
    List<AuditRow> some;
    do {
      some =
          handle
              .createQuery(
                  "select * from audit where number > :last "
                      + where
                      + " order by number fetch first :most rows only")
              .bind("last", last)
              .bind("most", READ_AT_ONCE)
              .map((row, _) -> AuditRow.of(row))
              .list();
      some.forEach(action);
      last = some.isEmpty() ? last : some.getLast().seen().number();
    } while (some.size() == READ_AT_ONCE);
  }

  /// Removes read accesses older than the rule of retention says; changes of accounts stay. A
  /// summary row with count, times and last hash replaces each range, so that the chain stays
  /// verifiable.
  static void dropOld(Handle handle, Instant now) {
    Duration kept = Duration.ofDays(RetentionRule.days(handle));
    Instant cut = now.minus(kept);
    boolean due =
        handle
                .createQuery(
                    "select count(*) from audit where subject is null and until < :cut"
                        + " and number <= (select min(number) from audit where subject is null)")
                .bind("cut", cut.minus(RetentionRule.batch(kept)).atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one()
            > 0;
    if (!due) {
      return;
    }
    head(handle);
    List<AuditRow.Draft> summaries = new ArrayList<>();
    List<AuditRow> range = new ArrayList<>();
    boolean[] over = {false};
    each(
        handle,
        "",
        row -> {
          over[0] |= row.subject() == null && !row.seen().until().isBefore(cut);
          boolean goes = row.subject() == null && !over[0];
          boolean follows =
              range.isEmpty() || range.getLast().seen().number() + 1 == row.seen().number();
          if (!range.isEmpty() && !(goes && follows)) {
            summaries.add(summary(range, now));
            range.clear();
          }
          if (goes) {
            range.add(row);
          }
        });
    if (!range.isEmpty()) {
      summaries.add(summary(range, now));
    }
    for (AuditRow.Draft each : summaries) {
      Range dropped = Range.of(each.subject());
      if (dropped != null) {
        handle
            .createUpdate("delete from audit where number >= :from and number <= :to")
            .bind("from", dropped.from)
            .bind("to", dropped.to)
            .execute();
      }
    }
    append(handle, summaries);
  }

  private record Range(long from, long to) {
    static @Nullable Range of(@Nullable String subject) {
      Matcher found = RANGE.matcher(subject == null ? "" : subject);
      return found.matches()
          ? new Range(Long.parseLong(found.group(1)), Long.parseLong(found.group(2)))
          : null;
    }
  }

  private static AuditRow.Draft summary(List<AuditRow> range, Instant now) {
    AccessRecord first = range.getFirst().seen();
    Instant last =
        range.stream().map(each -> each.seen().until()).max(Instant::compareTo).orElse(now);
    int requests = range.stream().mapToInt(each -> each.seen().times()).sum();
    String words =
        String.format(
            Locale.ROOT,
            "%d requests in rows %d to %d, from %s to %s",
            requests,
            first.number(),
            range.getLast().seen().number(),
            first.at().truncatedTo(ChronoUnit.SECONDS),
            last.truncatedTo(ChronoUnit.SECONDS));
    return new AuditRow.Draft(
        new AccessRecord(
            0, now, "parley", "operator", AccessRecord.DROPPED, words, 200, requests, last),
        first.number() + "-" + range.getLast().seen().number(),
        range.getLast().hash());
  }

  /// Whether a row, possibly removed, has this hash.
  static boolean has(Handle handle, String hash) {
    return handle
            .createQuery("select count(*) from audit where hash = :hash or previous = :hash")
            .bind("hash", hash)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  /// Whether a row of this number was written, and is there no more.
  static boolean hasRemoved(Handle handle, long number) {
    return handle
            .createQuery(
                "select count(*) from audit_head where number >= :row"
                    + " and not exists (select 1 from audit where audit.number = :row)")
            .bind("row", number)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  /// Verifies every row, and compares the chain with the tables of accounts and tokens.
  static Verification verify(Handle handle) {
    Head head = head(handle);
    Check check = new Check();
    each(handle, "and method = '" + AccessRecord.DROPPED + "'", check::dropped);
    each(handle, "and subject = '" + RetentionRule.SUBJECT + "'", check::ruled);
    each(handle, "", check::look);
    return check.conclude(head, states(handle));
  }

  /// The state of a verification.
  private static final class Check {

    private final Map<Long, AuditRow> drops = new HashMap<>();

    /// The days of each rule of retention, by the row that set it.
    private final NavigableMap<Long, Integer> rules = new TreeMap<>();

    private final Map<String, String> states = new TreeMap<>();
    private long next = 1;
    private long count;
    private String previous = FieldHash.START;
    private Instant changed = Instant.MIN;
    private Verification.@Nullable Broken broken;

    void dropped(AuditRow row) {
      Range range = Range.of(row.subject());
      if (range != null) {
        drops.put(range.from, row);
      }
    }

    void ruled(AuditRow row) {
      RetentionRule.daysOf(row.state()).ifPresent(days -> rules.put(row.seen().number(), days));
    }

    /// The rule that applied when a row was written.
    private Duration keptAt(long row) {
      Map.Entry<Long, Integer> rule = rules.floorEntry(row);
      return Duration.ofDays(rule == null ? RetentionRule.USUAL_DAYS : rule.getValue());
    }

    void look(AuditRow row) {
      AccessRecord seen = row.seen();
      while (broken == null && next < seen.number()) {
        skip(drops.get(next), seen.number());
      }
      if (broken != null) {
        return;
      }
      if (seen.number() != next) {
        broken = new Verification.Broken(next, "it is missing");
      } else if (!row.previous().equals(previous)) {
        broken = new Verification.Broken(next, "it does not follow the row before it");
      } else if (!row.isIntact()) {
        broken = new Verification.Broken(next, "it was altered after it was written");
      }
      String subject = row.subject();
      if (subject != null && !seen.method().equals(AccessRecord.DROPPED)) {
        changed = seen.at();
        if (row.state() == null) {
          states.remove(subject);
        } else {
          states.put(subject, row.state());
        }
      }
      previous = row.hash();
      next = seen.number() + 1;
      count++;
    }

    /// Skips removed rows, if they were old enough.
    private void skip(@Nullable AuditRow drop, long before) {
      Range range = drop == null ? null : Range.of(drop.subject());
      if (drop == null || range == null || range.to >= before || drop.state() == null) {
        broken = new Verification.Broken(next, "it is missing");
        return;
      }
      AccessRecord seen = drop.seen();
      if (seen.until().isAfter(seen.at().minus(keptAt(seen.number())))
          || (!changed.equals(Instant.MIN) && seen.until().isBefore(changed.minus(CLOCKS)))) {
        broken =
            new Verification.Broken(
                next, "it was dropped though it was not older than what is dropped");
        return;
      }
      previous = drop.state();
      next = range.to + 1;
    }

    Verification conclude(Head head, Map<String, String> found) {
      if (broken != null) {
        return broken;
      }
      if (head.number != next - 1 || !head.hash.equals(previous)) {
        return new Verification.Broken(next, "rows at the end are missing");
      }
      for (Map.Entry<String, String> each : found.entrySet()) {
        String known = states.remove(each.getKey());
        if (!each.getValue().equals(known)) {
          return new Verification.Broken(
              next - 1,
              "the "
                  + each.getKey()
                  + (known == null
                      ? " was added to the database by other means than Parley"
                      : " was changed in the database by other means than Parley"));
        }
      }
      return states.isEmpty()
          ? new Verification.Intact(count, previous)
          : new Verification.Broken(
              next - 1,
              "the "
                  + states.keySet().iterator().next()
                  + " was removed from the database by other means than Parley");
    }
  }
}
