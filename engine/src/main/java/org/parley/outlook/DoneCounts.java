package org.parley.outlook;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.reference.AccordHistory;
import org.parley.reference.AccordYear;
import org.parley.reference.DoneTimes;
import org.parley.reference.Provision;

/// Counts the years in which accords had carried out provisions, as a finding.
public final class DoneCounts {

  private DoneCounts() {}

  /// States the counts, which the rows give again.
  ///
  /// @param provisions the provisions counted together
  /// @param times their counts
  public record YearsCounted(List<Provision> provisions, DoneTimes times)
      implements Certificate.OfAnswer {
    public YearsCounted {
      provisions = List.copyOf(new TreeSet<>(provisions));
    }
  }

  /// The counts of some provisions together. Cost: rows times provisions.
  public static Finding<DoneTimes> find(
      Collection<AccordYear> rows, Collection<Provision> provisions) {
    AccordHistory history = AccordHistory.of(rows);
    DoneTimes times = DoneTimes.NONE;
    for (Provision each : new TreeSet<>(provisions)) {
      times = times.plus(DoneTimes.of(history.spells(each)));
    }
    return new Finding.Proved<>(times, new YearsCounted(List.copyOf(provisions), times));
  }
}
