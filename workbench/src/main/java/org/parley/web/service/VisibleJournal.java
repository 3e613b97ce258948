package org.parley.web.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.RecordReader;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.text.Point;
import org.parley.store.Change;
import org.parley.store.Contents;
import org.parley.store.Entry;
import org.parley.store.Journal;
import org.parley.web.view.RecentCache;

/// The journal as visible to one visitor.
///
/// Except for mediators, an entry exists only if it changed a visible record, with the visible part
/// of its texts. A newly hidden record appears as removed, a newly visible one as added. Numbers
/// and hashes are left out, since they cover hidden entries. Reasons are shown to their authors
/// only, since one may cover several changes.
///
/// A delegation keeps the history of what it could read. The public does not, so that a slip can be
/// taken back. It sees nothing of a record or part of a point that is hidden from it now, or was
/// when it was removed.
public final class VisibleJournal {

  private static final int AT_ONCE = 500;
  private static final Pattern NUMBERED = Pattern.compile("Undoes entry \\d+\\.");

  /// How many texts of records are kept as read, for a history that is shown again.
  private static final int KEPT = 2_000;

  /// A longer text is read each time.
  private static final int LONGEST = 4_000;

  /// The text of a record as the journal has it.
  private record RecordedText(String kind, String text) {}

  /// Alike for every visitor of a journal; what is shown of a record is decided for each. It goes
  /// with its journal.
  private static final Map<Journal, RecentCache<RecordedText, Optional<CaseRecord>>> READ =
      Collections.synchronizedMap(new WeakHashMap<>());

  private static final RecordReader READER = new RecordReader(List.of());

  private final Visitor visitor;
  private final Viewer viewer;
  private final RecentCache<RecordedText, Optional<CaseRecord>> read;

  /// Whether the public may see the latest state of a record, or of a part of a point.
  private final Map<String, Boolean> seenByAll = new HashMap<>();

  private VisibleJournal(Journal journal, Visitor visitor) {
    this.visitor = visitor;
    this.viewer = visitor.viewer();
    this.read = READ.computeIfAbsent(journal, _ -> new RecentCache<>(KEPT));
  }

  /// The latest visible entries, latest first. Numbers are 0 and hashes empty for all but
  /// mediators. Cost: linear in the entries visited.
  ///
  /// @param skipped the number of latest entries to skip
  /// @param most the most entries
  /// @param of only of this record; null for all
  public static List<Entry> list(
      Journal journal, Visitor visitor, @Nullable String of, int skipped, int most) {
    VisibleJournal visible = new VisibleJournal(journal, visitor);
    List<Entry> found = new ArrayList<>();
    if (of != null) {
      journal.listOf(of).reversed().forEach(each -> visible.add(each, found));
    } else {
      long before = Long.MAX_VALUE;
      while (found.size() < skipped + most) {
        List<Entry> entries = journal.list(before, AT_ONCE);
        if (entries.isEmpty()) {
          break;
        }
        entries.forEach(each -> visible.add(each, found));
        before = entries.getLast().number();
      }
    }
    return List.copyOf(
        found.subList(
            Math.min(skipped, found.size()), (int) Math.min((long) skipped + most, found.size())));
  }

  /// Visits the visible entries, latest first, without storing them.
  ///
  /// @param of only of this record; null for all
  /// @param skipped the number of latest entries to skip
  /// @param most the most entries
  public static void pass(
      Journal journal,
      Visitor visitor,
      @Nullable String of,
      int skipped,
      int most,
      Consumer<Entry> taker) {
    if (of != null) {
      list(journal, visitor, of, skipped, most).forEach(taker);
      return;
    }
    VisibleJournal visible = new VisibleJournal(journal, visitor);
    long before = Long.MAX_VALUE;
    long seen = 0;
    long end = (long) skipped + most;
    while (seen < end) {
      List<Entry> entries = journal.list(before, AT_ONCE);
      if (entries.isEmpty()) {
        return;
      }
      List<Entry> found = new ArrayList<>();
      entries.forEach(each -> visible.add(each, found));
      for (Entry each : found) {
        if (seen >= skipped && seen < end) {
          taker.accept(each);
        }
        seen++;
      }
      before = entries.getLast().number();
    }
  }

  /// How many visible entries come after one, `most` at most. Cost: linear in the entries visited.
  public static int countAfter(Journal journal, Visitor visitor, long number, int most) {
    VisibleJournal visible = new VisibleJournal(journal, visitor);
    List<Entry> found = new ArrayList<>();
    long before = Long.MAX_VALUE;
    while (found.size() < most) {
      List<Entry> entries = journal.list(before, AT_ONCE);
      entries.stream().filter(each -> each.number() > number).forEach(e -> visible.add(e, found));
      if (entries.isEmpty() || entries.getLast().number() <= number) {
        break;
      }
      before = entries.getLast().number();
    }
    return Math.min(found.size(), most);
  }

  private void add(Entry entry, List<Entry> found) {
    if (viewer instanceof Viewer.Mediator) {
      found.add(entry);
      return;
    }
    Change change = entry.change();
    // the later first, since the latest state of a record decides for the public
    String after = text(change, change.after());
    String before = text(change, change.before());
    if (!Objects.equals(before, after)) {
      boolean own = entry.who().equals(visitor.name()) && !NUMBERED.matcher(entry.why()).matches();
      found.add(
          new Entry(
              0,
              entry.at(),
              entry.who(),
              own ? entry.why() : "",
              new Change(change.kind(), change.id(), before, after),
              "",
              ""));
    }
  }

  /// The visible part of a text; null if there is none. Unreadable texts are not shown.
  private @Nullable String text(Change change, @Nullable String text) {
    if (text == null || change.kind().equals(Contents.HEADER)) {
      return text;
    }
    CaseRecord record = record(change.kind(), text);
    if (record == null || !isShown(change.id(), record.visibility())) {
      return null;
    }
    return record instanceof Point point ? CaseWriter.text(shownPart(point)) : text;
  }

  private @Nullable CaseRecord record(String kind, String text) {
    return text.length() > LONGEST
        ? READER.read(kind, text).record()
        : read.get(
                new RecordedText(kind, text),
                () -> Optional.ofNullable(READER.read(kind, text).record()))
            .orElse(null);
  }

  private Point shownPart(Point point) {
    String of = point.id() + " ";
    return point.withParts(
        point.components().stream()
            .filter(each -> isShown(of + each.id(), each.visibility()))
            .toList(),
        point.options().stream()
            .filter(each -> isShown(of + each.id(), each.visibility()))
            .toList(),
        point.texts().stream()
            .filter(each -> isShown(of + "text " + each.version(), each.visibility()))
            .toList());
  }

  /// Whether a record or part is shown. Entries are visited latest first.
  private boolean isShown(String key, Visibility visibility) {
    boolean isVisible = visibility.visibleTo(viewer);
    return viewer instanceof Viewer.Public
        ? seenByAll.computeIfAbsent(key, _ -> isVisible) && isVisible
        : isVisible;
  }
}
