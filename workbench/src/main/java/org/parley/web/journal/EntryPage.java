package org.parley.web.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.form.Difference;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.redline.Piece;
import org.parley.redline.WordDiff;
import org.parley.store.Change;
import org.parley.store.Entry;
import org.parley.store.Undo;
import org.parley.web.edit.Audience;
import org.parley.web.edit.FieldWording;
import org.parley.web.edit.RecordTitles;
import org.parley.web.service.VisibilityWidening;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;

/// One entry of the journal: what it changed, and what taking it back would do.
///
/// @param open the case
/// @param address where it is taken back
/// @param entry the entry; its number is 0 for those who are not shown numbers
/// @param together how many entries were recorded together with it, itself included
/// @param undo what would take it back
/// @param widenings who would newly see what
/// @param isWhole whether all entries recorded together are to be taken back
/// @param troubles why it was not taken back, in sentences
/// @param why the reason, as far as it was typed
public record EntryPage(
    OpenCase open,
    String address,
    Entry entry,
    int together,
    Undo undo,
    List<VisibilityWidening> widenings,
    boolean isWhole,
    List<String> troubles,
    String why) {

  private static final String HEADER = "case";

  public EntryPage {
    widenings = List.copyOf(widenings);
    troubles = List.copyOf(troubles);
  }

  /// The page of an entry.
  public static EntryPage of(
      OpenCase open, String address, UndoPreview back, List<String> troubles, String why) {
    return new EntryPage(
        open,
        address,
        back.entry(),
        back.together().size(),
        back.undo(),
        back.widenings(open),
        back.whole(),
        troubles,
        why);
  }

  /// A field with what changed in it.
  public record Changed(String label, List<Piece> pieces) {}

  /// A field that was changed again since, to be chosen.
  ///
  /// @param name one word for it
  /// @param before what stood before the entry
  /// @param now what stands now
  public record Choice(String name, String label, String before, String now) {}

  public Frame frame() {
    return Frame.of(
        entry.number() == 0 ? "Take back" : "Entry " + entry.number(),
        open.view().info(),
        "history");
  }

  /// What happened, in words.
  public String title() {
    Change change = entry.change();
    return change.kind().equals(HEADER)
        ? "The header was " + change.verb()
        : Say.sentence(RecordTitles.one(change.kind()))
            + " "
            + change.id()
            + " was "
            + change.verb();
  }

  public boolean isHeader() {
    return entry.change().kind().equals(HEADER);
  }

  /// Whether the record still stands.
  public boolean stands() {
    return open.view().find(entry.change().id()).isPresent();
  }

  /// Who would newly see what, in sentences.
  public List<String> asks() {
    return Audience.asks(open.view(), widenings);
  }

  /// To whom taking it back would show records, as the form carries it; empty for nobody new.
  public String confirms() {
    return widenings.isEmpty() ? "" : Audience.text(VisibilityWidening.widest(widenings));
  }

  /// What the button says.
  public String save() {
    String what =
        isWhole && together > 1
            ? "Undo all " + together + " entries"
            : entry.number() > 0 ? "Undo this entry" : "Undo this change";
    return widenings.isEmpty() || Visit.current().isLocal()
        ? what
        : what + " \u2013 " + Say.seenBy(open.view(), VisibilityWidening.widest(widenings));
  }

  /// What the entry changed, field by field.
  public List<Changed> changed() {
    Change change = entry.change();
    if (isHeader()) {
      return List.of(
          new Changed("The header", WordDiff.between(or(change.before()), or(change.after()))));
    }
    RecordForm form = RecordForm.of(change.kind());
    return fields(
        form,
        Difference.between(form, read(form, change.before()), read(form, change.after())),
        change.before() != null && change.after() != null);
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable FormValue read(RecordForm form, @Nullable String text) {
    return text == null ? null : form.read(text);
  }

  private List<Changed> fields(RecordForm form, List<Difference> differences, boolean stands) {
    FieldWording words = new FieldWording(open.view(), form);
    List<Changed> changed = new ArrayList<>();
    for (Difference each : differences) {
      changed.add(new Changed(words.label(each.path()), words.changes(each, stands)));
    }
    return changed;
  }

  /// The fields that were changed again since.
  public List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    for (Undo.Clash clash : undo.clashes()) {
      FieldWording words = new FieldWording(open.view(), RecordForm.of(clash.kind()));
      choices.add(
          new Choice(
              clash.name(),
              clash.id() + ": " + words.label(clash.path()),
              Objects.requireNonNullElse(words.text(clash.path(), clash.before()), "it goes"),
              Objects.requireNonNullElse(words.text(clash.path(), clash.now()), "it is gone")));
    }
    return choices;
  }

  private String readers(Undo.Change change) {
    for (CaseEdit edit : undo.edits()) {
      if (edit instanceof CaseEdit.Add(CaseRecord record, _)
          && record.id().value().equals(change.id())) {
        return ", " + Say.seenBy(open.view(), record.visibility());
      }
    }
    return "";
  }

  /// What taking it back would do, in sentences.
  public List<String> effects() {
    List<String> effects = new ArrayList<>();
    for (Undo.Change change : undo.changes()) {
      String what =
          change.kind().equals(HEADER)
              ? "The header"
              : Say.sentence(RecordTitles.one(change.kind())) + " " + change.id();
      effects.add(
          change.isAdded()
              ? what + " comes back" + readers(change)
              : change.isRemoved()
                  ? what + " goes"
                  : what
                      + " becomes as it was"
                      + (change.fields().isEmpty()
                          ? ""
                          : ": "
                              + String.join(
                                  "; ",
                                  fields(RecordForm.of(change.kind()), change.fields(), true)
                                      .stream()
                                      .map(Changed::label)
                                      .toList())));
    }
    return effects;
  }
}
