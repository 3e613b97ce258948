package org.parley.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.poi.xwpf.usermodel.VerticalAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.Test;
import org.parley.provision.ProvisionReader;
import org.parley.provision.TextProvision;

/// Articles with lists, paragraphs after them and raised marks of notes have one tree in Word,
/// OpenDocument, HTML and plain text.
class TextStructureLawTest {

  private static final int TEXTS = 60;
  private static final String RAISED = "^";

  private final SplittableRandom random = new SplittableRandom(11);

  /// A paragraph; `^1` is a raised mark.
  private record Piece(int depth, String words) {}

  @Test
  void theTreeIsTheSameInEveryFormat() throws IOException {
    for (int i = 0; i < TEXTS; i++) {
      List<String> expected = new ArrayList<>();
      List<Piece> pieces = pieces(expected);
      assertEquals(expected, tree(plain(pieces)), "plain " + i);
      assertEquals(expected, tree(html(pieces)), "HTML " + i);
      assertEquals(expected, tree(word(pieces)), "DOCX " + i);
      assertEquals(expected, tree(openDocument(pieces)), "ODT " + i);
    }
  }

  private List<Piece> pieces(List<String> expected) {
    List<Piece> pieces = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int article = 1; article <= 3; article++) {
      pieces.add(new Piece(0, "Article " + article));
      String figure = "" + random.nextInt(2, 90);
      boolean isNoted = random.nextBoolean();
      String mark = isNoted ? RAISED + (notes.size() + 1) : "";
      pieces.add(new Piece(0, "The Parties shall withdraw by D+" + figure + mark + " all of:"));
      String note = "Counted from day " + figure + ".";
      if (isNoted) {
        notes.add(note);
      }
      expected.add(
          "Article "
              + article
              + ": The Parties shall withdraw by D+"
              + figure
              + (isNoted ? "* all of:|* " + note : " all of:"));
      items(pieces, expected, 1, 'a');
      after(pieces, expected, 0);
    }
    for (int i = 0; i < notes.size(); i++) {
      pieces.add(new Piece(0, RAISED + (i + 1) + " " + notes.get(i)));
    }
    return pieces;
  }

  private void items(List<Piece> pieces, List<String> expected, int depth, char first) {
    int count = random.nextInt(2, 4);
    for (int i = 0; i < count; i++) {
      String number = depth == 1 ? "(" + (char) (first + i) + ")" : (i + 1) + ")";
      boolean hasItems = depth == 1 && random.nextInt(3) == 0;
      String words = hasItems ? "the following forces:" : "the guns of zone " + i + ";";
      pieces.add(new Piece(depth, number + " " + words));
      expected.add("  ".repeat(depth) + number + ": " + words);
      if (hasItems) {
        items(pieces, expected, 2, 'a');
        after(pieces, expected, 1);
      }
    }
  }

  private void after(List<Piece> pieces, List<String> expected, int depth) {
    if (random.nextBoolean()) {
      String words = "The Commission shall verify this.";
      pieces.add(new Piece(depth, words));
      expected.add("  ".repeat(depth + 1) + ": " + words);
    }
  }

  private static List<String> tree(byte[] file) throws IOException {
    List<String> found = new ArrayList<>();
    ProvisionReader.read(Articles.wholeText(file).words())
        .provisions()
        .forEach(each -> outline(each, 0, found));
    return found;
  }

  private static void outline(TextProvision each, int depth, List<String> found) {
    String number = each.number() == null ? "" : each.number().printed();
    found.add("  ".repeat(depth) + number + ": " + String.join("|", each.paragraphs()));
    each.parts().forEach(part -> outline(part, depth + 1, found));
  }

  private static byte[] plain(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    for (Piece each : pieces) {
      text.append("   ".repeat(each.depth))
          .append(each.words.replace("^1", "¹").replace("^2", "²").replace("^3", "³"))
          .append("\n\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] html(List<Piece> pieces) {
    StringBuilder page = new StringBuilder("<html><body>");
    int depth = 0;
    for (Piece each : pieces) {
      for (; depth < each.depth; depth++) {
        page.append("<ul><li>");
      }
      for (; depth > each.depth; depth--) {
        page.append("</li></ul>");
      }
      page.append("<p>").append(each.words.replaceAll("\\^(\\d)", "<sup>$1</sup>")).append("</p>");
    }
    return page.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] word(List<Piece> pieces) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (Piece each : pieces) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setIndentationLeft(720 * each.depth);
        for (String part : each.words.split("(?=\\^\\d)|(?<=\\^\\d)")) {
          XWPFRun run = paragraph.createRun();
          run.setText(part.replace(RAISED, ""));
          if (part.startsWith(RAISED)) {
            run.setSubscript(VerticalAlign.SUPERSCRIPT);
          }
        }
      }
      document.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] openDocument(List<Piece> pieces) throws IOException {
    StringBuilder body = new StringBuilder();
    for (Piece each : pieces) {
      body.append("<text:p text:style-name='P" + each.depth + "'>")
          .append(
              each.words.replaceAll("\\^(\\d)", "<text:span text:style-name='S'>$1</text:span>"))
          .append("</text:p>");
    }
    StringBuilder styles = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      styles.append(
          "<style:style style:name='P"
              + i
              + "' style:family='paragraph'><style:paragraph-properties fo:margin-left='"
              + i
              + ".27cm'/></style:style>");
    }
    String content =
        "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
            + " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
            + " xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'>"
            + "<office:automatic-styles>"
            + styles
            + "<style:style style:name='S' style:family='text'><style:text-properties"
            + " style:text-position='super 58%'/></style:style></office:automatic-styles>"
            + "<office:body><office:text>"
            + body
            + "</office:text></office:body></office:document-content>";
    return ZipParts.zip(Map.of("content.xml", content.getBytes(StandardCharsets.UTF_8)));
  }
}
