package org.parley.genius.file;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads an XML file into a tree of [XmlElement]s, without document types, entities and anything
/// from outside the file.
public final class XmlReader {

  /// The most elements one file may have.
  public static final int MOST_ELEMENTS = 500_000;

  /// How deep elements may stand in each other.
  static final int DEEPEST = 64;

  /// Within how many characters the declaration of the encoding has to stand.
  private static final int DECLARATION = 1000;

  private static final Pattern BEFORE =
      Pattern.compile("(?s)(?:\\s|<!--(?:(?!-->).)*-->){1,100}(?=<\\?xml)");

  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  private static final XMLInputFactory FACTORY = factory();

  private final String file;
  private final InputFile input;
  private final int skippedLines;

  private XmlReader(InputFile input, int skippedLines) {
    this.input = input;
    this.file = input.name();
    this.skippedLines = skippedLines;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (_, system, _, _) -> {
          throw new XMLStreamException("it refers to " + system + " outside the file");
        });
    return factory;
  }

  /// An element whose end has not been met.
  private record Open(
      int line, String name, Map<String, String> attributes, List<XmlElement> children) {}

  /// The root element of the file.
  ///
  /// Blank lines and comments before the XML declaration are skipped: some files in the field have
  /// them.
  ///
  /// @throws BadFileException if it is not well-formed XML, or exceeds the limits of size, depth or
  ///   nodes
  public static XmlElement read(InputFile file) throws BadFileException {
    String text = text(file);
    Matcher before = BEFORE.matcher(text).region(0, Math.min(text.length(), DECLARATION));
    int start = before.lookingAt() ? before.end() : 0;
    int lines = (int) text.substring(0, start).chars().filter(each -> each == '\n').count();
    return new XmlReader(file, lines).read(text.substring(start));
  }

  /// Opens a file whose words stand between its elements. The reader sees no document types and no
  /// entities. The caller bounds elements and depth.
  ///
  /// @throws BadFileException if its encoding is not read
  public static XMLStreamReader stream(InputFile file) throws BadFileException {
    try {
      return FACTORY.createXMLStreamReader(new StringReader(text(file).strip()));
    } catch (XMLStreamException problem) {
      throw new XmlReader(file, 0).malformed(problem);
    }
  }

  /// Says why a file cannot be read on.
  public static BadFileException malformed(InputFile file, XMLStreamException problem) {
    return new XmlReader(file, 0).malformed(problem);
  }

  /// The text in the encoding that a byte order mark tells, or the declaration; UTF-8 by default.
  private static String text(InputFile file) throws BadFileException {
    Charset marked = byteOrder(file);
    if (marked != null) {
      return file.text(marked);
    }
    String start = StandardCharsets.ISO_8859_1.decode(file.bytes().duplicate()).toString();
    Matcher declared = ENCODING.matcher(start.substring(0, Math.min(start.length(), DECLARATION)));
    if (!declared.find()) {
      return file.text();
    }
    String name = declared.group(1);
    if (!isDeclaredIn(declared.group(), name)) {
      throw new BadFileException(file.name(), 1, new ForeignFileFault.UnreadEncoding(name));
    }
    return file.text(Charset.forName(name));
  }

  /// Whether a character set is known, and writes its own declaration as it stands.
  private static boolean isDeclaredIn(String declaration, String name) {
    try {
      return Charset.isSupported(name)
          && Charset.forName(name).canEncode()
          && Arrays.equals(
              declaration.getBytes(Charset.forName(name)),
              declaration.getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalCharsetNameException _) {
      return false;
    }
  }

  /// The character set that a byte order mark tells; null if there is none.
  private static @Nullable Charset byteOrder(InputFile file) {
    ByteBuffer bytes = file.bytes();
    if (bytes.limit() < 2) {
      return null;
    }
    return switch (bytes.getShort(0)) {
      case (short) 0xFEFF -> StandardCharsets.UTF_16BE;
      case (short) 0xFFFE -> StandardCharsets.UTF_16LE;
      case (short) 0xEFBB -> StandardCharsets.UTF_8;
      default -> null;
    };
  }

  private XmlElement read(String text) throws BadFileException {
    @Nullable XMLStreamReader reader = null;
    try {
      reader = FACTORY.createXMLStreamReader(new StringReader(text));
      return read(reader);
    } catch (XMLStreamException problem) {
      throw malformed(problem);
    } finally {
      close(reader);
    }
  }

  private static void close(@Nullable XMLStreamReader reader) {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (XMLStreamException _) {
      // Nothing is left to read, and nothing outside memory was opened.
    }
  }

  private BadFileException malformed(XMLStreamException problem) {
    String what =
        String.valueOf(problem.getMessage()).lines().reduce((_, last) -> last).orElse("no reason");
    int line = problem.getLocation() == null ? 0 : problem.getLocation().getLineNumber();
    return new BadFileException(
        file,
        line < 1 ? 0 : line + skippedLines,
        new ForeignFileFault.MalformedXml(
            what.replaceFirst("^Message: ", "").replaceFirst("\\.$", ""),
            what.contains("within the same entity")
                ? ForeignFileFault.LikelyMend.CUT_OFF
                : what.contains("entity")
                    ? ForeignFileFault.LikelyMend.AMPERSAND
                    : what.contains("Open quote")
                        ? ForeignFileFault.LikelyMend.QUOTES
                        : ForeignFileFault.LikelyMend.OTHER));
  }

  private XmlElement read(XMLStreamReader reader) throws XMLStreamException, BadFileException {
    Deque<Open> open = new ArrayDeque<>();
    XmlElement root = null;
    int elements = 0;
    while (reader.hasNext()) {
      int line = reader.getLocation().getLineNumber() + skippedLines;
      int column = Math.max(1, reader.getLocation().getColumnNumber());
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.isEmpty()) {
            // There is no event for the prolog, so only the end of the root tag is known.
            line = reader.getLocation().getLineNumber() + skippedLines;
          }
          if (++elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
            throw new BadFileException(
                file,
                line,
                elements > MOST_ELEMENTS
                    ? new ForeignFileFault.TooManyElements(MOST_ELEMENTS)
                    : new ForeignFileFault.ElementsTooDeep(DEEPEST));
          }
          Map<String, String> attributes = attributes(reader);
          for (String value : attributes.values()) {
            input.refuseEscaped(value, line, column);
          }
          open.push(new Open(line, reader.getLocalName(), attributes, new ArrayList<>()));
        }
        case XMLStreamConstants.END_ELEMENT -> {
          Open done = open.pop();
          var element = new XmlElement(file, done.line, done.name, done.attributes, done.children);
          if (open.isEmpty()) {
            root = element;
          } else {
            open.getFirst().children.add(element);
          }
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new BadFileException(file, line, ForeignFileFault.Plain.DOCUMENT_TYPE_OR_ENTITY);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            input.refuseEscaped(reader.getText(), line, column);
        default -> {
          // Space, comments and processing instructions say nothing in the formats that are read.
        }
      }
    }
    if (root == null) {
      throw new BadFileException(file, 0, ForeignFileFault.Plain.NO_ELEMENT);
    }
    return root;
  }

  private static Map<String, String> attributes(XMLStreamReader reader) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return attributes;
  }
}
