package org.parley.exchange.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// A feed as Atom writes it. See RFC 4287, The Atom Syndication Format, 2005.
///
/// @param id its permanent id, an IRI
/// @param title its title
/// @param subtitle a sentence on what it shows
/// @param language the tag of its language
/// @param self its own address
/// @param home the address of the page that it is about
/// @param updated when anything in it changed last
/// @param entries the latest first
public record AtomFeed(
    String id,
    String title,
    String subtitle,
    String language,
    String self,
    String home,
    Instant updated,
    List<AtomEntry> entries) {

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  /// Characters that XML 1.0 has no way to write.
  private static final Pattern NO_XML =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  /// An entry.
  ///
  /// @param id its permanent id, an IRI
  /// @param title what happened
  /// @param author by whom
  /// @param updated when
  /// @param link the address of the page that shows it; null for none
  /// @param summary the text; empty for none
  public record AtomEntry(
      String id,
      String title,
      String author,
      Instant updated,
      @Nullable String link,
      String summary) {}

  public AtomFeed {
    entries = List.copyOf(entries);
  }

  /// The text of the feed.
  public String text() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
      out.writeStartElement("feed");
      out.writeDefaultNamespace(NAMESPACE);
      out.writeAttribute("xml:lang", language);
      write(out, "id", id);
      write(out, "title", title);
      write(out, "subtitle", subtitle);
      write(out, "updated", moment(updated));
      link(out, "self", "application/atom+xml", self);
      link(out, "alternate", "text/html", home);
      write(out, "generator", "Parley");
      for (AtomEntry each : entries) {
        write(out, each);
      }
      out.writeEndElement();
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML into memory", e);
    }
    return text + "\n";
  }

  private static void write(XMLStreamWriter out, AtomEntry entry) throws XMLStreamException {
    out.writeStartElement("entry");
    write(out, "id", entry.id);
    write(out, "title", entry.title.isBlank() ? "—" : entry.title);
    write(out, "updated", moment(entry.updated));
    out.writeStartElement("author");
    write(out, "name", entry.author);
    out.writeEndElement();
    if (entry.link != null) {
      link(out, "alternate", "text/html", entry.link);
    }
    // an entry without content or link has no meaning of its own
    write(
        out,
        entry.link == null && entry.summary.isBlank() ? "content" : "summary",
        entry.summary.isBlank() ? entry.title : entry.summary);
    out.writeEndElement();
  }

  private static void write(XMLStreamWriter out, String name, String text)
      throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(NO_XML.matcher(text).replaceAll("\uFFFD"));
    out.writeEndElement();
  }

  private static void link(XMLStreamWriter out, String relation, String type, String address)
      throws XMLStreamException {
    out.writeEmptyElement("link");
    out.writeAttribute("rel", relation);
    out.writeAttribute("type", type);
    out.writeAttribute("href", address);
  }

  private static String moment(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
