package org.parley.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Seeded edits of ten texts, in ten styles of drafting: every consequence is found, and none
/// invented.
class EditConsequencesTest {

  static List<SeededEdits> edits() throws IOException {
    List<SeededEdits> edits = new ArrayList<>();
    for (String name :
        List.of(
            "valley",
            "delta",
            "council",
            "zones",
            "trade",
            "measures",
            "station",
            "ridge",
            "aquifer",
            "crossing")) {
      String text = Edits.resource(name + ".txt");
      edits.addAll(SeededEdits.read(Edits.resource(name + "-edits.txt"), _ -> text));
    }
    return edits;
  }

  @ParameterizedTest
  @MethodSource("edits")
  void everyConsequenceIsFoundAndNoneInvented(SeededEdits edit) {
    assertEquals(edit.expected(), Edits.said(Edits.of(edit.before(), edit.after())));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void theWayBackHasTheMirroredConsequences(SeededEdits edit) {
    assertEquals(
        Edits.mirrored(Edits.of(edit.before(), edit.after())),
        Edits.placeless(Edits.of(edit.after(), edit.before())));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void everyConsequenceCarriesWordsOfTheTexts(SeededEdits edit) {
    for (Consequence each : Edits.of(edit.before(), edit.after())) {
      String before = FoldedWords.of(edit.before());
      String after = FoldedWords.of(edit.after());
      assertTrue(before.contains(FoldedWords.of(each.wordsBefore())), each.wordsBefore());
      assertTrue(after.contains(FoldedWords.of(each.wordsAfter())), each.wordsAfter());
    }
  }

  @Test
  void aTextComparedWithItselfHasNone() throws IOException {
    String text = Edits.resource("valley.txt");
    assertEquals(List.of(), Edits.of(text, text));
  }

  /// The time after an exception stays that of the duty.
  @Test
  void anExceptionBeforeATimeTakesNoTime() {
    String before =
        "Article 1\nEach Party shall release all detainees within 30 days of signature.";
    String after = before.replace("detainees", "detainees, except the wounded,");
    List<Consequence> found = Edits.of(before, after);
    assertEquals(1, found.size(), found::toString);
    assertTrue(found.getFirst() instanceof Consequence.ConditionChanged, found::toString);
  }

  /// The time after a consent stays that of the duty, and the month of May forbids nothing.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "with the consent of the Commission",
        "with the approval of parliament",
        "in consultation with the parties and local councils",
        "by a majority of their members",
        "on 1 May not later than noon and"
      })
  void whatStandsBeforeATimeTakesNoTime(String words) {
    String before = "Article 1\nEach Party shall withdraw its forces " + words + " within 30 days.";
    List<Consequence> found = Edits.of(before, before.replace("30 days", "60 days"));
    assertEquals(List.of("art_1 clock LONGER within 30 days > within 60 days"), Edits.said(found));
  }

  /// A definition is told beside a duty that falls in the same provision.
  @Test
  void aDefinitionIsToldBesideADutyThatFalls() {
    String before =
        "Article 1\n\"Forces\" means the army and all groups. Each Party shall count its Forces.\n"
            + "Article 2\nThe Forces shall withdraw.";
    String after = "Article 1\n\"Forces\" means the army.\nArticle 2\nThe Forces shall withdraw.";
    assertEquals(
        List.of("art_1 disappears DUTY", "art_1 redefined Forces"),
        Edits.said(Edits.of(before, after)));
  }

  /// Words that begin alike, or that drafters use beside each other, are not the same.
  @ParameterizedTest
  @CsvSource({
    "if the Minister agrees, if the Ministry agrees",
    "if the President asks for it, if the Presidency asks for it",
    "after the decision of the Commission, after the decision of the Commissioner",
    "before the election, before the elections",
    "at the request of a Party, at the request of any Party",
    "with the consent of the Host, with the consent of the Hosts"
  })
  void anotherConditionIsTold(String before, String after) {
    assertTold("condition", before, after, "Each Party shall withdraw its forces %s.");
  }

  @ParameterizedTest
  @CsvSource({"appoint, nominate", "request, demand", "guarantee, promote", "approve, consider"})
  void anotherVerbIsTold(String before, String after) {
    assertTold("act", before, after, "Each Party shall %s an officer.");
  }

  /// Told is the change of some words in a sentence, and nothing else.
  private static void assertTold(String kind, String before, String after, String sentence) {
    String text = "Article 1\n" + sentence;
    assertEquals(
        List.of("art_1 " + kind + " " + before + " > " + after),
        Edits.said(Edits.of(text.replace("%s", before), text.replace("%s", after))));
  }
}
