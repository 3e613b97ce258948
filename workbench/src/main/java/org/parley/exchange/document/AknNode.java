package org.parley.exchange.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.tree.SaidFault;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.genius.file.XmlReader;

/// An element of an XML file with its words and elements in order.
///
/// @param name its local name
/// @param attributes by local name
/// @param content words and elements
/// @param line where it begins
record AknNode(String name, Map<String, String> attributes, List<Content> content, int line) {

  static final int MOST_ELEMENTS = 200_000;
  static final int DEEPEST = 64;

  /// Words or an element.
  sealed interface Content {
    record Words(String words) implements Content {}

    record Child(AknNode node) implements Content {}
  }

  /// Reads a file.
  ///
  /// @throws BadFileException if it is no well-formed XML, or too deep or too large
  static AknNode read(InputFile file) throws BadFileException {
    try {
      XMLStreamReader reader = XmlReader.stream(file);
      Deque<AknNode> open = new ArrayDeque<>();
      AknNode root = null;
      int elements = 0;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            AknNode node = node(reader);
            elements++;
            if (elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
              throw tooMuch(file, node.line);
            }
            if (open.isEmpty()) {
              root = node;
            } else {
              open.element().content.add(new Content.Child(node));
            }
            open.push(node);
          }
          case XMLStreamConstants.END_ELEMENT -> open.pop();
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            if (!open.isEmpty()) {
              words(open.element(), reader.getText());
            }
          }
          case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD ->
              throw SaidFault.at(
                  file.name(),
                  reader.getLocation().getLineNumber(),
                  "document types and entities are not read",
                  "remove them");
          default -> {
            // comments and instructions for programs are no part of a text
          }
        }
      }
      if (root == null) {
        throw tooMuch(file, 1);
      }
      return root;
    } catch (XMLStreamException problem) {
      throw XmlReader.malformed(file, problem);
    }
  }

  private static BadFileException tooMuch(InputFile file, int line) {
    return SaidFault.at(
        file.name(),
        line,
        "it has more than "
            + MOST_ELEMENTS
            + " elements, or they stand deeper than "
            + DEEPEST
            + " in each other",
        "split it");
  }

  private static AknNode node(XMLStreamReader reader) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return new AknNode(
        reader.getLocalName(), attributes, new ArrayList<>(), reader.getLocation().getLineNumber());
  }

  private static void words(AknNode into, String words) {
    if (!into.content.isEmpty()
        && into.content.getLast() instanceof Content.Words(String before)
        && before.length() < 1 << 20) {
      into.content.set(into.content.size() - 1, new Content.Words(before + words));
    } else {
      into.content.add(new Content.Words(words));
    }
  }

  @Nullable String attribute(String named) {
    return attributes.get(named);
  }

  List<AknNode> children() {
    List<AknNode> children = new ArrayList<>();
    for (Content each : content) {
      if (each instanceof Content.Child(AknNode node)) {
        children.add(node);
      }
    }
    return children;
  }

  Optional<AknNode> child(String named) {
    return children().stream().filter(each -> each.name.equals(named)).findFirst();
  }

  /// All its words, white space folded.
  String text() {
    StringBuilder words = new StringBuilder();
    text(this, words);
    return words.toString().strip().replaceAll("\\s+", " ");
  }

  private static void text(AknNode node, StringBuilder words) {
    for (Content each : node.content) {
      switch (each) {
        case Content.Words(String said) -> words.append(said);
        case Content.Child(AknNode child) -> text(child, words);
      }
    }
  }
}
