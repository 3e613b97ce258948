package org.parley.web.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.web.InProcessServer;
import org.parley.web.PublicSite;
import org.parley.web.export.ShownState;
import org.parley.wording.Language;

/// A page whose frame is settled once for many is, byte for byte, the page that is made as a whole.
class PublishedPagesLawTest {

  private static final String AT = "https://news.example/river";
  private static final int MOST_PAGES = 150;

  private final Set<PublishedAddress> seen = new HashSet<>();
  private final Deque<PublishedAddress> waiting = new ArrayDeque<>();
  private int framed;

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
  }

  private static CaseView seenByThePublic() {
    return Cases.of(1).viewFor(new Viewer.Public());
  }

  private void holdFor(PublicSite open) throws IOException {
    seen.clear();
    waiting.clear();
    PublishedLinks links = new PublishedLinks(_ -> true, each -> each);
    PageNotes notes = new PageNotes(open.site(), ShownState.of(open.open(), Map.of()));
    PublishedPages pages = new PublishedPages(open.site(), notes, links);
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
          hold(pages, page, answer.body());
        }
      }
    }
  }

  private void hold(PublishedPages pages, PublishedAddress address, byte[] html) {
    PublishedPages.Finished whole = pages.whole(address, html);
    PublishedPages.Finished made = pages.of(address, html);
    assertEquals(text(whole.html()), text(made.html()), address.toString());
    assertEquals(whole.found(), made.found(), address.toString());
    assertEquals(whole.assets(), made.assets(), address.toString());
    whole.found().stream().filter(PublishedAddress::isPage).forEach(this::add);
    framed += PageFrame.of(text(html)).isPresent() ? 1 : 0;
  }

  private void add(PublishedAddress address) {
    if (seen.add(address)) {
      waiting.add(address);
    }
  }

  private static String text(byte[] html) {
    return new String(html, StandardCharsets.UTF_8);
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
