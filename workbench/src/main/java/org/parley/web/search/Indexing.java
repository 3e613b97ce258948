package org.parley.web.search;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.web.view.OpenCase;

/// The search index of one case. That of a large case is made apart from the pages, which say how
/// far it is.
public final class Indexing {

  /// An index of so many records is made at once, in less than the time a page takes.
  private static final int AT_ONCE = 10_000;

  private final AtomicInteger done = new AtomicInteger();
  private final int all;
  private final CompletableFuture<SearchIndex> index = new CompletableFuture<>();

  private Indexing(OpenCase open, int atOnce, Executor apart) {
    all = open.view().records().size();
    if (all > atOnce) {
      apart.execute(() -> make(open));
    } else {
      make(open);
    }
  }

  private void make(OpenCase open) {
    try {
      index.complete(SearchIndex.of(open, done::addAndGet));
    } catch (RuntimeException | Error e) {
      index.completeExceptionally(e);
    }
  }

  /// The index of a case; it is begun when first asked for.
  static Indexing of(OpenCase open) {
    return of(open, AT_ONCE, job -> Thread.ofPlatform().name("search index").daemon().start(job));
  }

  /// The same.
  ///
  /// @param atOnce the index of a case with more records is made apart
  /// @param apart makes it then
  static Indexing of(OpenCase open, int atOnce, Executor apart) {
    return open.once(Indexing.class, each -> new Indexing(each, atOnce, apart));
  }

  /// Begins the index of a large case before anybody searches.
  public static void begin(OpenCase open) {
    if (open.view().records().size() > AT_ONCE) {
      of(open);
    }
  }

  /// The index; empty while it is made.
  Optional<SearchIndex> find() {
    return index.isDone() ? Optional.of(index.join()) : Optional.empty();
  }

  /// How many records have been read.
  int done() {
    return done.get();
  }

  /// How many there are.
  int all() {
    return all;
  }
}
