package org.parley.model.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.Visibility;

/// Builds a case from records by setting aside hidden ones that do not fit.
///
/// The result for a record depends only on records that all its readers may see. So no record is
/// set aside for a more hidden one, and no reader learns of hidden records from it. Public records
/// are never set aside.
///
/// Records are ordered from the most to the least visible, then by id. A violation belongs to the
/// later record. Those of the most visible level with violations are set aside, and the rest is
/// checked again.
///
/// Cost: one check of all records if all fit; else one for each step of the longest chain of
/// dependent records set aside.
///
/// @param kept the records of the case, if there are no violations
/// @param setAside the records set aside
/// @param problems the violations that remain; their indices are those of `kept`
public record Settling(
    List<CaseRecord> kept, List<SetAside> setAside, List<CaseViolation> problems) {

  private static final Comparator<CaseRecord> IN_ORDER =
      Comparator.comparingInt((CaseRecord each) -> level(each.visibility()))
          .thenComparing(CaseRecord::id);

  /// A viewer that sees what every delegation sees, and nothing else.
  private static final PartyId NO_PARTY = new PartyId("no-party");

  public Settling {
    kept = List.copyOf(kept);
    setAside = List.copyOf(setAside);
    problems = List.copyOf(problems);
  }

  /// Settles these records.
  public static Settling of(CaseInfo info, List<? extends CaseRecord> records) {
    List<CaseRecord> kept = new ArrayList<>(records);
    kept.sort(IN_ORDER);
    List<SetAside> aside = new ArrayList<>();
    while (true) {
      List<CaseViolation> problems = CaseChecks.problems(info, kept);
      int level = Integer.MAX_VALUE;
      for (CaseViolation each : problems) {
        level =
            Math.min(
                level,
                each.record() == CaseViolation.CASE_INFO
                    ? 0
                    : level(kept.get(each.record()).visibility()));
      }
      if (problems.isEmpty() || level == 0) {
        return new Settling(kept, aside, problems);
      }
      Map<Integer, List<CaseViolation>> found = new HashMap<>();
      for (CaseViolation each : problems) {
        if (level(kept.get(each.record()).visibility()) == level) {
          found.computeIfAbsent(each.record(), _ -> new ArrayList<>()).add(each);
        }
      }
      List<CaseRecord> before = List.copyOf(kept);
      for (int index : new TreeSet<>(found.keySet()).descendingSet()) {
        CaseRecord record = kept.remove(index);
        aside.add(
            new SetAside(
                record, asSeen(info, before, record, found.getOrDefault(index, List.of()))));
      }
    }
  }

  /// The violations of a record as shown to its readers: advice must not name records hidden from
  /// them.
  private static List<CaseViolation> asSeen(
      CaseInfo info, List<CaseRecord> records, CaseRecord record, List<CaseViolation> all) {
    Visibility readers = record.visibility();
    if (readers instanceof Visibility.Mediator) {
      return numbered(all.stream());
    }
    List<CaseRecord> seen =
        records.stream()
            .filter(each -> each.visibility().covers(readers))
            .map(each -> commonPart(each, readers))
            .toList();
    return numbered(
        CaseChecks.problems(info, seen).stream()
            .filter(
                each ->
                    each.record() != CaseViolation.CASE_INFO
                        && seen.get(each.record()).id().equals(record.id())));
  }

  private static List<CaseViolation> numbered(Stream<CaseViolation> problems) {
    return problems
        .map(each -> new CaseViolation(0, each.path(), each.rule(), each.value(), each.meant()))
        .toList();
  }

  /// The part of a record that all of some readers see.
  private static CaseRecord commonPart(CaseRecord record, Visibility readers) {
    return switch (readers) {
      case Visibility.Public _ -> record.visiblePartFor(new Viewer.Public());
      case Visibility.Delegations _ -> record.visiblePartFor(new Viewer.Delegation(NO_PARTY));
      case Visibility.Parties _, Visibility.Party _, Visibility.Mediator _ -> {
        CaseRecord part = record;
        for (PartyId each : readers.named()) {
          part = part.visiblePartFor(new Viewer.Delegation(each));
        }
        yield part;
      }
    };
  }

  /// A record with more readers comes before one with some of them.
  private static int level(Visibility visibility) {
    return visibility.narrowness();
  }
}
