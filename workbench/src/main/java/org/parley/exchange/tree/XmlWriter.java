package org.parley.exchange.tree;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes XML into memory. Characters that XML does not allow, and halves of surrogate pairs,
/// become U+FFFD.
public final class XmlWriter {

  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder out;
  private final Deque<String> open = new ArrayDeque<>();
  private boolean isTagOpen;

  public XmlWriter() {
    this(DECLARATION);
  }

  private XmlWriter(String beginning) {
    this.out = new StringBuilder(beginning);
  }

  /// Writes a page of HTML that is well-formed XML too.
  public static XmlWriter ofHtml() {
    return new XmlWriter("<!DOCTYPE html>\n");
  }

  /// Opens an element.
  public XmlWriter open(String name) {
    endTag();
    out.append('<').append(name);
    open.push(name);
    isTagOpen = true;
    return this;
  }

  /// Gives the element just opened an attribute.
  public XmlWriter with(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(value, true);
    out.append('"');
    return this;
  }

  /// An element that has nothing in it.
  public XmlWriter empty(String name) {
    return open(name).close();
  }

  /// An element with one attribute and nothing in it.
  public XmlWriter empty(String name, String attribute, String value) {
    return open(name).with(attribute, value).close();
  }

  /// An element with words in it.
  public XmlWriter text(String name, String words) {
    return open(name).text(words).close();
  }

  /// Words in the open element.
  public XmlWriter text(String words) {
    endTag();
    escape(words, false);
    return this;
  }

  /// Closes the open element.
  public XmlWriter close() {
    String name = open.pop();
    if (isTagOpen) {
      out.append("/>");
      isTagOpen = false;
    } else {
      out.append("</").append(name).append('>');
    }
    return this;
  }

  /// A line end between elements.
  public XmlWriter line() {
    endTag();
    out.append('\n');
    return this;
  }

  /// The document, once every element is closed.
  @Override
  public String toString() {
    return out.toString();
  }

  private void endTag() {
    if (isTagOpen) {
      out.append('>');
      isTagOpen = false;
    }
  }

  /// Words as XML can hold them.
  public static String clean(String words) {
    StringBuilder clean = new StringBuilder(words.length());
    words.codePoints().forEach(each -> clean.appendCodePoint(isAllowed(each) ? each : REPLACEMENT));
    return clean.toString();
  }

  private void escape(String words, boolean isAttribute) {
    words
        .codePoints()
        .forEach(
            each -> {
              switch (each) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append(isAttribute ? "&quot;" : "\"");
                case '\r' -> out.append("&#13;");
                case '\t', '\n' -> {
                  if (isAttribute) {
                    out.append("&#").append(each).append(';');
                  } else {
                    out.append((char) each);
                  }
                }
                default -> out.appendCodePoint(isAllowed(each) ? each : REPLACEMENT);
              }
            });
  }

  private static boolean isAllowed(int each) {
    return each == '\t'
        || each == '\n'
        || each == '\r'
        || (each >= 0x20 && each <= 0xD7FF)
        || (each >= 0xE000 && each <= 0xFFFD)
        || each >= 0x10000;
  }
}
