package org.parley.web.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.shape.Shape;
import org.parley.model.CaseRecord;
import org.parley.model.Rewrite;
import org.parley.web.SmallWorld;
import org.parley.web.view.OpenCase;

/// What is offered while an id is typed, in the treaty of the river.
@NullMarked
class CompletionTest {

  private static final OpenCase OPEN = SmallWorld.open();

  private static String ids(String kinds, @Nullable String on, String typed) {
    return String.join(
        " ", Completion.of(OPEN, kinds, on, typed).stream().map(each -> each.id()).toList());
  }

  /// Kinds, the point of options, what is typed, and the ids offered.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      emptyValue = "",
      textBlock =
          """
          parties              | -  | ''        | A B L M
          parties              | -  | arda      | A
          parties              | -  | REPUBLIC  | A
          parties              | -  | kingdom   | B
          parties              | -  | of        | A B
          parties              | -  | of brenn  | B
          parties              | -  | brenn of  | B
          parties              | -  | water     | ''
          points               | -  | p         | p1 p2 p3 p4
          points               | -  | water     | p2
          points               | -  | 3(a)      | p3
          options              | -  | ''        | p2-half p2-need
          options              | p2 | need      | p2-need
          options              | p1 | need      | ''
          whole points         | -  | whole     | whole
          components           | p2 | summer    | p2-summer
          instruments          | -  | river     | treaty
          sources              | -  | echo      | echo
          ''                   | -  | ''        | ''
          nonsense             | -  | ''        | ''
          """)
  void offered(String kinds, @Nullable String on, String typed, String ids) {
    assertEquals(ids, ids(kinds, on, typed));
  }

  @Test
  void idsThatBeginAsTypedComeFirst() {
    List<Completion.Suggestion> found = Completion.of(OPEN, "parties sources", null, "a");
    assertEquals("A", found.getFirst().id());
    assertTrue(found.size() > 1);
  }

  @Test
  void noMoreThanTwelveAreOffered() {
    assertEquals(12, Completion.of(OPEN, "claims parties points sources", null, "").size());
  }

  @Test
  void aSuggestionHasATitleAndAKind() {
    Completion.Suggestion point = Completion.of(OPEN, "points", null, "p2").getFirst();
    assertEquals("2 Water shares", point.title());
    Completion.Suggestion option = Completion.of(OPEN, "options", null, "half").getFirst();
    assertEquals("2 Water shares: Half each", option.title());
  }

  @Test
  void afterAChangeWhatIsOfferedIsAsIfMadeAnew() {
    OpenCase before = SmallWorld.open();
    String all = "claims sources parties points";
    var _ = Completion.of(before, all, null, "");
    OpenCase state = before;
    for (CaseRecord each :
        List.of(
            Rewrite.with(before.view().claims().getFirst(), "speaker", "Zyxt"),
            Rewrite.with(before.view().sources().getFirst(), "publisher", "Zyxt Press"),
            Rewrite.with(before.view().points().getFirst(), "number", "99"))) {
      List<CaseRecord> records = new ArrayList<>(state.view().records());
      records.replaceAll(one -> one.id().equals(each.id()) ? each : one);
      state = new OpenCase(state.view().of(records), state);
      OpenCase anew = new OpenCase(state.view());
      for (String typed : List.of("", "c", "zyxt", "99", each.id().value())) {
        assertEquals(
            Completion.of(anew, all, null, typed), Completion.of(state, all, null, typed), typed);
      }
    }
  }

  /// An id, its title, and its title beside its point.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          whole     | the whole settlement       | the whole settlement
          p2        | 2 Water shares             | 2 Water shares
          p2-half   | 2 Water shares: Half each  | Half each
          p2-summer | 2 Water shares: in summer  | in summer
          nobody    | ''                         | ''
          """)
  void titles(String id, String title, String part) {
    assertEquals(title, Completion.title(OPEN.view(), id));
    assertEquals(part, Completion.part(OPEN.view(), id));
  }

  /// The kinds of ids that a field takes.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          claims      | party      | parties
          points      | instrument | instruments
          sources     | relays     | sources
          """)
  void kinds(String kind, String key, String kinds) {
    Shape.Key field = RecordForm.of(kind).shape().key(key);
    assertEquals(kinds, field == null ? "" : Completion.kinds(field.shape()));
  }

  @Test
  void aFieldOfWordsTakesNoId() {
    assertEquals("", Completion.kinds(new Shape.Text()));
    Shape.Key about = RecordForm.of("claims").shape().key("about");
    Shape.Many many = (Shape.Many) java.util.Objects.requireNonNull(about).shape();
    assertTrue(Completion.kinds(many.element()).startsWith("whole "));
  }
}
