package org.parley.exchange.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.clause.Edits;
import org.parley.clause.SeededEdits;
import org.parley.exchange.incidents.Shared;
import org.parley.reading.source.Articles;

/// Seeded edits of the Minsk texts as others published them: every consequence is found, and none
/// invented.
class MinskEditsTest {

  static List<SeededEdits> edits() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(MinskEditsTest.class.getResourceAsStream("minsk-edits.txt"))) {
      return SeededEdits.read(
          new String(in.readAllBytes(), StandardCharsets.UTF_8),
          name -> text(name.substring(0, name.indexOf(':'))));
    }
  }

  /// Its words, with plain spaces.
  private static String text(String name) {
    try {
      return Articles.wholeText(Files.readAllBytes(Shared.file("minsk/" + name + ".html")))
          .words()
          .replaceAll("[ \\t\u00a0\\xad]+", " ")
          .replaceAll(" *\n *", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
  @ValueSource(strings = {"1362", "1363", "1364", "2440", "930", "2117", "2118", "2236"})
  void aTextComparedWithItselfHasNone(String name) {
    assertEquals(List.of(), Edits.of(text(name), text(name)));
  }
}
