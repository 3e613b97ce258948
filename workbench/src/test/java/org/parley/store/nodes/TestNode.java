package org.parley.store.nodes;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.parley.Eventually;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.model.cases.Case;
import org.parley.store.AppendResult;
import org.parley.store.Journal;

/// A server of a journal, without pages.
@NullMarked
final class TestNode implements AutoCloseable {

  static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  final Journal journal;
  final Leadership part;
  final AtomicInteger news = new AtomicInteger();
  final List<String> log = new CopyOnWriteArrayList<>();

  TestNode(String address, String reachedAt) throws Exception {
    journal = Journal.at(address);
    part = Leadership.of(journal.database(), journal::last, news::incrementAndGet, log::add);
    part.fence(journal);
    part.begin(reachedAt);
  }

  static Case caseOf(String title) {
    return switch (CaseReader.read(Map.of("a.yaml", "case: {title: " + title + "}"))) {
      case LoadResult.Loaded loaded -> loaded.contents();
      case LoadResult.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  void record(String title) {
    assertInstanceOf(
        AppendResult.Done.class, journal.record(caseOf(title), "Ann", "Why not.", NOON));
  }

  void awaitLeading() throws Exception {
    Eventually.holds("that it leads", part::leads);
  }

  @Override
  public void close() {
    part.close();
    journal.close();
  }
}
