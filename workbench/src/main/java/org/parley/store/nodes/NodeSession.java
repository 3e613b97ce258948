package org.parley.store.nodes;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.parley.store.Database;
import org.parley.store.Journal;
import org.parley.store.TableAge;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// The session of a server with the database. It listens, holds the lock of the leader, and says
/// once a second that the server is there. Used by one thread.
final class NodeSession implements AutoCloseable {

  /// Tells the lock from those of other programs; the table of the head tells journals apart.
  private static final int LOCK = 7171;

  private static final int FORGOTTEN_DAYS = 1;
  private static final int SILENT_SECONDS = 2;

  /// The head of the journal and its leader.
  ///
  /// @param leader null if there was none yet, or its row is gone
  record Seen(long entry, long term, @Nullable Leader leader) {}

  private final Database database;
  private final Connection connection;
  private final Handle handle;
  private final String id;
  private boolean isLocked;

  private NodeSession(Database database, Connection connection, String id) {
    this.database = database;
    this.connection = connection;
    this.handle = Database.reading(Jdbi.create(connection)).open();
    this.id = id;
  }

  /// Opens one. The database ends it when it is idle for the lease.
  static NodeSession open(Database database, String id) throws SQLException {
    Connection connection = database.session((int) Leadership.LEASE.toSeconds());
    NodeSession session = new NodeSession(database, connection, id);
    try {
      session.handle.execute(
          String.format(
              Locale.ROOT,
              "set idle_session_timeout to '%1$ds'; set idle_in_transaction_session_timeout to"
                  + " '%1$ds'; set statement_timeout to '%1$ds'; set lock_timeout to '1s'; listen "
                  + Journal.CHANNEL
                  + "; listen "
                  + Database.PEOPLE_CHANNEL,
              Leadership.LEASE.toSeconds()));
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /// Waits until something changed, or for a while.
  ///
  /// @return news of it; none if nothing changed
  NodeNews await(int millis) throws SQLException {
    Set<String> journals = new HashSet<>();
    Set<String> people = new HashSet<>();
    for (PGNotification each : connection.unwrap(PGConnection.class).getNotifications(millis)) {
      (each.getName().equals(Journal.CHANNEL) ? journals : people).add(each.getParameter());
    }
    return new NodeNews(false, journals, people);
  }

  /// Has others lead.
  void unlock() {
    if (isLocked) {
      handle
          .createQuery("select pg_advisory_unlock(:lock, 'head'::regclass::oid::int)")
          .bind("lock", LOCK)
          .mapTo(Boolean.class)
          .one();
      isLocked = false;
    }
  }

  /// How the tables stand to this program.
  TableAge age() {
    return database.tableAge(handle);
  }

  /// Whether a server is there that knows more of the tables than this one.
  boolean hasLater() {
    return handle
            .createQuery(
                "select count(*) from node where known_schema > :known and seen > now() - interval '"
                    + Leadership.LEASE.toSeconds()
                    + " seconds'")
            .bind("known", database.knownSchema())
            .mapTo(Long.class)
            .one()
        > 0;
  }

  /// Whether this session holds the lock of the leader, which is taken if nobody has it.
  boolean isLocked() {
    if (!isLocked) {
      isLocked =
          handle
              .createQuery("select pg_try_advisory_lock(:lock, 'head'::regclass::oid::int)")
              .bind("lock", LOCK)
              .mapTo(Boolean.class)
              .one();
    }
    return isLocked;
  }

  /// Begins a term. No append is under way meanwhile, since the head is locked.
  void begin() {
    handle.useTransaction(
        inside -> {
          inside.createQuery("select number from head for update").mapTo(Long.class).one();
          inside
              .createUpdate("update leader set term = term + 1, node = :node")
              .bind("node", id)
              .execute();
          inside.execute(
              "delete from node where seen < now() - interval '" + FORGOTTEN_DAYS + " day'");
        });
  }

  /// Ends the transactions of a server that led before: one that hangs may hold the head.
  void endTransactions(String server) {
    end(server, "xact_start is not null");
  }

  /// Ends those in which it has said nothing for a while. A leader that lost its lock by hanging
  /// was silent for longer.
  void endSilent(String server) {
    end(
        server,
        "state like 'idle in transaction%' and state_change < now() - interval '"
            + SILENT_SECONDS
            + " seconds'");
  }

  private void end(String server, String which) {
    handle
        .createQuery(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = :name"
                + " and datname = current_database() and pid <> pg_backend_pid() and "
                + which)
        .bind("name", Database.application(server))
        .mapTo(Boolean.class)
        .list();
  }

  /// Says that the server is there.
  ///
  /// @param address where others reach it; empty for nowhere
  /// @param entry the entry it has read
  void beat(String address, String secret, long entry) {
    handle
        .createUpdate(
            """
            insert into node (id, address, secret, entry, program, known_schema, since, seen)
            values (:id, :address, :secret, :entry, :program, :known, now(), now())
            on conflict (id) do update set entry = :entry, seen = now(), address = :address
            """)
        .bind("id", id)
        .bind("address", address)
        .bind("secret", secret)
        .bind("entry", entry)
        .bind("program", Database.program())
        .bind("known", database.knownSchema())
        .execute();
  }

  /// The head and the leader now.
  Seen look() {
    return handle
        .createQuery(
            "select head.number, leader.term, leader.node, node.address, node.secret from head cross"
                + " join leader left join node on node.id = leader.node")
        .map(
            (row, _) -> {
              String node = row.getString("node");
              String secret = row.getString("secret");
              String address = row.getString("address");
              long term = row.getLong("term");
              return new Seen(
                  row.getLong("number"),
                  term,
                  node == null || secret == null
                      ? null
                      : new Leader(
                          node,
                          Optional.of(address).filter(it -> !it.isEmpty()).orElse(null),
                          secret,
                          term));
            })
        .one();
  }

  /// Says that the server is gone.
  void leave() {
    handle.createUpdate("delete from node where id = :id").bind("id", id).execute();
  }

  @Override
  public void close() {
    handle.close();
    try {
      connection.close();
    } catch (SQLException e) {
      // it is gone, and its lock with it
    }
  }
}
