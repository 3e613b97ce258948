package org.parley.model.checks;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.Visibility;

/// The settling of some records, level by level.
final class SettlingRun {

  /// A viewer that sees what every delegation sees, and nothing else.
  private static final PartyId NO_PARTY = new PartyId("no-party");

  private final CaseInfo info;
  private final List<CaseRecord> kept;
  private final List<SetAside> aside = new ArrayList<>();

  /// Kept records, as they were with their parts that are set aside.
  private final IdentityHashMap<CaseRecord, CaseRecord> whole = new IdentityHashMap<>();

  /// @param kept the records in order
  SettlingRun(CaseInfo info, List<CaseRecord> kept) {
    this.info = info;
    this.kept = kept;
  }

  Settling settle() {
    while (true) {
      List<CaseViolation> problems = CaseChecks.problems(info, kept);
      int level = problems.stream().mapToInt(this::level).min().orElse(0);
      if (level == 0) {
        return new Settling(kept, aside, problems);
      }
      List<CaseViolation> next = problems.stream().filter(each -> level(each) == level).toList();
      int turn = next.stream().mapToInt(SettlingRun::turn).min().orElseThrow();
      setAside(next.stream().filter(each -> turn(each) == turn).toList());
    }
  }

  /// When a violation has its turn. One with another record or part comes after those of a record
  /// by itself: the other may be set aside for its own.
  private static int turn(CaseViolation violation) {
    return switch (violation.rule()) {
      case Rule.IdTaken _ -> 1;
      case Rule.Plain.VERSION_TWICE, Rule.Plain.INSTRUMENT_VERSION_TWICE -> 2;
      default -> 0;
    };
  }

  private int level(CaseViolation violation) {
    if (violation.record() == CaseViolation.CASE_INFO) {
      return 0;
    }
    CaseRecord record = kept.get(violation.record());
    return RecordPart.of(record, violation.path())
        .map(part -> part.readers(record))
        .orElse(record.visibility())
        .narrowness();
  }

  private void setAside(List<CaseViolation> problems) {
    Map<Integer, List<CaseViolation>> found = new TreeMap<>();
    problems.forEach(
        each -> found.computeIfAbsent(each.record(), _ -> new ArrayList<>()).add(each));
    List<CaseRecord> before = List.copyOf(kept);
    kept.clear();
    for (int index = 0; index < before.size(); index++) {
      CaseRecord record = before.get(index);
      List<CaseViolation> own = found.get(index);
      if (own == null) {
        kept.add(record);
      } else {
        setAside(before, record, own);
      }
    }
  }

  private void setAside(List<CaseRecord> before, CaseRecord record, List<CaseViolation> own) {
    Map<Optional<RecordPart>, List<CaseViolation>> byPart = new LinkedHashMap<>();
    own.forEach(
        each ->
            byPart
                .computeIfAbsent(RecordPart.of(record, each.path()), _ -> new ArrayList<>())
                .add(each));
    List<CaseViolation> ofRecord = byPart.get(Optional.<RecordPart>empty());
    if (ofRecord != null) {
      aside.add(new SetAside(record, ofRecord(before, record, ofRecord)));
      return;
    }
    CaseRecord was = whole.getOrDefault(record, record);
    CaseRecord left = record;
    for (Map.Entry<Optional<RecordPart>, List<CaseViolation>> each : byPart.entrySet()) {
      RecordPart part = each.getKey().orElseThrow();
      Object value = part.value(record);
      RecordPart inWhole = part.in(was, value).orElseThrow();
      aside.add(
          new SetAside(
              was,
              inWhole,
              ofPart(before, record, part, each.getValue()).stream()
                  .map(fault -> SetAside.at(inWhole, fault))
                  .toList()));
      left = part.in(left, value).orElseThrow().without(left);
    }
    whole.put(left, was);
    kept.add(left);
  }

  /// The violations of a record as shown to its readers: advice must not name records hidden from
  /// them.
  private List<CaseViolation> ofRecord(
      List<CaseRecord> before, CaseRecord record, List<CaseViolation> all) {
    Visibility readers = record.visibility();
    return readers instanceof Visibility.Mediator
        ? numbered(all.stream())
        : numbered(seen(before, record, readers, null));
  }

  /// The violations of a part as shown to its readers.
  private List<CaseViolation> ofPart(
      List<CaseRecord> before, CaseRecord record, RecordPart part, List<CaseViolation> all) {
    Visibility readers = part.readers(record);
    return readers instanceof Visibility.Mediator
        ? numbered(all.stream())
        : numbered(seen(before, record, readers, part));
  }

  private Stream<CaseViolation> seen(
      List<CaseRecord> before, CaseRecord record, Visibility readers, @Nullable RecordPart part) {
    List<CaseRecord> seen =
        before.stream()
            .filter(each -> each.visibility().covers(readers))
            .map(each -> commonPart(each, readers))
            .toList();
    return CaseChecks.problems(info, seen).stream()
        .filter(
            each ->
                each.record() != CaseViolation.CASE_INFO
                    && isIn(each, seen.get(each.record()), record, part));
  }

  private static boolean isIn(
      CaseViolation violation, CaseRecord seen, CaseRecord record, @Nullable RecordPart part) {
    if (!seen.id().equals(record.id())) {
      return false;
    }
    Optional<RecordPart> there = RecordPart.of(seen, violation.path());
    return part == null
        ? there.isEmpty()
        : there.isPresent() && there.equals(part.in(seen, part.value(record)));
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
}
