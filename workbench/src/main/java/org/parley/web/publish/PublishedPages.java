package org.parley.web.publish;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.web.view.Address;

/// Makes pages of the server into pages of a site.
///
/// Most of a page is its frame: head, menu and foot, which thousands of pages have alike. So a
/// frame is settled once, and of each page only its content. Thread-safe; it holds one frame for
/// each section of the site and each depth of its folders.
final class PublishedPages {

  /// A page as it is published.
  ///
  /// @param found the addresses that its links lead to
  /// @param assets the names of the styles, scripts and icons that it loads
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Finished(byte[] html, Set<PublishedAddress> found, Set<String> assets) {}

  /// A frame as the server made it.
  ///
  /// @param up from the folder of the page to that of the site
  private record Framing(String frame, String up) {}

  /// A frame as it is published.
  private record Settled(
      PageFrame.Pieces pieces, Set<PublishedAddress> found, Set<String> assets) {}

  private static final int MOST_FRAMES = 1_000;

  private final PublicationSite site;
  private final PageNotes notes;
  private final PublishedLinks links;
  private final Map<Framing, Optional<Settled>> frames = new ConcurrentHashMap<>();

  /// @param links where links lead; those that lead nowhere are taken out
  PublishedPages(PublicationSite site, PageNotes notes, PublishedLinks links) {
    this.site = site;
    this.notes = notes;
    this.links = links;
  }

  /// A page.
  Finished of(PublishedAddress self, byte[] html) {
    if (isSearch(self)) {
      return whole(self, html);
    }
    PageFrame page = PageFrame.of(new String(html, StandardCharsets.UTF_8)).orElse(null);
    Settled frame = page == null ? null : settled(self, page).orElse(null);
    return page == null || frame == null ? whole(self, html) : framed(self, page, frame);
  }

  private static boolean isSearch(PublishedAddress self) {
    return self.path().equals(Address.SEARCH.path());
  }

  /// The same page, made as a whole.
  Finished whole(PublishedAddress self, byte[] html) {
    PublishedPage page = page(self, html);
    if (isSearch(self)) {
      SearchFiles.on(page);
    } else {
      notes.cited(page, self);
    }
    return finished(page);
  }

  /// A page that says nothing of the case.
  Finished uncited(PublishedAddress self, byte[] html) {
    return finished(page(self, html));
  }

  private PublishedPage page(PublishedAddress self, byte[] html) {
    String text = new String(html, StandardCharsets.UTF_8);
    PublishedPage page = PublishedPage.of(site, self, text, links);
    page.settle();
    notes.copied(page);
    return page;
  }

  private static Finished finished(PublishedPage page) {
    return new Finished(page.html().getBytes(StandardCharsets.UTF_8), page.found(), page.assets());
  }

  private Optional<Settled> settled(PublishedAddress self, PageFrame page) {
    Framing framing = new Framing(page.frame(), PublishedPage.up(self));
    // many pages at once ask for the first of a frame; each of them makes the same
    Optional<Settled> known = frames.get(framing);
    if (known == null) {
      known = settle(self, page);
      if (frames.size() < MOST_FRAMES) {
        frames.put(framing, known);
      }
    }
    return known;
  }

  private Optional<Settled> settle(PublishedAddress self, PageFrame page) {
    PublishedPage frame = PublishedPage.of(site, self, page.frame(), links);
    frame.settle();
    notes.copied(frame);
    return PageFrame.Pieces.of(frame.html(), page.values().size() + 1)
        .map(pieces -> new Settled(pieces, frame.found(), frame.assets()));
  }

  private Finished framed(PublishedAddress self, PageFrame page, Settled frame) {
    PublishedPage main = PublishedPage.ofMain(site, self, page.main(), links);
    main.settle();
    notes.cited(main, self);
    Set<PublishedAddress> found = new LinkedHashSet<>(frame.found());
    found.addAll(main.found());
    Set<String> assets = new LinkedHashSet<>(frame.assets());
    assets.addAll(main.assets());
    String html = frame.pieces().around(page.values(), main.html());
    return new Finished(html.getBytes(StandardCharsets.UTF_8), found, assets);
  }
}
