package org.parley.model.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;

/// Builds a case from records by setting aside hidden ones that do not fit.
///
/// The result for a record depends only on records that all its readers may see. So no record is
/// set aside for a more hidden one, and no reader learns of hidden records from it. Public records
/// are never set aside. The same holds for parts with readers of their own: a fault in one of them
/// sets aside that part, and not its record.
///
/// Records are ordered from the most to the least visible, then by id. A violation belongs to the
/// later record or part. Those of the most visible level with violations are set aside, and the
/// rest is checked again. An id or a version that is taken waits for the other violations of its
/// level: who took it may go with them.
///
/// Cost: one check of all records if all fit; else one for each step of the longest chain of
/// dependent records set aside.
///
/// @param kept the records of the case, if there are no violations; without parts set aside
/// @param setAside the records and parts set aside
/// @param problems the violations that remain; their indices are those of `kept`
public record Settling(
    List<CaseRecord> kept, List<SetAside> setAside, List<CaseViolation> problems) {

  /// A record with more readers comes before one with some of them.
  private static final Comparator<CaseRecord> IN_ORDER =
      Comparator.comparingInt((CaseRecord each) -> each.visibility().narrowness())
          .thenComparing(CaseRecord::id);

  public Settling {
    kept = List.copyOf(kept);
    setAside = List.copyOf(setAside);
    problems = List.copyOf(problems);
  }

  /// Settles these records.
  public static Settling of(CaseInfo info, List<? extends CaseRecord> records) {
    List<CaseRecord> sorted = new ArrayList<>(records);
    sorted.sort(IN_ORDER);
    return new SettlingRun(info, sorted).settle();
  }
}
