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
import org.parley.wording.Messages;

/// One entry of the journal: its changes, and the effect of its undo.
///
/// @param open the case
/// @param address the address of its undo
/// @param entry the entry; its number is 0 for readers without access to numbers
/// @param together the number of entries of the same transaction, itself included
/// @param undo its undo
/// @param widenings the new readers of records
/// @param isWhole whether the whole transaction is undone
/// @param troubles the reasons why the undo was refused, in sentences
/// @param why the reason, as typed so far
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

  /// A field with its change.
  public record Changed(String label, List<Piece> pieces) {}

  /// A conflict: a field changed again since.
  ///
  /// @param name a single word for it
  /// @param before the value before the entry
  /// @param now the present value
  public record Choice(String name, String label, String before, String now) {}

  public Frame frame() {
    return Frame.of(
        Say.text(
            "entry.frame", "numbered", entry.number() > 0, "number", Long.toString(entry.number())),
        open.view().info(),
        "history");
  }

  /// The kind of change, in words.
  public String title() {
    Change change = entry.change();
    return Say.text(
        "entry.title",
        "verb",
        new Messages.Select(change.verb()),
        "what",
        named(change.kind(), change.id()));
  }

  /// A record by its kind and id, or the header.
  private static String named(String kind, String id) {
    return kind.equals(HEADER)
        ? Say.text("entry.header")
        : Say.sentence(RecordTitles.one(kind)) + " " + id;
  }

  public boolean isHeader() {
    return entry.change().kind().equals(HEADER);
  }

  /// Whether the record still exists.
  public boolean stands() {
    return open.view().find(entry.change().id()).isPresent();
  }

  /// The new readers of each record, in sentences.
  public List<String> asks() {
    return Audience.asks(open.view(), widenings);
  }

  /// The readers that the undo would add, as carried by the form; empty for none.
  public String confirms() {
    return widenings.isEmpty() ? "" : Audience.text(VisibilityWidening.widest(widenings));
  }

  /// The label of the button.
  public String save() {
    String what =
        Say.text(
            "entry.undo",
            "what",
            new Messages.Select(
                isWhole && together > 1 ? "all" : entry.number() > 0 ? "entry" : "change"),
            "count",
            together);
    return widenings.isEmpty() || Visit.current().isLocal()
        ? what
        : Say.text(
            "entry.save",
            "what",
            what,
            "seen",
            Say.seenBy(open.view(), VisibilityWidening.widest(widenings)));
  }

  /// The changes of the entry, field by field.
  public List<Changed> changed() {
    Change change = entry.change();
    if (isHeader()) {
      return List.of(
          new Changed(
              Say.text("entry.header"), WordDiff.between(or(change.before()), or(change.after()))));
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
              clash.id() + Say.text("colon") + words.label(clash.path()),
              Objects.requireNonNullElse(
                  words.text(clash.path(), clash.before()), Say.text("entry.goes")),
              Objects.requireNonNullElse(
                  words.text(clash.path(), clash.now()), Say.text("entry.gone"))));
    }
    return choices;
  }

  private String readers(Undo.RecordChange change) {
    for (CaseEdit edit : undo.edits()) {
      if (edit instanceof CaseEdit.Add(CaseRecord record, _)
          && record.id().value().equals(change.id())) {
        return Say.seenBy(open.view(), record.visibility());
      }
    }
    return "";
  }

  /// The effects of the undo, in sentences.
  public List<String> effects() {
    List<String> effects = new ArrayList<>();
    for (Undo.RecordChange change : undo.changes()) {
      String seen = readers(change);
      List<Changed> fields =
          change.fields().isEmpty()
              ? List.of()
              : fields(RecordForm.of(change.kind()), change.fields(), true);
      effects.add(
          Say.text(
              "entry.effect",
              "effect",
              new Messages.Select(
                  change.isAdded() ? "back" : change.isRemoved() ? "gone" : "as_it_was"),
              "what",
              named(change.kind(), change.id()),
              "seen",
              !seen.isEmpty(),
              "readers",
              seen,
              "named",
              !fields.isEmpty(),
              "fields",
              String.join(Say.text("semicolon"), fields.stream().map(Changed::label).toList())));
    }
    return effects;
  }
}
