package org.parley.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.LoadProgress;
import org.parley.model.cases.Case;

/// The append-only journal of one case: event sourcing.
///
/// One program writes to a journal in a file; several may write to one in PostgreSQL. Changes
/// recorded together are atomic. Thread-safe.
public final class Journal implements AutoCloseable {

  /// The channel on which PostgreSQL tells that something was recorded.
  public static final String CHANNEL = "parley_journal";

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final int WHO_LENGTH = 200;
  private static final int WHY_LENGTH = 2000;

  private final Database database;

  /// Serialises the writers of this program, so that they hold no connection while waiting for the
  /// head.
  private final ReentrantLock appending = new ReentrantLock();

  private volatile Snapshot current = Snapshot.NONE;
  private volatile Consumer<Handle> fence = _ -> {};
  private volatile ObjLongConsumer<String> appends = (_, _) -> {};

  private Journal(Database database) {
    this.database = database;
  }

  /// The journal in a file, created where there is none. Cost: reads every entry once.
  ///
  /// @param file its path without the ending
  public static Journal inFile(Path file) throws JournalUnavailableException {
    return of(Database.inFile(file));
  }

  /// The journal beside a case folder.
  public static Path besideFolder(Path folder) {
    return folder.resolve(".parley").resolve("journal");
  }

  /// Whether there is a journal beside a case folder.
  public static boolean isBesideFolder(Path folder) {
    Path file = besideFolder(folder);
    return Files.exists(file.resolveSibling(file.getFileName() + ".mv.db"));
  }

  /// The journal at an address as it is typed, created where there is none.
  public static Journal at(String address) throws JournalUnavailableException {
    return at(DatabaseAddress.of(address));
  }

  /// The journal at an address, created where there is none.
  public static Journal at(DatabaseAddress address) throws JournalUnavailableException {
    return of(Database.at(address));
  }

  /// The journal that is there. Nothing is created.
  ///
  /// @throws JournalUnavailableException where there is none
  public static Journal existing(DatabaseAddress address) throws JournalUnavailableException {
    return of(Database.existing(address));
  }

  /// The repairs made when it was opened, as sentences.
  public List<String> notes() {
    return database.notes();
  }

  /// Has every append checked in its transaction, once the head is locked.
  ///
  /// @param check throws a [JournalWriteException] if this program may not append
  public void fence(Consumer<Handle> check) {
    fence = check;
  }

  /// Has a listener told of every append: `done`, `refused` or `failed`, and its nanoseconds.
  public void tellAppends(ObjLongConsumer<String> listener) {
    appends = listener;
  }

  /// Its database, which is closed with it.
  public Database database() {
    return database;
  }

  /// The journal at an address of which nothing is read yet: [#read] does that.
  ///
  /// @param isCreated whether it is created where there is none
  /// @throws JournalUnavailableException where there is none, and it is not created
  public static Journal unread(DatabaseAddress address, boolean isCreated)
      throws JournalUnavailableException {
    return new Journal(isCreated ? Database.at(address) : Database.existing(address));
  }

  private static Journal of(Database database) {
    Journal journal = new Journal(database);
    database.ask(journal::catchUp);
    return journal;
  }

  /// Reads all entries, and the case that they make.
  ///
  /// @param progress receives the number of entries
  public void read(LoadProgress progress) {
    progress.become(LoadProgress.LoadStage.REPLAYING, (int) Math.min(last(), Integer.MAX_VALUE));
    Snapshot read = database.ask(handle -> catchUp(handle, progress));
    if (read.number() > 0) {
      progress.become(LoadProgress.LoadStage.CHECKING);
      var _ = read.findCase();
    }
  }

  /// The case as it was last read, without asking the database.
  public Snapshot known() {
    return current;
  }

  /// Records the differences from the present case.
  ///
  /// @param at the moment, truncated to microseconds
  public AppendResult<?> record(Case wanted, String who, String why, Instant at) {
    Contents texts = Contents.of(wanted);
    Judge<?> judge = now -> new Judge.Ruling.Write<>(now.contents().changesTo(texts));
    return append(judge, wanted, texts, who, why, at, new LoadProgress());
  }

  /// Records the decision of a judge. If the result has the texts of a known case, they are not
  /// parsed again.
  ///
  /// @param texts those of `known`
  /// @param progress receives how many entries are written
  <R> AppendResult<R> append(
      Judge<R> judge,
      Case known,
      Contents texts,
      String who,
      String why,
      Instant at,
      LoadProgress progress) {
    return append(judge, new Result(true, known, texts, progress), who, why, at);
  }

  /// Records the decision of a judge, atomically.
  ///
  /// In one transaction, the head of the journal is locked, new entries are folded, and the judge
  /// decides. Its changes are recorded if they lead to a valid case.
  ///
  /// @param who the author; truncated to 200 characters
  /// @param why the reason; truncated to 2,000 characters
  /// @param at the moment, truncated to microseconds
  public <R> AppendResult<R> append(Judge<R> judge, String who, String why, Instant at) {
    return append(judge, Result.CHECKED, who, why, at);
  }

  /// Records changes without validation: for benchmarks of the log alone.
  AppendResult<?> appendUnchecked(List<Change> changes, String who, String why, Instant at) {
    return append(Judge.of(changes), Result.UNCHECKED, who, why, at);
  }

  /// The known properties of a result before it is parsed.
  ///
  /// @param isChecked whether it has to be valid
  /// @param likely its case, if the texts equal `texts`
  /// @param progress receives how many entries are written
  private record Result(
      boolean isChecked, @Nullable Case likely, Contents texts, LoadProgress progress) {
    static final Result CHECKED = new Result(true, null, Contents.NONE, new LoadProgress());
    static final Result UNCHECKED = new Result(false, null, Contents.NONE, new LoadProgress());
  }

  private <R> AppendResult<R> append(
      Judge<R> judge, Result wanted, String who, String why, Instant at) {
    long begun = System.nanoTime();
    String outcome = "failed";
    try {
      AppendResult<R> result = inTurn(new Attempt<>(judge, wanted, who, why, at));
      outcome = result instanceof AppendResult.Done<R> ? "done" : "refused";
      return result;
    } finally {
      appends.accept(outcome, System.nanoTime() - begun);
    }
  }

  private <R> AppendResult<R> inTurn(Attempt<R> attempt) {
    if (!isMyTurn()) {
      throw JournalWriteException.nothing("others have been writing for long", null);
    }
    try {
      return append(attempt);
    } finally {
      appending.unlock();
    }
  }

  private boolean isMyTurn() {
    try {
      return appending.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private <R> AppendResult<R> append(Attempt<R> attempt) {
    Snapshot before = current;
    AppendResult<R> result = null;
    for (boolean again = false; result == null; again = true) {
      try {
        result = database.atomically(attempt::make);
      } catch (JournalWriteException e) {
        if (e.isCertain()) {
          throw e;
        }
        AppendResult.Done<R> tried = attempt.tried;
        if (tried != null && isRecorded(tried, e)) {
          result = tried;
        } else if (again) {
          throw e.asNothing();
        }
      }
    }
    if (result instanceof AppendResult.Done<R>(_, Snapshot snapshot)) {
      keep(before, snapshot);
    }
    return result;
  }

  /// An append, which may be retried.
  private final class Attempt<R> {

    private final Judge<R> judge;
    private final Result wanted;
    private final String who;
    private final String why;
    private final Instant at;

    /// The commit in flight when the connection was lost.
    private AppendResult.@Nullable Done<R> tried;

    Attempt(Judge<R> judge, Result wanted, String who, String why, Instant at) {
      this.judge = judge;
      this.wanted = wanted;
      this.who = who;
      this.why = why;
      this.at = at;
    }

    AppendResult<R> make(Handle handle) {
      tried = null;
      Head head = Entries.head(handle, " for update");
      fence.accept(handle);
      Snapshot now = catchUp(handle);
      return switch (judge.rule(now)) {
        case Judge.Ruling.Refuse<R>(R reason) -> new AppendResult.Refused<>(reason, now);
        case Judge.Ruling.Write<R>(List<Change> changes) ->
            changes.isEmpty() ? unchanged(now) : write(handle, head, now, changes);
      };
    }

    private AppendResult<R> unchanged(Snapshot now) {
      Case likely = wanted.likely;
      if (likely != null) {
        now.knows(likely, wanted.texts);
      }
      return new AppendResult.Done<>(List.of(), now);
    }

    private AppendResult<R> write(Handle handle, Head head, Snapshot now, List<Change> changes) {
      List<AppendResult.Clash> clashes =
          changes.stream()
              .filter(change -> !now.contents().fits(change))
              .map(
                  change ->
                      new AppendResult.Clash(
                          change, now.contents().find(change.kind(), change.id())))
              .toList();
      if (!clashes.isEmpty()) {
        return new AppendResult.Conflict<>(clashes);
      }
      List<Entry> entries = entries(head, changes, who, why, at);
      Snapshot after = now.with(entries, wanted.likely, wanted.texts);
      R objection = judge.objection(now, after).orElse(null);
      if (objection != null) {
        return new AppendResult.Refused<>(objection, now);
      }
      if (wanted.isChecked && after.findCase().isEmpty()) {
        return new AppendResult.Unsound<>(after.violations());
      }
      AppendResult.Done<R> done = new AppendResult.Done<>(entries, after);
      tried = done;
      wanted.progress.become(LoadProgress.LoadStage.RECORDING, entries.size());
      Entries.add(handle, entries, wanted.progress);
      database.tell(handle, CHANNEL);
      return done;
    }
  }

  /// Whether a commit without an answer succeeded: the hashes tell, once its transaction has ended
  /// and released the head.
  private boolean isRecorded(AppendResult.Done<?> tried, JournalWriteException unheard) {
    Entry last = tried.entries().getLast();
    try {
      return database.ask(
          handle -> {
            if (!database.isEmbedded()) {
              Entries.head(handle, " for update");
            }
            return Entries.find(handle, last.number())
                .filter(each -> each.hash().equals(last.hash()))
                .isPresent();
          });
    } catch (JournalAwayException e) {
      throw unheard;
    }
  }

  private static List<Entry> entries(
      Head head, List<Change> changes, String who, String why, Instant at) {
    List<Entry> entries = new ArrayList<>(changes.size());
    String previous = head.hash();
    Instant moment = at.truncatedTo(ChronoUnit.MICROS);
    for (Change change : changes) {
      Entry entry =
          Chain.next(
              previous,
              head.number() + entries.size() + 1,
              moment,
              shortened(who, WHO_LENGTH),
              shortened(why, WHY_LENGTH),
              change);
      entries.add(entry);
      previous = entry.hash();
    }
    return entries;
  }

  private static String shortened(String words, int length) {
    if (words.length() <= length) {
      return words;
    }
    boolean isPair = Character.isSurrogatePair(words.charAt(length - 2), words.charAt(length - 1));
    return words.substring(0, isPair ? length - 2 : length - 1) + "…";
  }

  private Snapshot catchUp(Handle handle) {
    return catchUp(handle, new LoadProgress());
  }

  private Snapshot catchUp(Handle handle, LoadProgress progress) {
    Snapshot before = current;
    boolean isThere = isThere(handle, before);
    if (!isThere && database.isEmbedded()) {
      throw JournalAwayException.cutShort(before.number());
    }
    Snapshot known = isThere ? before : Snapshot.NONE;
    Contents.Playing playing = new Contents.Playing(known.contents());
    Head last = Entries.play(handle, known.head(), Long.MAX_VALUE, playing, progress);
    Snapshot now = last.number() > known.number() ? known.next(last, playing) : known;
    keep(before, now);
    return now;
  }

  /// Caches the latest of concurrently read snapshots.
  ///
  /// @param before the cached snapshot when reading began
  private synchronized void keep(Snapshot before, Snapshot now) {
    if (current == before || now.number() > current.number()) {
      current = now;
    }
  }

  /// Whether the database still contains a known snapshot. A server may have been restored to an
  /// earlier state, and is then read again. A missing entry in a locked file is a loss.
  private static boolean isThere(Handle handle, Snapshot known) {
    return known.number() == 0
        || handle
            .createQuery("select hash from entry where number = :seen")
            .bind("seen", known.number())
            .mapTo(String.class)
            .findOne()
            .filter(known.hash()::equals)
            .isPresent();
  }

  /// The case as it stands now.
  public Snapshot snapshot() {
    return database.ask(this::catchUp);
  }

  /// The records as they stand now.
  public Contents contents() {
    return snapshot().contents();
  }

  /// The case as it stood after the entry with this number. Cost: linear in the entries since, or
  /// in those until then, if they are fewer.
  public Snapshot snapshotAfter(long number) {
    return database.ask(
        handle -> {
          Snapshot now = catchUp(handle);
          return now.number() - number <= number
              ? before(handle, now, number).orElseGet(() -> replayed(handle, number))
              : replayed(handle, number);
        });
  }

  /// The case as entries up to a number make it.
  private static Snapshot replayed(Handle handle, long number) {
    Contents.Playing playing = new Contents.Playing(Contents.NONE);
    Head head = Entries.play(handle, Head.NONE, number, playing, new LoadProgress());
    return Snapshot.NONE.next(head, playing);
  }

  /// The case before the entries after a number; empty if they do not lead to what is there now.
  private static Optional<Snapshot> before(Handle handle, Snapshot now, long number) {
    if (number >= now.number()) {
      return Optional.of(now);
    }
    Head head =
        Entries.find(handle, number).map(each -> new Head(each.number(), each.hash())).orElse(null);
    if (head == null) {
      return Optional.empty();
    }
    Contents.Reverting reverting = new Contents.Reverting(now.contents());
    Entries.each(
        handle,
        number,
        each -> {
          if (each.number() <= now.number()) {
            reverting.look(each.change());
          }
        });
    return reverting.before().map(playing -> now.next(head, playing));
  }

  /// The case as it stood after each of these entries. Cost: linear in the entries, once for all.
  ///
  /// @param numbers in ascending order
  public List<Snapshot> snapshotsAfter(List<Long> numbers) {
    return database.ask(
        handle -> {
          List<Snapshot> all = new ArrayList<>();
          Snapshot now = Snapshot.NONE;
          for (long number : numbers) {
            Contents.Playing playing = new Contents.Playing(now.contents());
            Head head = Entries.play(handle, now.head(), number, playing, new LoadProgress());
            now = now.next(head, playing);
            // read at once, so that the next reads no more than what changed
            now.findCase();
            all.add(now);
          }
          return List.copyOf(all);
        });
  }

  /// The records as they stood after the entry with this number. Cost: linear in the entries.
  public Contents contentsAfter(long number) {
    return snapshotAfter(number).contents();
  }

  /// The number of the last entry recorded at or before a moment; 0 where there was none.
  public long numberAt(Instant moment) {
    return database.ask(
        handle ->
            handle
                .createQuery("select coalesce(max(number), 0) from entry where recorded <= :moment")
                .bind("moment", moment.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
  }

  /// The number of the last entry; 0 where there is none.
  public long last() {
    return database.ask(
        handle -> handle.createQuery("select number from head").mapTo(Long.class).one());
  }

  /// Every entry of the same transaction, in order.
  public List<Entry> listTogether(Entry entry) {
    return database.ask(
        handle ->
            handle
                .createQuery(
                    "select * from entry where recorded = :at and who = :who and why = :why order by"
                        + " number")
                .bind("at", entry.at().atOffset(ZoneOffset.UTC))
                .bind("who", entry.who())
                .bind("why", entry.why())
                .map((row, _) -> Entries.entry(row))
                .list());
  }

  /// The number of the last entry of the same transaction. Such entries follow each other, so that
  /// few of them are looked at.
  public long lastTogether(Entry entry) {
    return database.ask(
        handle -> {
          long last = entry.number();
          long step = 1;
          while (isTogether(handle, entry, last + step)) {
            last += step;
            step *= 2;
          }
          for (; step > 0; step /= 2) {
            last += isTogether(handle, entry, last + step) ? step : 0;
          }
          return last;
        });
  }

  private static boolean isTogether(Handle handle, Entry entry, long number) {
    return handle
            .createQuery(
                "select count(*) from entry where number = :number and recorded = :at"
                    + " and who = :who and why = :why")
            .bind("number", number)
            .bind("at", entry.at().atOffset(ZoneOffset.UTC))
            .bind("who", entry.who())
            .bind("why", entry.why())
            .mapTo(Long.class)
            .one()
        > 0;
  }

  /// The entry with this number.
  public Optional<Entry> find(long number) {
    return database.ask(handle -> Entries.find(handle, number));
  }

  /// The latest entries, the last first.
  ///
  /// @param before only entries with a smaller number
  /// @param most how many at most
  public List<Entry> list(long before, int most) {
    return database.ask(
        handle ->
            handle
                .createQuery(
                    "select * from entry where number < :before order by number desc"
                        + " fetch first :most rows only")
                .bind("before", before)
                .bind("most", most)
                .map((row, _) -> Entries.entry(row))
                .list());
  }

  /// The last entry with the same records as these; empty if there is none. Cost: linear in the
  /// entries.
  OptionalLong findEqual(Contents wanted) {
    return database.ask(
        handle -> {
          Contents.Matching matching = new Contents.Matching(wanted);
          Entries.each(handle, 0, matching::look);
          return matching.last();
        });
  }

  /// Every entry about one record, the first first.
  public List<Entry> listOf(String id) {
    return database.ask(
        handle ->
            handle
                .createQuery("select * from entry where record_id = :id order by number")
                .bind("id", id)
                .map((row, _) -> Entries.entry(row))
                .list());
  }

  /// Every entry about records of one kind, the first first.
  ///
  /// @param kind the key of the kind: `tabledPackages`
  public List<Entry> listOfKind(String kind) {
    return database.ask(
        handle ->
            handle
                .createQuery("select * from entry where kind = :kind order by number")
                .bind("kind", kind)
                .map((row, _) -> Entries.entry(row))
                .list());
  }

  /// How much was changed, by author, week and kind. Cost: linear in the entries, without their
  /// texts.
  List<WorkLog.WeekTally> tallyWeeks() {
    return database.ask(
        handle -> {
          WorkLog.Tallies tallies = WorkLog.Tallies.none();
          Entries.eachAuthored(handle, tallies::add);
          return tallies.all();
        });
  }

  /// The head hashes of the journal and its audit.
  public synchronized Anchor anchor() {
    return database.ask(
        handle ->
            handle
                .createQuery(
                    "select head.number, head.hash, audit_head.number as rows_of_audit,"
                        + " audit_head.hash as audit_hash from head cross join audit_head")
                .map(
                    (row, _) ->
                        new Anchor(
                            row.getLong("number"),
                            row.getString("hash"),
                            row.getLong("rows_of_audit"),
                            row.getString("audit_hash")))
                .one());
  }

  /// Whether an entry has this hash.
  public synchronized boolean has(String hash) {
    return database.ask(
        handle ->
            handle
                    .createQuery("select count(*) from entry where hash = :hash")
                    .bind("hash", hash)
                    .mapTo(Long.class)
                    .one()
                > 0);
  }

  /// Verifies the hash chain by recomputing it. Cost: linear in the entries; memory linear in the
  /// records.
  ///
  /// @param noted the hash of an entry, noted earlier, that must be in the chain; null for none
  public Verification verify(@Nullable String noted) {
    return database.ask(
        handle -> {
          Auditor auditor = new Auditor(noted);
          Head head;
          long before;
          do {
            before = auditor.count();
            Entries.each(handle, before, auditor::look);
            head = Entries.head(handle, "");
            // Entries may have been added concurrently.
          } while (head.number() > auditor.count() && auditor.count() > before);
          return auditor.conclude(head.number(), head.hash());
        });
  }

  /// Whether the database answered the last query.
  public boolean answers() {
    return database.answers();
  }

  @Override
  public void close() {
    database.close();
  }
}
