package org.parley.genius;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.ForeignFileFault;
import org.parley.genius.file.InputFile;
import org.parley.model.Refusal;
import org.parley.model.checks.Rule;

/// A wrong file is refused with facts: file, line, column, element, code and value.
class GeniusFaultTest {

  private static final Path BORDER = Path.of("src/test/resources/org/parley/genius/border");

  /// The exception for the example with one change in the profile of the north.
  private static BadFileException refused(String from, String to) throws IOException {
    List<InputFile> files = new ArrayList<>();
    for (String name : List.of("domain.xml", "north.xml", "south.xml")) {
      String text = Files.readString(BORDER.resolve(name));
      files.add(InputFile.of(name, name.equals("north.xml") ? text.replace(from, to) : text));
    }
    return assertThrows(BadFileException.class, () -> GeniusFiles.read(files, null));
  }

  private static void assertRefused(
      int line, String place, Refusal why, String code, String from, String to) throws IOException {
    BadFileException refused = refused(from, to);
    assertEquals("north.xml", refused.file());
    assertEquals(line, refused.line());
    assertEquals(place, refused.place());
    assertEquals(why, refused.why());
    assertEquals(code, refused.why().code());
  }

  @Test
  void theElementAndTheValueAreNamed() throws IOException {
    assertRefused(
        7,
        "<item>",
        new GeniusFault.EvaluationBelowZero("-40"),
        "evaluation-below-zero",
        "\"40\"/>\n      <item index=\"3\"",
        "\"-40\"/>\n      <item index=\"3\"");
    assertRefused(
        7,
        "<item>",
        new GeniusFault.NotAValueOf("middle", "border"),
        "not-a-value-of",
        "mixed",
        "middle");
    assertRefused(
        4,
        "<weight>",
        new ForeignFileFault.NoDecimal("value", "much"),
        "no-decimal",
        "\"0.4\"",
        "\"much\"");
    assertRefused(
        10,
        "<issue>",
        new GeniusFault.OtherIssueName("rivers", "water"),
        "other-issue-name",
        "water",
        "rivers");
  }

  @Test
  void brokenXmlIsRefusedWithItsLine() throws IOException {
    BadFileException refused = refused("</objective>", "");
    assertEquals("malformed-xml", refused.why().code());
    assertEquals(16, refused.line());
  }

  @Test
  void aForbiddenCharacterIsRefusedWithItsColumn() throws IOException {
    BadFileException refused = refused("water", "wa\u202Eter");
    assertEquals(Rule.Plain.DIRECTION_OVERRIDE, refused.why());
    assertEquals("U+202E", refused.value());
    assertEquals(10, refused.line());
    assertEquals(30, refused.column());
  }
}
