package org.parley.model.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.checks.CaseChecks;
import org.parley.model.checks.CaseIndex;
import org.parley.model.checks.CaseViolation;
import org.parley.model.checks.SetAside;
import org.parley.model.checks.Settling;

/// All records of one settlement, unrestricted by visibility.
///
/// Immutable; two cases are equal if they hold equal records, in any order. Hidden records that do
/// not fit the rest may be set aside. Engines never see a case: they see the result of
/// [#viewFor(Viewer)].
public final class Case {

  private final CaseInfo info;

  /// By id.
  private final List<CaseRecord> records;

  /// By id.
  private final List<SetAside> setAside;

  private final Map<Viewer, CaseView> views = new ConcurrentHashMap<>();

  /// Built on first use.
  private volatile @Nullable CaseIndex index;

  private Case(CaseInfo info, List<CaseRecord> records, List<SetAside> setAside) {
    this.info = info;
    this.records = records;
    this.setAside = setAside;
  }

  /// The case of these records.
  ///
  /// @throws InvalidCaseException with every violation
  public static Case of(CaseInfo info, Collection<? extends CaseRecord> records) {
    List<? extends CaseRecord> list = List.copyOf(records);
    List<CaseViolation> problems = CaseChecks.problems(info, list);
    if (!problems.isEmpty()) {
      throw new InvalidCaseException(problems);
    }
    return sorted(info, list, List.of());
  }

  /// The case of these records, with non-fitting hidden records set aside. A record is set aside if
  /// it does not fit the records visible to its readers.
  ///
  /// @throws InvalidCaseException with every violation, if public records do not fit one another
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
    others.sort(SetAside.IN_ORDER);
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

  /// The hidden records and parts that do not fit the others, by id; they are part of no view's
  /// records.
  public List<SetAside> setAside() {
    return setAside;
  }

  /// This case after a change. Cost: linear in the change, except for the list of the records.
  ///
  /// @param gone the ids of removed or replaced records
  /// @param come the new records
  /// @return the case; empty if it would be invalid, or if records are set aside, which requires a
  ///   full check
  public Optional<Case> changed(
      CaseInfo info, Set<String> gone, Collection<? extends CaseRecord> come) {
    if (!holds(new Viewer.Mediator(), info, gone, come)) {
      return Optional.empty();
    }
    Case changed = new Case(info, after(gone, come), List.of());
    changed.index = index().with(gone, come).orElse(null);
    return Optional.of(changed);
  }

  private List<CaseRecord> after(Set<String> gone, Collection<? extends CaseRecord> come) {
    List<CaseRecord> added = new ArrayList<>(come);
    added.sort(Comparator.comparing(CaseRecord::id));
    List<CaseRecord> all = new ArrayList<>(records.size() + added.size());
    int next = 0;
    for (CaseRecord each : records) {
      while (next < added.size() && order(added.get(next), each) < 0) {
        all.add(added.get(next++));
      }
      if (!gone.contains(each.id().value())) {
        all.add(each);
      }
    }
    all.addAll(added.subList(next, added.size()));
    return Collections.unmodifiableList(all);
  }

  /// The index of a record in a list by id, as returned by a binary search.
  private static int find(List<CaseRecord> records, String id) {
    int low = 0;
    int high = records.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = records.get(middle).id().value().compareTo(id);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  /// A record that differs between two cases.
  ///
  /// @param before the record in the first; null if there is none
  /// @param after the record in the second; null if there is none
  public record RecordDifference(@Nullable CaseRecord before, @Nullable CaseRecord after) {}

  /// The records that another case has otherwise, by id, without those set aside. Cost: linear in
  /// the records; those that both cases share are not looked into.
  public List<RecordDifference> differencesTo(Case other) {
    List<RecordDifference> differences = new ArrayList<>();
    int here = 0;
    int there = 0;
    while (here < records.size() || there < other.records.size()) {
      CaseRecord before = here < records.size() ? records.get(here) : null;
      CaseRecord after = there < other.records.size() ? other.records.get(there) : null;
      int order = order(before, after);
      if (order != 0 || !Objects.equals(before, after)) {
        differences.add(
            new RecordDifference(order <= 0 ? before : null, order >= 0 ? after : null));
      }
      here += order <= 0 ? 1 : 0;
      there += order >= 0 ? 1 : 0;
    }
    return differences;
  }

  /// The order of two records by id; one that is missing comes last.
  private static int order(@Nullable CaseRecord before, @Nullable CaseRecord after) {
    if (before == null || after == null) {
      return before == null ? 1 : -1;
    }
    return before.id().value().compareTo(after.id().value());
  }

  /// Whether a viewer's part is valid after a change, decided from the records that the change
  /// affects.
  ///
  /// @param gone the ids of removed or replaced records
  /// @param come the new records, as the viewer sees them
  public boolean holds(
      Viewer viewer, CaseInfo info, Set<String> gone, Collection<? extends CaseRecord> come) {
    return setAside.isEmpty() && index().holds(viewer, info, gone, come);
  }

  /// Whether any record declares this id, except those set aside.
  public boolean declares(String id) {
    return index().declares(id);
  }

  private CaseIndex index() {
    CaseIndex known = index;
    if (known == null) {
      known = CaseIndex.of(records);
      index = known;
    }
    return known;
  }

  /// The record with this id, except those set aside.
  public Optional<CaseRecord> find(String id) {
    int at = find(records, id);
    return at < 0 ? Optional.empty() : Optional.of(records.get(at));
  }

  /// Every record as it was before anything was set aside, by id.
  public Collection<CaseRecord> whole() {
    return SetAside.whole(records, setAside);
  }

  /// The record with this id as it was before anything was set aside.
  public Optional<CaseRecord> findWhole(String id) {
    return SetAside.findWhole(id, find(id), setAside);
  }

  /// The part visible to `viewer`, without a trace of the rest. Cached for each viewer.
  public CaseView viewFor(Viewer viewer) {
    return views.computeIfAbsent(viewer, this::view);
  }

  private CaseView view(Viewer viewer) {
    return new CaseView(
        info,
        records.stream()
            .filter(each -> each.visibility().visibleTo(viewer))
            .map(each -> each.visiblePartFor(viewer))
            .toList(),
        setAside.stream()
            .filter(each -> each.readers().visibleTo(viewer))
            .map(each -> each.visiblePartFor(viewer))
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
