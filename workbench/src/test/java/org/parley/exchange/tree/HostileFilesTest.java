package org.parley.exchange.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.exact.Rational;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.Decimals;
import org.parley.genius.file.InputFile;
import org.parley.genius.file.XmlElement;
import org.parley.genius.file.XmlReader;

/// Files that mean harm, or are merely broken, and the lines that are blamed.
class HostileFilesTest {

  private static BadFileException xml(String text) {
    BadFileException problem =
        assertThrows(BadFileException.class, () -> XmlReader.read(InputFile.of("a.xml", text)));
    String said = FileFaultWording.sentence(problem);
    assertTrue(said.startsWith("reading a.xml"), said);
    assertTrue(said.contains(". Maybe "), said);
    return problem;
  }

  private static BadFileException json(String text) {
    BadFileException problem =
        assertThrows(BadFileException.class, () -> JsonReader.read(InputFile.of("a.json", text)));
    String said = FileFaultWording.sentence(problem);
    assertTrue(said.startsWith("reading a.json"), said);
    assertTrue(said.contains(". Maybe "), said);
    return problem;
  }

  @Test
  void aDocumentTypeIsRefusedWhateverItSays() {
    assertTrue(FileFaultWording.sentence(xml("<!DOCTYPE a><a/>")).contains("document type"));
    assertTrue(
        FileFaultWording.sentence(xml("<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>"))
            .contains("document type"));
  }

  @Test
  void entitiesThatExplodeAreNotExpanded() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"haha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY e").append(i).append(" \"");
      bomb.append(("&e" + (i - 1) + ";").repeat(10)).append("\">");
    }
    xml(bomb + "]><a>&e29;</a>");
  }

  @Test
  void entitiesFromOutsideAreNotFetched() {
    xml("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>");
    xml("<!DOCTYPE a [<!ENTITY % e SYSTEM \"file:///etc/hostname\"> %e;]><a/>");
    xml("<a>&e;</a>");
    xml("<a b=\"&e;\"/>");
  }

  @Test
  void depthAndNumberAreLimited() {
    assertTrue(FileFaultWording.sentence(xml("<a>".repeat(200))).contains("deeper than 64"));
    assertTrue(
        FileFaultWording.sentence(xml("<a>" + "<b/>".repeat(XmlReader.MOST_ELEMENTS) + "</a>"))
            .contains("more than 500,000 elements"));
    json("[".repeat(5000));
    json("{\"a\":".repeat(5000));
  }

  @Test
  void theLineThatIsWrongIsNamed() {
    assertEquals(3, xml("<a>\n<b>\n</a>").line());
    assertEquals(2, xml("<a>\n<b c=\"1\" c=\"2\"/></a>").line());
    assertEquals(1, xml("").line());
    assertEquals(3, json("{\n\"a\": 1,\n}").line());
    assertEquals(3, json("{\"a\": 1,\n\"b\": 2,\n\"a\": 3}").line());
    assertEquals(1, json("{\"a\": 1} x").line());
    assertEquals(0, json("").line());
    json("{\"a\": NaN}");
    json("{\"a\": 1");
  }

  @Test
  void charactersThatNoCaseMayHoldAreRefusedWithTheirPlace() {
    String[][] table = {
      {"<a>\n <b c='x\u0007'/></a>", "line 2, column 9: a control character in this text: U+0007"},
      {"<?xml version='1.1'?><a>\n<b c='x&#7;'/></a>", "line 2, column 2: a control character"},
      {"<?xml version='1.1'?><a>\n<b>&#x1B;[2J</b></a>", "line 2, column 4: a control character"},
      {"<a>\n<b>&#x202E;</b></a>", "line 2, column 4: a character that overrides"},
      {"<a b='\uFFFE'/>", "line 1, column 7: a code that is no character"},
    };
    for (String[] line : table) {
      String message = FileFaultWording.sentence(xml(line[0]));
      assertTrue(message.startsWith("reading a.xml, " + line[1]), message);
    }
    String[][] values = {
      {"{\"a\":\n \"x\\u0007\"}", "line 2, column 2: a control character in this text: U+0007"},
      {"{\"a\":\n \"x\\ud800\"}", "line 2, column 2: half a character"},
      {"{\"a\\u0000\": 1}", "line 1, column 2: a control character"},
      {"[\"x\u202E\"]", "line 1, column 4: a character that overrides"},
    };
    for (String[] line : values) {
      String message = FileFaultWording.sentence(json(line[0]));
      assertTrue(message.startsWith("reading a.json, " + line[1]), message);
    }
  }

  @Test
  void bytesThatAreNoText() {
    byte[] bytes = {'<', 'a', (byte) 0xFF, (byte) 0xFE, '>'};
    InputFile file = new InputFile("a.xml", ByteBuffer.wrap(bytes));
    assertTrue(
        FileFaultWording.sentence(assertThrows(BadFileException.class, () -> XmlReader.read(file)))
            .contains("no text in UTF-8"));
    assertThrows(BadFileException.class, () -> JsonReader.read(file));
    assertTrue(
        FileFaultWording.sentence(xml("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>"))
            .contains("UTF-16"));
  }

  @Test
  void linesAreThoseOfTheFileWhateverComesBeforeTheDeclaration() throws BadFileException {
    String text =
        "\n<!-- before -->\n<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>\n  <b\n   c='1'/>\n</a>";
    XmlElement root = XmlReader.read(InputFile.of("a.xml", text));
    assertEquals(4, root.line());
    assertEquals(5, root.get("b").line());
    assertEquals(1, root.get("b").whole("c"));
  }

  @Test
  void aDeclaredEncodingIsFollowed() throws BadFileException {
    byte[] bytes =
        "<?xml version='1.0' encoding='ISO-8859-1'?><a b='Zürich &amp; Genf'/>"
            .getBytes(StandardCharsets.ISO_8859_1);
    XmlElement root = XmlReader.read(new InputFile("a.xml", ByteBuffer.wrap(bytes)));
    assertEquals("Zürich & Genf", root.attribute("b"));
    assertEquals("x", XmlReader.read(InputFile.of("a.xml", "\uFEFF<x/>")).name());
  }

  @Test
  void aByteOrderMarkTellsTheEncoding() throws BadFileException {
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] bytes =
          "\uFEFF<?xml version='1.0' encoding='UTF-16'?><a b='Zürich'/>".getBytes(charset);
      XmlElement root = XmlReader.read(new InputFile("a.xml", ByteBuffer.wrap(bytes)));
      assertEquals("Zürich", root.attribute("b"));
    }
    String declared = "\uFEFF<?xml version='1.0' encoding='ISO-8859-1'?><a b='Zürich'/>";
    assertEquals("Zürich", XmlReader.read(InputFile.of("a.xml", declared)).attribute("b"));
  }

  @Test
  void anyDeclaredEncodingThatTheRuntimeKnowsIsRead() throws BadFileException {
    byte[] bytes =
        "<?xml version='1.0' encoding='GBK'?><a b='谈判'/>".getBytes(Charset.forName("GBK"));
    assertEquals(
        "谈判", XmlReader.read(new InputFile("a.xml", ByteBuffer.wrap(bytes))).attribute("b"));
    for (String unread : List.of("IBM1047", "UTF-32", "x-none")) {
      String message =
          FileFaultWording.sentence(xml("<?xml version='1.0' encoding='" + unread + "'?><a/>"));
      assertTrue(message.contains("the encoding \"" + unread + "\" is not read"), message);
    }
  }

  @Test
  void aValueWithoutQuotationMarksIsNamedAsSuch() {
    assertTrue(
        FileFaultWording.sentence(xml("<a>\n<b c=1/></a>"))
            .endsWith("Maybe write each value in quotation marks."));
  }

  @Test
  void jsonKnowsTheLineOfEachValue() throws BadFileException {
    JsonValue.Members root =
        JsonReader.read(InputFile.of("a.json", "{\n \"a\": {\n  \"b\": [1,\n 2.50]}}")).members();
    JsonValue row = root.get("a").members().get("b");
    assertEquals(4, row.items().get(1).place().line());
    assertEquals("a.b.2", row.items().get(1).place().path());
    assertEquals(Rational.of(5, 2), row.items().get(1).decimal());
  }

  @Test
  void numbersAreDecimalsOfBoundedLength() {
    assertEquals(Rational.of(3, 200), Decimals.parse(" 1.5E-2 ").orElseThrow());
    assertEquals(Rational.of(44), Decimals.parse("044").orElseThrow());
    assertEquals(Rational.of(1, 2), Decimals.parse(".5").orElseThrow());
    for (String wrong :
        List.of("", ".", "1e999999999", "NaN", "Infinity", "0x1p3", "1f", "1,5", "9".repeat(101))) {
      assertTrue(Decimals.parse(wrong).isEmpty(), wrong);
    }
  }
}
