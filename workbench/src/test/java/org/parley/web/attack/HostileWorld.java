package org.parley.web.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.FieldProblem;
import org.parley.casefile.form.FormOutcome;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.shape.Shape;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.web.SmallWorld;

/// A case in which every free text of every record is an attempt to break out of the page that
/// shows it.
///
/// @param contents the case
/// @param fields the names of the fields whose text is hostile: `claims quote`
record HostileWorld(Case contents, Set<String> fields) {

  private static int made;

  /// Breaks out of text, of attributes in either quotation mark, of a script and of a comment, and
  /// loads what another site would see. Begins as a formula does.
  static final String WORDS =
      "=1+1--></textarea></script></title><xss-tag>'\" onxss=\"x\" x='<img src=https://evil.example/x>";

  /// Texts that the checks of a case allow only some values.
  private static final Set<String> CHECKED = Set.of("language", "zone", "timeZone", "currency");

  static HostileWorld build() {
    Case tame = SmallWorld.build();
    List<CaseRecord> known = new ArrayList<>(tame.viewFor(new Viewer.Mediator()).records());
    List<CaseRecord> hostile = new ArrayList<>();
    Set<String> fields = new TreeSet<>();
    for (CaseRecord each : known) {
      hostile.add(hostile(each, known, fields));
    }
    CaseInfo info = new CaseInfo(WORDS, WORDS, tame.info().columns());
    return new HostileWorld(Case.of(info, hostile), fields);
  }

  private static CaseRecord hostile(CaseRecord record, List<CaseRecord> known, Set<String> fields) {
    RecordForm form = RecordForm.of(record);
    FormValue.Keys written = form.written(record);
    Set<List<String>> spared = new java.util.HashSet<>();
    for (int tries = 0; tries < 20; tries++) {
      Set<String> touched = new TreeSet<>();
      FormValue.Keys changed =
          (FormValue.Keys) changed(form.kind(), form.shape(), written, List.of(), spared, touched);
      switch (form.fill(changed, known)) {
        case FormOutcome.Made(CaseRecord made) -> {
          fields.addAll(touched);
          return made;
        }
        case FormOutcome.Faulty(List<FieldProblem> problems) ->
            problems.forEach(problem -> spared.add(problem.path()));
      }
    }
    return record;
  }

  /// The same with every free text exchanged, but for those at the paths that are spared.
  private static FormValue changed(
      String kind,
      @Nullable Shape shape,
      FormValue written,
      List<String> path,
      Set<List<String>> spared,
      Set<String> touched) {
    if (spared.contains(path)) {
      return written;
    }
    return switch (written) {
      case FormValue.Words _ -> {
        if ((shape instanceof Shape.Text || shape instanceof Shape.Localized)
            && !CHECKED.contains(path.getLast())) {
          touched.add(
              kind
                  + " "
                  + String.join(".", path.stream().filter(p -> !p.matches("\\d+")).toList()));
          yield new FormValue.Words(WORDS + ++made);
        }
        yield written;
      }
      case FormValue.Rows(List<FormValue> items) -> {
        Shape element = shape instanceof Shape.Many(Shape each) ? each : shape;
        List<FormValue> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
          rows.add(changed(kind, element, items.get(i), below(path, "" + i), spared, touched));
        }
        yield new FormValue.Rows(rows);
      }
      case FormValue.Keys(List<FormValue.Entry> entries) -> {
        List<FormValue.Entry> all = new ArrayList<>();
        for (FormValue.Entry entry : entries) {
          all.add(
              new FormValue.Entry(
                  entry.key(),
                  changed(
                      kind,
                      part(shape, entry.key()),
                      entry.value(),
                      below(path, entry.key()),
                      spared,
                      touched)));
        }
        yield new FormValue.Keys(all);
      }
    };
  }

  private static List<String> below(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }

  private static @Nullable Shape part(@Nullable Shape shape, String key) {
    return switch (shape) {
      case Shape.Structure structure -> shapeOf(structure.key(key));
      case Shape.Table(_, Shape value) -> value;
      case Shape.Localized _ -> new Shape.Text();
      case Shape.Union union -> {
        Shape.Member member = union.member(key);
        if (member == null) {
          yield null;
        }
        yield member.form() == Shape.Form.VALUE
            ? member.structure().keys().getFirst().shape()
            : member.structure();
      }
      case Shape.Many(Shape element) -> part(element, key);
      case null, default -> null;
    };
  }

  private static @Nullable Shape shapeOf(Shape.@Nullable Key key) {
    return key == null ? null : key.shape();
  }
}
