package org.parley.store.nodes;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.parley.store.Database;
import org.parley.store.Journal;
import org.parley.store.JournalWriteException;
import org.parley.store.TableAge;

/// The part of one server in the choice of a leader, and its eyes on the journal. Thread-safe.
///
/// A server leads while its session holds the advisory lock and the database answered it within
/// [#LEASE], by its own clock. The database ends the session later than that. So no two servers
/// believe that they lead, and [#check] refuses an append that was late.
public final class Leadership implements AutoCloseable {

  /// How long a leader may be silent.
  public static final Duration LEASE = Duration.ofSeconds(4);

  /// The first version of PostgreSQL that ends idle sessions.
  public static final int LEAST_VERSION = 14;

  private static final int VERSION_DIGITS = 10_000;
  private static final int BEAT_MILLIS = 1_000;
  private static final long PAUSE_MILLIS = 500;
  private static final int KEY_BYTES = 32;
  private static final long CLOSE_MILLIS = 2_000;

  /// How long a leader that makes way lets its changes end: well within [#LEASE].
  private static final long HANDOVER_MILLIS = 2_000;

  /// The leader as known.
  ///
  /// @param isSelf whether this server has the lock and the term
  /// @param askedNanos when the database was asked
  private record Known(@Nullable Leader leader, boolean isSelf, long askedNanos) {}

  private final Database database;
  private volatile String address = "";
  private final String secret = randomKey();
  private final LongSupplier entry;
  private volatile Consumer<NodeNews> news;
  private final boolean isOfMany;
  private final Semaphore arrived = new Semaphore(0);
  private NodeNews heard = NodeNews.NONE;
  private Known standing = new Known(null, false, System.nanoTime());
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Consumer<String> log;
  private String said = "";
  private volatile TableAge age = TableAge.PRESENT;
  private volatile boolean makesWay;
  private int changes;
  private boolean handsOver;
  private volatile boolean closed;
  private @Nullable Thread beating;
  private @Nullable Thread reading;

  private Leadership(
      Database database,
      boolean isOfMany,
      LongSupplier entry,
      Consumer<NodeNews> news,
      Consumer<String> log) {
    this.log = log;
    this.isOfMany = isOfMany;
    this.database = database;
    this.entry = entry;
    this.news = news;
  }

  /// A server of the journal, which takes part after [#begin].
  ///
  /// @param entry the entry of the journal it has read
  /// @param news reads the journal; called on a thread of its own when something was recorded
  /// @param log takes a line when another server leads
  public static Leadership of(
      Database database, LongSupplier entry, Runnable news, Consumer<String> log) {
    return new Leadership(database, false, entry, _ -> news.run(), log);
  }

  /// A server of many cases, one leader for all of them, which takes part after [#begin].
  ///
  /// @param register the database that lists the cases
  /// @param log takes a line when another server leads
  public static Leadership ofMany(Database register, Consumer<String> log) {
    return new Leadership(register, true, () -> 0, _ -> {}, log);
  }

  /// Has a listener look again at what changed, on a thread of its own. If it fails, it is told
  /// again.
  public void onNews(Consumer<NodeNews> listener) {
    news = listener;
  }

  /// The major version of the database; [#LEAST_VERSION] for a file, which has no other servers.
  public static int serverVersion(Database database) {
    return database.isEmbedded()
        ? LEAST_VERSION
        : database.ask(
                handle ->
                    handle
                        .createQuery("select current_setting('server_version_num')")
                        .mapTo(Integer.class)
                        .one())
            / VERSION_DIGITS;
  }

  /// The key that all servers of a journal share, made with the first.
  public static byte[] sharedKey(Database database) {
    return HexFormat.of()
        .parseHex(
            database.atomically(
                handle -> {
                  String made = randomKey();
                  handle
                      .createUpdate(
                          "insert into shared_key (only_one, secret) values (true, :made) on conflict"
                              + " do nothing")
                      .bind("made", made)
                      .execute();
                  return handle
                      .createQuery("select secret from shared_key")
                      .mapTo(String.class)
                      .one();
                }));
  }

  private static String randomKey() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Begins to take part.
  ///
  /// @param reachedAt where the other servers reach it; empty if they cannot
  public synchronized void begin(String reachedAt) {
    address = reachedAt;
    beating = Thread.ofPlatform().name("node").daemon().start(this::beat);
    reading = Thread.ofPlatform().name("news").daemon().start(this::read);
  }

  /// The id of this server.
  public String node() {
    return database.name();
  }

  /// Proves to this server that a request was forwarded by another of the same database.
  public String secret() {
    return secret;
  }

  /// Where other servers reach this one; empty if they cannot.
  public String address() {
    return address;
  }

  /// Whether this server leads.
  public synchronized boolean leads() {
    return standing.isSelf && System.nanoTime() - standing.askedNanos < LEASE.toNanos();
  }

  /// Begins a change at this server if it leads and goes on to: it waits for changes before another
  /// leads.
  ///
  /// @return whether it does; then [#endChange] has to be called once
  public synchronized boolean beginChange() {
    boolean begins = leads() && !handsOver;
    changes += begins ? 1 : 0;
    return begins;
  }

  /// Ends a change that [#beginChange] began.
  public synchronized void endChange() {
    changes--;
    notifyAll();
  }

  /// Whether this server is to be upgraded, and leads no more. A later program has migrated the
  /// tables, and is there or left this one nothing to change.
  public boolean makesWay() {
    return makesWay;
  }

  /// Whether this program may change nothing in the tables as they are now.
  public boolean isOutdated() {
    return age == TableAge.LATER;
  }

  /// The leader, as far as is known: this server or another.
  public synchronized Optional<Leader> leader() {
    return standing.isSelf && !leads() ? Optional.empty() : Optional.ofNullable(standing.leader);
  }

  /// Waits for a leader.
  ///
  /// @param wanted which one: another than one that did not answer, for instance
  /// @param deadlineNanos until when, as [System#nanoTime] says it
  /// @return empty if there is none in time
  public synchronized Optional<Leader> await(Predicate<Leader> wanted, long deadlineNanos) {
    while (true) {
      Optional<Leader> found = handsOver ? Optional.empty() : leader().filter(wanted);
      long left = deadlineNanos - System.nanoTime();
      if (found.isPresent() || left <= 0 || closed) {
        return found;
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
  }

  /// Has the journal and its database refuse what this server writes while it does not lead.
  public void fence(Journal journal) {
    journal.fence(handle -> check(handle, ""));
    fence();
  }

  /// The same for the database without the journal, which is still being begun.
  public void fence() {
    database.fence(this::check);
  }

  /// Called in a transaction of any schema of the database that has locked nothing. Nobody takes
  /// over until it ends, since it locks the leader. A server whose session broke waits until it
  /// leads again, at most for the lease.
  ///
  /// @throws JournalWriteException if this server does not lead
  public void check(Handle handle) {
    if (own() == null && !makesWay) {
      var _ = await(_ -> true, System.nanoTime() + LEASE.toNanos());
    }
    check(handle, " for share");
  }

  /// The term of this server as far as it knows. One that was silent may still have it.
  private synchronized @Nullable Leader own() {
    return standing.isSelf ? standing.leader : null;
  }

  /// Called in a transaction in which nobody takes over: it has locked the head of the journal, or
  /// locks the leader here. The term alone decides, so a server that was slow is not refused.
  private void check(Handle handle, String lock) {
    Leader mine = own();
    long term =
        mine == null
            ? -1
            : handle
                .createQuery("select term from " + database.table("leader") + lock)
                .mapTo(Long.class)
                .one();
    if (mine == null || term != mine.term()) {
      throw JournalWriteException.notLeader();
    }
  }

  /// Every server that the database has heard of in the last day, the first started first.
  public List<NodeStatus> list() {
    return database.ask(
        handle ->
            handle
                .createQuery(
                    "select node.*, leader.node as leads, cast(extract(epoch from now() - seen) as"
                        + " bigint) as silent from node cross join leader order by since, id")
                .map(
                    (row, _) ->
                        new NodeStatus(
                            row.getString("id"),
                            Optional.of(row.getString("address"))
                                .filter(it -> !it.isEmpty())
                                .orElse(null),
                            row.getString("id").equals(row.getString("leads")),
                            row.getString("id").equals(node()),
                            row.getString("program"),
                            isOfMany ? null : row.getLong("entry"),
                            Math.max(0, row.getLong("silent"))))
                .list());
  }

  private void beat() {
    while (!closed) {
      try (NodeSession session = NodeSession.open(database, node())) {
        // from now on it listens, and what it missed before is looked for
        hear(NodeNews.ALL);
        while (!closed) {
          turn(session);
          NodeNews told = session.await(BEAT_MILLIS);
          if (!told.isNone()) {
            hear(told);
          }
        }
        session.leave();
      } catch (SQLException | RuntimeException e) {
        // whatever it is: it is tried again, and nobody is led meanwhile
        become(new Known(null, false, System.nanoTime()));
        say("This server does not know who leads: the database does not answer.");
        pause();
      }
    }
  }

  private void hear(NodeNews told) {
    keep(told);
    arrived.release();
  }

  private synchronized void keep(NodeNews told) {
    heard = told.and(heard);
  }

  private synchronized boolean hasNews() {
    return !heard.isNone();
  }

  private synchronized NodeNews takeNews() {
    NodeNews all = heard;
    heard = NodeNews.NONE;
    return all;
  }

  /// Waits a moment before it connects again.
  private void pause() {
    try {
      var _ = closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn(NodeSession session) {
    long asked = System.nanoTime();
    session.beat(address, secret, entry.getAsLong());
    NodeSession.Seen seen = session.look();
    age = session.age();
    makesWay = isOutdated() || (age == TableAge.LATER_COMPATIBLE && session.hasLater());
    if (makesWay) {
      makeWay(session, seen);
    } else {
      if (session.isLocked() && !isSelf(seen)) {
        takeOver(session, seen.leader());
        asked = System.nanoTime();
        seen = session.look();
      }
      boolean leads = session.isLocked() && isSelf(seen);
      become(new Known(seen.leader(), leads, asked));
      say(leads ? "This server leads." : "This server follows " + called(seen.leader()) + ".");
    }
    if (seen.entry() != entry.getAsLong() || hasNews()) {
      arrived.release();
    }
  }

  /// From now on it refuses to append; a moment later another leads. New changes wait for that one,
  /// and those under way may end here.
  private void makeWay(NodeSession session, NodeSession.Seen seen) {
    if (!isOutdated()) {
      awaitChanges();
    }
    become(new Known(isSelf(seen) ? null : seen.leader(), false, System.nanoTime()));
    session.unlock();
    say(
        "A later Parley has migrated the tables, so this server leads no more. Maybe start it again"
            + " as that version.");
  }

  private synchronized void awaitChanges() {
    handsOver = leads();
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(HANDOVER_MILLIS);
    try {
      for (long left = HANDOVER_MILLIS; leads() && changes > 0 && left > 0; ) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String called(@Nullable Leader leader) {
    return leader == null ? "nobody yet" : String.valueOf(leader.address());
  }

  /// Logs it, unless it was said last.
  private void say(String line) {
    if (!line.equals(said) && !closed) {
      said = line;
      log.accept(line);
    }
  }

  private boolean isSelf(NodeSession.Seen seen) {
    Leader leader = seen.leader();
    return leader != null && leader.node().equals(node());
  }

  /// A leader that hangs in a transaction may hold the head or the term, the accounts or the audit.
  /// Its silent transactions are ended first, and the others if one of them is in the way.
  private void takeOver(NodeSession session, @Nullable Leader before) {
    if (before != null && !before.node().equals(node())) {
      session.endSilent(before.node());
    }
    try {
      session.begin();
    } catch (JdbiException e) {
      if (before == null) {
        // a program at a terminal writes; the next turn tries again
        throw e;
      }
      session.endTransactions(before.node());
      session.begin();
    }
  }

  private synchronized void become(Known next) {
    standing = next;
    handsOver = false;
    notifyAll();
  }

  private void read() {
    while (!closed) {
      NodeNews told = NodeNews.NONE;
      try {
        arrived.acquire();
        arrived.drainPermits();
        told = takeNews();
        news.accept(told);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // whatever it is: it is tried again within a second
        keep(told);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    closing.countDown();
    Thread beat;
    synchronized (this) {
      notifyAll();
      beat = beating;
      Thread read = reading;
      if (read != null) {
        read.interrupt();
      }
    }
    try {
      if (beat != null) {
        beat.join(CLOSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
