package org.parley.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Seeded edits of a ceasefire in French: every consequence is found, and none invented.
class FrenchEditsTest {

  static List<SeededEdits> edits() throws IOException {
    List<SeededEdits> edits = new ArrayList<>();
    for (String name : List.of("vallee", "delta-fr", "centrale", "frontiere")) {
      String text = Edits.resource(name + ".txt");
      edits.addAll(SeededEdits.read(Edits.resource(name + "-edits.txt"), _ -> text));
    }
    return edits;
  }

  @ParameterizedTest
  @MethodSource("edits")
  void everyConsequenceIsFoundAndNoneInvented(SeededEdits edit) {
    assertEquals(edit.expected(), Edits.said(Edits.of(edit.before(), edit.after(), "fr")));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void aTextWithoutALanguageIsKnownToBeFrench(SeededEdits edit) {
    assertEquals(edit.expected(), Edits.said(Edits.of(edit.before(), edit.after(), null)));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void theWayBackHasTheMirroredConsequences(SeededEdits edit) {
    assertEquals(
        Edits.mirrored(Edits.of(edit.before(), edit.after(), "fr")),
        Edits.placeless(Edits.of(edit.after(), edit.before(), "fr")));
  }

  @Test
  void theTextHasNoDoubts() throws IOException {
    TextChecks checks =
        TextChecks.of(Edits.read(Edits.resource("vallee.txt"), "fr"), List.of(), Edits::party);
    assertTrue(checks.isClean(), checks::toString);
  }
}
