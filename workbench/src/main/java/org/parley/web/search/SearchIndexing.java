package org.parley.web.search;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.cases.CaseView;
import org.parley.model.party.Party;
import org.parley.model.text.Point;
import org.parley.web.edit.RecordTitles;
import org.parley.web.view.OpenCase;

/// The search index of one case for one viewer. That of a large case is built in the background,
/// with progress on the pages. After a change it extends the previous index of the same viewer.
public final class SearchIndexing implements OpenCase.Following {

  /// Up to this many records, an index is built at once, in less than the time of a page.
  private static final int AT_ONCE = 10_000;

  /// With more records touched, the index is made from nothing again.
  private static final int MOST_TOUCHED = 512;

  private static final long SHOWN_AGAIN_MILLIS = 100;

  private final OpenCase open;

  /// The index that this one extends; null for a full build.
  private final @Nullable CompletableFuture<SearchIndex> from;

  /// The records that differ from those of that index.
  private final Set<String> touched;

  private final AtomicInteger done;
  private final CompletableFuture<SearchIndex> index = new CompletableFuture<>();
  private volatile boolean begun;

  private SearchIndexing(
      OpenCase open,
      @Nullable CompletableFuture<SearchIndex> from,
      Set<String> touched,
      AtomicInteger done) {
    this.open = open;
    this.from = from;
    this.touched = touched;
    this.done = done;
  }

  @Override
  public SearchIndexing after(OpenCase next) {
    CompletableFuture<SearchIndex> base = from == null && begun ? index : from;
    Set<String> all = new HashSet<>(touched);
    if (base != null) {
      all.addAll(touched(open.view(), next.view()));
    }
    return base == null || all.size() > MOST_TOUCHED
        ? new SearchIndexing(next, null, Set.of(), new AtomicInteger())
        : new SearchIndexing(next, base, all, done);
  }

  /// The ids of the records that differ in two views, and of those whose titles may.
  private static Set<String> touched(CaseView before, CaseView now) {
    List<CaseRecord> old = List.copyOf(before.records());
    List<CaseRecord> fresh = List.copyOf(now.records());
    Set<String> touched = new HashSet<>();
    boolean names = false;
    int i = 0;
    int j = 0;
    while (i < old.size() || j < fresh.size()) {
      int order =
          i == old.size()
              ? 1
              : j == fresh.size()
                  ? -1
                  : old.get(i).id().value().compareTo(fresh.get(j).id().value());
      if (order != 0 || !old.get(i).equals(fresh.get(j))) {
        CaseRecord each = order <= 0 ? old.get(i) : fresh.get(j);
        touched.add(each.id().value());
        names |= each instanceof Party || each instanceof Point;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    if (names) {
      fresh.stream()
          .filter(RecordTitles::namesOthers)
          .forEach(each -> touched.add(each.id().value()));
    }
    return touched;
  }

  /// Begins to make the index, once.
  private synchronized void begin(int atOnce, Executor apart) {
    if (begun) {
      return;
    }
    begun = true;
    if (from != null) {
      var _ = from.whenComplete((before, _) -> make(before));
    } else if (open.view().records().size() > atOnce) {
      apart.execute(() -> make(null));
    } else {
      make(null);
    }
  }

  private void make(@Nullable SearchIndex before) {
    try {
      Optional<SearchIndex> continued =
          before == null ? Optional.empty() : before.with(open, touched);
      index.complete(continued.orElseGet(() -> SearchIndex.of(open, done::addAndGet)));
    } catch (RuntimeException | Error e) {
      index.completeExceptionally(e);
    }
  }

  /// The index of a case, started on first use.
  static SearchIndexing of(OpenCase open) {
    return of(open, AT_ONCE, job -> Thread.ofPlatform().name("search index").daemon().start(job));
  }

  /// The same.
  ///
  /// @param atOnce the index of a case with more records is made apart
  /// @param apart makes it then
  static SearchIndexing of(OpenCase open, int atOnce, Executor apart) {
    SearchIndexing indexing =
        open.once(
            SearchIndexing.class,
            each -> new SearchIndexing(each, null, Set.of(), new AtomicInteger()));
    indexing.begin(atOnce, apart);
    return indexing;
  }

  /// Begins the index of a large case before anybody searches.
  public static void begin(OpenCase open) {
    if (open.view().records().size() > AT_ONCE) {
      of(open);
    }
  }

  /// Makes the index of a large case before anybody searches, and waits for it.
  ///
  /// @param done receives the number of records indexed since the last call
  public static void make(OpenCase open, IntConsumer done) {
    if (open.view().records().size() > AT_ONCE) {
      SearchIndexing indexing = of(open);
      int last = 0;
      while (!indexing.isMade()) {
        int now = indexing.done();
        done.accept(now - last);
        last = now;
      }
    }
  }

  /// Waits a moment for the index; returns whether it is there.
  private boolean isMade() {
    try {
      var _ = index.get(SHOWN_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the search index could not be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// The index; empty while it is made.
  Optional<SearchIndex> find() {
    return index.isDone() ? Optional.of(index.join()) : Optional.empty();
  }

  /// How many records have been read.
  int done() {
    return Math.min(done.get(), all());
  }

  /// How many there are.
  int all() {
    return open.view().records().size();
  }
}
