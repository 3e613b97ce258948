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
import org.parley.web.view.Say;
import org.parley.wording.Messages;

/// The undo of an entry, alone or with its whole transaction.
///
/// @param entry the entry
/// @param together the entries of the transaction, itself included
/// @param whole whether the whole transaction is undone
/// @param undo the undo
public record UndoPreview(Entry entry, List<Entry> together, boolean whole, Undo undo) {

  public UndoPreview {
    together = List.copyOf(together);
  }

  /// Computes the undo of an entry or its transaction.
  ///
  /// @param kept the conflicts resolved as the present value
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

  /// The new readers of records.
  public List<VisibilityWidening> widenings(OpenCase open) {
    return VisibilityWidening.of(open.view(), undo.edits(), new Visibility.Mediator());
  }

  /// Makes the changes, based on the state shown by `open`.
  ///
  /// @param confirmed the readers confirmed by the visitor
  public SaveOutcome save(
      CaseService service, Visitor visitor, OpenCase open, String why, Visibility confirmed) {
    boolean isAll = whole && together.size() > 1;
    String what =
        Say.text(
            "entry.why",
            "what",
            new Messages.Select(entry.number() == 0 ? "change" : isAll ? "all" : "entry"),
            "first",
            Long.toString((isAll ? together.getFirst() : entry).number()),
            "last",
            Long.toString(together.getLast().number()));
    return service.change(
        visitor,
        undo.edits(),
        what + (why.isEmpty() ? "" : " " + why),
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
    open.view().findWhole(id).ifPresent(record -> versions.put(id, Version.of(record)));
  }

  /// The state of a record after an entry; null if there was none.
  ///
  /// @param entries every entry about it, in order
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
