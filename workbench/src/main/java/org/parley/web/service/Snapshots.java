package org.parley.web.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.web.view.OpenCase;

/// The view of each viewer on the current case, opened once for all who share it.
///
/// A snapshot is replaced only by one that differs, and only then are its watchers notified.
/// Readers do not wait for writers.
final class Snapshots {

  /// A case and its requested snapshots.
  private record State(@Nullable Case contents, Map<Viewer, OpenCase> open) {}

  private record Watcher(Viewer viewer, Runnable news) {}

  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private volatile State state = new State(null, Map.of());

  /// The case has become this.
  void become(Case contents) {
    List<Viewer> changed = new ArrayList<>();
    boolean isFirst;
    synchronized (this) {
      isFirst = state.contents == null;
      Map<Viewer, OpenCase> open = new HashMap<>();
      state.open.forEach(
          (viewer, before) -> {
            CaseView view = contents.viewFor(viewer);
            boolean same = view.equals(before.view());
            open.put(viewer, same ? before : new OpenCase(view, before));
            if (!same) {
              changed.add(viewer);
            }
          });
      state = new State(contents, Map.copyOf(open));
    }
    for (Watcher watcher : watchers) {
      if (isFirst || changed.contains(watcher.viewer)) {
        watcher.news.run();
      }
    }
  }

  /// The unrestricted case; null if none is open yet.
  @Nullable Case current() {
    return state.contents;
  }

  /// The view of a viewer.
  OpenCase get(Viewer viewer) {
    OpenCase known = state.open.get(viewer);
    return known != null ? known : open(viewer);
  }

  private synchronized OpenCase open(Viewer viewer) {
    State now = state;
    OpenCase known = now.open.get(viewer);
    if (known != null) {
      return known;
    }
    Case contents = now.contents;
    if (contents == null) {
      throw new IllegalStateException("no case is open yet");
    }
    OpenCase fresh = new OpenCase(contents.viewFor(viewer));
    Map<Viewer, OpenCase> open = new HashMap<>(now.open);
    open.put(viewer, fresh);
    state = new State(contents, Map.copyOf(open));
    return fresh;
  }

  /// Calls back when the view of a viewer has changed, or the first case is open.
  CaseService.Watching watch(Viewer viewer, Runnable news) {
    if (state.contents != null) {
      get(viewer);
    }
    Watcher watcher = new Watcher(viewer, news);
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }
}
