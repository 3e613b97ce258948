package org.parley.app.history;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.history.HistoryRun.Fault;
import org.parley.app.history.HistoryRun.Result;

/// Whatever is killed, hangs, is cut off or full: histories on one journal are linearisable,
/// nothing acknowledged is lost or stays invisible, and every state is a case.
@Timeout(600)
class HistoryLawTest {

  @TempDir Path folder;

  private static void assertRight(Result result, long seed) {
    System.out.println("seed " + seed + ", " + result.kills() + " kills, " + result);
    assertTrue(result.isRight(), "seed " + seed + ": " + result);
  }

  @Test
  @Tag("long")
  void twoServersOnPostgresAgree() throws Exception {
    long seed = 1;
    try (HistoryRun run = HistoryRun.onPostgres(folder, seed)) {
      for (Fault each :
          List.of(
              Fault.CUT_CONNECTIONS,
              Fault.KILL_DATABASE,
              Fault.PARTITION,
              Fault.KILL_SERVER,
              Fault.KILL_DATABASE,
              Fault.HANG_DATABASE,
              Fault.CUT_CONNECTIONS,
              Fault.KILL_SERVER)) {
        run.strike(each);
      }
      assertRight(run.conclude(), seed);
    }
  }
}
