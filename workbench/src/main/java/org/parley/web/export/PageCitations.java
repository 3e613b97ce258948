package org.parley.web.export;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// Says on a page how it is cited and linked, and tells programs that show links what it finds.
///
/// @param page the address of the page as it is shown
/// @param origin scheme and host: `https://parley.example.org`
/// @param base the path that a proxy serves everything under
/// @param state the state shown
/// @param today the day on which it is asked for
public record PageCitations(
    ExportAddress page, String origin, String base, ShownState state, LocalDate today) {

  private static final int LONGEST = 300;
  private static final String HEADING_START = "<h1";
  private static final Pattern HEADING = Pattern.compile("(?s)<h1\\b[^>]*>(.*?)</h1>");
  private static final String SUMMARY_START = "<p class=\"";
  private static final Pattern SUMMARY =
      Pattern.compile("(?s)<p class=\"(?:standfirst|lead|said)\">(.*?)</p>");
  private static final String DESCRIBED = "<meta name=\"description\"";

  /// The citation of a page.
  ///
  /// @param html the page
  public Citation cite(String html) {
    PermanentAddress permanent = permanent();
    return new Citation(
        heading(html),
        state.title(),
        state.asOf(),
        permanent.knownAt() ? today : state.knownAt(),
        state.hash(),
        origin + permanent.path(),
        today,
        Language.current());
  }

  private PermanentAddress permanent() {
    return PermanentAddress.of(page, base, state, today);
  }

  /// The page with its links.
  public String on(String html) {
    String described = insert(html, "</head>", head(html));
    return insert(described, described.contains("</main>") ? "</main>" : "</body>", links());
  }

  private static String insert(String html, String before, String text) {
    int at = html.indexOf(before);
    return at < 0 ? html : html.substring(0, at) + text + html.substring(at);
  }

  private String head(String html) {
    StringOutput out = new StringOutput();
    String heading = heading(html);
    meta(out, "property", "og:title", heading + " · " + state.title());
    meta(out, "property", "og:type", "article");
    meta(out, "property", "og:site_name", "Parley");
    String summary = first(SUMMARY_START, SUMMARY, html);
    if (summary != null) {
      meta(out, "property", "og:description", summary);
    }
    if (!html.contains(DESCRIBED)) {
      meta(out, "name", "description", summary == null ? heading : summary);
    }
    return out.toString();
  }

  private static void meta(StringOutput out, String kind, String name, String content) {
    out.writeContent("  <meta " + kind + "=\"" + name + "\" content=\"");
    Escape.htmlAttribute(content, out);
    out.writeContent("\"/>\n");
  }

  private String links() {
    StringOutput out = new StringOutput();
    out.writeContent("<details class=\"take cite\"><summary>");
    Escape.htmlContent(Say.text("export.cite"), out);
    out.writeContent("</summary>\n<p>");
    link(out, permanent().path(), Say.text("export.link"));
    out.writeContent("</p>\n<p>");
    Escape.htmlContent(Say.text("export.cite.as"), out);
    for (CitationFormat format : CitationFormat.values()) {
      link(out, page.cite(format), Say.text("export.cite.format", "format", format));
    }
    out.writeContent("</p></details>\n");
    return out.toString();
  }

  private static void link(StringOutput out, String href, String words) {
    out.writeContent(" <a rel=\"nofollow\" href=\"");
    Escape.htmlAttribute(href, out);
    out.writeContent("\">");
    Escape.htmlContent(words, out);
    out.writeContent("</a>");
  }

  private String heading(String html) {
    String heading = first(HEADING_START, HEADING, html);
    return heading == null ? state.title() : heading;
  }

  /// The text of the first element of a kind, without a search by pattern in all of the page.
  private static @Nullable String first(String start, Pattern element, String html) {
    Matcher found = element.matcher(html);
    for (int at = html.indexOf(start); at >= 0; at = html.indexOf(start, at + 1)) {
      if (found.region(at, html.length()).lookingAt()) {
        String words = CellReader.text(found.group(1)).replace('\n', ' ');
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
      }
    }
    return null;
  }
}
