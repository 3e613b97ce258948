package org.parley.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.parley.model.checks.CaseChecks;
import org.parley.model.checks.Problem;
import org.parley.model.checks.Settling;

/// Everything on record about one settlement, for all eyes.
///
/// Immutable; two cases are equal when they hold equal records, in whatever order they were given.
/// Hidden records that do not fit the rest may be set aside. Engines never see a case: they see
/// what [#viewFor(Viewer)] returns.
public final class Case {

  private final CaseInfo info;

  /// By id.
  private final List<CaseRecord> records;

  /// By id.
  private final List<SetAside> setAside;

  private Case(CaseInfo info, List<CaseRecord> records, List<SetAside> setAside) {
    this.info = info;
    this.records = records;
    this.setAside = setAside;
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
    return sorted(info, list, List.of());
  }

  /// The case of these records, without those hidden ones that do not fit: a record is set aside
  /// where it does not fit what everyone may see who may see it.
  ///
  /// @throws InvalidCaseException with every problem, where public records do not fit one another
  public static Case settling(CaseInfo info, Collection<? extends CaseRecord> records) {
    Settling settled = Settling.of(info, List.copyOf(records));
    if (!settled.problems().isEmpty()) {
      throw new InvalidCaseException(settled.problems());
    }
    return sorted(info, settled.kept(), settled.setAside());
  }

  private static Case sorted(
      CaseInfo info, List<? extends CaseRecord> kept, List<SetAside> setAside) {
    List<CaseRecord> records = new ArrayList<>(kept);
    records.sort(Comparator.comparing(CaseRecord::id));
    List<SetAside> others = new ArrayList<>(setAside);
    others.sort(Comparator.comparing(each -> each.record().id()));
    return new Case(
        info, Collections.unmodifiableList(records), Collections.unmodifiableList(others));
  }

  public CaseInfo info() {
    return info;
  }

  /// Every record, by id.
  public Collection<CaseRecord> records() {
    return records;
  }

  /// The hidden records that do not fit the others, by id; they are part of nothing else.
  public List<SetAside> setAside() {
    return setAside;
  }

  /// What `viewer` may see of it, and no sign of the rest.
  public CaseView viewFor(Viewer viewer) {
    return new CaseView(
        info,
        records.stream()
            .filter(each -> each.visibility().visibleTo(viewer))
            .map(each -> each.visiblePartFor(viewer))
            .toList(),
        setAside.stream()
            .filter(each -> each.record().visibility().visibleTo(viewer))
            .map(each -> new SetAside(each.record().visiblePartFor(viewer), each.problems()))
            .toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Case that
        && that.info.equals(info)
        && that.records.equals(records)
        && that.setAside.equals(setAside);
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
