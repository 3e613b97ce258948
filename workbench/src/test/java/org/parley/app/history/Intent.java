package org.parley.app.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.RecordReader;
import org.parley.model.CaseRecord;
import org.parley.model.cases.Case;
import org.parley.model.cases.InvalidCaseException;
import org.parley.store.Entry;
import org.parley.store.Undo;
import org.parley.web.service.Version;

/// What a client wants a write to do: the sequential specification of the journal.
sealed interface Intent {

  /// The case after the write, or nothing where a correct server refuses it.
  ///
  /// @param journal every entry, the first first
  Optional<Case> apply(Case before, List<Entry> journal);

  /// A record to add, change or remove.
  ///
  /// @param version the version it is based on; absent where it is added
  /// @param text the record as JSON; absent where it is removed
  record Edit(String kind, String id, @Nullable String version, @Nullable String text) {

    static Edit add(String kind, String id, String text) {
      return new Edit(kind, id, null, text);
    }
  }

  /// Changes by version, all or none.
  record Edits(List<Edit> edits) implements Intent {
    public Edits {
      edits = List.copyOf(edits);
    }

    @Override
    public Optional<Case> apply(Case before, List<Entry> journal) {
      Map<String, CaseRecord> records = byId(before);
      for (Edit edit : edits) {
        CaseRecord current = records.get(edit.id);
        String version = current == null ? null : Version.of(current).value();
        if (!Objects.equals(version, edit.version)) {
          return Optional.empty();
        }
        if (edit.text == null) {
          records.remove(edit.id);
          continue;
        }
        CaseRecord wanted = new RecordReader(records.values()).read(edit.kind, edit.text).record();
        if (wanted == null) {
          return Optional.empty();
        }
        records.put(edit.id, wanted);
      }
      return made(before, records);
    }
  }

  /// Takes an entry back.
  record TakeBack(long number) implements Intent {

    @Override
    public Optional<Case> apply(Case before, List<Entry> journal) {
      if (number > journal.size()) {
        return Optional.empty();
      }
      Entry entry = journal.get((int) number - 1);
      Undo undo = Undo.of(List.of(entry), before.info(), before.records(), Set.of());
      if (!undo.problems().isEmpty() || !undo.clashes().isEmpty() || undo.edits().isEmpty()) {
        return Optional.empty();
      }
      Map<String, CaseRecord> records = byId(before);
      for (CaseEdit edit : undo.edits()) {
        switch (edit) {
          case CaseEdit.Add(CaseRecord record, _) -> records.put(record.id().value(), record);
          case CaseEdit.Change(CaseRecord record) -> records.put(record.id().value(), record);
          case CaseEdit.Remove(var id) -> records.remove(id.value());
          case CaseEdit.Describe _ -> throw new IllegalStateException("headers stay: " + this);
        }
      }
      return made(before, records);
    }
  }

  /// What a folder changed, merged with what others changed since it was restored.
  ///
  /// @param base the case the folder was restored from
  /// @param wanted the case the folder holds
  record Merge(Case base, Case wanted) implements Intent {

    @Override
    public Optional<Case> apply(Case before, List<Entry> journal) {
      Map<String, CaseRecord> from = byId(base);
      Map<String, CaseRecord> to = byId(wanted);
      Map<String, CaseRecord> records = byId(before);
      Set<String> ids = new LinkedHashSet<>(from.keySet());
      ids.addAll(to.keySet());
      for (String id : ids) {
        CaseRecord mine = to.get(id);
        CaseRecord theirs = records.get(id);
        if (Objects.equals(mine, from.get(id)) || Objects.equals(mine, theirs)) {
          continue;
        }
        if (!Objects.equals(theirs, from.get(id))) {
          return Optional.empty();
        }
        if (mine == null) {
          records.remove(id);
        } else {
          records.put(id, mine);
        }
      }
      return made(before, records);
    }
  }

  private static Map<String, CaseRecord> byId(Case contents) {
    Map<String, CaseRecord> records = new LinkedHashMap<>();
    contents.records().forEach(each -> records.put(each.id().value(), each));
    return records;
  }

  private static Optional<Case> made(Case before, Map<String, CaseRecord> records) {
    try {
      return Optional.of(Case.of(before.info(), new ArrayList<>(records.values())));
    } catch (InvalidCaseException e) {
      return Optional.empty();
    }
  }
}
