package org.parley.store.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.parley.store.Database;

/// The notices to be sent. It survives restarts, and several servers may share it.
/// - A recipient is told once of each thing, whichever server looks first.
/// - A notice is claimed before it is sent, by one server. If that server or the connection ends
///   before the answer, it is sent again with the same id: at least once. It has [#MOST_UNCERTAIN]
///   attempts then.
/// - A refused notice is tried again after a minute, then after twice the time, up to [#LONGEST]
///   and [#MOST_ATTEMPTS].
///
/// Thread-safe.
public final class Outbox {

  /// How often a notice is tried.
  public static final int MOST_ATTEMPTS = 10;

  /// How often a notice is tried that may have arrived. Few, so that a server which takes each and
  /// never says so is not flooded.
  public static final int MOST_UNCERTAIN = 3;

  /// The longest wait between two attempts.
  public static final Duration LONGEST = Duration.ofHours(6);

  /// The time after which a claimed notice counts as lost: longer than any sending takes.
  public static final Duration LEASE = Duration.ofMinutes(10);

  /// The most undelivered notices that are listed, and kept once given up.
  public static final int MOST_LISTED = 200;

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final int MOST_TROUBLE = 300;

  private final Database database;
  private final Supplier<String> ids;

  private Outbox(Database database, Supplier<String> ids) {
    this.database = database;
    this.ids = ids;
  }

  /// The outbox in an open database.
  ///
  /// @param ids makes the ids of notices; they go out, so that they may tell nothing
  public static Outbox of(Database database, Supplier<String> ids) {
    return new Outbox(database, ids);
  }

  /// Makes a notice if there is something that the recipient was not told of, and the last notice
  /// is long enough ago. Returns whether it did.
  ///
  /// @param account the account; null for the webhook
  /// @param things the digests of what waits
  public boolean offer(@Nullable String account, Collection<String> things, Instant now) {
    return !things.isEmpty()
        && isNews(account, things)
        && database.atomically(handle -> offer(handle, account, things, now));
  }

  /// Whether there may be news: looked up without a lock, since mostly there is none.
  private boolean isNews(@Nullable String account, Collection<String> things) {
    return database.ask(handle -> !told(handle, Recipients.name(account)).containsAll(things));
  }

  private static Set<String> told(Handle handle, String recipient) {
    return new HashSet<>(
        handle
            .createQuery("select thing from notice_told where recipient = :recipient")
            .bind("recipient", recipient)
            .mapTo(String.class)
            .list());
  }

  private boolean offer(
      Handle handle, @Nullable String account, Collection<String> things, Instant now) {
    String recipient = Recipients.name(account);
    if (account == null) {
      Recipients.add(handle, recipient, null);
    }
    if (!mayBeTold(handle, recipient, now)) {
      return false;
    }
    List<String> news = new ArrayList<>(new HashSet<>(things));
    news.removeAll(told(handle, recipient));
    if (news.isEmpty()) {
      return false;
    }
    for (String each : news) {
      handle
          .createUpdate("insert into notice_told (recipient, thing) values (:recipient, :thing)")
          .bind("recipient", recipient)
          .bind("thing", each)
          .execute();
    }
    insert(handle, recipient, now);
    return true;
  }

  /// Locks a recipient; returns whether its last notice is long enough ago.
  private static boolean mayBeTold(Handle handle, String recipient, Instant now) {
    record Known(Cadence cadence, @Nullable OffsetDateTime last) {}
    Optional<Known> known =
        handle
            .createQuery("select * from notice_recipient where name = :name for update")
            .bind("name", recipient)
            .map(
                (row, _) ->
                    new Known(
                        Cadence.find(row.getString("cadence")).orElse(Cadence.NEVER),
                        row.getObject("last_made", OffsetDateTime.class)))
            .findOne();
    return known
        .filter(each -> each.cadence != Cadence.NEVER)
        .filter(
            each ->
                each.last == null
                    || !now.isBefore(each.last.toInstant().plus(each.cadence.apart())))
        .isPresent();
  }

  private void insert(Handle handle, String recipient, Instant now) {
    handle
        .createUpdate(
            """
            insert into notice (id, recipient, made, due, attempts, state, trouble)
            values (:id, :recipient, :now, :now, 0, 'due', '')
            """)
        .bind("id", ids.get())
        .bind("recipient", recipient)
        .bind("now", utc(now))
        .execute();
    handle
        .createUpdate("update notice_recipient set last_made = :now where name = :name")
        .bind("now", utc(now))
        .bind("name", recipient)
        .execute();
  }

  /// Claims the next notice that is due; nobody else gets it.
  public Optional<Notice> claim(Instant now) {
    return database.ask(handle -> hasDue(handle, now))
        ? database.atomically(handle -> claim(handle, now))
        : Optional.empty();
  }

  private static boolean hasDue(Handle handle, Instant now) {
    return handle
            .createQuery("select count(*) from notice where state = 'due' and due <= :now")
            .bind("now", utc(now))
            .mapTo(Long.class)
            .one()
        > 0;
  }

  private static Optional<Notice> claim(Handle handle, Instant now) {
    Optional<Notice> next =
        handle
            .createQuery(
                """
                select n.id, n.made, n.attempts, r.account, r.address
                from notice n join notice_recipient r on r.name = n.recipient
                where n.state = 'due' and n.due <= :now
                order by n.due, n.id fetch first 1 row only
                """)
            .bind("now", utc(now))
            .map(
                (row, _) ->
                    new Notice(
                        row.getString("id"),
                        row.getString("account"),
                        row.getString("address"),
                        row.getObject("made", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts") + 1))
            .findOne();
    return next.filter(each -> claimed(handle, each, now));
  }

  private static boolean claimed(Handle handle, Notice notice, Instant now) {
    return handle
            .createUpdate(
                """
                update notice set state = 'sending', attempts = :attempts, due = :lease
                where id = :id and state = 'due'
                """)
            .bind("attempts", notice.attempts())
            .bind("lease", utc(now.plus(LEASE)))
            .bind("id", notice.id())
            .execute()
        > 0;
  }

  /// A claimed notice was taken over by the other side, or is not wanted any more.
  public void done(Notice notice) {
    database.atomically(
        handle ->
            handle
                .createUpdate("delete from notice where id = :id")
                .bind("id", notice.id())
                .execute());
  }

  /// A claimed notice was surely not delivered, and may be later. It is given up after
  /// [#MOST_ATTEMPTS].
  public void retry(Notice notice, String trouble, Instant now) {
    if (notice.attempts() >= MOST_ATTEMPTS) {
      failed(notice, trouble);
    } else {
      end(notice, Undelivered.State.DUE, trouble, now.plus(wait(notice.attempts())));
    }
  }

  /// The wait after so many attempts.
  static Duration wait(int attempts) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(attempts - 1, 20));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }

  /// A claimed notice was surely not delivered, and never will be.
  public void failed(Notice notice, String trouble) {
    end(notice, Undelivered.State.FAILED, trouble, notice.made());
  }

  /// A claimed notice may have been delivered. It is sent again with the same id, and given up
  /// after [#MOST_UNCERTAIN] attempts.
  public void uncertain(Notice notice, String trouble, Instant now) {
    if (notice.attempts() >= MOST_UNCERTAIN) {
      end(notice, Undelivered.State.UNKNOWN, trouble, notice.made());
    } else {
      end(notice, Undelivered.State.DUE, trouble, now.plus(wait(notice.attempts())));
    }
  }

  /// Where a later attempt has begun, what became of this one changes nothing any more.
  private void end(Notice notice, Undelivered.State state, String trouble, Instant due) {
    database.atomically(
        handle ->
            handle
                .createUpdate(
                    """
                    update notice set state = :state, trouble = :trouble, due = :due
                    where id = :id and state = 'sending' and attempts = :attempts
                    """)
                .bind("attempts", notice.attempts())
                .bind("state", word(state))
                .bind("trouble", trouble.substring(0, Math.min(trouble.length(), MOST_TROUBLE)))
                .bind("due", utc(due))
                .bind("id", notice.id())
                .execute());
  }

  private static String word(Undelivered.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /// Has claimed notices whose sender ended sent again, or gives them up after [#MOST_UNCERTAIN]
  /// attempts. Forgets all but the latest of those given up.
  public void tidy(Instant now, String trouble) {
    if (database.ask(handle -> isTidy(handle, now))) {
      return;
    }
    database.atomically(
        handle -> {
          handle
              .createUpdate(
                  """
                  update notice set
                    state = case when attempts < :most then 'due' else 'unknown' end,
                    due = case when attempts < :most then due else made end,
                    trouble = :trouble
                  where state = 'sending' and due <= :now
                  """)
              .bind("most", MOST_UNCERTAIN)
              .bind("trouble", trouble)
              .bind("now", utc(now))
              .execute();
          return handle
              .createUpdate(
                  """
                  delete from notice where state in ('failed', 'unknown') and id not in (
                    select id from notice where state in ('failed', 'unknown')
                    order by made desc, id fetch first :most rows only)
                  """)
              .bind("most", MOST_LISTED)
              .execute();
        });
  }

  private static boolean isTidy(Handle handle, Instant now) {
    return handle
                .createQuery(
                    """
                select count(*) from notice where state in ('failed', 'unknown')
                """)
                .mapTo(Long.class)
                .one()
            <= MOST_LISTED
        && handle
                .createQuery("select count(*) from notice where state = 'sending' and due <= :now")
                .bind("now", utc(now))
                .mapTo(Long.class)
                .one()
            == 0;
  }

  /// The notices that are not delivered, the latest first; [#MOST_LISTED] at most.
  public List<Undelivered> listUndelivered() {
    return database.ask(
        handle ->
            handle
                .createQuery(
                    """
                    select n.made, n.attempts, n.state, n.trouble, r.account
                    from notice n join notice_recipient r on r.name = n.recipient
                    order by n.made desc, n.id fetch first :most rows only
                    """)
                .bind("most", MOST_LISTED)
                .map(
                    (row, _) ->
                        new Undelivered(
                            row.getString("account"),
                            row.getObject("made", OffsetDateTime.class).toInstant(),
                            row.getInt("attempts"),
                            Undelivered.State.valueOf(
                                row.getString("state").toUpperCase(Locale.ROOT)),
                            row.getString("trouble")))
                .list());
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
