package org.parley.store;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /// The journal at another head, later or earlier.
  synchronized Snapshot next(Head later, Contents.Playing played) {
    JournalCase from = reading == null ? earlier : reading;
    if (from == null) {
      return new Snapshot(later, played.contents(), null, Set.of());
    }
    Set<Contents.Key> keys = new HashSet<>(played.played());
    keys.addAll(changed);
    return new Snapshot(later, played.contents(), from, keys);
  }

  /// The contents after these changes.
  Snapshot with(List<Change> changes) {
    Contents.Playing playing = new Contents.Playing(contents);
    changes.forEach(playing::play);
    return next(head, playing);
  }

  /// The journal after these entries, which follow its last.
  ///
  /// @param likely the case that they may make; null if none is known
  /// @param texts those of that case, which are shared if they are the same
  Snapshot with(List<Entry> entries, @Nullable Case likely, Contents texts) {
    Contents.Playing playing = new Contents.Playing(contents);
    entries.forEach(each -> playing.play(each.change()));
    Entry last = entries.getLast();
    Head later = new Head(last.number(), last.hash());
    if (likely == null || !playing.contents().isSame(texts)) {
      return next(later, playing);
    }
    Snapshot then = new Snapshot(later, texts, null, Set.of());
    then.reading = JournalCase.of(likely);
    return then;
  }

  /// Takes the case of some texts, if they are these, so that nothing is parsed.
  ///
  /// @param texts those of `likely`
  void knows(Case likely, Contents texts) {
    if (contents.isSame(texts)) {
      know(likely);
    }
  }

  private synchronized void know(Case whole) {
    if (reading == null) {
      reading = JournalCase.of(whole);
      earlier = null;
      changed = Set.of();
    }
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
