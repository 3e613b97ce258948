package org.parley.exchange.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Reads a Word document as the standard says, apart from the program: with all changes accepted,
/// or all rejected.
final class WordXml {

  private WordXml() {}

  /// A part of the file.
  static Document part(byte[] file, String name) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        if (each.getName().equals(name)) {
          return DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(zip.readAllBytes()));
        }
      }
      throw new IOException("no part " + name);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  /// The paragraphs after a decision on every change; blank ones are left out.
  ///
  /// @param gone the element whose content goes: `w:del` to accept, `w:ins` to reject
  static List<String> paragraphs(byte[] file, String gone) throws IOException {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    Node body = children(part(file, "word/document.xml").getDocumentElement()).getFirst();
    for (Element each : children(body)) {
      if (each.getNodeName().equals("w:p")) {
        words(each, gone, open);
        if (!isMarkGone(each, gone)) {
          if (!open.toString().isBlank()) {
            paragraphs.add(open.toString());
          }
          open.setLength(0);
        }
      }
    }
    if (!open.toString().isBlank()) {
      paragraphs.add(open.toString());
    }
    return paragraphs;
  }

  private static boolean isMarkGone(Element paragraph, String gone) {
    Element properties = child(paragraph, "w:pPr");
    Element mark = properties == null ? null : child(properties, "w:rPr");
    return mark != null && child(mark, gone) != null;
  }

  private static void words(Element from, String gone, StringBuilder out) {
    for (Element each : children(from)) {
      switch (each.getNodeName()) {
        case "w:t", "w:delText" -> out.append(each.getTextContent());
        case "w:tab" -> out.append('\t');
        case "w:br" -> out.append('\n');
        case "w:pPr" -> {}
        default -> {
          if (!each.getNodeName().equals(gone)) {
            words(each, gone, out);
          }
        }
      }
    }
  }

  static @Nullable Element child(Element of, String name) {
    return children(of).stream()
        .filter(each -> each.getNodeName().equals(name))
        .findFirst()
        .orElse(null);
  }

  static List<Element> children(Node of) {
    List<Element> children = new ArrayList<>();
    for (Node each = of.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
