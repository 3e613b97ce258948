package org.parley.web.publish;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Jsoup;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.parley.publication.Manifest;
import org.parley.web.export.Citation;
import org.parley.web.export.CitationFormat;
import org.parley.web.export.ShownState;
import org.parley.web.export.SiteCitations;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// Says on a published page what it is a copy of, and how it is cited.
final class PageNotes {

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
    Element heading = main.selectFirst("h1");
    main.append(citation(heading == null ? state.title() : heading.text(), address));
  }

  /// The content of a page with how it is cited.
  ///
  /// @param main what the page says
  String cited(String main, PublishedAddress address) {
    String heading = heading(main);
    return main + citation(heading == null ? state.title() : heading, address);
  }

  /// The words of the first heading; null if there is none.
  private static @Nullable String heading(String main) {
    int begin = main.indexOf("<h1");
    int end = main.indexOf("</h1>", begin);
    if (begin < 0 || end < 0) {
      return null;
    }
    String words = main.substring(main.indexOf('>', begin) + 1, end);
    return words.indexOf('<') < 0 && words.indexOf('&') < 0
        ? StringUtil.normaliseWhitespace(words).strip()
        : Jsoup.parseBodyFragment(words).text();
  }

  private String citation(String finding, PublishedAddress address) {
    String at = site.address(address.atSite());
    SiteCitations citations = citations();
    StringOutput html = new StringOutput();
    html.writeContent("<details class=\"take cite\"><summary>");
    Escape.htmlContent(Say.text("export.cite"), html);
    html.writeContent("</summary><p>");
    Escape.htmlContent(citations.write(CitationFormat.TEXT, finding, at).strip(), html);
    html.writeContent("</p>");
    for (CitationFormat format : List.of(CitationFormat.BIBTEX, CitationFormat.CSL)) {
      html.writeContent("<p>");
      Escape.htmlContent(Say.text("export.cite.format", "format", format), html);
      html.writeContent("</p><pre tabindex=\"0\">");
      Escape.htmlContent(citations.write(format, finding, at).strip(), html);
      html.writeContent("</pre>");
    }
    html.writeContent("</details>");
    return html.toString();
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
