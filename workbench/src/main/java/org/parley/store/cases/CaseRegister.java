package org.parley.store.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.parley.store.Database;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.people.Accounts;
import org.parley.store.people.Admissions;

/// The cases of a server, with the accounts of everyone who signs in to it. Thread-safe.
///
/// In a folder, the register is the file `server`, and each case a file in `cases`. In PostgreSQL,
/// the register is the schema `parley_server`, and each case a schema `case_ID`. One program has a
/// folder open at a time; several have a database open.
public final class CaseRegister implements AutoCloseable {

  /// The longest silence of PostgreSQL that the lock waits for.
  private static final int ANSWER_SECONDS = 10;

  /// The number of the advisory lock of a register: "parley" in ASCII.
  private static final long LOCK = 0x7061726c6579L;

  private static final String CASE_SCHEMA = "case_";

  private final DatabaseAddress place;
  private final Database database;
  private final Accounts people;
  private final @Nullable Connection lock;
  private volatile Consumer<Handle> fence = _ -> {};

  private CaseRegister(DatabaseAddress place, Database database, @Nullable Connection lock) {
    this.place = place;
    this.database = database;
    this.people = Accounts.of(database);
    this.lock = lock;
  }

  /// When somebody last saw a case.
  ///
  /// @param entry the entry of the journal up to which they saw it
  public record CaseVisit(long entry, Instant at) {}

  /// The register at an address, created where there is none.
  ///
  /// @param place a folder, or a PostgreSQL database
  public static CaseRegister at(DatabaseAddress place) throws JournalUnavailableException {
    if (place.namesSchema()) {
      throw new JournalUnavailableException(
          "\"" + place + "\" names a schema, and each case has its own. Maybe leave it out", null);
    }
    Path folder = place.file();
    if (folder != null) {
      makeFolder(folder);
      return new CaseRegister(place, Database.ofRegister(register(place)), null);
    }
    Connection lock = lock(place);
    try {
      return new CaseRegister(place, Database.ofRegister(register(place)), lock);
    } catch (JournalUnavailableException | RuntimeException e) {
      close(lock);
      throw e;
    }
  }

  /// The register that is there. Nothing is created.
  ///
  /// @throws JournalUnavailableException where there is none
  public static CaseRegister existing(DatabaseAddress place) throws JournalUnavailableException {
    Path folder = place.file();
    if (folder != null && !Files.exists(folder.resolve("server.mv.db"))) {
      throw new JournalUnavailableException(
          "\""
              + folder
              + "\" keeps no cases yet. Maybe create one first: parley cases create ID --database "
              + folder,
          null);
    }
    return at(place);
  }

  private static DatabaseAddress register(DatabaseAddress place) {
    Path folder = place.file();
    return folder != null
        ? place.sibling(folder.resolve("server"))
        : place.inSchema(Database.REGISTER_SCHEMA);
  }

  private static void makeFolder(Path folder) throws JournalUnavailableException {
    try {
      if (Files.exists(folder.resolveSibling(folder.getFileName() + ".mv.db"))) {
        throw new JournalUnavailableException(
            "\""
                + folder
                + "\" is the journal of one case. Maybe name a folder for many, or leave --cases out",
            null);
      }
      Files.createDirectories(folder.resolve("cases"));
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(
            folder.resolve("cases"), PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new JournalUnavailableException(
          "the folder \"" + folder + "\" cannot be made. Maybe check the path and who may write it",
          e);
    }
  }

  /// The lock that every program of a register shares: earlier versions want it for themselves.
  private static Connection lock(DatabaseAddress place) throws JournalUnavailableException {
    @Nullable Connection session = null;
    try {
      session = Database.session(place, ANSWER_SECONDS);
      try (Statement statement = session.createStatement();
          ResultSet row =
              statement.executeQuery("select pg_try_advisory_lock_shared(" + LOCK + ")")) {
        if (row.next() && row.getBoolean(1)) {
          return session;
        }
      }
      close(session);
    } catch (SQLException e) {
      close(session);
      throw new JournalUnavailableException(
          "the database at \"" + place + "\" does not answer. Maybe check the address", e);
    }
    throw new JournalUnavailableException(
        "an earlier version of Parley serves the cases at \""
            + place
            + "\" alone. Maybe stop it first, or use its pages",
        null);
  }

  private static void close(@Nullable Connection session) {
    try {
      if (session != null) {
        session.close();
      }
    } catch (SQLException e) {
      // PostgreSQL ends the session
    }
  }

  /// Where the journal of a case lies.
  ///
  /// @param id a valid id
  public DatabaseAddress addressOf(String id) {
    if (!HostedCase.isId(id)) {
      throw new IllegalArgumentException("no id of a case: " + id);
    }
    Path folder = place.file();
    return folder != null
        ? place.sibling(folder.resolve("cases").resolve(id))
        : place.inSchema(CASE_SCHEMA + id.replace('-', '_')).ofNode(database.name());
  }

  /// The id of the case that has a schema; empty if that is of the register, or of another program.
  public static Optional<String> idOf(String schema) {
    return Optional.of(schema)
        .filter(each -> each.startsWith(CASE_SCHEMA))
        .map(each -> each.substring(CASE_SCHEMA.length()).replace('_', '-'))
        .filter(HostedCase::isId);
  }

  /// Whether a schema is that of the register.
  public static boolean isRegister(String schema) {
    return schema.equals(Database.REGISTER_SCHEMA);
  }

  /// The database of the list and the accounts.
  public Database database() {
    return database;
  }

  /// Has changes of the register, and of the cases it opens from now on, checked in their
  /// transactions.
  ///
  /// @param check throws an exception if this program may not write
  public void fence(Consumer<Handle> check) {
    fence = check;
    database.fence(check);
  }

  /// Opens the journal of a case without reading it.
  public Journal unread(String id) throws JournalUnavailableException {
    return fenced(Journal.unread(addressOf(id), false));
  }

  /// Opens the journal of a case that is about to begin.
  Journal create(String id) throws JournalUnavailableException {
    return fenced(Journal.at(addressOf(id)));
  }

  private Journal fenced(Journal journal) {
    journal.fence(fence);
    journal.database().fence(fence);
    return journal;
  }

  /// Who may come in to a case that is closed here, as the database says now.
  public Admissions admissions(String id) throws JournalUnavailableException {
    DatabaseAddress address = addressOf(id);
    if (address.file() != null) {
      try (Accounts own = Accounts.existing(address)) {
        return own.admissions();
      }
    }
    return database.askIn(address, Admissions::read);
  }

  /// A file outside the server for a case that is copied there, under the key of the server.
  public DatabaseAddress exportTo(Path file) {
    return place.sibling(file);
  }

  /// The version of its tables; empty if they are not those of this program any more.
  public Optional<String> schema() {
    return database.schema();
  }

  /// The accounts of everyone who signs in.
  public Accounts people() {
    return people;
  }

  /// Every case, by id.
  public List<HostedCase> list() {
    return database.ask(
        handle ->
            handle
                .createQuery("select * from hosted_case order by id")
                .map((row, _) -> hosted(row))
                .list());
  }

  /// The case of an id.
  public Optional<HostedCase> find(String id) {
    return list().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// Adds a case; returns whether its id was free.
  public boolean add(String id, String by, Instant now) {
    return change(
        """
        insert into hosted_case (id, created, created_by)
        values (:id, :moment, :by)
        on conflict do nothing
        """,
        update ->
            update.bind("id", id).bind("moment", now.atOffset(ZoneOffset.UTC)).bind("by", by));
  }

  /// Makes a case read-only from a moment on; null takes that back. Returns whether it is there.
  public boolean archive(String id, @Nullable Instant moment) {
    return change(
        "update hosted_case set archived = :moment where id = :id",
        update ->
            update
                .bind("id", id)
                .bind("moment", moment == null ? null : moment.atOffset(ZoneOffset.UTC)));
  }

  /// Changes the list, and has every server told; returns whether a row changed.
  private boolean change(String statement, UnaryOperator<Update> bound) {
    return database.atomicallyLeading(
        handle -> {
          database.tell(handle, Database.PEOPLE_CHANNEL);
          return bound.apply(handle.createUpdate(statement)).execute() > 0;
        });
  }

  /// When somebody last saw each case, by its id.
  public Map<String, CaseVisit> visits(String account) {
    Map<String, CaseVisit> visits = new TreeMap<>();
    database
        .ask(
            handle ->
                handle
                    .createQuery("select * from case_visit where account = :account")
                    .bind("account", account)
                    .map(
                        (row, _) ->
                            Map.entry(
                                row.getString("case_id"),
                                new CaseVisit(row.getLong("entry"), moment(row, "at"))))
                    .list())
        .forEach(each -> visits.put(each.getKey(), each.getValue()));
    return visits;
  }

  /// Notes up to which entry somebody has seen a case.
  public void visited(String account, String id, CaseVisit visit) {
    database.atomically(
        handle -> {
          handle
              .createUpdate("delete from case_visit where account = :account and case_id = :id")
              .bind("account", account)
              .bind("id", id)
              .execute();
          return handle
              .createUpdate(
                  "insert into case_visit (account, case_id, entry, at)"
                      + " values (:account, :id, :entry, :at)")
              .bind("account", account)
              .bind("id", id)
              .bind("entry", visit.entry())
              .bind("at", visit.at().atOffset(ZoneOffset.UTC))
              .execute();
        });
  }

  private static HostedCase hosted(ResultSet row) throws SQLException {
    return new HostedCase(
        row.getString("id"),
        moment(row, "created"),
        row.getString("created_by"),
        row.getObject("archived") == null ? null : moment(row, "archived"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  @Override
  public void close() {
    people.close();
    close(lock);
  }
}
