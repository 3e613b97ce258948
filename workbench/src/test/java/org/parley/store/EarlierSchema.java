package org.parley.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.NullMarked;
import org.parley.model.Cases;
import org.parley.model.PartyId;
import org.parley.model.round.TabledPackageId;
import org.parley.round.AnswerFault;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerWord;
import org.parley.round.RefusedAnswer;
import org.parley.round.SealedAnswer;
import org.parley.store.notices.Cadence;
import org.parley.store.notices.NoticeSetting;
import org.parley.store.people.AccessRecord;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.Dismissals;
import org.parley.store.people.ImportMappings;
import org.parley.store.people.TestAccounts;

/// Journals of earlier schemas. The present program writes one, and its rows are copied into the
/// tables and columns of that schema. From the fifth on, these rows are what the program of then
/// wrote: their hashes have not changed since. Tables that the schema lacks are left empty before.
@NullMarked
final class EarlierSchema {

  /// The first schema that chained the audit, whose rows are as they are today.
  static final int FIRST_CHAINED = 5;

  private static final int FIRST_WITH_FEEDS = 11;
  private static final int FIRST_WITH_FACTORS = 15;
  private static final int FIRST_WITH_RETENTION = 17;
  private static final int FIRST_WITH_PASSKEYS = 18;
  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  /// Rows that others refer to come first.
  private static final List<String> FIRST =
      List.of("account", "notice_recipient", "second_factor", "passkey_owner");

  private EarlierSchema() {}

  private static FluentConfiguration flyway(String url) {
    return Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:org/parley/store/migrations");
  }

  /// Every schema but the present one, the first first.
  static List<String> all() {
    List<String> versions =
        Arrays.stream(flyway("jdbc:h2:mem:versions").load().info().all())
            .map(each -> each.getVersion().toString())
            .toList();
    return versions.subList(0, versions.size() - 1);
  }

  /// Those from the fifth on.
  static Stream<String> chained() {
    return all().stream().filter(each -> Integer.parseInt(each) >= FIRST_CHAINED);
  }

  /// Makes the tables of a schema, as the program that had it.
  static void make(String version, String url) {
    flyway(url).target(version).installedBy("parley 0.0." + version).load().migrate();
  }

  /// Makes a journal of a schema with data in each of its tables.
  ///
  /// @param scratch where the present program writes one
  /// @return how many rows each table has
  static Map<String, Long> fill(String version, Path scratch, String url) throws Exception {
    Path now = scratch.resolve("now-" + version);
    try (Journal journal = Journal.inFile(now);
        Accounts people = Accounts.of(journal.database())) {
      write(journal, people, Integer.parseInt(version));
      make(version, url);
      return journal
          .database()
          .ask(source -> Jdbi.create(url).withHandle(target -> copy(source, target)));
    }
  }

  private static void write(Journal journal, Accounts people, int version) {
    journal.record(Cases.of(3), "Ann", "Begun.", NOON);
    TestAccounts.put(people, "ann", "mediator", null, "correct horse battery", NOON);
    TestAccounts.put(people, "dee", "delegation", "AA", "correct horse battery", NOON);
    people.makeToken(
        AccountEditor.OPERATOR, "bot", "observer", null, NOON, AccessToken.expiry(NOON, 90));
    people.begin("dee", NOON);
    people.addDevice("dee", NOON);
    people.chooseLanguage("dee", "fr");
    people.notices().put(new NoticeSetting("dee", "dee@example.org", Cadence.DAILY));
    Dismissals.of(journal.database()).add("dee", "0".repeat(64));
    ImportMappings.of(journal.database()).keep("dee", "claims", "{}");
    // the audit tells of these two, so it may not tell a schema that lacks their table
    if (version >= FIRST_WITH_FEEDS) {
      people.feeds().add(AccountEditor.OPERATOR, "dee", "phone", NOON);
    }
    if (version >= FIRST_WITH_FACTORS) {
      TestAccounts.enrol(people, "dee", NOON);
    }
    if (version >= FIRST_WITH_PASSKEYS) {
      TestAccounts.addPasskey(people, "dee", NOON);
    }
    // the database numbers these itself
    people.credentialChanges().told("dee", Long.MAX_VALUE);
    if (version >= FIRST_WITH_RETENTION) {
      people.keepViews(AccountEditor.OPERATOR, 90, NOON);
    }
    people.note(List.of(new AccessRecord(NOON, "dee", "delegation", "GET", "/claims", 200)), NOON);
    people.flush();
    BallotBox box = BallotBox.of(journal.database());
    box.append(
        "dee",
        () -> NOON,
        at ->
            new SealedAnswer(
                new TabledPackageId("k1"),
                new PartyId("AA"),
                at,
                "b",
                new AnswerSheet(new AnswerWord.Accepts(), Map.of())),
        (_, _) -> Optional.<String>empty());
    box.refuse(
        new RefusedAnswer(
            new TabledPackageId("k1"),
            NOON,
            "dee",
            new PartyId("AA"),
            null,
            false,
            AnswerFault.ANSWER_TOO_LATE));
  }

  private static Map<String, Long> copy(Handle source, Handle target) {
    Map<String, Long> rows = new TreeMap<>();
    for (String table : tables(target)) {
      target.execute("delete from " + table);
    }
    try {
      for (String table : tables(target)) {
        rows.put(table, copy(table, source.getConnection(), target.getConnection()));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("filling an earlier schema", e);
    }
  }

  /// The tables of a database, in an order in which each row finds what it refers to.
  static List<String> tables(Handle handle) {
    List<String> all = new ArrayList<>(FIRST);
    List<String> there =
        handle
            .createQuery(
                "select table_name from information_schema.tables where table_schema = 'public'"
                    + " and table_name <> 'flyway_schema_history' order by table_name")
            .mapTo(String.class)
            .list();
    all.retainAll(there);
    there.stream().filter(each -> !FIRST.contains(each)).forEach(all::add);
    return all;
  }

  private static long copy(String table, Connection from, Connection to) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet found = to.getMetaData().getColumns(null, "public", table, null)) {
      while (found.next()) {
        columns.add(found.getString("COLUMN_NAME"));
      }
    }
    String names = String.join(", ", columns);
    String marks = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
    long count = 0;
    try (Statement asking = from.createStatement();
        ResultSet rows = asking.executeQuery("select " + names + " from " + table);
        PreparedStatement insert =
            to.prepareStatement(
                "insert into " + table + " (" + names + ") values (" + marks + ")")) {
      while (rows.next()) {
        for (int i = 1; i <= columns.size(); i++) {
          insert.setObject(i, value(rows, i));
        }
        insert.executeUpdate();
        count++;
      }
    }
    return count;
  }

  private static Object value(ResultSet rows, int column) throws SQLException {
    return switch (rows.getMetaData().getColumnType(column)) {
      case Types.TIMESTAMP_WITH_TIMEZONE -> rows.getObject(column, OffsetDateTime.class);
      case Types.CLOB -> rows.getString(column);
      default -> rows.getObject(column);
    };
  }
}
