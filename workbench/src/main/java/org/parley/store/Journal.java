package org.parley.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.parley.model.Case;

/// The append-only journal of one case.
///
/// One program writes to a journal in a file; several may write to one in PostgreSQL. Changes that
/// are recorded together are recorded all or none. Safe for use by several threads.
public final class Journal implements AutoCloseable {

  private static final int WHO_LENGTH = 200;
  private static final int WHY_LENGTH = 2000;

  private final Database database;
  private Contents contents = Contents.NONE;
  private Head seen = Head.NONE;
  private int connection = 1;

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

  /// The journal in a database.
  ///
  /// @param address `postgresql://host:port/name?user=...&password=...`, or the path of a file
  ///   without its ending
  public static Journal at(String address) throws JournalUnavailableException {
    return of(Database.at(address));
  }

  private static Journal of(Database database) {
    Journal journal = new Journal(database);
    database.ask(journal::catchUp);
    return journal;
  }

  /// Records whatever differs from what is on record.
  ///
  /// @param at the moment, of which microseconds count
  public synchronized Appended record(Case wanted, String who, String why, Instant at) {
    database.ask(this::catchUp);
    return append(contents.changesTo(Contents.of(wanted)), who, why, at);
  }

  /// Records changes, all or none. A change that does not begin with what stands is a conflict.
  ///
  /// @param who who makes them; at most 200 characters count
  /// @param why for what reason; at most 2,000 characters count
  /// @param at the moment, of which microseconds count
  public synchronized Appended append(List<Change> changes, String who, String why, Instant at) {
    if (changes.isEmpty()) {
      return new Appended.Done(List.of());
    }
    List<Entry> tried = new ArrayList<>();
    Appended result;
    try {
      result = append(changes, who, why, at, tried);
    } catch (JournalWriteException e) {
      if (e.isCertain()) {
        throw e;
      }
      result =
          isRecorded(tried, e)
              ? new Appended.Done(List.copyOf(tried))
              : append(changes, who, why, at, tried);
    }
    if (result instanceof Appended.Done(List<Entry> entries)) {
      if (entries.getFirst().number() > seen.number()) {
        contents = contents.with(changes);
        seen = new Head(entries.getLast().number(), entries.getLast().hash());
      }
    }
    return result;
  }

  /// @param tried takes the entries that are on their way
  private Appended append(
      List<Change> changes, String who, String why, Instant at, List<Entry> tried) {
    return database.atomically(
        handle -> {
          Head head = Entries.head(handle, " for update");
          catchUp(handle);
          List<Appended.Clash> clashes = clashes(changes);
          if (!clashes.isEmpty()) {
            return new Appended.Conflict(clashes);
          }
          List<Entry> entries = entries(head, changes, who, why, at);
          tried.clear();
          tried.addAll(entries);
          Entries.add(handle, entries);
          return new Appended.Done(entries);
        });
  }

  /// Whether entries are there of which it was not heard whether they are: their hashes tell.
  private boolean isRecorded(List<Entry> tried, JournalWriteException unheard) {
    try {
      return find(tried.getLast().number())
          .filter(each -> each.hash().equals(tried.getLast().hash()))
          .isPresent();
    } catch (JournalAwayException e) {
      throw unheard;
    }
  }

  /// Takes one entry back by another that does the opposite.
  ///
  /// @return a conflict where the record has changed since; empty where there is no such entry
  public synchronized Optional<Appended> undo(long number, String who, Instant at) {
    return find(number)
        .map(
            entry ->
                append(List.of(entry.change().inverse()), who, "Undoes entry " + number + ".", at));
  }

  private List<Appended.Clash> clashes(List<Change> changes) {
    return changes.stream()
        .filter(change -> !contents.fits(change))
        .map(change -> new Appended.Clash(change, contents.find(change.kind(), change.id())))
        .toList();
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
    return words.length() <= length ? words : words.substring(0, length - 1) + "…";
  }

  private Contents catchUp(Handle handle) {
    if (connection != database.connections()) {
      compare(handle);
      connection = database.connections();
    }
    Contents.Playing playing = new Contents.Playing(contents);
    Head last = Entries.play(handle, seen, Long.MAX_VALUE, playing);
    if (last.number() > seen.number()) {
      contents = playing.contents();
      seen = last;
    }
    return contents;
  }

  /// A server that comes back may have been set back to an earlier state: what is no longer there
  /// is read anew.
  private void compare(Handle handle) {
    boolean same =
        seen.number() == 0
            || handle
                .createQuery("select hash from entry where number = :seen")
                .bind("seen", seen.number())
                .mapTo(String.class)
                .findOne()
                .filter(seen.hash()::equals)
                .isPresent();
    if (!same) {
      contents = Contents.NONE;
      seen = Head.NONE;
    }
  }

  /// The records as they stand now.
  public synchronized Contents contents() {
    return database.ask(this::catchUp);
  }

  /// The records as they stood after the entry with this number. Cost: linear in the entries.
  public synchronized Contents contentsAfter(long number) {
    return database.ask(
        handle -> {
          Contents.Playing playing = new Contents.Playing(Contents.NONE);
          Entries.play(handle, Head.NONE, number, playing);
          return playing.contents();
        });
  }

  /// The number of the last entry recorded at or before a moment; 0 where there was none.
  public synchronized long numberAt(Instant moment) {
    return database.ask(
        handle ->
            handle
                .createQuery("select coalesce(max(number), 0) from entry where recorded <= :moment")
                .bind("moment", moment.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
  }

  /// The number of the last entry; 0 where there is none.
  public synchronized long last() {
    return database.ask(
        handle -> handle.createQuery("select number from head").mapTo(Long.class).one());
  }

  /// Every entry that was recorded together with one, itself included, the first first.
  public synchronized List<Entry> listTogether(Entry entry) {
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

  /// The entry with this number.
  public synchronized Optional<Entry> find(long number) {
    return database.ask(
        handle ->
            handle
                .createQuery("select * from entry where number = :number")
                .bind("number", number)
                .map((row, _) -> Entries.entry(row))
                .findOne());
  }

  /// The latest entries, the last first.
  ///
  /// @param before only entries with a smaller number
  /// @param most how many at most
  public synchronized List<Entry> list(long before, int most) {
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

  /// Every entry about one record, the first first.
  public synchronized List<Entry> listOf(String id) {
    return database.ask(
        handle ->
            handle
                .createQuery("select * from entry where record_id = :id order by number")
                .bind("id", id)
                .map((row, _) -> Entries.entry(row))
                .list());
  }

  /// Goes through every entry and recomputes its hash. Cost: linear in the entries; memory, in the
  /// records.
  ///
  /// @param noted the hash of an entry, noted down earlier, which has to be among them; or nothing
  public synchronized Verification verify(@Nullable String noted) {
    return database.ask(
        handle -> {
          Auditor auditor = new Auditor(noted);
          Head head;
          long before;
          do {
            before = auditor.count();
            Entries.each(handle, before, auditor::look);
            head = Entries.head(handle, "");
            // where there should be more, others may have added them since
          } while (head.number() > auditor.count() && auditor.count() > before);
          return auditor.conclude(head.number(), head.hash());
        });
  }

  @Override
  public synchronized void close() {
    database.close();
  }
}
