package org.parley.web.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.form.FieldProblem;
import org.parley.casefile.form.FormOutcome;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.cases.CaseView;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Visitor;
import org.parley.web.view.Visit;

/// The records that a form makes in place, for its own fields to refer to.
///
/// Of the reference `source/0`, the kind stands in `_new:source/0` and the fields below it.
final class NewInPlace {

  /// The beginning of the names of its fields.
  static final String MARK = "_new:";

  /// The kinds that can be made in place, with the fields shown.
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "sources",
          List.of("publisher", "title", "address", "date", "kind", "reliability", "language"),
          "parties",
          List.of("name", "shortName", "kind"),
          "points",
          List.of("number", "title", "instrument"),
          "instruments",
          List.of("title", "shortName", "kind"));

  private final Map<String, List<String>> parameters;
  private final Map<String, RecordForm> forms = new LinkedHashMap<>();
  private final Map<String, CaseRecord> made = new TreeMap<>();
  private final List<FieldProblem> problems = new ArrayList<>();

  private NewInPlace(Map<String, List<String>> parameters) {
    this.parameters = new LinkedHashMap<>(parameters);
  }

  /// The kinds that a field can make, of those that it may refer to.
  ///
  /// @param kinds as [Completion#kinds] gives them
  static List<String> kinds(String kinds) {
    return List.of(kinds.split(" ", -1)).stream()
        .filter(FIELDS::containsKey)
        .filter(Visit.current().may()::add)
        .toList();
  }

  /// The fields of a kind.
  static List<String> fields(String kind) {
    return FIELDS.getOrDefault(kind, List.of());
  }

  /// The input below a name, as if it stood alone.
  static Map<String, List<String>> below(String begin, Map<String, List<String>> parameters) {
    Map<String, List<String>> own = new LinkedHashMap<>();
    parameters.forEach(
        (name, values) -> {
          if (name.startsWith(begin)) {
            own.put(name.substring(begin.length()), values);
          }
        });
    return own;
  }

  /// Reads the records of an input. Those that are blank are left out.
  ///
  /// @param besides set-aside records, which occupy ids
  static NewInPlace of(
      CaseView view,
      List<CaseRecord> besides,
      Visitor visitor,
      Map<String, List<String>> parameters) {
    NewInPlace all = new NewInPlace(parameters);
    List<CaseRecord> taken = new ArrayList<>(besides);
    for (Map.Entry<String, List<String>> each : parameters.entrySet()) {
      String marker = each.getKey();
      String kind = each.getValue().isEmpty() ? "" : each.getValue().getFirst();
      if (marker.startsWith(MARK) && kinds(kind).equals(List.of(kind))) {
        RecordForm form = RecordForm.of(kind);
        FormValue.Keys typed = new FormInput(below(marker + "/", parameters)).record(form.shape());
        if (!typed.isBlank()) {
          all.add(view, taken, visitor, form, marker, typed);
        }
      }
    }
    return all;
  }

  private void add(
      CaseView view,
      List<CaseRecord> taken,
      Visitor visitor,
      RecordForm form,
      String marker,
      FormValue.Keys typed) {
    FormValue.Keys written = IdGenerator.fill(view, taken, visitor, form, typed);
    forms.put(marker, form);
    switch (form.fill(written, view.records())) {
      case FormOutcome.Made(CaseRecord record) -> {
        made.put(marker, record);
        taken.add(record);
        parameters.put(marker.substring(MARK.length()), List.of(record.id().value()));
      }
      case FormOutcome.Faulty(List<FieldProblem> found) ->
          found.forEach(
              each -> problems.add(new FieldProblem(at(marker, each.path()), each.complaint())));
    }
  }

  private static List<String> at(String marker, List<String> path) {
    List<String> longer = new ArrayList<>();
    longer.add(marker);
    longer.addAll(path);
    return longer;
  }

  /// The input with the ids of the new records in the fields that refer to them.
  Map<String, List<String>> parameters() {
    return parameters;
  }

  /// The additions, before the record that refers to them.
  List<CaseEdit> edits() {
    List<CaseEdit> edits = new ArrayList<>();
    made.values().forEach(each -> edits.add(new CaseEdit.Add(each, null)));
    return edits;
  }

  /// Their faults.
  List<FieldProblem> problems() {
    return problems;
  }

  /// The field of a trouble that the whole case finds in one of them; null if it is in another.
  @Nullable List<String> locate(SaveOutcome.Trouble trouble) {
    for (Map.Entry<String, CaseRecord> each : made.entrySet()) {
      if (each.getValue().id().value().equals(trouble.record())) {
        RecordForm form = forms.get(each.getKey());
        return form == null
            ? null
            : at(
                each.getKey(),
                form.locate(
                    form.written(each.getValue()), trouble.path(), trouble.complaint().value()));
      }
    }
    return null;
  }
}
