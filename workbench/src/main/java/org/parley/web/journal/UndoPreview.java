package org.parley.web.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.store.Entry;
import org.parley.store.Journal;
import org.parley.store.Undo;
import org.parley.web.service.CaseService;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Version;
import org.parley.web.service.VisibilityWidening;
import org.parley.web.service.Visitor;
import org.parley.web.view.OpenCase;

/// Taking an entry back, alone or with everything recorded together with it.
///
/// @param entry the entry
/// @param together what was recorded together with it, itself included
/// @param whole whether all of that is taken back
/// @param undo what takes it back
public record UndoPreview(Entry entry, List<Entry> together, boolean whole, Undo undo) {

  public UndoPreview {
    together = List.copyOf(together);
  }

  /// What taking an entry back, or all that were recorded together with it, would do.
  ///
  /// @param kept the names of fields changed again since that stay as they stand
  public static UndoPreview of(
      OpenCase open, Journal journal, Entry entry, boolean whole, Set<String> kept) {
    List<Entry> together = entry.number() == 0 ? List.of(entry) : journal.listTogether(entry);
    return new UndoPreview(
        entry,
        together,
        whole,
        Undo.of(
            whole ? together : List.of(entry), open.view().info(), open.view().records(), kept));
  }

  /// Who would newly see what.
  public List<VisibilityWidening> widenings(OpenCase open) {
    return VisibilityWidening.of(open.view(), undo.edits(), new Visibility.Mediator());
  }

  /// Makes the changes, based on what `open` shows.
  ///
  /// @param confirmed to whom the visitor has confirmed that records may be shown
  public SaveOutcome save(
      CaseService desk, Visitor visitor, OpenCase open, String why, Visibility confirmed) {
    String what =
        entry.number() == 0
            ? "Undoes an earlier change"
            : whole && together.size() > 1
                ? "Undoes entries "
                    + together.getFirst().number()
                    + " to "
                    + together.getLast().number()
                : "Undoes entry " + entry.number();
    return desk.change(
        visitor,
        undo.edits(),
        what + "." + (why.isEmpty() ? "" : " " + why),
        versions(open, undo.edits()),
        confirmed);
  }

  private static Map<String, Version> versions(OpenCase open, List<CaseEdit> edits) {
    Map<String, Version> versions = new HashMap<>();
    for (CaseEdit edit : edits) {
      switch (edit) {
        case CaseEdit.Add _ -> {}
        case CaseEdit.Change(CaseRecord record) -> put(versions, open, record.id().value());
        case CaseEdit.Remove(var id) -> put(versions, open, id.value());
        case CaseEdit.Describe _ ->
            versions.put(CaseService.HEADER, Version.of(open.view().info()));
      }
    }
    return versions;
  }

  private static void put(Map<String, Version> versions, OpenCase open, String id) {
    open.view().find(id).ifPresent(record -> versions.put(id, Version.of(record)));
  }

  /// A record as it stood after an entry; absent where there was none.
  ///
  /// @param entries every entry about it, the first first
  public static @Nullable FormValue at(RecordForm form, List<Entry> entries, long number) {
    FormValue written = null;
    for (Entry entry : entries) {
      if (entry.number() <= number) {
        String text = entry.change().after();
        written = text == null ? null : form.read(text);
      }
    }
    return written;
  }
}
