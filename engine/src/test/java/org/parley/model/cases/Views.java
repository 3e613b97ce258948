package org.parley.model.cases;

import java.util.Comparator;
import java.util.List;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;

/// Views that no case gives: what a program with a leak would show.
public final class Views {

  private Views() {}

  /// A view of these records, whoever may see them.
  public static CaseView of(CaseInfo info, List<CaseRecord> records) {
    return new CaseView(
        info, records.stream().sorted(Comparator.comparing(CaseRecord::id)).toList(), List.of());
  }
}
