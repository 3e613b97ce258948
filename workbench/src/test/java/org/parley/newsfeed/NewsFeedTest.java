package org.parley.newsfeed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// RSS and Atom documents as their publishers write them, and as nobody should.
@NullMarked
class NewsFeedTest {

  private static final URI AT = URI.create("https://news.example/feeds/world.xml");

  private static Optional<NewsFeed> read(String xml) throws IOException {
    return NewsFeed.of(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), null, AT);
  }

  @Test
  void rssHasItemsInAChannel() throws IOException {
    NewsFeed feed =
        read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
                <channel><title>The  Courier
                 World</title><link>https://news.example/</link>
                <item><title>Border talks &amp; fish</title><link>/2026/border</link>
                <guid isPermaLink="false">item-7</guid><pubDate>Thu, 05 Mar 2026 18:30:00 EST</pubDate>
                <description>Short.</description>
                <content:encoded><![CDATA[<p>The whole <b>text</b>.</p>]]></content:encoded></item>
                <item><title>No id</title><link>https://other.example/a</link><pubDate>05 Mar 2026 09:00:00 +0100</pubDate></item>
                </channel></rss>
                """)
            .orElseThrow();
    assertEquals("The Courier World", feed.title());
    assertEquals(
        List.of(
            new NewsEntry(
                "item-7",
                "Border talks & fish",
                URI.create("https://news.example/2026/border"),
                Instant.parse("2026-03-05T23:30:00Z"),
                "<p>The whole <b>text</b>.</p>"),
            new NewsEntry(
                "https://other.example/a",
                "No id",
                URI.create("https://other.example/a"),
                Instant.parse("2026-03-05T08:00:00Z"),
                "")),
        feed.entries());
  }

  @Test
  void rssOfTheYearTwoThousandHasItemsBesideTheChannel() throws IOException {
    NewsFeed feed =
        read("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel rdf:about="x"><title>Old</title></channel>
                <item rdf:about="y"><title>One</title><link>https://news.example/1</link><dc:date>2026-03-05</dc:date></item>
                </rdf:RDF>
                """)
            .orElseThrow();
    assertEquals("Old", feed.title());
    assertEquals("https://news.example/1", feed.entries().getFirst().key());
    assertEquals(Instant.parse("2026-03-05T00:00:00Z"), feed.entries().getFirst().published());
  }

  @Test
  void atomHasEntriesWithLinksOfSeveralKinds() throws IOException {
    NewsFeed feed =
        read("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title>
                <entry><id>tag:herald.example,2026:1</id><title type="html">Fish &lt;b&gt;first&lt;/b&gt;</title>
                <link rel="self" href="https://news.example/self"/><link rel="alternate" href="../story/1"/>
                <updated>2026-03-06T10:00:00+02:00</updated><published>2026-03-05T10:00:00+02:00</published>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Words.</p></div></content></entry>
                </feed>
                """)
            .orElseThrow();
    NewsEntry entry = feed.entries().getFirst();
    assertEquals(URI.create("https://news.example/story/1"), entry.link());
    assertEquals(Instant.parse("2026-03-05T08:00:00Z"), entry.published());
    assertTrue(entry.summary().contains("<p>Words.</p>"), entry.summary());
  }

  @Test
  void otherDocumentsAreNoFeed() throws IOException {
    for (String each :
        List.of("", "words", "<html><body>rss</body></html>", "{\"version\":1}", "<opml/>")) {
      assertEquals(Optional.empty(), read(each), each);
    }
  }

  @Test
  void onlyAddressesOfTheWebAreLinks() throws IOException {
    for (String each :
        List.of(
            "javascript:alert(1)",
            "file:///etc/passwd",
            "ftp://news.example/a",
            "https://user:word@news.example/",
            "http:///nothing",
            "https://exa mple/")) {
      NewsFeed feed =
          read("<rss><channel><item><guid>a</guid><link>" + each + "</link></item></channel></rss>")
              .orElseThrow();
      assertEquals(null, feed.entries().getFirst().link(), each);
    }
  }

  @Test
  void noEntityIsExpandedOrFetched() throws IOException {
    NewsFeed feed =
        read("""
                <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
                <rss><channel><title>&b;&f;</title><item><guid>1</guid></item></channel></rss>
                """)
            .orElseThrow();
    assertTrue(!feed.title().contains("aaaa") && !feed.title().contains("root:"), feed.title());
  }

  @Test
  void theEncodingIsThatOfTheHeaderOrTheDocument() throws IOException {
    String xml =
        "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><title>Мир</title></channel></rss>";
    byte[] bytes = xml.getBytes(Charset.forName("windows-1251"));
    assertEquals(
        "Мир", NewsFeed.of(new ByteArrayInputStream(bytes), null, AT).orElseThrow().title());
    assertEquals(
        "Мир",
        NewsFeed.of(new ByteArrayInputStream(bytes), "windows-1251", AT).orElseThrow().title());
  }

  @Test
  void anyBytesAreAFeedOrNone() throws IOException {
    Random random = new Random(7);
    String sound =
        "<rss><channel><title>a</title><item><guid>1</guid><link>/x</link><pubDate>Thu, 05 Mar 2026"
            + " 18:30:00 GMT</pubDate></item></channel></rss>";
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = sound.getBytes(StandardCharsets.UTF_8);
      for (int change = 0; change < 1 + round % 8; change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      NewsFeed.of(new ByteArrayInputStream(bytes), null, AT)
          .ifPresent(
              feed ->
                  feed.entries()
                      .forEach(
                          each -> assertTrue(!each.key().isBlank() && each.key().length() <= 400)));
    }
  }

  @Test
  void aDocumentOfManyElementsIsReadInBoundedSize() throws IOException {
    String deep = "<rss><channel>" + "<a>".repeat(200_000) + "<item><guid>1</guid></item>";
    assertTrue(read(deep).isPresent());
    String wide =
        "<rss><channel>" + "<item><guid>1</guid></item>".repeat(20_000) + "</channel></rss>";
    assertEquals(500, read(wide).orElseThrow().entries().size());
  }
}
