package org.parley.web.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.RecordForm;

/// What is typed into a form, as the values of a record.
@NullMarked
class FormInputTest {

  private static Map<String, List<String>> typed(String... pairs) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.put(pairs[i], List.of(pairs[i + 1]));
    }
    return all;
  }

  private static @Nullable FormValue value(String kind, String key, String... pairs) {
    return new FormInput(typed(pairs)).record(RecordForm.of(kind).shape()).get(key);
  }

  private static FormValue words(String text) {
    return new FormValue.Words(text);
  }

  @Test
  void blankFieldsAreLeftOut() {
    FormValue.Keys keys =
        new FormInput(typed("id", "", "speaker", "  ", "party", " A "))
            .record(RecordForm.of("claims").shape());
    assertEquals(List.of("party"), keys.entries().stream().map(FormValue.Entry::key).toList());
    assertEquals("A", keys.words("party"));
  }

  /// A date as typed, and as recorded; what is no date stays for the person to see.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          28 December 2025 | 2025-12-28
          2025-12-28       | 2025-12-28
          early 2026       | 2026-01/2026-03~
          since May 2025   | 2025-05/..
          03/04/2026       | 03/04/2026
          soon             | soon
          """)
  void dates(String typed, String date) {
    assertEquals(words(date), value("claims", "said", "said", typed));
  }

  @Test
  void rowsAreInTheOrderOfTheirNumbersAndBlankOnesAreSkipped() {
    assertEquals(
        new FormValue.Rows(List.of(words("B"), words("A"))),
        value(
            "instruments",
            "signatories",
            "signatories/10",
            "A",
            "signatories/2",
            "B",
            "signatories/3",
            " "));
    assertNull(value("instruments", "signatories", "signatories/0", ""));
    assertNull(value("instruments", "signatories", "signatories/x", "A", "signatories/-1", "B"));
  }

  @Test
  void noMoreRowsThanAHandWouldTypeAreTaken() {
    Map<String, List<String>> many = new LinkedHashMap<>();
    for (int i = 0; i < 700; i++) {
      many.put("signatories/" + i, List.of("A"));
    }
    FormValue rows =
        new FormInput(many).record(RecordForm.of("instruments").shape()).get("signatories");
    assertEquals(500, ((FormValue.Rows) java.util.Objects.requireNonNull(rows)).items().size());
  }

  @Test
  void severalTicksAreSeveralRows() {
    FormValue roles =
        new FormInput(Map.of("roles", List.of("signatory", "", "guarantor")))
            .record(RecordForm.of("parties").shape())
            .get("roles");
    assertEquals(new FormValue.Rows(List.of(words("signatory"), words("guarantor"))), roles);
  }

  @Test
  void aPartOfSeveralFieldsIsOneRow() {
    FormValue options =
        value(
            "points",
            "options",
            "options/0/id",
            "p9-x",
            "options/0/title",
            "Half",
            "options/1/title",
            "");
    FormValue.Rows rows = (FormValue.Rows) java.util.Objects.requireNonNull(options);
    assertEquals(1, rows.items().size());
    assertEquals("Half", ((FormValue.Keys) rows.items().getFirst()).words("title"));
  }

  /// What a claim asserts: a word, a word with words below, and nothing chosen.
  @Test
  void aChoiceTakesTheFieldsOfTheChosenFormAlone() {
    assertEquals(words("agreed"), value("claims", "asserts", "asserts", "agreed"));
    FormValue conditional =
        value(
            "claims",
            "asserts",
            "asserts",
            "conditional",
            "asserts/conditional",
            "a harbour",
            "asserts/complete",
            "90 %");
    assertEquals(
        new FormValue.Keys(List.of(new FormValue.Entry("conditional", words("a harbour")))),
        conditional);
    assertNull(value("claims", "asserts", "asserts", ""));
    assertEquals(words("nonsense"), value("claims", "asserts", "asserts", "nonsense"));
  }

  @Test
  void lineEndsOfABrowserAreLineEnds() {
    assertEquals(words("one\ntwo"), value("claims", "paraphrase", "paraphrase", "one\r\ntwo\r\n"));
  }

  @Test
  void aTextInSeveralLanguagesIsATableOfThem() {
    FormValue title =
        value(
            "points",
            "title",
            "title/0/k",
            "en",
            "title/0/v",
            "Water",
            "title/1/k",
            "fr",
            "title/1/v",
            "Eau");
    assertEquals(
        new FormValue.Keys(
            List.of(
                new FormValue.Entry("en", words("Water")),
                new FormValue.Entry("fr", words("Eau")))),
        title);
    assertEquals(words("Water"), value("points", "title", "title", "Water"));
  }
}
