package org.parley.web.publish;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.parley.publication.Manifest;
import org.parley.web.export.Citation;
import org.parley.web.export.CitationFormat;
import org.parley.web.export.ShownState;
import org.parley.web.export.SiteCitations;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// Says on a published page what it is a copy of, and how it is cited.
final class PageNotes {

  /// Parsed once, and not for each page.
  private static final Evaluator HEADING = Selector.evaluatorOf("h1");

  private final PublicationSite site;
  private final ShownState state;
  private final Map<Language, SiteCitations> citations = new ConcurrentHashMap<>();

  /// @param state what the site shows
  PageNotes(PublicationSite site, ShownState state) {
    this.site = site;
    this.state = state;
  }

  /// Says in the foot of a page what it is a copy of.
  void copied(PublishedPage published) {
    Element foot = published.document().selectFirst("footer.foot");
    if (foot != null) {
      Element note = foot.appendElement("p").addClass("published");
      note.appendText(Say.text("publish.note", "day", site.day(), "hash", state.hash()) + " ");
      note.appendElement("a")
          .attr("href", published.to(Manifest.FILE))
          .text(Say.text("publish.manifest"));
    }
  }

  /// Says at the end of a page how it is cited.
  void cited(PublishedPage published, PublishedAddress address) {
    Element main = published.main();
    if (main != null) {
      cite(main, address);
    }
  }

  private void cite(Element main, PublishedAddress address) {
    Element heading = main.selectFirst(HEADING);
    String finding = heading == null ? state.title() : heading.text();
    String at = site.address(address.atSite());
    SiteCitations citations = citations();
    Element details = main.appendElement("details").addClass("take").addClass("cite");
    details.appendElement("summary").text(Say.text("export.cite"));
    details.appendElement("p").text(citations.write(CitationFormat.TEXT, finding, at).strip());
    for (CitationFormat format : List.of(CitationFormat.BIBTEX, CitationFormat.CSL)) {
      details.appendElement("p").text(Say.text("export.cite.format", "format", format));
      details
          .appendElement("pre")
          .attr("tabindex", "0")
          .text(citations.write(format, finding, at).strip());
    }
  }

  private SiteCitations citations() {
    return citations.computeIfAbsent(
        Language.current(),
        language ->
            new SiteCitations(
                new Citation(
                    state.title(),
                    state.title(),
                    state.asOf(),
                    null,
                    state.hash(),
                    site.address(""),
                    site.day(),
                    language)));
  }
}
