package org.parley.web.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.reading.Article;
import org.parley.reading.Reader;
import org.parley.web.service.Visitor;

/// How many texts are kept, for how long, and in which order they are read.
@NullMarked
class RecentTextsTest {

  private static final Reader NOTHING = _ -> List.of();
  private static final Visitor ANN = Visitor.mediator("ann");
  private static final Visitor BEA = Visitor.mediator("bea");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-05T08:00:00Z"));
  private final RecentTexts texts = new RecentTexts(now::get);

  private static BroughtText.TextOrigin words(String words) {
    return () -> Article.of(words, null);
  }

  private boolean take(Visitor visitor, String words, long size) {
    return texts.begin(visitor, ReadRequest.NOTHING, words(words), size, NOTHING).isPresent();
  }

  private void areRead(Visitor visitor) {
    texts.list(visitor).forEach(each -> each.await(60_000));
  }

  @Test
  void aTextIsForgottenADayAfterItWasLookedAt() {
    assertTrue(take(ANN, "One.", 4));
    areRead(ANN);
    now.updateAndGet(each -> each.plus(Duration.ofHours(23)));
    assertEquals(1, texts.list(ANN).size());
    now.updateAndGet(each -> each.plus(Duration.ofHours(23)));
    assertEquals(1, texts.list(ANN).size(), "it was looked at since");
    now.updateAndGet(each -> each.plus(Duration.ofHours(25)));
    assertEquals(0, texts.list(ANN).size());
  }

  @Test
  void theOldestGivesWayAndNobodyElseLosesOne() {
    assertTrue(take(BEA, "Hers.", 5));
    for (int i = 0; i < RecentTexts.KEPT_EACH + 5; i++) {
      assertTrue(take(ANN, "Text " + i + ".", 10));
      areRead(ANN);
    }
    assertEquals(RecentTexts.KEPT_EACH, texts.list(ANN).size());
    assertEquals(1, texts.list(BEA).size());
  }

  @Test
  void tooMuchThatWaitsIsRefused() {
    CountDownLatch isFree = new CountDownLatch(1);
    BroughtText.TextOrigin slow =
        () -> {
          try {
            isFree.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          return Article.of("Slow.", null);
        };
    assertTrue(texts.begin(ANN, ReadRequest.NOTHING, slow, 1, NOTHING).isPresent());
    assertFalse(take(ANN, "Large.", RecentTexts.MOST_WAITING_EACH));
    assertTrue(take(ANN, "Small.", 10));
    assertTrue(take(BEA, "Hers.", 10), "another has a turn");
    areRead(BEA);
    isFree.countDown();
    areRead(ANN);
    assertEquals(2, texts.list(ANN).size());
    texts.forget(ANN, List.of(texts.list(ANN).getFirst().key()));
    assertEquals(1, texts.list(ANN).size());
  }
}
