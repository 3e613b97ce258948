package org.parley.web.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.FormVisibility;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.web.SmallWorld;
import org.parley.web.service.Visitor;
import org.parley.web.view.Say.Choice;

/// Who may be chosen as reader of a record, by whom, and how the choice travels with the form.
@NullMarked
class AudienceTest {

  private static final CaseView VIEW = SmallWorld.open().view();
  private static final Visitor ANN = Visitor.mediator("ann");
  private static final Visitor BO = Visitor.delegation("bo", new PartyId("B"));

  private static Audience of(Visitor visitor, Visibility chosen, boolean isNew) {
    FormValue.Keys written =
        FormValue.Keys.NOTHING.with(FormVisibility.KEY, FormVisibility.of(chosen));
    return Audience.of(VIEW, visitor, written, "mediator", isNew, List.of());
  }

  private static List<String> values(List<Choice> choices) {
    return choices.stream().map(Choice::value).toList();
  }

  @Test
  void aMediatorChoosesAmongAllAndADelegationNotTheMediatorAlone() {
    assertEquals(
        List.of("mediator", "party", "parties", "delegations", "public"),
        values(of(ANN, new Visibility.Public(), true).choices()));
    assertEquals(
        List.of("party", "parties", "delegations", "public"),
        values(of(BO, new Visibility.Public(), true).choices()));
  }

  @Test
  void theColumnsOfTheBoardAreOfferedFirstToAMediatorAlone() {
    assertEquals(
        List.of("", "A", "B", "L", "M"),
        values(of(ANN, new Visibility.Party(new PartyId("A")), true).parties()));
    assertEquals(List.of(), of(BO, new Visibility.Public(), true).parties());
    assertEquals("B", of(BO, new Visibility.Public(), true).party());
  }

  @Test
  void someAreChosenByBoxesAndADelegationIsAlwaysAmongThem() {
    Visibility some = new Visibility.Parties(List.of(new PartyId("A"), new PartyId("B")));
    Audience audience = of(ANN, some, true);
    assertEquals("parties", audience.chosen());
    assertEquals(
        List.of("A", "B"),
        audience.some().stream()
            .filter(Audience.ReaderCheck::isChosen)
            .map(Audience.ReaderCheck::party)
            .toList());
    assertEquals("parties A B", audience.confirmed());
    assertEquals("Arda, Brenn and the mediator", audience.readers());
    assertEquals(
        List.of("B"),
        of(BO, new Visibility.Public(), true).some().stream()
            .filter(Audience.ReaderCheck::isFixed)
            .map(Audience.ReaderCheck::party)
            .toList());
  }

  @Test
  void aPresentChoiceThatOneMayNotMakeIsShown() {
    Audience audience = of(BO, new Visibility.Mediator(), false);
    assertEquals("mediator", audience.chosen());
    assertTrue(values(audience.choices()).contains("mediator"));
  }

  @Test
  void aNewRecordConfirmsItsChoiceAndAnOldOneKeepsWhatWasConfirmed() {
    assertEquals("public", of(ANN, new Visibility.Public(), true).confirmed());
    assertEquals("mediator", of(ANN, new Visibility.Public(), false).confirmed());
    assertTrue(of(ANN, new Visibility.Public(), true).follows());
    assertFalse(of(ANN, new Visibility.Public(), false).follows());
  }

  @ParameterizedTest
  @CsvSource({"public, ''", "delegations, ''", "mediator, ''", "party, A", "parties, B A L"})
  void theTextOfAChoiceIsReadBack(String word, String party) {
    Visibility chosen = FormVisibility.find(word, party).orElseThrow();
    assertEquals(Optional.of(chosen), Audience.find(Audience.text(chosen)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "everyone",
        "party",
        "party ",
        " public",
        "Public",
        "public A B",
        "parties A",
        "parties A A"
      })
  void anythingElseIsNoChoice(String text) {
    assertTrue(
        Audience.find(text).filter(each -> each instanceof Visibility.Mediator).isEmpty(), text);
    assertFalse(text.isEmpty() && Audience.find(text).isPresent());
  }

  @Test
  void theButtonSaysWhoWillSeeIt() {
    assertTrue(of(ANN, new Visibility.Public(), true).save().startsWith("Save"));
    assertEquals("everyone", of(ANN, new Visibility.Public(), true).readers());
  }

  @Test
  void aWrongChoiceHasNoReaders() {
    FormValue.Keys written =
        FormValue.Keys.NOTHING.with(FormVisibility.KEY, new FormValue.Words("nonsense"));
    Audience audience = Audience.of(VIEW, ANN, written, "", true, List.of());
    assertEquals("nonsense", audience.chosen());
    assertEquals("", audience.readers());
    assertTrue(audience.isOpen());
  }
}
