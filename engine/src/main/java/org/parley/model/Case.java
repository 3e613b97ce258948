package org.parley.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.parley.model.checks.CaseChecks;
import org.parley.model.checks.Problem;

/// Everything on record about one settlement, for all eyes.
///
/// Immutable; two cases are equal when they hold equal records, in whatever order they were given.
/// Engines never see a case: they see what [#viewFor(Viewer)] returns.
public final class Case {

  private final CaseInfo info;

  /// By id.
  private final List<CaseRecord> records;

  private Case(CaseInfo info, List<CaseRecord> records) {
    this.info = info;
    this.records = records;
  }

  /// The case of these records.
  ///
  /// @throws InvalidCaseException with every problem, where they are not a case
  public static Case of(CaseInfo info, Collection<? extends CaseRecord> records) {
    List<? extends CaseRecord> list = List.copyOf(records);
    List<Problem> problems = CaseChecks.problems(info, list);
    if (!problems.isEmpty()) {
      throw new InvalidCaseException(problems);
    }
    List<CaseRecord> sorted = new ArrayList<>(list);
    sorted.sort(Comparator.comparing(CaseRecord::id));
    return new Case(info, Collections.unmodifiableList(sorted));
  }

  public CaseInfo info() {
    return info;
  }

  /// Every record, by id.
  public Collection<CaseRecord> records() {
    return records;
  }

  /// What `viewer` may see of it, and no sign of the rest.
  public CaseView viewFor(Viewer viewer) {
    return new CaseView(
        info,
        records.stream()
            .filter(each -> each.visibility().visibleTo(viewer))
            .map(each -> each.visiblePartFor(viewer))
            .toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Case that && that.info.equals(info) && that.records.equals(records);
  }

  @Override
  public int hashCode() {
    return 31 * info.hashCode() + records.hashCode();
  }

  @Override
  public String toString() {
    return "Case[" + info.title() + ", " + records.size() + " records]";
  }
}
