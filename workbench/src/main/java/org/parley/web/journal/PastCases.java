package org.parley.web.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.model.Viewer;
import org.parley.store.Journal;
import org.parley.web.view.OpenCase;

/// A cache of earlier states of a case. Opening one costs time linear in the entries.
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
  public synchronized Optional<OpenCase> open(Journal journal, long number, Viewer viewer) {
    Key key = new Key(viewer, number);
    OpenCase known = opened.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<OpenCase> open =
        journal
            .snapshotAfter(number)
            .findCase()
            .map(contents -> new OpenCase(contents.viewFor(viewer)));
    open.ifPresent(found -> opened.put(key, found));
    return open;
  }
}
