package org.parley.guarantees.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.Why;

/// What the watch does and says over many histories, in sums: folds, wakes, reasons, deadlines.
///
/// The oracle compares states alone. Here no wake is lost or doubled, no bound becomes wider and no
/// reason changes unnoticed. Whoever changes the watch changes its figures here.
class WatchEffortTest {

  private static final int CASES = 100;

  @ParameterizedTest
  @CsvSource({"0, 3198, 664, 14020", "5, 4963, 618, 13221", "12, 6021, 696, 15503"})
  void foldsAndChangesAreAsMany(int unsure, long folds, long changes, long moments) {
    long[] sums = new long[3];
    for (long seed = 0; seed < CASES; seed++) {
      Logs world = new Logs(seed);
      List<Commitment> commitments = seed % 2 == 0 ? world.commitments() : world.linked();
      List<LoggedFact> log = world.log(20, unsure);
      Watch watch =
          Watch.of(
              commitments,
              0,
              change -> {
                sums[1]++;
                sums[2] += change.at();
              });
      for (int i = 0; i < log.size(); i++) {
        watch.advanceTo(2L * i);
        watch.accept(log.get(i));
      }
      watch.advanceTo(2 * Logs.END);
      sums[0] += watch.folds();
    }
    assertEquals(List.of(folds, changes, moments), List.of(sums[0], sums[1], sums[2]));
  }

  /// The entries with unsure times, and the sums of bits of possible states, of deadlines, of final
  /// verdicts, of entries named as reasons and of attributions.
  @ParameterizedTest
  @CsvSource({
    "5, 74727, 1509327, 924, 17718, 44",
    "12, 102174, 34705975, 979, 18792, 44",
  })
  void verdictsSayAsMuch(int unsure, long bits, long deadlines, long ends, long because, long by) {
    long[] sums = new long[5];
    for (long seed = 0; seed < CASES; seed++) {
      Logs world = new Logs(seed);
      List<Commitment> commitments = world.commitments();
      List<LoggedFact> log = world.log(20, unsure);
      for (long t = 10; t <= Logs.END + 20; t += 10) {
        for (DutyVerdict each : DutyStates.of(commitments, log, t, Moments.NEVER)) {
          sums[0] += each.possible().stream().mapToLong(state -> state.bit()).sum();
          sums[1] += each.deadline() == Moments.NEVER ? 1_000 : each.deadline();
          sums[2] += each.isFinal() ? 1 : 0;
          sums[3] += each.because().size();
          sums[4] += each.ifDoneBy().size();
        }
      }
    }
    assertEquals(
        List.of(bits, deadlines, ends, because, by),
        List.of(sums[0], sums[1], sums[2], sums[3], sums[4]));
  }

  @Test
  void reasonsAreAsMany() {
    Map<Why, Integer> reasons = new EnumMap<>(Why.class);
    for (long seed = 0; seed < CASES; seed++) {
      Logs world = new Logs(seed);
      List<Commitment> commitments = world.commitments();
      for (int unsure = 0; unsure < 6; unsure += 2) {
        List<LoggedFact> log = world.log(20, unsure);
        for (long t = 10; t <= Logs.END + 20; t += 10) {
          DutyStates.of(commitments, log, t, Moments.NEVER)
              .forEach(each -> reasons.merge(each.why(), 1, Integer::sum));
        }
      }
    }
    assertEquals(
        "{NOT_TRIGGERED=1128, NOT_YET=858, BEFORE_ACTIVATION=530, TIER_NOT_REACHED=784, VOIDED=56,"
            + " LAPSED_VOID=21, AFTER_END=155, LAPSED_AT_END=96, WAIVED=63, STOPPED=12,"
            + " UNVERIFIED=838, CLOCK_RUNNING=53, NO_CLOCK=155, SUSPENDED=171, IN_TIME=198, LATE=58,"
            + " OVERDUE=235, ESCALATED=94, SNAPPED_BACK=112, UNSURE=37, UNATTRIBUTED=52}",
        reasons.toString());
  }

  /// The beginnings of breaches, whatever followed, on which consequences depend.
  @Test
  void breachesBeginAtTheSameMoments() {
    long sum = 0;
    long count = 0;
    for (long seed = 0; seed < 3 * CASES; seed++) {
      Logs world = new Logs(seed);
      List<Commitment> commitments = world.linked();
      List<LoggedFact> log = world.log(20, (int) (seed % 5));
      for (DutyStates.Judged each :
          DutyStates.judged(commitments, log, Logs.END + 20, Moments.NEVER, 64)) {
        if (each.broken() != Moments.NEVER) {
          count++;
          sum += each.broken();
        }
      }
    }
    assertEquals(List.of(399L, 7_877L), List.of(count, sum));
  }
}
