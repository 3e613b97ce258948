package org.parley.web.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.web.InProcessServer;
import org.parley.web.PublicSite;
import org.parley.web.export.ShownState;
import org.parley.wording.Language;

/// A page whose frame is settled once for many, and whose content is rewritten as text, reads as
/// the page that is parsed as a whole.
class PublishedPagesLawTest {

  private static final String AT = "https://news.example/river";
  private static final int MOST_PAGES = 150;
  private static final PublishedLinks LINKS = new PublishedLinks(_ -> true, each -> each);

  private final Set<PublishedAddress> seen = new HashSet<>();
  private final Deque<PublishedAddress> waiting = new ArrayDeque<>();
  private int framed;
  private int rewritten;

  @Test
  void aPageInItsFrameIsThePageMadeAsAWhole() throws IOException {
    for (Language language : Language.values()) {
      ScopedValue.where(Language.CURRENT, language)
          .call(
              () -> {
                holdFor(PublicSite.of(seenByThePublic(), null, AT, LocalDate.of(2026, 3, 1)));
                return language;
              });
    }
    assertTrue(framed > 2 * MOST_PAGES * Language.values().length / 3, framed + " in their frame");
    assertTrue(rewritten > 2 * framed / 3, rewritten + " of " + framed + " rewritten");
  }

  private static CaseView seenByThePublic() {
    return Cases.of(1).viewFor(new Viewer.Public());
  }

  private void holdFor(PublicSite open) throws IOException {
    PublicationSite site = open.site();
    seen.clear();
    waiting.clear();
    PageNotes notes = new PageNotes(site, ShownState.of(open.open(), Map.of()));
    PublishedPages pages = new PublishedPages(site, notes, LINKS);
    add(PublishedAddress.of("/"));
    for (CaseRecord each : open.open().view().records()) {
      add(PublishedAddress.of("/record/" + each.id().value()));
    }
    try (InProcessServer server =
        InProcessServer.start(open.service(), open.site(), Language.current())) {
      for (int count = 0; count < MOST_PAGES && !waiting.isEmpty(); count++) {
        PublishedAddress page = count % 2 == 0 ? waiting.removeFirst() : waiting.removeLast();
        SiteSource.Answer answer = server.get(page.asked(), "text/html");
        if (answer.status() == 200 && answer.isHtml()) {
          hold(pages, LinkRules.of(site, page, LINKS), answer.body());
        }
      }
    }
  }

  private void hold(PublishedPages pages, LinkRules rules, byte[] html) {
    PublishedAddress address = rules.self();
    PublishedPages.Finished whole = pages.whole(address, html);
    PublishedPages.Finished made = pages.of(address, html);
    assertEquals(text(whole.html()), parsed(made.html()), address.toString());
    assertEquals(whole.found(), made.found(), address.toString());
    assertEquals(whole.assets(), made.assets(), address.toString());
    whole.found().stream().filter(PublishedAddress::isPage).forEach(this::add);
    PageFrame frame = PageFrame.of(text(html)).orElse(null);
    framed += frame == null ? 0 : 1;
    rewritten += frame != null && ContentRewriter.of(rules, frame.main()).isPresent() ? 1 : 0;
  }

  /// The page as a browser reads it. It is written the same again.
  private static String parsed(byte[] html) {
    Document page = Jsoup.parse(text(html), "");
    page.outputSettings().prettyPrint(false);
    return page.outerHtml();
  }

  private void add(PublishedAddress address) {
    if (seen.add(address)) {
      waiting.add(address);
    }
  }

  private static String text(byte[] html) {
    return new String(html, StandardCharsets.UTF_8);
  }

  private static String rewritten(String content) {
    LinkRules rules =
        LinkRules.of(
            new PublicationSite("https://news.example", "/river", LocalDate.of(2026, 3, 1)),
            PublishedAddress.of("/points/p1"),
            new PublishedLinks(_ -> true, each -> each));
    return ContentRewriter.of(rules, content).map(ContentRewriter.Rewritten::html).orElse("parsed");
  }

  @Test
  void contentIsRewrittenAsText() {
    assertEquals(
        "<p><a href=\"../../claims/c1/index.html#c1\">one</a></p>",
        rewritten("<p><a href=\"/river/claims/c1#c1\" data-hx-boost=\"true\">one</a></p>"));
    assertEquals("<p>a</p>", rewritten("<p>a<form><p><form>b</form></p></form></p>"));
    assertEquals(
        "<p>Briefing</p>",
        rewritten("<p>Briefing (<a href=\"/river/brief.pdf\">PDF</a>)</p>").strip());
    assertEquals(
        "<p><span>add</span></p>", rewritten("<p><a rel=\"x\" href=\"/river/edit\">add</a></p>"));
    assertEquals(
        "<svg><title>t</title><g><path/></g></svg>",
        rewritten("<svg><title>t</title><a href=\"/river/edit\"><path/></a></svg>"));
  }

  /// HTML that no template writes is parsed.
  @Test
  void otherContentIsParsed() {
    for (String each :
        List.of(
            "<p>a",
            "</p>",
            "<p>a</div>",
            "<ul><li>a<li>b</ul>",
            "<p class=a>b</p>",
            "<p class='a'>b</p>",
            "<script>a</script>",
            "<!-- a -->",
            "<div/>",
            "<p a",
            "<form><p>a</p>",
            "<a href=\"/river/x&quot;y\">a</a>",
            "a < b")) {
      assertEquals("parsed", rewritten(each), each);
    }
  }

  /// Values that HTML writes in several ways, and pages that are no pages, are left to the whole.
  @Test
  void whatCannotBeTakenApartIsMadeAsAWhole() {
    String page =
        "<!DOCTYPE html><html><head><title>%s</title></head><body><main id=\"main\">%s</main></body></html>";
    assertEquals(Optional.of("Talks"), PageFrame.of(page.formatted("Talks", "x")).map(this::title));
    assertEquals(Optional.empty(), PageFrame.of(page.formatted("Talks &amp; more", "x")));
    assertEquals(Optional.empty(), PageFrame.of(page.formatted("Talks\u00a0now", "x")));
    assertEquals(Optional.empty(), PageFrame.of(page.formatted("Talks\uE000", "x")));
    assertEquals(Optional.empty(), PageFrame.of("<p>no page</p>"));
    assertEquals(Optional.empty(), PageFrame.of("<html><head></head><body><main id=\"main\">"));
    assertEquals(
        Optional.of("a</main>b"),
        PageFrame.of(page.formatted("Talks", "a</main>b")).map(PageFrame::main));
  }

  private String title(PageFrame frame) {
    return frame.values().getFirst();
  }
}
