package org.parley.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.parley.casefile.LoadProgress;
import org.parley.casefile.shape.Kinds;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.model.text.Instrument;
import org.parley.round.AccordRecords;

/// Erases from a journal by writing another one without it.
///
/// Hashes cover the texts, so nothing can be blanked in place. The other journal has an entry for
/// each, with its number, author and moment, and a chain of its own. The list of what is gone has
/// the hashes that the entries had, and the audit has the digest of that list. The journal itself
/// is only read; it and its backups are then the operator's to destroy.
///
/// @param head the head of the journal
/// @param newHead the hash of the last entry of the other one
/// @param erased what is gone, in order
/// @param named how many rows of audit, accounts and sealed answers have the words; these stay
public record Erasure(
    long head, String hash, String newHead, List<ErasedEntry> erased, long named) {

  private static final int WRITTEN_AT_ONCE = 2_000;

  public Erasure {
    erased = List.copyOf(erased);
  }

  /// The result of looking.
  public sealed interface Outcome {

    /// It can be erased.
    record Found(Erasure erasure) implements Outcome {}

    /// Why nothing was erased; never empty.
    record Refused(List<ErasureObstacle> obstacles) implements Outcome {
      public Refused {
        obstacles = List.copyOf(obstacles);
      }
    }
  }

  /// Ends a transaction without a trace.
  private static final class MovedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MovedException() {
      super("entries were added meanwhile", null, false, false);
    }
  }

  /// The digest of the list of what was erased: SHA-256, in hexadecimal.
  public String digest() {
    FieldHash digest = new FieldHash().with(hash).with(newHead);
    for (ErasedEntry each : erased) {
      digest.with(each.number()).with(each.hash()).with(each.cause().name());
    }
    return digest.hex();
  }

  /// Looks what would be erased. Nothing is written.
  public static Outcome plan(Journal journal, ErasureOrder order) {
    if (journal.verify(null) instanceof Verification.Broken(long number, String what)) {
      return refused(new ErasureObstacle.Broken(number, what));
    }
    Snapshot now = journal.snapshot();
    if (now.findCase().isEmpty()) {
      return refused(new ErasureObstacle.NoCase());
    }
    Set<ErasureObstacle> obstacles = new LinkedHashSet<>(present(now, order));
    Erasing erasing = new Erasing(order, ids(journal, order), now.contents());
    Rounds rounds = new Rounds();
    each(
        journal,
        entry -> {
          rounds.look(entry);
          Entry made = erasing.next(entry);
          if (made.change().before() == null && made.change().after() == null) {
            obstacles.add(new ErasureObstacle.FirstHeader());
          }
        });
    erasing.erased().stream()
        .filter(
            each ->
                each.cause() != ErasedEntry.ErasureCause.REASON && rounds.rest.contains(each.id()))
        .forEach(each -> obstacles.add(new ErasureObstacle.RoundRests(each.number(), each.id())));
    if (obstacles.isEmpty() && erasing.erased().isEmpty()) {
      obstacles.add(new ErasureObstacle.NothingFound());
    }
    return obstacles.isEmpty()
        ? new Outcome.Found(
            new Erasure(
                now.number(),
                now.hash(),
                erasing.head().hash(),
                erasing.erased(),
                journal
                    .database()
                    .ask(handle -> JournalCopy.rowsBesideEntries(handle, order::hasWords))))
        : new Outcome.Refused(List.copyOf(obstacles));
  }

  /// Erases as planned, into a journal without entries: in one transaction, all of it or nothing.
  ///
  /// @param to the other journal
  /// @return false if entries were added since it was planned; then nothing was written
  public boolean write(Journal journal, Journal to, ErasureOrder order) {
    Contents present = journal.contents();
    Set<String> ids = ids(journal, order);
    try {
      JournalCopy.copyWith(
          journal.database(),
          to.database(),
          (source, target) -> {
            Erasing erasing = new Erasing(order, ids, present);
            if (!written(source, target, erasing).equals(newHead)) {
              throw new MovedException();
            }
          });
      return true;
    } catch (MovedException e) {
      return false;
    }
  }

  /// Writes the other entries; returns the hash of the last.
  private static String written(Handle source, Handle target, Erasing erasing) {
    List<Entry> made = new ArrayList<>();
    Entries.each(
        source,
        0,
        entry -> {
          made.add(erasing.next(entry));
          if (made.size() == WRITTEN_AT_ONCE) {
            Entries.add(target, made, new LoadProgress());
            made.clear();
          }
        });
    if (!made.isEmpty()) {
      Entries.add(target, made, new LoadProgress());
    }
    return erasing.head().hash();
  }

  /// The erasure in words, for the audit of the other journal.
  public String words() {
    return "something was erased from "
        + erased.size()
        + " of "
        + head
        + " entries, of which the last was "
        + hash
        + "; their list is "
        + digest();
  }

  /// The ids of the records that go, and of their parts.
  private static Set<String> ids(Journal journal, ErasureOrder order) {
    Set<String> ids = new HashSet<>(order.records());
    for (String record : order.records()) {
      for (Entry entry : journal.listOf(record)) {
        String text = entry.change().after();
        ids.addAll(text == null ? Set.of() : ErasureOrder.ids(text));
      }
    }
    return ids;
  }

  private static Outcome refused(ErasureObstacle obstacle) {
    return new Outcome.Refused(List.of(obstacle));
  }

  /// Why the present records cannot go, or cannot stay.
  private static List<ErasureObstacle> present(Snapshot now, ErasureOrder order) {
    List<ErasureObstacle> found = new ArrayList<>();
    List<Change> removals = new ArrayList<>();
    for (Contents.Key each : now.contents().keys()) {
      String text = now.contents().find(each.kind(), each.id());
      if (text == null) {
        continue;
      }
      if (order.records().contains(each.id()) && !each.kind().equals(Contents.HEADER)) {
        removals.add(new Change(each.kind(), each.id(), text, null));
      } else if (ErasureOrder.values(text).stream().anyMatch(order::hasWords)) {
        found.add(new ErasureObstacle.PresentWords(each.kind(), each.id()));
      }
    }
    Snapshot without = now.with(removals);
    without.violations().forEach(each -> found.add(new ErasureObstacle.Needed(each.sentence())));
    Set<String> aside = setAside(now);
    setAside(without).stream()
        .filter(each -> !aside.contains(each))
        .forEach(each -> found.add(new ErasureObstacle.SetAside(each)));
    return found;
  }

  /// The ids of hidden records that do not fit the others.
  private static Set<String> setAside(Snapshot snapshot) {
    return snapshot.findCase().stream()
        .flatMap(each -> each.setAside().stream())
        .map(each -> each.record().id().value())
        .collect(Collectors.toSet());
  }

  private static void each(Journal journal, Consumer<Entry> action) {
    var _ =
        journal
            .database()
            .ask(
                handle -> {
                  Entries.each(handle, 0, action);
                  return true;
                });
  }

  /// The ids on which rounds of delegations rest.
  private static final class Rounds {

    private static final Set<String> KINDS =
        Set.of(Kinds.keyOf(Round.class), Kinds.keyOf(TabledPackage.class));

    private final Set<String> rest = new HashSet<>();

    void look(Entry entry) {
      Change change = entry.change();
      boolean isOne =
          KINDS.contains(change.kind())
              || (change.kind().equals(Kinds.keyOf(Instrument.class))
                  && change.id().startsWith(AccordRecords.BEGINNING));
      if (isOne) {
        rest.add(change.id());
        String text = change.after();
        if (text != null) {
          rest.addAll(ErasureOrder.values(text));
        }
      }
    }
  }
}
