package org.parley.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.outlook.DoneCounts;
import org.parley.reference.AccordYear;
import org.parley.reference.DoneTimes;
import org.parley.reference.Provision;
import org.parley.reference.ProvisionState;

/// Counts again when provisions were first done: for each year, the accords of which some row says
/// so.
final class DoneTimesCheck {

  private final List<AccordYear> rows;

  private DoneTimesCheck(List<AccordYear> rows) {
    this.rows = rows;
  }

  static Verdict verify(DoneCounts.YearsCounted counted, List<AccordYear> rows) {
    DoneTimesCheck check = new DoneTimesCheck(rows);
    DoneTimes times = counted.times();
    int lost = 0;
    for (int year = 1; year <= AccordYear.LAST; year++) {
      int done = 0;
      int left = 0;
      for (Provision provision : counted.provisions()) {
        Set<Integer> doneBefore = check.accords(provision, year - 1, true);
        Set<Integer> doneNow = check.accords(provision, year, true);
        doneNow.removeAll(doneBefore);
        done += doneNow.size();
        Set<Integer> last = check.lastSeen(provision, year);
        last.removeAll(check.accords(provision, AccordYear.LAST, true));
        left += last.size();
        if (year == 1) {
          lost += check.lost(provision);
        }
      }
      if (done != times.done().get(year - 1) || left != times.left().get(year - 1)) {
        return Verdict.fails(Flaw.Code.OTHER_RATE, year);
      }
    }
    return lost == times.lost() ? new Verdict.Holds() : Verdict.fails(Flaw.Code.OTHER_RATE, 0);
  }

  /// The accords with a row up to a year that has the provision, done or in any state.
  private Set<Integer> accords(Provision provision, int untilYear, boolean isDone) {
    return rows.stream()
        .filter(each -> each.year() <= untilYear && has(each, provision, isDone))
        .map(AccordYear::accord)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean has(AccordYear row, Provision provision, boolean isDone) {
    ProvisionState state = row.provisions().get(provision);
    return state != null && (!isDone || state.level() == ProvisionState.FULL);
  }

  /// The accords whose last row with the provision is of a year.
  private Set<Integer> lastSeen(Provision provision, int year) {
    Set<Integer> all = accords(provision, year, false);
    all.removeIf(
        accord ->
            rows.stream()
                .noneMatch(
                    each ->
                        each.accord() == accord
                            && each.year() == year
                            && has(each, provision, false)));
    all.removeIf(
        accord ->
            rows.stream()
                .anyMatch(
                    each ->
                        each.accord() == accord
                            && each.year() > year
                            && has(each, provision, false)));
    return all;
  }

  /// How many accords have a row that is less than done, after one that is done.
  private int lost(Provision provision) {
    return (int)
        accords(provision, AccordYear.LAST, true).stream()
            .filter(
                accord ->
                    rows.stream()
                        .anyMatch(
                            each ->
                                each.accord() == accord
                                    && has(each, provision, false)
                                    && !has(each, provision, true)
                                    && accords(provision, each.year(), true).contains(accord)))
            .count();
  }
}
