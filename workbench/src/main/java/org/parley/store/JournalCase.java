package org.parley.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.casefile.RecordReader;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.cases.Case;
import org.parley.model.cases.InvalidCaseException;
import org.parley.model.checks.CaseChecks;
import org.parley.model.checks.CaseViolation;
import org.parley.model.checks.References;
import org.parley.model.checks.SetAside;
import org.parley.wording.Complaint;

/// The case of a journal's texts, with the data to parse a later state incrementally. Immutable.
///
/// @param contents the case; null if the texts are invalid
/// @param violations the violations
/// @param declared the kind of each id; empty if there is no case
record JournalCase(
    @Nullable Case contents, List<Violation> violations, Map<String, Class<?>> declared) {

  private static final int MANY = 1_000;
  private static final Comparator<CaseRecord> BY_ID = Comparator.comparing(CaseRecord::id);

  /// Reads all texts.
  static JournalCase of(Contents texts) {
    if (texts.read() instanceof LoadResult.Loaded loaded) {
      return of(loaded.contents());
    }
    Parsed parsed = new Parsed(new HashMap<>());
    parsed.parse(texts, texts.keys());
    CaseInfo info = parsed.info;
    if (info == null) {
      parsed.reportNoHeader();
      info = new CaseInfo("without a title", null, List.of());
    }
    List<CaseRecord> records = new ArrayList<>(parsed.records.values());
    records.sort(BY_ID);
    List<Violation> violations = new ArrayList<>(parsed.violations);
    violations.addAll(violations(CaseChecks.problems(info, records), records));
    return new JournalCase(null, List.copyOf(violations), Map.of());
  }

  /// The reading of the texts of a case.
  static JournalCase of(Case whole) {
    return new JournalCase(whole, List.of(), declared(whole.records()));
  }

  /// Parses a later state; only changed texts are parsed. Where they are most of the case, all are
  /// read at once: a text alone takes several times as long.
  ///
  /// @param keys the records that changed
  JournalCase next(Contents texts, Set<Contents.Key> keys) {
    Case before = contents;
    if (before == null || isMost(texts, keys)) {
      return of(texts);
    }
    // Records set aside are parsed again, as their references may have changed.
    Set<Contents.Key> again = new HashSet<>(keys);
    for (SetAside each : before.setAside()) {
      again.add(new Contents.Key(CaseWriter.keyOf(each.record()), each.record().id().value()));
    }
    Set<String> gone = new HashSet<>();
    Map<String, Class<?>> ids = new HashMap<>(declared);
    for (Contents.Key key : again) {
      CaseRecord was = before.find(key.id()).orElse(null);
      if (was != null && CaseWriter.keyOf(was).equals(key.kind())) {
        gone.add(key.id());
        declarations(was).keySet().forEach(ids::remove);
      }
    }
    Parsed parsed = new Parsed(ids);
    parsed.info = before.info();
    parsed.parse(texts, again);
    CaseInfo info = parsed.info;
    if (info == null) {
      parsed.reportNoHeader();
    }
    if (info == null || !parsed.violations.isEmpty()) {
      return new JournalCase(null, List.copyOf(parsed.violations), Map.of());
    }
    if (namesOtherKinds(parsed)) {
      return of(texts);
    }
    Optional<Case> changed = before.changed(info, gone, parsed.records.values());
    if (changed.isPresent()) {
      return new JournalCase(changed.get(), List.of(), ids);
    }
    List<CaseRecord> records = new ArrayList<>(parsed.records.values());
    before.records().stream()
        .filter(each -> !gone.contains(each.id().value()))
        .forEach(records::add);
    records.sort(BY_ID);
    try {
      return new JournalCase(Case.settling(info, records), List.of(), ids);
    } catch (InvalidCaseException e) {
      return new JournalCase(
          null, violations(CaseChecks.problems(info, records), records), Map.of());
    }
  }

  private static boolean isMost(Contents texts, Set<Contents.Key> keys) {
    return keys.size() >= MANY && 2 * keys.size() > texts.keys().size();
  }

  /// Whether an id changed its kind, so that records that mention it must be parsed again.
  private boolean namesOtherKinds(Parsed parsed) {
    return parsed.records.values().stream()
        .flatMap(each -> declarations(each).entrySet().stream())
        .anyMatch(
            each -> {
              Class<?> before = declared.get(each.getKey());
              return before != null && before != each.getValue();
            });
  }

  private static Map<String, Class<?>> declared(Collection<CaseRecord> records) {
    Map<String, Class<?>> declared = new HashMap<>();
    records.forEach(each -> declared.putAll(declarations(each)));
    return declared;
  }

  private static Map<String, Class<?>> declarations(CaseRecord record) {
    Map<String, Class<?>> declared = new HashMap<>();
    for (References.Mention mention : References.of((Record) record)) {
      if (mention.declares()) {
        declared.put(mention.id().value(), mention.id().getClass());
      }
    }
    return declared;
  }

  private static List<Violation> violations(
      List<CaseViolation> problems, List<CaseRecord> records) {
    return problems.stream()
        .map(
            each ->
                new Violation(
                    each.record() == CaseViolation.CASE_INFO
                        ? Contents.HEADER
                        : records.get(each.record()).id().value(),
                    each.path(),
                    Complaint.of(each)))
        .toList();
  }

  /// Records read one by one.
  private static final class Parsed {

    private final Map<String, Class<?>> ids;
    private final Map<Contents.Key, CaseRecord> records = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private @Nullable CaseInfo info;

    /// @param ids the kind of each id; receives new ones
    Parsed(Map<String, Class<?>> ids) {
      this.ids = ids;
    }

    /// Two passes: the meaning of a reference depends on its target, which may come later.
    void parse(Contents texts, Set<Contents.Key> keys) {
      for (int pass = 0; pass < 2; pass++) {
        violations.clear();
        RecordReader reader = RecordReader.knowing(ids);
        for (Contents.Key key : keys) {
          String text = texts.find(key.kind(), key.id());
          if (key.isHeader()) {
            info = text == null ? null : read(key, reader.readHeader(text));
          } else if (text != null) {
            CaseRecord record = read(key, reader.read(key.kind(), text));
            if (record != null) {
              records.put(key, record);
            }
          }
        }
        records.values().forEach(each -> ids.putAll(declarations(each)));
      }
    }

    private <T> @Nullable T read(Contents.Key key, RecordReader.Read<T> read) {
      for (RecordReader.RecordFault each : read.problems()) {
        violations.add(new Violation(key.id(), each.path(), each.complaint()));
      }
      if (read.record() instanceof CaseRecord record && !record.id().value().equals(key.id())) {
        report(key.id(), new JournalFault.OtherIdInText(record.id()));
        return null;
      }
      return read.record();
    }

    void reportNoHeader() {
      report(Contents.HEADER, JournalFault.Plain.JOURNAL_WITHOUT_HEADER);
    }

    private void report(String id, JournalFault why) {
      violations.add(new Violation(id, List.of(), new Complaint(why)));
    }
  }
}
