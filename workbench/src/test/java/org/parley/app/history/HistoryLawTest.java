package org.parley.app.history;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.app.history.HistoryRun.Fault;
import org.parley.app.history.HistoryRun.Result;
import org.parley.web.attack.Attacks;

/// Whatever is killed, hangs, is cut off or full: histories on one journal are linearisable,
/// nothing acknowledged is lost or stays invisible, and every state is a case.
@Timeout(1_800)
class HistoryLawTest {

  /// Shared by all runs.
  @TempDir static Path rehearsal;

  @TempDir Path folder;

  /// Strikes in an order of the seed, and judges.
  private static int strike(HistoryRun run, List<Fault> faults, long seed) throws Exception {
    List<Fault> order = new ArrayList<>(faults);
    Collections.shuffle(order, new Random(seed));
    for (Fault each : order) {
      run.strike(each);
    }
    Result result = run.conclude();
    System.out.println("seed " + seed + ", " + result.kills() + " kills, " + result);
    assertTrue(result.isRight(), "seed " + seed + ": " + result);
    return result.faults().values().stream().mapToInt(each -> each).sum();
  }

  private static List<Fault> times(int count, Fault... faults) {
    List<Fault> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.addAll(List.of(faults));
    }
    return all;
  }

  /// Where the leader is killed, hangs or is cut off, the other takes over.
  @Test
  void twoServersOnPostgresAgree() throws Exception {
    long seed = 1;
    try (HistoryRun run = HistoryRun.onPostgres(folder, seed, null)) {
      List<Fault> faults = times(2, Fault.KILL_DATABASE);
      faults.addAll(
          List.of(
              Fault.KILL_SERVER,
              Fault.KILL_LEADER,
              Fault.HANG_LEADER,
              Fault.PARTITION_LEADER,
              Fault.CUT_CONNECTIONS,
              Fault.PARTITION,
              Fault.HANG_SERVER,
              Fault.HANG_DATABASE,
              Fault.FULL_DISK,
              Fault.RESTART_DATABASE));
      Attacks.assertCounted("faults with two servers", strike(run, faults, seed));
    }
  }

  /// One server leads for both cases. A seed of its own, and few faults: the long run has many.
  @Test
  void twoServersOfTwoCasesAgree() throws Exception {
    long seed = 3;
    try (HistoryRun run = HistoryRun.ofCases(folder, seed, null)) {
      List<Fault> faults =
          List.of(
              Fault.KILL_LEADER,
              Fault.HANG_LEADER,
              Fault.PARTITION_LEADER,
              Fault.KILL_SERVER,
              Fault.KILL_DATABASE);
      Attacks.assertCounted("faults with two cases", strike(run, faults, seed));
    }
  }

  @Test
  void aServerOnAFileLosesNothing() throws Exception {
    long seed = 2;
    try (HistoryRun run = HistoryRun.onFile(folder, seed, null)) {
      List<Fault> faults = times(2, Fault.KILL_SERVER);
      faults.addAll(List.of(Fault.FULL_DISK, Fault.HUNG_DISK));
      Attacks.assertCounted("faults with a file", strike(run, faults, seed));
    }
  }

  /// Twenty-five kills each, and half as many other faults.
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  @Tag("long")
  void twoServersOnPostgresAgreeAfterTwoHundredKills(long seed) throws Exception {
    try (HistoryRun run = HistoryRun.onPostgres(folder, seed, rehearsal)) {
      List<Fault> faults = times(10, Fault.KILL_SERVER);
      faults.addAll(times(15, Fault.KILL_DATABASE));
      faults.addAll(
          times(
              2,
              Fault.FULL_DISK,
              Fault.CUT_CONNECTIONS,
              Fault.PARTITION,
              Fault.HANG_DATABASE,
              Fault.HANG_SERVER,
              Fault.RESTART_DATABASE));
      strike(run, faults, seed);
    }
  }

  /// Twenty-five leaders are killed each, and half as many hang or are cut off.
  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38})
  @Tag("long")
  void theOtherServerTakesOverAfterTwoHundredKills(long seed) throws Exception {
    try (HistoryRun run = HistoryRun.onPostgres(folder, seed, rehearsal)) {
      List<Fault> faults = times(25, Fault.KILL_LEADER);
      faults.addAll(times(6, Fault.HANG_LEADER, Fault.PARTITION_LEADER));
      faults.addAll(times(2, Fault.KILL_DATABASE, Fault.CUT_CONNECTIONS));
      strike(run, faults, seed);
    }
  }

  /// The same with two cases, for which one server leads.
  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44})
  @Tag("long")
  void theOtherServerTakesOverBothCasesAfterAHundredKills(long seed) throws Exception {
    try (HistoryRun run = HistoryRun.ofCases(folder, seed, rehearsal)) {
      List<Fault> faults = times(25, Fault.KILL_LEADER);
      faults.addAll(times(4, Fault.HANG_LEADER, Fault.PARTITION_LEADER, Fault.KILL_DATABASE));
      faults.addAll(times(2, Fault.CUT_CONNECTIONS, Fault.HANG_SERVER));
      strike(run, faults, seed);
    }
  }

  /// The same on a file, whose disk fills up and hangs as well.
  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
  @Tag("long")
  void aServerOnAFileLosesNothingAfterTwoHundredKills(long seed) throws Exception {
    try (HistoryRun run = HistoryRun.onFile(folder, seed, rehearsal)) {
      List<Fault> faults = times(25, Fault.KILL_SERVER);
      faults.addAll(times(4, Fault.FULL_DISK, Fault.HUNG_DISK, Fault.HANG_SERVER));
      strike(run, faults, seed);
    }
  }
}
