package org.parley.reading.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// The parts of an OpenDocument file that hold its words, its styles and its title. All others are
/// passed over: macros, pictures, embedded objects.
///
/// @param content its words
/// @param styles its styles; null if it has none
/// @param meta its title and day; null if it has none
record OdtParts(Document content, @Nullable Document styles, @Nullable Document meta) {

  static final String CONTENT = "content.xml";
  private static final String STYLES = "styles.xml";
  private static final String META = "meta.xml";
  private static final Set<String> READ = Set.of(CONTENT, STYLES, META);

  /// The parts of an archive that is within its bounds.
  ///
  /// @throws SAXException if a part is no XML, or declares a document type
  static OdtParts of(byte[] archive) throws IOException, SAXException {
    Map<String, Document> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        if (READ.contains(each.getName())) {
          parts.putIfAbsent(each.getName(), parse(zip.readAllBytes()));
        }
      }
    }
    Document content = parts.get(CONTENT);
    if (content == null) {
      throw new IOException("an archive without " + CONTENT);
    }
    return new OdtParts(content, parts.get(STYLES), parts.get(META));
  }

  /// Without document types there are no entities that expand or that name files.
  private static Document parse(byte[] xml) throws IOException, SAXException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Refusing());
      return builder.parse(new ByteArrayInputStream(xml));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Refusing implements ErrorHandler {

    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }

  /// The first element with a name in a part; null for none.
  static @Nullable Element first(@Nullable Document part, String name) {
    NodeList found = part == null ? null : part.getElementsByTagNameNS("*", name);
    return found == null ? null : (Element) found.item(0);
  }

  /// An attribute by its name without prefix, which no element has twice; null for none.
  static @Nullable String attribute(Node element, String name) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node each = element.getAttributes().item(i);
      if (name.equals(each.getLocalName())) {
        return each.getNodeValue();
      }
    }
    return null;
  }

  /// An attribute that counts; the default if it is none.
  static int count(Node element, String name, int otherwise) {
    String found = attribute(element, name);
    return found != null && found.matches("\\d{1,6}") ? Integer.parseInt(found) : otherwise;
  }
}
