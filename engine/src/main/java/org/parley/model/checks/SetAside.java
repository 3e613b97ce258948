package org.parley.model.checks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.Visibility;

/// A hidden record, or a hidden part of a record, that does not fit the rest. It is kept without
/// effect until it is corrected.
///
/// @param record the record as it was, with every part
/// @param part the part that is set aside; null for the whole record
/// @param problems the violations, as far as readers may know; each as of record 0
public record SetAside(CaseRecord record, @Nullable RecordPart part, List<CaseViolation> problems) {

  /// By id; parts of a record in their order.
  public static final Comparator<SetAside> IN_ORDER =
      Comparator.comparing((SetAside each) -> each.record.id())
          .thenComparing(each -> each.part == null ? "" : each.part.key())
          .thenComparingInt(each -> each.part == null ? -1 : each.part.index());

  public SetAside {
    problems = List.copyOf(problems);
  }

  /// A whole record.
  public SetAside(CaseRecord record, List<CaseViolation> problems) {
    this(record, null, problems);
  }

  /// Those who may know of it.
  public Visibility readers() {
    return part == null ? record.visibility() : part.readers(record);
  }

  /// As one of its readers sees it: a part is counted among the visible ones.
  public SetAside visiblePartFor(Viewer viewer) {
    CaseRecord seen = record.visiblePartFor(viewer);
    if (part == null) {
      return new SetAside(seen, problems);
    }
    RecordPart there = part.in(seen, part.value(record)).orElseThrow();
    return new SetAside(seen, there, problems.stream().map(each -> at(there, each)).toList());
  }

  /// A violation in a part, as of a copy of its record in which the part stands elsewhere.
  static CaseViolation at(RecordPart part, CaseViolation violation) {
    return new CaseViolation(
        violation.record(),
        Stream.concat(part.path().stream(), violation.path().stream().skip(2)).toList(),
        violation.rule(),
        violation.value(),
        violation.meant());
  }

  /// Every record as it was: one with a part set aside has all its parts. A record that counts
  /// comes before one with the same id that is set aside as a whole.
  public static List<CaseRecord> whole(
      Collection<? extends CaseRecord> counting, Collection<SetAside> setAside) {
    Map<String, CaseRecord> all = new TreeMap<>();
    counting.forEach(each -> all.put(each.id().value(), each));
    for (SetAside each : setAside) {
      String id = each.record.id().value();
      if (each.part == null) {
        all.putIfAbsent(id, each.record);
      } else {
        all.put(id, each.record);
      }
    }
    return List.copyOf(all.values());
  }

  /// The record of an id as it was.
  ///
  /// @param counting the record that counts, if there is one
  public static Optional<CaseRecord> findWhole(
      String id, Optional<CaseRecord> counting, Collection<SetAside> setAside) {
    List<SetAside> those =
        setAside.stream().filter(each -> each.record.id().value().equals(id)).toList();
    return those.stream()
        .filter(each -> each.part != null)
        .map(SetAside::record)
        .findFirst()
        .or(() -> counting)
        .or(() -> those.stream().map(SetAside::record).findFirst());
  }

  /// The records set aside, and of those that count without some parts, these parts alone.
  public static List<CaseRecord> alone(Collection<SetAside> setAside) {
    List<CaseRecord> alone = new ArrayList<>();
    Map<String, List<SetAside>> parts = new TreeMap<>();
    for (SetAside each : setAside) {
      if (each.part == null) {
        alone.add(each.record);
      } else {
        parts.computeIfAbsent(each.record.id().value(), _ -> new ArrayList<>()).add(each);
      }
    }
    parts.values().forEach(those -> alone.add(parts(those)));
    return alone;
  }

  private static CaseRecord parts(List<SetAside> those) {
    return RecordPart.only(
        those.getFirst().record,
        those.stream().map(SetAside::part).flatMap(Stream::ofNullable).toList());
  }
}
