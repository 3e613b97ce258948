package org.parley.store.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RepeatedReadsTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  private static AccessRecord at(long seconds, String who, String address) {
    return new AccessRecord(NOON.plusSeconds(seconds), who, "observer", "GET", address, 200);
  }

  @Test
  void aThousandReadsAreTwoRows() {
    RepeatedReads reads = new RepeatedReads();
    List<AccessRecord> rows = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      rows.addAll(reads.add(List.of(at(i, "ob", "/")), NOON.plusSeconds(i)));
    }
    assertEquals(List.of(at(0, "ob", "/")), rows);
    rows.addAll(reads.add(List.of(), NOON.plusSeconds(3600)));
    assertEquals(2, rows.size());
    assertEquals(999, rows.getLast().times());
    assertEquals(NOON.plusSeconds(1), rows.getLast().at());
    assertEquals(NOON.plusSeconds(999), rows.getLast().until());
  }

  @Test
  void anotherPersonPageOrAnswerIsAnotherRow() {
    RepeatedReads reads = new RepeatedReads();
    AccessRecord refused = new AccessRecord(NOON, "ob", "observer", "GET", "/", 403);
    List<AccessRecord> all =
        List.of(at(0, "ob", "/"), at(0, "mo", "/"), at(0, "ob", "/claims"), refused);
    assertEquals(all, reads.add(all, NOON));
  }

  @Test
  void whatWasDoneAboutAccountsIsNeverPutTogether() {
    AccessRecord did =
        new AccessRecord(NOON, "ann", "mediator", AccessRecord.DID, "signed out everywhere", 200);
    assertEquals(List.of(did, did), new RepeatedReads().add(List.of(did, did), NOON));
  }

  /// However requests come, in batches and with flushes between, none is lost and none counted
  /// twice.
  @Test
  void everyRequestIsCountedOnce() {
    for (long seed = 1; seed <= 50; seed++) {
      Random random = new Random(seed);
      RepeatedReads reads = new RepeatedReads();
      int rows = 0;
      int requests = 0;
      long second = 0;
      for (int batch = 0; batch < 60; batch++) {
        List<AccessRecord> some = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
          second += random.nextInt(400);
          some.add(at(second, "p" + random.nextInt(3), "/" + random.nextInt(4)));
          requests++;
        }
        rows += times(reads.add(some, NOON.plusSeconds(second)));
        rows += random.nextInt(5) == 0 ? times(reads.flush()) : 0;
      }
      rows += times(reads.flush());
      assertEquals(requests, rows, "seed " + seed);
    }
  }

  /// What could not be written leaves no trace: the rows are those of somebody who never tried.
  @Test
  void whatIsUndoneWasNeverAdded() {
    for (long seed = 1; seed <= 50; seed++) {
      Random random = new Random(seed);
      RepeatedReads tried = new RepeatedReads();
      RepeatedReads untried = new RepeatedReads();
      long second = 0;
      for (int batch = 0; batch < 60; batch++) {
        List<AccessRecord> some = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
          second += 1 + random.nextInt(400);
          some.add(at(second, "p" + random.nextInt(3), "/" + random.nextInt(4)));
        }
        if (random.nextInt(3) == 0) {
          if (random.nextBoolean()) {
            tried.add(some, NOON.plusSeconds(second));
          } else {
            tried.flush();
          }
          tried.undo();
        } else {
          assertEquals(
              untried.add(some, NOON.plusSeconds(second)),
              tried.add(some, NOON.plusSeconds(second)),
              "seed " + seed);
        }
      }
      assertEquals(untried.flush(), tried.flush(), "seed " + seed);
    }
  }

  private static int times(List<AccessRecord> rows) {
    return rows.stream().mapToInt(AccessRecord::times).sum();
  }
}
