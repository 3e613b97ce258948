package org.parley.store.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.store.Database;
import org.parley.store.PostgresServer;

@NullMarked
class PostgresOutboxTest extends OutboxContract {

  private @Nullable String address;

  @Override
  Database open() throws Exception {
    String known = address;
    if (known == null) {
      known = PostgresServer.shared().database();
      address = known;
    }
    return Database.at(known);
  }

  /// Two servers with pools of their own on one database.
  @Test
  void twoServersSendANoticeOnce() throws Exception {
    try (Database one = open();
        Database other = open();
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Outbox> servers = List.of(Outbox.of(one, () -> "one"), Outbox.of(other, () -> "two"));
      for (int i = 0; i < 20; i++) {
        String thing = String.format(Locale.ROOT, "%064x", i);
        List<Future<Boolean>> offered = new ArrayList<>();
        for (Outbox each : servers) {
          offered.add(threads.submit(() -> each.offer(null, List.of(thing), at())));
        }
        assertEquals(1, count(offered));
        List<Future<Boolean>> claimed = new ArrayList<>();
        for (Outbox each : servers) {
          claimed.add(
              threads.submit(
                  () -> {
                    var notice = each.claim(at());
                    notice.ifPresent(each::done);
                    return notice.isPresent();
                  }));
        }
        assertEquals(1, count(claimed));
        minutes += 6;
      }
    }
  }

  private int minutes;

  private java.time.Instant at() {
    return NOON.plusSeconds(60L * minutes);
  }

  private static int count(List<Future<Boolean>> all) throws Exception {
    int done = 0;
    for (Future<Boolean> each : all) {
      done += each.get() ? 1 : 0;
    }
    return done;
  }
}
