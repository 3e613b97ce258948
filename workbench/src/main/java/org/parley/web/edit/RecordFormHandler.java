package org.parley.web.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.form.Difference;
import org.parley.casefile.form.FieldProblem;
import org.parley.casefile.form.FormOutcome;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.FormVisibility;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.form.RecordMerge;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.web.service.CaseService;
import org.parley.web.service.ChangeRefusal;
import org.parley.web.service.Rights;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Version;
import org.parley.web.service.VisibilityWidening;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;
import org.parley.wording.Language;

/// One form as it was sent: shown again, saved, or put to a choice.
public final class RecordFormHandler {

  /// The requested action.
  public static final String DO = "_do";

  static final String BASE = "_base";
  static final String THEIRS = "_theirs";
  static final String FORM = "_form";
  static final String WHY = "_why";
  static final String CHOOSE = "_choose/";
  private static final int LONGEST_WHY = 2000;

  /// The result of an action.
  public sealed interface Outcome {

    /// It is saved under this id.
    record Done(String id) implements Outcome {}

    /// A page is to be shown.
    sealed interface Shown extends Outcome {}

    /// The form, again or for the first time.
    record Show(EditPage page) implements Shown {}

    /// The form, as it cannot be saved just now.
    record Later(EditPage page) implements Shown {}

    /// Two versions to choose from.
    record Choose(MergePage page) implements Shown {}
  }

  private final CaseService service;
  private final Visitor visitor;
  private final OpenCase open;
  private final RecordForm form;
  private final String id;
  private Map<String, List<String>> parameters;
  private Around around;
  private @Nullable NewInPlace inPlace;

  /// The context of a form that is part of a larger page.
  ///
  /// @param also the edits made together with the record, before it
  /// @param action the address of the form; empty for the default of its kind
  /// @param back the address to leave without saving; empty for the record's page
  public record Around(List<CaseEdit> also, String action, String back) {
    public Around {
      also = List.copyOf(also);
    }
  }

  /// @param id the id of the record; empty for a new one
  /// @param parameters the input; empty for a new form
  public RecordFormHandler(
      CaseService service,
      Visitor visitor,
      OpenCase open,
      RecordForm form,
      String id,
      Map<String, List<String>> parameters) {
    this(service, visitor, open, form, id, parameters, new Around(List.of(), "", ""));
  }

  /// The same, as part of something larger.
  public RecordFormHandler(
      CaseService service,
      Visitor visitor,
      OpenCase open,
      RecordForm form,
      String id,
      Map<String, List<String>> parameters,
      Around around) {
    this.around = around;
    this.service = service;
    this.visitor = visitor;
    this.open = open;
    this.form = form;
    this.id = id;
    this.parameters = parameters;
  }

  private String text(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  private String why() {
    String why = text(WHY).strip();
    return why.length() <= LONGEST_WHY ? why : why.substring(0, LONGEST_WHY);
  }

  /// The form of an existing record, with the fields given in the address.
  public EditPage existing(CaseRecord record) {
    FormValue.Keys written = form.written(record);
    for (FormValue.Entry given : new FormInput(parameters).record(form.shape()).entries()) {
      if (isGiven(given.key()) && !given.key().equals(FormVisibility.KEY)) {
        written = written.with(given.key(), given.value());
      }
    }
    return page(written, CaseWriter.text(record), List.of(), "", false);
  }

  /// Whether the address gives a value for a field. A required field always has a value.
  private boolean isGiven(String key) {
    return parameters.keySet().stream()
        .anyMatch(name -> name.equals(key) || name.startsWith(key + "/"));
  }

  /// The form of a record as it is proposed.
  ///
  /// @param before the record it would take the place of; absent for a new one
  public EditPage proposed(CaseRecord record, @Nullable CaseRecord before) {
    return page(
        form.written(record),
        before == null ? "" : CaseWriter.text(before),
        List.of(),
        "",
        before == null);
  }

  /// The form of a new record that is known in part.
  public EditPage drafted(FormValue.Keys written) {
    return page(
        written.with(FormVisibility.KEY, FormVisibility.of(usual())), "", List.of(), "", true);
  }

  /// The form of a new record, with the fields given in the address.
  public EditPage fresh() {
    FormValue.Keys written =
        new FormInput(parameters)
            .record(form.shape())
            .with(FormVisibility.KEY, FormVisibility.of(usual()));
    return page(written, "", List.of(), "", true);
  }

  /// Performs the requested action.
  public Outcome answer() {
    String action = text(DO);
    Map<String, List<String>> kept = parameters;
    String opened = "";
    if (action.startsWith("add:") || action.startsWith("translate:")) {
      opened = action.substring(action.indexOf(':') + 1);
    } else if (action.startsWith("remove:")) {
      String row = action.substring("remove:".length());
      kept = new LinkedHashMap<>(parameters);
      kept.keySet()
          .removeIf(
              name ->
                  name.equals(row)
                      || name.startsWith(row + "/")
                      || name.startsWith(NewInPlace.MARK + row + "/"));
      parameters = kept;
    } else if (action.startsWith("new:")) {
      String reference = action.substring(action.indexOf(':', "new:".length()) + 1);
      kept = new LinkedHashMap<>(parameters);
      kept.keySet().removeIf(name -> isInPlace(reference, name));
      kept.remove(reference);
      String kind =
          action.substring("new:".length(), Math.max("new:".length(), action.lastIndexOf(':')));
      if (!kind.equals("none")) {
        kept.put(NewInPlace.MARK + reference, List.of(kind));
      }
      parameters = kept;
    }
    boolean isUnfinished =
        !opened.isEmpty()
            || action.startsWith("remove:")
            || action.startsWith("new:")
            || action.equals("refresh");
    if (!isUnfinished) {
      NewInPlace made = NewInPlace.of(open.view(), besides(), visitor, parameters);
      inPlace = made;
      kept = made.parameters();
      List<CaseEdit> also = new ArrayList<>(around.also());
      also.addAll(made.edits());
      around = new Around(also, around.action(), around.back());
    }
    FormInput all = isUnfinished ? FormInput.unfinished(kept) : new FormInput(kept);
    FormValue.Keys typed = all.record(form.shape());
    if (!parameters.containsKey(FormVisibility.KEY)) {
      typed = typed.with(FormVisibility.KEY, unsaid());
    }
    if (isUnfinished) {
      return new Outcome.Show(page(typed, base(), List.of(), opened, id.isEmpty()));
    }
    NewInPlace made = inPlace;
    return made != null && !made.problems().isEmpty()
        ? again(typed, id.isEmpty() ? "" : base(), made.problems())
        : save(typed);
  }

  /// Whether a field belongs to the record that a reference makes in place.
  private static boolean isInPlace(String reference, String name) {
    String marker = NewInPlace.MARK + reference;
    return name.equals(marker) || name.startsWith(marker + "/");
  }

  private Visibility usual() {
    return Rights.defaultVisibility(visitor, open.view(), text("amends").strip());
  }

  /// The default visibility: that of the visitor's additions for a new record, else the present
  /// one.
  private @Nullable FormValue unsaid() {
    FormValue.Keys before = id.isEmpty() ? null : read(base());
    return before == null ? FormVisibility.of(usual()) : before.get(FormVisibility.KEY);
  }

  private String base() {
    return text(BASE).replace("\r\n", "\n");
  }

  /// Records beside the files of the case, which occupy ids as well.
  private List<CaseRecord> besides() {
    return service.setAside().records();
  }

  private Outcome save(FormValue.Keys typed) {
    if (id.isEmpty()) {
      return add(IdGenerator.fill(open.view(), besides(), visitor, form, typed), typed);
    }
    FormValue.Keys mine =
        IdGenerator.fill(
            open.view(), besides(), visitor, form, typed.with("id", new FormValue.Words(id)));
    String base = base();
    FormValue.Keys before = read(base);
    if (before == null) {
      return again(mine, base, List.of(noBase()));
    }
    String theirs = text(THEIRS).replace("\r\n", "\n");
    if (theirs.isEmpty()) {
      return change(mine, base, before);
    }
    FormValue.Keys other = read(theirs);
    if (other == null) {
      return again(mine, base, List.of(noBase()));
    }
    return change(
        RecordMerge.of(form, before, mine, other, theirsChosen()).written(), theirs, other);
  }

  /// The values of a text carried by the form; null if it was tampered with.
  private FormValue.@Nullable Keys read(String text) {
    try {
      return form.read(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private Set<String> theirsChosen() {
    Set<String> chosen = new LinkedHashSet<>();
    parameters.forEach(
        (name, values) -> {
          if (name.startsWith(CHOOSE) && values.contains("theirs")) {
            chosen.add(name.substring(CHOOSE.length()));
          }
        });
    return chosen;
  }

  private Outcome add(FormValue.Keys written, FormValue.Keys typed) {
    return switch (form.fill(written, known())) {
      case FormOutcome.Faulty(List<FieldProblem> problems) -> again(typed, "", problems);
      case FormOutcome.Made(CaseRecord record) -> {
        Visibility known =
            Audience.find(text(Audience.SEEN)).orElse(Rights.defaultVisibility(visitor));
        if (!known.covers(record.visibility())) {
          yield asks(
              typed, "", List.of(new VisibilityWidening("", "", known, record.visibility())));
        }
        SaveOutcome saving =
            service.change(visitor, with(new CaseEdit.Add(record, null)), why(), Map.of());
        yield switch (saving) {
          case SaveOutcome.Saved _ -> new Outcome.Done(record.id().value());
          case SaveOutcome.Widens(List<VisibilityWidening> widenings) -> asks(typed, "", widenings);
          case SaveOutcome.Refused(List<SaveOutcome.Trouble> troubles) ->
              again(written, "", problems(troubles, record, written));
          case SaveOutcome.Later(SaveOutcome.Trouble why) -> later(written, "", why);
          case SaveOutcome.Conflict _ ->
              again(
                  typed,
                  "",
                  List.of(
                      new FieldProblem(
                          List.of("id"), new Complaint(ChangeRefusal.Plain.ID_TAKEN_MEANWHILE))));
        };
      }
    };
  }

  private Outcome change(FormValue.Keys mine, String base, FormValue.Keys begun) {
    return switch (form.fill(mine, known())) {
      case FormOutcome.Faulty(List<FieldProblem> problems) -> again(mine, base, problems);
      case FormOutcome.Made(CaseRecord record) -> {
        if (!(form.fill(begun, known()) instanceof FormOutcome.Made(CaseRecord before))) {
          yield again(mine, base, List.of(noBase()));
        }
        SaveOutcome saving =
            service.change(
                visitor,
                with(new CaseEdit.Change(record)),
                why(),
                Map.of(id, Version.of(before)),
                Audience.find(text(Audience.SEEN)).orElse(new Visibility.Mediator()));
        yield switch (saving) {
          case SaveOutcome.Saved _ -> new Outcome.Done(id);
          case SaveOutcome.Widens(List<VisibilityWidening> widenings) ->
              asks(mine, base, widenings);
          case SaveOutcome.Refused(List<SaveOutcome.Trouble> troubles) ->
              again(mine, base, problems(troubles, record, mine));
          case SaveOutcome.Later(SaveOutcome.Trouble why) -> later(mine, base, why);
          case SaveOutcome.Conflict(List<SaveOutcome.Clash> clashes) ->
              clash(mine, base, begun, clashes);
        };
      }
    };
  }

  /// The form again, with who would newly see it.
  private Outcome asks(FormValue.Keys written, String base, List<VisibilityWidening> widenings) {
    return new Outcome.Show(
        page(
            written,
            base,
            List.of(),
            "",
            id.isEmpty(),
            Audience.text(VisibilityWidening.widest(widenings)),
            Audience.asks(open.view(), widenings)));
  }

  private List<CaseEdit> with(CaseEdit edit) {
    List<CaseEdit> edits = new ArrayList<>();
    Visibility visibility =
        switch (edit) {
          case CaseEdit.Add(CaseRecord record, _) -> record.visibility();
          case CaseEdit.Change(CaseRecord record) -> record.visibility();
          case CaseEdit.Remove _, CaseEdit.Describe _ -> new Visibility.Public();
        };
    around.also().forEach(each -> edits.add(InheritedVisibility.of(each, visibility)));
    edits.add(edit);
    return edits;
  }

  /// The records that the form may name.
  private List<CaseRecord> known() {
    List<CaseRecord> known = new ArrayList<>(open.view().records());
    for (CaseEdit each : around.also()) {
      if (each instanceof CaseEdit.Add(CaseRecord record, _)) {
        known.add(record);
      }
    }
    return known;
  }

  private static FieldProblem noBase() {
    return new FieldProblem(List.of(), new Complaint(ChangeRefusal.Plain.UNREADABLE_BASE));
  }

  private Outcome clash(
      FormValue.Keys mine, String base, FormValue.Keys begun, List<SaveOutcome.Clash> clashes) {
    CaseRecord current = clashes.isEmpty() ? null : clashes.getFirst().current();
    if (current == null) {
      return new Outcome.Show(
          new EditPage(
              Frame.of(adding(), open.view().info(), ""),
              form.kind(),
              "",
              Say.text("form.removed"),
              "/",
              "",
              "",
              newForm(),
              new FormMaker(open.view(), List.of(), "", true, parameters)
                  .parts(form.kind(), form.shape(), mine),
              List.of(Say.text("form.removed-means")),
              1,
              why(),
              false,
              Audience.of(open.view(), visitor, mine, "", true, List.of()),
              List.of()));
    }
    return new Outcome.Choose(merge(mine, base, begun, current));
  }

  private MergePage merge(
      FormValue.Keys mine, String base, FormValue.Keys begun, CaseRecord current) {
    RecordMerge merge = RecordMerge.of(form, begun, mine, form.written(current), Set.of());
    List<MergePage.Choice> choices = new ArrayList<>();
    FieldWording words = new FieldWording(open.view(), form);
    for (RecordMerge.Clash clash : merge.clashes()) {
      choices.add(
          new MergePage.Choice(
              CHOOSE + clash.name(),
              words.label(clash.path()),
              Objects.requireNonNullElse(words.text(clash.path(), clash.base()), ""),
              words.changes(new Difference(clash.path(), clash.base(), clash.mine()), true),
              words.changes(new Difference(clash.path(), clash.base(), clash.theirs()), true),
              false));
    }
    List<MergePage.Typed> typed = new ArrayList<>();
    parameters.forEach(
        (name, values) -> {
          if ((!name.startsWith("_") || name.startsWith(NewInPlace.MARK))
              && !name.equals("token")) {
            values.forEach(value -> typed.add(new MergePage.Typed(name, value)));
          }
        });
    return new MergePage(
        Frame.of(Say.text("merge.title"), open.view().info(), ""),
        form.kind(),
        id,
        RecordTitles.onPage(open, current),
        choices,
        merge.taken().stream()
            .map(
                each ->
                    new MergePage.FieldChange(words.label(each.path()), words.changes(each, true)))
            .toList(),
        base,
        CaseWriter.text(current),
        typed,
        newForm(),
        why(),
        merge.clashes().stream().anyMatch(each -> each.name().equals(FormVisibility.KEY))
            ? Say.text("merge.save")
            : Audience.of(open.view(), visitor, merge.written(), "", false, List.of())
                .save(Say.text("merge.save")));
  }

  /// Problems of the record stand at its fields; those of others, at the top.
  private List<FieldProblem> problems(
      List<SaveOutcome.Trouble> troubles, CaseRecord record, FormValue.Keys written) {
    List<FieldProblem> problems = new ArrayList<>();
    for (SaveOutcome.Trouble trouble : troubles) {
      boolean own = record.id().value().equals(trouble.record());
      NewInPlace made = inPlace;
      List<String> place = made == null ? null : made.locate(trouble);
      if (place != null) {
        problems.add(new FieldProblem(place, trouble.complaint()));
        continue;
      }
      problems.add(
          new FieldProblem(
              own ? form.locate(written, trouble.path(), trouble.complaint().value()) : List.of(),
              trouble.complaint(),
              own ? null : trouble.record()));
    }
    return problems;
  }

  private Outcome again(FormValue.Keys written, String base, List<FieldProblem> problems) {
    return new Outcome.Show(page(written, base, problems, "", id.isEmpty()));
  }

  private Outcome later(FormValue.Keys written, String base, SaveOutcome.Trouble why) {
    FieldProblem problem = new FieldProblem(List.of(), why.complaint());
    return new Outcome.Later(page(written, base, List.of(problem), "", id.isEmpty()));
  }

  private static String newForm() {
    return UUID.randomUUID().toString();
  }

  private EditPage page(
      FormValue.Keys written,
      String base,
      List<FieldProblem> problems,
      String opened,
      boolean isNew) {
    return page(written, base, problems, opened, isNew, text(Audience.SEEN), List.of());
  }

  private EditPage page(
      FormValue.Keys written,
      String base,
      List<FieldProblem> problems,
      String opened,
      boolean isNew,
      String confirmed,
      List<String> asks) {
    CaseRecord record = id.isEmpty() ? null : find();
    String heading =
        isNew
            ? adding()
            : Say.text(
                "form.edit", "title", record == null ? id : RecordTitles.onPage(open, record));
    List<EditPage.Part> parts =
        new FormMaker(shown(), problems, opened, isNew, parameters)
            .parts(form.kind(), form.shape(), written);
    return new EditPage(
        Frame.of(heading, open.view().info(), ""),
        form.kind(),
        id,
        heading,
        !around.back().isEmpty()
            ? around.back()
            : record == null ? Link.to(Address.MENU) : RecordTitles.place(record),
        around.action(),
        base,
        text(FORM).isEmpty() ? newForm() : text(FORM),
        parts,
        problems.stream()
            .filter(each -> each.path().isEmpty())
            .map(each -> Say.sentence(each.sentence()))
            .toList(),
        problems.size(),
        why(),
        !isNew && record != null && Rights.mayRemove(visitor, open.view(), record),
        Audience.of(shown(), visitor, written, confirmed, isNew, problems),
        asks);
  }

  /// The view whose names are shown; what is saved is read from the other.
  private CaseView shown() {
    return open.onPageIn(Language.current()).view();
  }

  private String adding() {
    return Say.text("form.add", "kind", RecordTitles.some(form.kind()));
  }

  private @Nullable CaseRecord find() {
    return open.view().findWhole(id).orElse(null);
  }
}
