package org.parley.web.brief.word;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.parley.exchange.tree.XmlWriter;

/// Writes what stands within a line: words with their emphasis and language, links and drawings.
final class WordRuns {

  private final XmlWriter xml;
  private final WordLinks links;
  private final WordDrawings drawings;

  /// Whether a blank may follow: there is a word before it in the line.
  private boolean hasWord;

  WordRuns(XmlWriter xml, WordLinks links, WordDrawings drawings) {
    this.xml = xml;
    this.links = links;
    this.drawings = drawings;
  }

  /// How words look.
  ///
  /// @param language the language they are in; empty for that of the document
  private record Look(boolean isBold, boolean isItalic, boolean isRaised, String language) {

    static final Look PLAIN = new Look(false, false, false, "");

    Look within(Element element) {
      String own = element.attr("lang");
      return switch (element.normalName()) {
        case "b", "strong", "th" -> new Look(true, isItalic, isRaised, language(own));
        case "i", "em" -> new Look(isBold, true, isRaised, language(own));
        case "span", "a" ->
            new Look(isBold, isItalic, isRaised || element.hasClass("note"), language(own));
        default -> new Look(isBold, isItalic, isRaised, language(own));
      };
    }

    private String language(String own) {
      return own.isEmpty() ? language : own;
    }
  }

  /// Writes some nodes of one line.
  void line(List<Node> nodes, boolean isBold) {
    hasWord = false;
    Look look = isBold ? new Look(true, false, false, "") : Look.PLAIN;
    nodes.forEach(each -> node(each, look));
  }

  private void node(Node node, Look look) {
    switch (node) {
      case TextNode words -> text(words.getWholeText(), look);
      case Element element -> element(element, look);
      default -> {
        // comments are no words
      }
    }
  }

  private void element(Element element, Look look) {
    switch (element.normalName()) {
      case "br" -> {
        xml.open("w:r").empty("w:br").close();
        hasWord = false;
      }
      case "svg" -> {
        drawings.run(xml, element);
        hasWord = true;
      }
      case "a" -> link(element, look.within(element));
      default -> element.childNodes().forEach(each -> node(each, look.within(element)));
    }
  }

  private void link(Element element, Look look) {
    String target = links.target(element);
    if (!target.isEmpty()) {
      xml.open("w:hyperlink").with("w:anchor", target);
    }
    element.childNodes().forEach(each -> node(each, look));
    if (!target.isEmpty()) {
      xml.close();
    }
  }

  private void text(String whole, Look look) {
    String folded = whole.replaceAll("[ \\t\\r\\n]+", " ");
    String words = hasWord ? folded : folded.stripLeading();
    if (words.isEmpty()) {
      return;
    }
    hasWord = !words.endsWith(" ");
    xml.open("w:r");
    properties(look);
    xml.open("w:t").with("xml:space", "preserve").text(words).close().close();
  }

  private void properties(Look look) {
    if (look.equals(Look.PLAIN)) {
      return;
    }
    xml.open("w:rPr");
    if (look.isBold()) {
      xml.empty("w:b").empty("w:bCs");
    }
    if (look.isItalic()) {
      xml.empty("w:i").empty("w:iCs");
    }
    if (look.isRaised()) {
      xml.empty("w:vertAlign", "w:val", "superscript");
    }
    if (!look.language().isEmpty()) {
      xml.empty("w:lang", "w:val", look.language());
    }
    xml.close();
  }

  /// Writes words without emphasis.
  static void words(XmlWriter xml, String words) {
    xml.open("w:r").open("w:t").with("xml:space", "preserve").text(words).close().close();
  }
}
