package org.parley.exchange.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentText;
import org.parley.exchange.SharedData;
import org.parley.exchange.agreement.AgreementFile;
import org.parley.exchange.document.AknReader.ReadAkn;
import org.parley.exchange.tree.XmlWriter;
import org.parley.genius.file.InputFile;
import org.parley.model.PartyId;
import org.parley.model.text.PointId;
import org.parley.model.text.Segment;
import org.parley.provision.HolderNames;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// A text goes to Akoma Ntoso and comes back the same, and its file is valid.
class AknLawTest {

  private static final int TEXTS = 200;

  private static ReadAkn read(String xml) throws IOException {
    return AknReader.read(
        InputFile.of("text.xml", xml), HolderNames.of(WrittenTexts.view().parties())::find);
  }

  /// A text with all that a tree can hold: points, labels, brackets over several lines.
  static DocumentText decorated(long seed) {
    Random random = new Random(seed);
    DocumentText text = WrittenTexts.read(String.join("\n", new RandomTexts(seed).lines()));
    return new DocumentText(
        text.elements().stream().map(each -> decorated(each, random)).toList(), "en", List.of());
  }

  private static DocumentElement decorated(DocumentElement each, Random random) {
    List<Segment> words = new ArrayList<>(each.words());
    if (random.nextInt(4) == 0) {
      words.add(
          new Segment.Bracket(
              "chapeau & <co>",
              List.of(
                  new Segment.Alternative(List.of(new PartyId("B")), "two\nlines [x]", false),
                  new Segment.Alternative(List.of(), null, true))));
      words.add(new Segment.Plain(" and  so\ton.\nNext"));
    } else if (random.nextInt(4) == 0 && each.parts().isEmpty()) {
      words.clear();
      words.add(
          new Segment.Bracket(
              null,
              List.of(
                  new Segment.Alternative(List.of(new PartyId("A")), "as a whole", false),
                  new Segment.Alternative(List.of(new PartyId("B"), new PartyId("A")), null, true),
                  new Segment.Alternative(List.of(), "", false))));
    }
    return new DocumentElement(
        each.id(),
        each.kind(),
        each.number(),
        each.heading(),
        words,
        random.nextInt(3) == 0 ? new PointId("p" + random.nextInt(9)) : null,
        each.parts().stream().map(part -> decorated(part, random)).toList());
  }

  @Test
  void nothingOfTheTreeIsLost() throws IOException {
    for (int seed = 0; seed < TEXTS; seed++) {
      DocumentText text = decorated(seed);
      String xml = AknFile.write(WrittenTexts.written(null, text));
      ReadAkn again = read(xml);
      assertEquals(joined(text.elements()), joined(again.text().elements()), "seed " + seed);
      assertEquals("en", again.text().language());
      assertEquals(List.of(), again.doubts(), "seed " + seed);
      assertEquals(xml, AknFile.write(WrittenTexts.written(null, again.text())), "seed " + seed);
    }
  }

  /// A file is taken in as text, which is read again.
  @Test
  void whatIsImportedHasTheSameTree() throws IOException {
    for (int seed = 0; seed < TEXTS; seed++) {
      DocumentText text = WrittenTexts.read(String.join("\n", new RandomTexts(seed).lines()));
      byte[] file =
          AknFile.write(WrittenTexts.written(null, text)).getBytes(StandardCharsets.UTF_8);
      String words = AgreementFile.read(file, WrittenTexts.view()).text();
      assertEquals(
          text.elements(), WrittenTexts.read(words).elements(), "seed " + seed + ":\n" + words);
    }
  }

  /// Plain words beside each other are one segment.
  private static List<DocumentElement> joined(List<DocumentElement> elements) {
    return elements.stream()
        .map(
            each ->
                new DocumentElement(
                    each.id(),
                    each.kind(),
                    each.number(),
                    each.heading(),
                    joinedWords(each.words()),
                    each.point(),
                    joined(each.parts())))
        .toList();
  }

  private static List<Segment> joinedWords(List<Segment> words) {
    List<Segment> joined = new ArrayList<>();
    for (Segment each : words) {
      if (!joined.isEmpty()
          && each instanceof Segment.Plain(String said)
          && joined.getLast() instanceof Segment.Plain(String before)) {
        joined.set(joined.size() - 1, new Segment.Plain(before + said));
      } else {
        joined.add(each);
      }
    }
    return joined;
  }

  @Test
  void everyFileIsValid() throws Exception {
    Validator validator = schema().newValidator();
    List<String> wrong = new ArrayList<>();
    validator.setErrorHandler(
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException e) {
            wrong.add(String.valueOf(e.getMessage()));
          }

          @Override
          public void error(SAXParseException e) {
            wrong.add(e.getLineNumber() + ": " + e.getMessage());
          }

          @Override
          public void fatalError(SAXParseException e) {
            wrong.add(e.getLineNumber() + ": " + e.getMessage());
          }
        });
    for (int seed = 0; seed < TEXTS; seed++) {
      String xml = AknFile.write(WrittenTexts.written(null, decorated(seed)));
      validator.validate(new StreamSource(new StringReader(xml)));
      assertEquals(List.of(), wrong, xml);
    }
    for (String text : List.of("", "Only a preamble.", "Article 1\n\u0000 <b> &amp; مياه \uD800")) {
      String xml = AknFile.write(WrittenTexts.written(null, text));
      validator.validate(new StreamSource(new StringReader(xml)));
      assertEquals(List.of(), wrong, xml);
    }
  }

  @Test
  void hostileWordsAreWordsInTheFile() throws IOException {
    String text = "Article 1\n\u0000\u000B <inline name=\"x\"/> ]]> &lt; \uD800 مياه.";
    ReadAkn again = read(AknFile.write(WrittenTexts.written(null, text)));
    Segment words = again.text().elements().getFirst().words().getFirst();
    assertEquals(new Segment.Plain(XmlWriter.clean(text.substring("Article 1\n".length()))), words);
  }

  /// The schema of OASIS; ends the test, visibly, where it is not on this machine.
  static Schema schema() throws SAXException, IOException {
    String types = Files.readString(SharedData.folder("akn").resolve("xml.xsd"));
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
    factory.setResourceResolver(
        (_, _, _, system, _) -> {
          LSInput input = new TextInput(types, String.valueOf(system));
          return input;
        });
    return factory.newSchema(
        new StreamSource(SharedData.folder("akn").resolve("akomantoso30.xsd").toFile()));
  }
}
