package org.parley.newsfeed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// The entries of an RSS (0.9 to 2.0) or Atom document, the latest first as it lists them.
///
/// XML that is not well-formed is read as far as it goes, since many feeds are not. No entity is
/// declared or fetched.
record NewsFeed(String title, List<NewsEntry> entries) {

  /// The most entries that are taken of a document.
  private static final int MOST_ENTRIES = 500;

  private static final int LONGEST_LINE = 400;
  private static final int LONGEST_SUMMARY = 200_000;

  /// The zones of RFC 822 that Java does not read.
  private static final Map<String, String> ZONES =
      Map.of(
          "UT", "+0000", "UTC", "+0000", "Z", "+0000", "EST", "-0500", "EDT", "-0400", "CST",
          "-0600", "PST", "-0800", "PDT", "-0700");

  NewsFeed {
    entries = List.copyOf(entries);
  }

  /// The feed in a document.
  ///
  /// @param charset its encoding; null to take that of the document
  /// @param address where it came from, to which its links are relative
  /// @return empty if it is neither RSS nor Atom
  static Optional<NewsFeed> of(InputStream xml, @Nullable String charset, URI address)
      throws IOException {
    Document document = Jsoup.parse(xml, charset, address.toString(), Parser.xmlParser());
    Element root = document.children().stream().findFirst().orElse(null);
    if (root == null) {
      return Optional.empty();
    }
    return switch (local(root)) {
      case "rss", "rdf" -> Optional.of(of(root, "item", address));
      case "feed" -> Optional.of(of(root, "entry", address));
      default -> Optional.empty();
    };
  }

  private static NewsFeed of(Element root, String name, URI address) {
    Element channel =
        root.children().stream()
            .filter(each -> local(each).equals("channel"))
            .findFirst()
            .orElse(root);
    List<NewsEntry> entries = new ArrayList<>();
    for (Element each :
        Stream.concat(channel.children().stream(), siblings(root, channel)).toList()) {
      if (local(each).equals(name) && entries.size() < MOST_ENTRIES) {
        entry(each, address).ifPresent(entries::add);
      }
    }
    return new NewsFeed(line(text(channel, "title")), entries);
  }

  /// In RSS 1.0 the items stand beside the channel.
  private static Stream<Element> siblings(Element root, Element channel) {
    return channel.equals(root) ? Stream.empty() : root.children().stream();
  }

  private static Optional<NewsEntry> entry(Element item, URI address) {
    String title = line(text(item, "title"));
    URI link = link(item, address);
    String id =
        Stream.of("guid", "id")
            .map(each -> text(item, each))
            .filter(each -> !each.isBlank())
            .findFirst()
            .orElse(link == null ? title : link.toString());
    String summary =
        Stream.of("encoded", "content", "description", "summary")
            .map(each -> text(item, each))
            .filter(each -> !each.isBlank())
            .findFirst()
            .orElse("");
    return id.isBlank() || summary.length() > LONGEST_SUMMARY
        ? Optional.empty()
        : Optional.of(new NewsEntry(line(id), title, link, published(item), summary));
  }

  private static @Nullable URI link(Element item, URI address) {
    List<Element> links =
        item.children().stream().filter(each -> local(each).equals("link")).toList();
    return links.stream()
        .filter(each -> each.attr("rel").isEmpty() || each.attr("rel").equals("alternate"))
        .map(each -> each.hasAttr("href") ? each.attr("href") : each.wholeText())
        .flatMap(each -> resolved(address, each.strip()).stream())
        .findFirst()
        .orElse(null);
  }

  private static Optional<URI> resolved(URI address, String link) {
    try {
      URI whole = address.resolve(new URI(link));
      return !link.isEmpty() && PublicAddress.isWeb(whole) ? Optional.of(whole) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static @Nullable Instant published(Element item) {
    return Stream.of("pubdate", "published", "date", "issued", "updated", "modified")
        .map(each -> text(item, each).strip())
        .filter(each -> !each.isEmpty())
        .flatMap(each -> instant(each).stream())
        .findFirst()
        .orElse(null);
  }

  private static Optional<Instant> instant(String words) {
    int end = words.lastIndexOf(' ');
    String zone = ZONES.get(words.substring(end + 1).toUpperCase(Locale.ROOT));
    String zoned = zone == null || end < 0 ? words : words.substring(0, end + 1) + zone;
    return Stream.<Function<String, Instant>>of(
            each -> OffsetDateTime.parse(each, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(),
            each -> OffsetDateTime.parse(each).toInstant(),
            each -> LocalDate.parse(each).atStartOfDay().toInstant(ZoneOffset.UTC))
        .flatMap(
            reader -> {
              try {
                return Stream.of(reader.apply(zoned));
              } catch (DateTimeException _) {
                return Stream.empty();
              }
            })
        .findFirst();
  }

  private static String text(Element item, String name) {
    return item.children().stream()
        .filter(each -> local(each).equals(name))
        .map(NewsFeed::content)
        .findFirst()
        .orElse("");
  }

  /// Its characters; of content in XHTML its elements.
  private static String content(Element element) {
    return element.attr("type").equals("xhtml") ? element.html() : element.wholeText();
  }

  /// The name of an element without its prefix, in small letters.
  private static String local(Element element) {
    String name = element.normalName();
    return name.substring(name.indexOf(':') + 1);
  }

  private static String line(String words) {
    String line = words.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE);
  }
}
