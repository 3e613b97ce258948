package org.parley.web.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.casefile.form.Difference;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.redline.Piece;
import org.parley.store.Entry;
import org.parley.web.edit.FieldWording;
import org.parley.web.edit.RecordTitles;
import org.parley.web.view.Frame;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;

/// Two versions of a record compared, field by field and word by word.
///
/// @param open the case
/// @param id the record
/// @param kind its kind
/// @param versions the entries that changed it, latest first
/// @param from the number of the earlier entry; 0 for before the first
/// @param to the number of the later entry
/// @param changed the differences
public record VersionsPage(
    OpenCase open,
    String id,
    String kind,
    List<Entry> versions,
    long from,
    long to,
    List<EntryPage.Changed> changed) {

  public VersionsPage {
    versions = List.copyOf(versions);
    changed = List.copyOf(changed);
  }

  /// The page of a record.
  ///
  /// @param entries every entry about it, the first first
  public static VersionsPage of(OpenCase open, String id, List<Entry> entries, Query query) {
    String kind =
        entries.reversed().stream()
            .map(each -> each.change().kind())
            .filter(each -> !each.equals("case"))
            .findFirst()
            .orElseThrow(() -> new NotOnRecord("record with a history", id, List.of()));
    // an earlier record with its id may have been of another kind
    List<Entry> own = entries.stream().filter(each -> each.change().kind().equals(kind)).toList();
    RecordForm form = RecordForm.of(kind);
    long last = own.getLast().number();
    long before = own.size() > 1 ? own.get(own.size() - 2).number() : 0;
    long from = query.number("from", 0, Integer.MAX_VALUE, (int) before);
    long to = query.number("to", 0, Integer.MAX_VALUE, (int) last);
    FormValue one = UndoPreview.at(form, own, from);
    FormValue other = UndoPreview.at(form, own, to);
    FieldWording words = new FieldWording(open.view(), form);
    List<EntryPage.Changed> changed = new ArrayList<>();
    for (Difference each : Difference.between(form, one, other)) {
      List<Piece> pieces = words.changes(each, one != null && other != null);
      changed.add(new EntryPage.Changed(words.label(each.path()), pieces));
    }
    return new VersionsPage(open, id, kind, own.reversed(), from, to, changed);
  }

  public Frame frame() {
    return Frame.of(title(), open.view().info(), "history");
  }

  /// Whether the record is in the case today.
  public boolean stands() {
    return find().isPresent();
  }

  private Optional<CaseRecord> find() {
    return open.view().find(id).filter(each -> each.id().value().equals(id));
  }

  public String title() {
    return Say.text(
        "versions.title",
        "title",
        find()
            .map(each -> RecordTitles.of(open.view(), each))
            .orElse(RecordTitles.one(kind) + " " + id));
  }
}
