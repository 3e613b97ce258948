package org.parley.exchange.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.document.DocumentElement;
import org.parley.document.ElementKind;
import org.parley.exchange.tree.XmlWriter;
import org.parley.model.text.PointId;
import org.parley.model.text.Segment;

/// Writes a text as Akoma Ntoso 3.0 (OASIS LegalDocML), a `doc` in one language.
///
/// A bracket is an `inline`, each wording in it another one that refers to its holders. An element
/// whose words are one bracket has its wordings as elements, the further ones `alternativeTo` it.
public final class AknFile {

  /// The media type of the file.
  public static final String TYPE = "application/akn+xml";

  private final XmlWriter xml = new XmlWriter();
  private final WrittenText text;

  private AknFile(WrittenText text) {
    this.text = text;
  }

  /// The text of the file.
  public static String write(WrittenText text) {
    return new AknFile(text).write();
  }

  private String write() {
    xml.open("akomaNtoso").with("xmlns", AknNames.NAMESPACE).line();
    xml.open("doc").with("name", "agreement").with("contains", "singleVersion").line();
    AknMeta.write(text, xml);
    List<DocumentElement> rest = new ArrayList<>(text.text().elements());
    xml.open("preface").open("p").open("docTitle").text(text.title()).close().close();
    xml.close().line();
    if (!rest.isEmpty() && isFrame(rest.getFirst(), ElementKind.OPENING)) {
      frame("preamble", rest.removeFirst());
    }
    DocumentElement last =
        !rest.isEmpty() && isFrame(rest.getLast(), ElementKind.CLOSING) ? rest.removeLast() : null;
    xml.open("mainBody").line();
    if (rest.isEmpty()) {
      xml.empty("p").line();
    }
    rest.forEach(each -> element(each, 0));
    xml.close().line();
    if (last != null) {
      frame("conclusions", last);
    }
    return xml.close().line().close().line().toString();
  }

  /// Whether an element fits a container that has no more than words.
  private static boolean isFrame(DocumentElement each, ElementKind kind) {
    return each.kind() == kind && each.parts().isEmpty() && each.label().isEmpty();
  }

  private void frame(String name, DocumentElement of) {
    xml.open(name).with("eId", of.id());
    refers(List.of(), of.point());
    paragraphs(of.words());
    xml.close().line();
  }

  private void element(DocumentElement each, int items) {
    String name = AknNames.element(each.kind(), items);
    boolean isAlternatives = AknNames.isAlternatives(each);
    open(name, each, each.id());
    if (each.words().stream().anyMatch(Segment.Bracket.class::isInstance)) {
      xml.with("status", "incomplete");
    }
    refers(isAlternatives ? alternatives(each).getFirst().holders() : List.of(), each.point());
    if (!each.number().isEmpty()) {
      xml.text("num", each.number());
    }
    if (!each.heading().isEmpty()) {
      xml.text("heading", each.heading());
    }
    if (isAlternatives) {
      whole(alternatives(each).getFirst());
    } else {
      content(each, items);
    }
    xml.close().line();
    if (isAlternatives) {
      further(name, each);
    }
  }

  private void open(String name, DocumentElement each, String id) {
    xml.open(name).with("eId", id);
    if (name.equals("hcontainer")) {
      xml.with("name", AknNames.container(each.kind()));
    }
  }

  private void content(DocumentElement each, int items) {
    if (each.parts().isEmpty()) {
      xml.open("content");
      paragraphs(each.words());
      xml.close();
      return;
    }
    if (!each.words().isEmpty()) {
      xml.open("intro");
      paragraphs(each.words());
      xml.close();
    }
    xml.line();
    int inside = each.kind() == ElementKind.ITEM ? items + 1 : items;
    each.parts().forEach(part -> element(part, inside));
  }

  private static List<Segment.Alternative> alternatives(DocumentElement each) {
    return ((Segment.Bracket) each.words().getFirst()).alternatives();
  }

  /// The further wordings of an element, each an element of its own.
  private void further(String name, DocumentElement each) {
    List<Segment.Alternative> all = alternatives(each);
    for (int i = 1; i < all.size(); i++) {
      open(name, each, each.id() + "-alternative-" + i);
      xml.with("status", "incomplete").with("alternativeTo", "#" + each.id());
      refers(all.get(i).holders(), null);
      if (!each.number().isEmpty()) {
        xml.text("num", each.number());
      }
      whole(all.get(i));
      xml.close().line();
    }
  }

  private void whole(Segment.Alternative of) {
    xml.open("content").open("p");
    wording(of);
    xml.close().close();
  }

  private void wording(Segment.Alternative of) {
    String words = of.words();
    if (words == null) {
      xml.open("inline").with("name", AknNames.NO_TEXT).text(text.printer().noText()).close();
    } else {
      lines(words);
    }
  }

  private void refers(List<?> parties, @Nullable PointId point) {
    List<String> all = new ArrayList<>();
    parties.forEach(each -> all.add("#" + AknNames.PARTY + each));
    if (point != null) {
      all.add("#" + AknNames.POINT + point);
    }
    if (!all.isEmpty()) {
      xml.with("refersTo", String.join(" ", all));
    }
  }

  /// A line end outside brackets begins a new paragraph.
  private void paragraphs(List<Segment> words) {
    xml.open("p");
    for (Segment each : words) {
      switch (each) {
        case Segment.Plain(String said) -> {
          String[] lines = said.split("\n", -1);
          for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
              xml.close().open("p");
            }
            xml.text(lines[i]);
          }
        }
        case Segment.Bracket bracket -> bracket(bracket);
      }
    }
    xml.close();
  }

  private void bracket(Segment.Bracket bracket) {
    xml.open("inline").with("name", AknNames.BRACKET);
    String label = bracket.label();
    if (label != null) {
      xml.with("title", label);
    }
    for (Segment.Alternative each : bracket.alternatives()) {
      xml.open("inline").with("name", AknNames.ALTERNATIVE);
      refers(each.holders(), null);
      wording(each);
      xml.close();
    }
    xml.close();
  }

  private void lines(String words) {
    String[] lines = words.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        xml.empty("eol");
      }
      xml.text(lines[i]);
    }
  }
}
