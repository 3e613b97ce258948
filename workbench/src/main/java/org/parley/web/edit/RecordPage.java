package org.parley.web.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.FormVisibility;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.shape.Shape;
import org.parley.model.CaseRecord;
import org.parley.model.checks.References;
import org.parley.store.Entry;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;

/// One record of any kind: its fields, its references, and its history.
///
/// @param open the case
/// @param record the record
/// @param form its form
/// @param isSaved whether it was saved just now
/// @param unrecorded the reason why the journal could not record the change; null if it did
/// @param history the entries about it, latest first; empty if the visitor may not see any
/// @param mayUndo whether the visitor may undo them
public record RecordPage(
    OpenCase open,
    CaseRecord record,
    RecordForm form,
    boolean isSaved,
    @Nullable String unrecorded,
    List<Entry> history,
    boolean mayUndo) {

  private static final int MOST_MENTIONS = 40;

  public RecordPage {
    history = List.copyOf(history);
  }

  /// A record as it was at a moment of the past: what became of it since is told in the present.
  public static RecordPage ofPast(OpenCase open, String id) {
    CaseRecord record =
        open.view().find(id).orElseThrow(() -> NotOnRecord.ofRecord(open.view(), id));
    return new RecordPage(open, record, RecordForm.of(record), false, null, List.of(), false);
  }

  /// A thing with its address.
  public record Named(String title, String address) {}

  public Frame frame() {
    return Frame.of(title(), open.view().info(), "");
  }

  public String title() {
    return RecordTitles.of(open.view(), record);
  }

  public String kind() {
    return form.kind();
  }

  public String one() {
    return RecordTitles.one(form.kind());
  }

  public String id() {
    return record.id().value();
  }

  /// Where it is shown among others.
  public String place() {
    return RecordTitles.place(record);
  }

  /// Its fields, in the order of its form, without those in the heading.
  public List<FieldDisplay.Line> fields() {
    List<FieldDisplay.Line> shown = new ArrayList<>();
    String title = title();
    FormValue.Keys written = form.written(record);
    FieldWording fields = new FieldWording(open.view(), form);
    FieldDisplay.DisplayMaker reader = new FieldDisplay.DisplayMaker(open.view(), fields);
    for (FormLayout.Section section : FormLayout.of(form.kind(), form.shape())) {
      for (String name : section.keys()) {
        FormValue value = written.get(name);
        Shape.Key key = form.shape().key(name);
        boolean isSaidAbove =
            name.equals("id")
                || name.equals(FormVisibility.KEY)
                || written.words(name).equals(title);
        if (value != null && key != null && !isSaidAbove) {
          shown.add(
              new FieldDisplay.Line(fields.label(List.of(name)), reader.of(key.shape(), value)));
        }
      }
    }
    return shown;
  }

  /// The records that refer to it or to a part of it.
  public List<Named> mentionedBy() {
    return mentionedBy(open, record);
  }

  static List<Named> mentionedBy(OpenCase open, CaseRecord record) {
    List<String> own =
        References.of((Record) record).stream()
            .filter(References.Mention::declares)
            .map(mention -> mention.id().value())
            .toList();
    Set<CaseRecord> mentions = new LinkedHashSet<>();
    Mentions all = open.once(Mentions.class, Mentions::of);
    own.forEach(id -> mentions.addAll(all.byId.getOrDefault(id, List.of())));
    return mentions.stream()
        .filter(each -> !each.id().equals(record.id()))
        .limit(MOST_MENTIONS)
        .map(
            each ->
                new Named(RecordTitles.of(open.view(), each), Link.to(Address.RECORD, each.id())))
        .toList();
  }

  /// For each id the first records that refer to it.
  private record Mentions(Map<String, List<CaseRecord>> byId) {

    static Mentions of(OpenCase open) {
      Map<String, List<CaseRecord>> byId = new HashMap<>();
      for (CaseRecord each : open.view().records()) {
        Set<String> named = new LinkedHashSet<>();
        References.of((Record) each).stream()
            .filter(mention -> !mention.declares())
            .forEach(mention -> named.add(mention.id().value()));
        for (String id : named) {
          List<CaseRecord> known = byId.computeIfAbsent(id, _ -> new ArrayList<>());
          if (known.size() <= MOST_MENTIONS) {
            known.add(each);
          }
        }
      }
      return new Mentions(byId);
    }
  }

  /// The address of the undo of an entry; null if the visitor may not.
  public @Nullable String undo(Entry entry) {
    if (!mayUndo) {
      return null;
    }
    return entry.number() > 0
        ? Link.to(Address.ENTRY, entry.number())
        : Link.to(Address.UNDO, id(), history.size() - history.indexOf(entry));
  }

  /// The address of the undo of the last change; null if there is none the visitor may undo.
  public @Nullable String undoLast() {
    return history.isEmpty() ? null : undo(history.getFirst());
  }
}
