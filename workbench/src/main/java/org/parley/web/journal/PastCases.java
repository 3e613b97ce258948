package org.parley.web.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.store.Journal;
import org.parley.web.view.OpenCase;

/// A cache of earlier states of a case. Opening one costs time linear in the entries since; what
/// pages derive follows from the present state.
public final class PastCases {

  private static final int KEPT = 4;

  private record Key(Viewer viewer, long number) {}

  private final Map<Key, OpenCase> opened =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, OpenCase> eldest) {
          return size() > KEPT;
        }
      };

  /// A viewer's view of an earlier state; empty if there was no case yet, or this version cannot
  /// read it.
  ///
  /// @param now what the same viewer sees of the present; null if it is not open
  public synchronized Optional<OpenCase> open(
      Journal journal, long number, Viewer viewer, @Nullable OpenCase now) {
    Key key = new Key(viewer, number);
    OpenCase known = opened.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<OpenCase> open =
        journal
            .snapshotAfter(number)
            .findCase()
            .map(contents -> opened(contents.viewFor(viewer), now));
    open.ifPresent(found -> opened.put(key, found));
    return open;
  }

  private static OpenCase opened(CaseView view, @Nullable OpenCase now) {
    return now == null
        ? new OpenCase(view)
        : view.equals(now.view()) ? now : new OpenCase(view, now);
  }
}
