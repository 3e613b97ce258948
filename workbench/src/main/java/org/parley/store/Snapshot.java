package org.parley.store;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.model.cases.Case;

/// A journal at one of its heads: number, texts and case. Immutable and thread-safe.
///
/// The case is parsed on demand. With an earlier snapshot of the same journal, only changed records
/// are parsed, and checked with those that mention them.
public final class Snapshot {

  static final Snapshot NONE = new Snapshot(Head.NONE, Contents.NONE, null, Set.of());

  private final Head head;
  private final Contents contents;

  /// The latest parsed earlier snapshot; null if there is none, or once this one is parsed.
  private @Nullable JournalCase earlier;

  /// The records changed since `earlier`.
  private Set<Contents.Key> changed;

  private @Nullable JournalCase reading;

  private Snapshot(
      Head head, Contents contents, @Nullable JournalCase earlier, Set<Contents.Key> changed) {
    this.head = head;
    this.contents = contents;
    this.earlier = earlier;
    this.changed = changed;
  }

  /// The journal at a later head.
  synchronized Snapshot next(Head later, Contents.Playing played) {
    JournalCase known = reading;
    Set<Contents.Key> keys = new HashSet<>(played.played());
    if (known == null) {
      keys.addAll(changed);
    }
    return new Snapshot(later, played.contents(), known == null ? earlier : known, keys);
  }

  /// The contents after these changes.
  Snapshot with(List<Change> changes) {
    Contents.Playing playing = new Contents.Playing(contents);
    changes.forEach(playing::play);
    return next(head, playing);
  }

  /// The journal after these entries, which follow its last.
  ///
  /// @param known finds the case of known texts
  Snapshot with(List<Entry> entries, Function<Contents, @Nullable Case> known) {
    Contents.Playing playing = new Contents.Playing(contents);
    entries.forEach(each -> playing.play(each.change()));
    Entry last = entries.getLast();
    Snapshot then = next(new Head(last.number(), last.hash()), playing);
    Case made = known.apply(then.contents);
    if (made != null) {
      then.reading = JournalCase.of(made);
    }
    return then;
  }

  Head head() {
    return head;
  }

  /// The number of the last entry; 0 where there is none.
  public long number() {
    return head.number();
  }

  /// The hash of the last entry; sixty-four zeros where there is none.
  public String hash() {
    return head.hash();
  }

  /// The texts of the records.
  public Contents contents() {
    return contents;
  }

  /// The case; empty if there is none, or the records do not make one.
  public Optional<Case> findCase() {
    return Optional.ofNullable(reading().contents());
  }

  /// The violations of the records; empty if they form a case.
  public List<Violation> violations() {
    return reading().violations();
  }

  private synchronized JournalCase reading() {
    JournalCase known = reading;
    if (known == null) {
      known = earlier == null ? JournalCase.of(contents) : earlier.next(contents, changed);
      reading = known;
      earlier = null;
      changed = Set.of();
    }
    return known;
  }
}
