package org.parley.web.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.casefile.form.FieldProblem;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.cases.CaseView;
import org.parley.web.SmallWorld;
import org.parley.web.service.ChangeRefusal;
import org.parley.wording.Complaint;

/// The fields of a form: from a record, and back by what a browser would send of them.
@NullMarked
class FormMakerTest {

  private static final CaseView VIEW = SmallWorld.open().view();

  private static List<FormField> fields(CaseRecord record, List<FieldProblem> problems) {
    RecordForm form = RecordForm.of(record);
    return new FormMaker(VIEW, problems, "", false, Map.of())
        .parts(form.kind(), form.shape(), form.written(record)).stream()
            .flatMap(part -> part.fields().stream())
            .toList();
  }

  private static FormField field(String id, String name) {
    return fields(VIEW.find(id).orElseThrow(), List.of()).stream()
        .filter(each -> each.head().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static FormField.Line line(String id, String name) {
    return assertInstanceOf(FormField.Line.class, field(id, name));
  }

  /// What a browser sends of a field that nobody touched.
  private static void send(FormField field, Map<String, List<String>> sent) {
    String name = field.head().name();
    switch (field) {
      case FormField.Line line -> sent.put(name, List.of(line.value()));
      case FormField.Translatable plain -> send(plain.line(), sent);
      case FormField.Area area -> sent.put(name, List.of(area.value()));
      case FormField.Pick pick -> sent.put(name, List.of(pick.value()));
      case FormField.Tick tick -> {
        if (tick.on()) {
          sent.put(name, List.of("true"));
        }
      }
      case FormField.Lines lines -> lines.lines().forEach(each -> send(each, sent));
      case FormField.Ticks ticks -> sent.put(name, ticks.on());
      case FormField.Rows rows ->
          rows.rows().forEach(row -> row.parts().forEach(each -> send(each, sent)));
      case FormField.Pairs pairs ->
          pairs
              .pairs()
              .forEach(
                  pair -> {
                    send(pair.key(), sent);
                    send(pair.value(), sent);
                  });
      case FormField.Group group -> group.parts().forEach(each -> send(each, sent));
      case FormField.Either either -> {
        sent.put(name, List.of(either.chosen()));
        either.parts().forEach(each -> send(each, sent));
      }
    }
  }

  private static Stream<CaseRecord> records() {
    return VIEW.records().stream();
  }

  /// An untouched form says what the record says.
  @ParameterizedTest
  @MethodSource("records")
  void anUntouchedFormChangesNothing(CaseRecord record) {
    RecordForm form = RecordForm.of(record);
    Map<String, List<String>> sent = new LinkedHashMap<>();
    fields(record, List.of()).forEach(each -> send(each, sent));
    FormValue.Keys back = new FormInput(sent).record(form.shape());
    FormValue.Keys written = form.written(record);
    for (FormValue.Entry each : written.entries()) {
      if (!each.key().equals("visibility")) {
        assertEquals(each.value(), back.get(each.key()), record.id() + " " + each.key());
      }
    }
  }

  /// No two fields of a form have one name, and none is without a label.
  @ParameterizedTest
  @MethodSource("records")
  void everyFieldHasANameOfItsOwnAndALabel(CaseRecord record) {
    List<String> names = new java.util.ArrayList<>();
    fields(record, List.of()).forEach(each -> names(each, names));
    assertEquals(names.size(), names.stream().distinct().count(), names.toString());
    assertTrue(names.stream().noneMatch(String::isBlank));
  }

  private static void names(FormField field, List<String> names) {
    assertFalse(field.head().label().isBlank(), field.head().name());
    switch (field) {
      case FormField.Lines lines -> lines.lines().forEach(each -> names(each, names));
      case FormField.Rows rows ->
          rows.rows().forEach(row -> row.parts().forEach(each -> names(each, names)));
      case FormField.Group group -> group.parts().forEach(each -> names(each, names));
      case FormField.Either either -> either.parts().forEach(each -> names(each, names));
      default -> names.add(field.head().name());
    }
  }

  @Test
  void aDateIsSaidInWordsAndAnIdByItsTitle() {
    assertEquals("date", line("c1", "said").kind());
    assertEquals("1 March 2025", line("c1", "said").said());
    FormField.Line party = line("c1", "party");
    assertEquals("id parties Arda", party.kind() + " " + party.completes() + " " + party.said());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          2025-12-28       | 28 December 2025
          28 December 2025 | 28 December 2025, recorded as 2025-12-28
          ''               | ''
          soon             | ''
          03/04/2026       | ''
          """)
  void datesInWords(String typed, String words) {
    assertEquals(words, FormMaker.dateInWords(typed));
  }

  @Test
  void listsEndWithAnEmptyLine() {
    FormField.Lines signatories =
        assertInstanceOf(FormField.Lines.class, field("treaty", "signatories"));
    assertEquals(
        List.of("A", "B", ""), signatories.lines().stream().map(FormField.Line::value).toList());
    assertEquals("signatories/2", signatories.lines().getLast().head().name());
  }

  @Test
  void partsAreRowsWithTheirTitles() {
    FormField.Rows options = assertInstanceOf(FormField.Rows.class, field("p2", "options"));
    assertEquals(
        List.of("Option 1: Half each", "Option 2: By need"),
        options.rows().stream().map(FormField.Row::title).toList());
    assertFalse(options.rows().getFirst().isNew());
  }

  @Test
  void anotherRowIsAddedWhereItIsAskedFor() {
    RecordForm form = RecordForm.of("points");
    CaseRecord point = VIEW.find("p2").orElseThrow();
    FormField.Rows options =
        new FormMaker(VIEW, List.of(), "options", false, Map.of())
            .parts("points", form.shape(), form.written(point)).stream()
                .flatMap(part -> part.fields().stream())
                .filter(each -> each.head().name().equals("options"))
                .map(FormField.Rows.class::cast)
                .findFirst()
                .orElseThrow();
    assertEquals(3, options.rows().size());
    assertTrue(options.rows().getLast().isNew());
    assertEquals("options/2", options.rows().getLast().name());
  }

  @Test
  void onlyTheChosenFormOfAChoiceHasFields() {
    FormField.Either agreed = assertInstanceOf(FormField.Either.class, field("c1", "asserts"));
    assertEquals("agreed", agreed.chosen());
    assertEquals(List.of(), agreed.parts());
    FormField.Either conditional = assertInstanceOf(FormField.Either.class, field("c6", "asserts"));
    assertEquals("conditional", conditional.chosen());
    assertEquals(1, conditional.parts().size());
    assertEquals(agreed.choices(), conditional.choices());
  }

  @Test
  void whatWasTypedForAnotherChoiceIsKept() {
    RecordForm form = RecordForm.of("claims");
    CaseRecord claim = VIEW.find("c1").orElseThrow();
    FormField.Either asserts =
        new FormMaker(
                VIEW,
                List.of(),
                "",
                false,
                Map.of(
                    "asserts/conditional", List.of("a harbour"), "asserts/complete", List.of(" ")))
            .parts("claims", form.shape(), form.written(claim)).stream()
                .flatMap(part -> part.fields().stream())
                .filter(FormField.Either.class::isInstance)
                .map(FormField.Either.class::cast)
                .filter(each -> each.head().name().equals("asserts"))
                .findFirst()
                .orElseThrow();
    assertEquals(
        List.of("asserts/conditional=a harbour"),
        asserts.kept().stream().map(each -> each.value() + "=" + each.label()).toList());
  }

  @Test
  void aFaultStandsAtItsField() {
    FieldProblem problem =
        new FieldProblem(List.of("speaker"), new Complaint(ChangeRefusal.Plain.ID_TAKEN_MEANWHILE));
    FormField speaker =
        fields(VIEW.find("c1").orElseThrow(), List.of(problem)).stream()
            .filter(each -> each.head().name().equals("speaker"))
            .findFirst()
            .orElseThrow();
    assertTrue(speaker.head().isWrong());
    assertEquals(List.of(problem.sentence()), speaker.head().problems());
    assertTrue(String.valueOf(speaker.head().describedBy()).contains("f-speaker-e"));
    assertFalse(field("c1", "speaker").head().isWrong());
  }

  @Test
  void theIdOfANewRecordMayBeChosenAndThatOfAnOldOneIsItsOwn() {
    assertEquals("own-id", line("c1", "id").kind());
    FormField fresh =
        new FormMaker(VIEW, List.of(), "", true, Map.of())
            .parts("claims", RecordForm.of("claims").shape(), FormValue.Keys.NOTHING).stream()
                .flatMap(part -> part.fields().stream())
                .filter(each -> each.head().name().equals("id"))
                .findFirst()
                .orElseThrow();
    assertEquals("text", assertInstanceOf(FormField.Line.class, fresh).kind());
    assertEquals("Left empty, one is made.", fresh.head().hint());
  }

  @Test
  void theReadersOfARecordAreNoFieldAmongTheOthers() {
    assertTrue(
        fields(VIEW.find("c1").orElseThrow(), List.of()).stream()
            .noneMatch(each -> each.head().name().startsWith("visibility")));
  }
}
