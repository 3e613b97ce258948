package org.parley.web.export;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.web.view.Say;

/// Writes under every named drawing of a page the links that download it.
public final class PictureLinks {

  /// The beginning of a drawing.
  private static final Pattern DRAWING =
      Pattern.compile(
          "(<div class=\"scroll[^\"]*\"(?:[^>\"]++|\"[^\"]*+\")*+>\\s*)?<svg\\b[^>]*\\bdata-picture=\"([^\"]*)\"");

  private static final String END_OF_DRAWING = "</svg>";
  private static final List<String> STARTS = List.of(LinkPlaces.REGION, "<svg");

  /// Where the links of a chart of rows stand, which is no single drawing in the page.
  private static final Pattern PLACE =
      Pattern.compile("<p class=\"take\" data-take=\"([^\"]*)\"></p>");

  private static final String TAKE = "data-take";
  private static final Pattern END_OF_REGION = Pattern.compile("\\s*</div>");

  private PictureLinks() {}

  /// The page with links under its drawings.
  public static String under(String html, ExportAddress address, boolean hasFrames) {
    if (!html.contains(PagePictures.NAME) && !html.contains(TAKE)) {
      return html;
    }
    Matcher drawing = DRAWING.matcher(html);
    LinkPlaces places = new LinkPlaces(html, STARTS);
    StringBuilder out = new StringBuilder(html.length() + 512);
    int done = 0;
    while (places.next(drawing)) {
      int last = html.indexOf(END_OF_DRAWING, drawing.end());
      if (last < 0) {
        break;
      }
      places.from(last + END_OF_DRAWING.length());
      Matcher region =
          END_OF_REGION.matcher(html).region(last + END_OF_DRAWING.length(), html.length());
      int end =
          drawing.group(1) != null && region.lookingAt()
              ? region.end()
              : last + END_OF_DRAWING.length();
      out.append(html, done, end).append(links(drawing.group(2), address, hasFrames));
      done = end;
    }
    out.append(html, done, html.length());
    if (!html.contains(TAKE)) {
      return out.toString();
    }
    return PLACE
        .matcher(out)
        .replaceAll(
            place -> Matcher.quoteReplacement(links(place.group(1), address, hasFrames).strip()));
  }

  private static String links(String name, ExportAddress address, boolean hasFrames) {
    StringOutput out = new StringOutput();
    out.writeContent("\n<p class=\"take\"><span>");
    Escape.htmlContent(Say.text("export.picture"), out);
    out.writeContent("</span>");
    for (PictureFormat format : PictureFormat.values()) {
      out.writeContent(" <a rel=\"nofollow\" download href=\"");
      Escape.htmlAttribute(address.picture(name, format), out);
      out.writeContent("\">" + format.name() + "</a>");
    }
    if (hasFrames) {
      out.writeContent(" <a rel=\"nofollow\" href=\"");
      Escape.htmlAttribute(address.ofFrame(ExportAddress.PICTURE, name), out);
      out.writeContent("\">");
      Escape.htmlContent(Say.text("export.frame"), out);
      out.writeContent("</a>");
    }
    out.writeContent("</p>");
    return out.toString();
  }
}
